import uuid

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.releases import ReleaseFactory
from voice.releases.domain.releases import drop_release
from voice.releases.logic.rolls import packed, unpacked
from voice.releases.models import Roll
from voice.releases.models.release import ReleaseIsImmutable

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


def test_a_roll_holds_the_ids_of_everybody_a_release_counted():
    release = ReleaseFactory(survey__yes=30, survey__no=12)
    responses = release.survey.editions.first().responses
    assert unpacked(release.roll.packed) == set(responses.values_list("pk", flat=True))


def test_a_roll_tells_no_order():
    ids = [uuid.uuid4() for _ in range(9)]
    assert packed(ids) == packed(reversed(ids))
    assert unpacked(packed(ids)) == set(ids)


def test_half_an_id_is_refused():
    with pytest.raises(ValueError):
        unpacked(b"x" * 17)


def test_a_roll_never_changes():
    roll = ReleaseFactory().roll
    with pytest.raises(ReleaseIsImmutable):
        roll.save()


def test_a_release_has_one_roll():
    release = ReleaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Roll.objects.create(release=release, packed=b"")


def test_a_dropped_release_keeps_no_roll():
    release = ReleaseFactory()
    drop_release(release, by=UserFactory(worker=True))
    assert not Roll.objects.exists()
