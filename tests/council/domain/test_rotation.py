import secrets
from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from voice.accounts.domain.factors import reseal_factors
from voice.council.domain import keys, rotation
from voice.council.domain.rotation import (
    begin_rotation,
    destroy_replaced_keys,
    finish_rotation,
    reseal_all,
    rotate_masters,
    rows_under_old_keys,
)
from voice.council.logic.sealing import CannotOpen
from voice.council.models import DataKey, KeyRotation
from voice.council.sealed_columns import sealed_columns

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
OLD = "test:" + "11" * 32
NEW = "new:" + secrets.token_hex(32)


@pytest.fixture(autouse=True)
def _forget():
    keys._unwrapped.cache_clear()
    yield
    keys._unwrapped.cache_clear()


@pytest.fixture
def kept():
    return ReadingFactory(approved=True, comment__words="come wen u say")


def test_new_master_key_holds_everything_and_the_old_one_may_go(kept, settings):
    settings.MASTER_KEYS = [NEW, OLD]
    assert rotate_masters() == DataKey.objects.count() == 2
    assert rotate_masters() == 0
    settings.MASTER_KEYS = [NEW]
    keys._unwrapped.cache_clear()
    assert (kept.comment.read(), kept.kept_text()) == ("come wen u say",) * 2


def test_rotation_without_the_old_master_key_names_it_and_changes_nothing(
    kept, settings
):
    before = list(DataKey.objects.values())
    settings.MASTER_KEYS = [NEW]
    with pytest.raises(CannotOpen, match="“test”"):
        rotate_masters()
    assert list(DataKey.objects.values()) == before


def test_second_factors_follow_the_master_key(settings):
    sealed = get_adapter().encrypt("JBSWY3DPEHPK3PXP")
    factor = Authenticator.objects.create(
        user=UserFactory(), type=Authenticator.Type.TOTP, data={"secret": sealed}
    )
    settings.MASTER_KEYS = [NEW, OLD]
    assert (reseal_factors(), reseal_factors()) == (1, 0)
    settings.MASTER_KEYS = [NEW]
    factor.refresh_from_db()
    assert get_adapter().decrypt(factor.data["secret"]) == "JBSWY3DPEHPK3PXP"


def test_every_row_is_sealed_anew_and_stays_readable(kept):
    concern = ConcernFactory(reading__comment__words="it hurts")
    rotation_row = begin_rotation()
    list(reseal_all(rotation_row))
    finish_rotation(rotation_row)
    assert [rows_under_old_keys(column) for column in sealed_columns()] == [0] * len(
        sealed_columns()
    )
    for row in (kept, kept.comment, concern):
        row.refresh_from_db()
    assert (kept.comment.read(), kept.kept_text()) == ("come wen u say",) * 2
    assert concern.words() == "it hurts"
    assert bytes(kept.comment.sealed_words[:4]) == b"\0\0\0\2"


def test_rotation_under_way_is_gone_on_with(kept):
    first = begin_rotation()
    assert begin_rotation() == first
    assert DataKey.objects.filter(version=3).count() == 0


def test_two_rotations_are_never_under_way_at_once(db):
    KeyRotation.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyRotation.objects.create()


def test_what_changed_while_it_was_being_sealed_anew_is_left_as_it_is(
    kept, monkeypatch
):
    begin_rotation()
    column = next(
        c for c in sealed_columns() if c.name.endswith("Comment.sealed_words")
    )
    opened = rotation.open_content

    def changed_meanwhile(*args, **kwargs):
        content = opened(*args, **kwargs)
        comment = kept.comment
        comment.write("other words")
        comment.save()
        return content

    monkeypatch.setattr(rotation, "open_content", changed_meanwhile)
    assert sum(rotation.reseal_column(column)) == 0
    kept.comment.refresh_from_db()
    assert kept.comment.read() == "other words"


def test_replaced_keys_are_destroyed_after_an_hour_and_not_before(kept):
    row = begin_rotation()
    list(reseal_all(row))
    finish_rotation(row)
    now = timezone.now()
    assert destroy_replaced_keys(now) == []
    assert destroy_replaced_keys(now + timedelta(hours=2)) == [
        "Destroyed 2 replaced data keys."
    ]
    assert set(
        DataKey.objects.filter(wrapped=None).values_list("version", flat=True)
    ) == {1}
    kept.comment.refresh_from_db()
    assert kept.comment.read() == "come wen u say"


def test_what_was_sealed_at_the_last_moment_is_sealed_anew_before_its_key_goes(kept):
    stale = bytes(kept.comment.sealed_words)
    row = begin_rotation()
    list(reseal_all(row))
    finish_rotation(row)
    type(kept.comment).objects.filter(pk=kept.comment.pk).update(sealed_words=stale)
    destroy_replaced_keys(timezone.now() + timedelta(hours=2))
    kept.comment.refresh_from_db()
    assert kept.comment.read() == "come wen u say"
