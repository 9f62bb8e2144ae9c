"""Fixtures of accounts: people with second factors, and pages to visit."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)


@pytest.fixture
def code_of():
    """Return a function from a TOTP secret to the digits an app would show now."""

    def code(secret):
        counter = next(yield_hotp_counters_from_time())
        return format_hotp_value(hotp_value(secret, counter))

    return code


@pytest.fixture
def with_totp():
    """Return a function that gives a user an authenticator app; it returns the secret."""

    def give(user):
        secret = generate_totp_secret()
        TOTP.activate(user, secret)
        return secret

    return give


@pytest.fixture
def with_recovery_codes():
    """Return a function that gives a user recovery codes; it returns them."""

    def give(user):
        return RecoveryCodes.activate(user).get_unused_codes()

    return give
