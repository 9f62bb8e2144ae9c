import secrets

import pytest
from django.core.checks import run_checks

from tests.factories.deployment import safely_deployed
from voice.accounts.checks import what_is_wrong_with


@pytest.fixture
def found(settings):
    """Return a function from settings to the ids of our own checks that fail."""

    def run(**changes):
        settings.SECOND_FACTOR_REQUIRED = True
        settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
        settings.AUDIT_KEY = secrets.token_hex(32)
        settings.MASTER_KEYS = [f"one:{secrets.token_hex(32)}"]
        safely_deployed(settings)
        for name, value in changes.items():
            setattr(settings, name, value)
        errors = run_checks(tags=["security"], include_deployment_checks=True)
        return [error.id for error in errors if error.id.startswith("voice.")]

    return run


def test_a_safe_house_passes(found):
    assert found() == []


@pytest.mark.parametrize(
    ("change", "id"),
    [
        ({"SECOND_FACTOR_REQUIRED": False}, "voice.E001"),
        ({"AUDIT_KEY": ""}, "voice.E002"),
        ({"AUDIT_KEY": "22" * 32}, "voice.E002"),
        ({"MASTER_KEYS": []}, "voice.E003"),
        ({"MASTER_KEYS": ["one:" + "11" * 32]}, "voice.E003"),
        ({"MASTER_KEYS": [secrets.token_hex(32)]}, "voice.E003"),
        ({"MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True}, "voice.E004"),
    ],
)
def test_each_weakness_fails_the_deploy_check(found, change, id):
    assert found(**change) == [id]


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("", "is missing"),
        ("not hexadecimal", "is not hexadecimal"),
        ("ab" * 16, "has 16 bytes, not 32"),
        ("ab" * 32, "is not random"),
        (bytes(range(32)).hex(), ""),
    ],
)
def test_a_weak_key_is_named(key, wrong):
    assert what_is_wrong_with(key) == wrong
