import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, issued_on
from tests.factories.statement import KeyThemeFactory, ReleaseFactory
from voice.audit.models import Entry
from voice.briefings.domain.errors import CannotBePublic
from voice.briefings.domain.publishing import publish_briefing, unpublish_briefing
from voice.briefings.models import Publication
from voice.briefings.queries.public import public_briefings
from voice.releases.domain.recalls import recall_release

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def briefing():
    return issued_on(ReleaseFactory(), KeyThemeFactory())


def test_yes_says_who_and_when_and_is_audited(briefing, worker):
    made = publish_briefing(briefing, by=worker)
    assert (made.by, made.ended_at) == (worker, None)
    entry = Entry.objects.filter(verb="briefings.publish").get()
    assert entry.details == {"hash": briefing.paper["hash"]}


def test_yes_twice_is_one_yes(briefing, worker):
    assert publish_briefing(briefing, by=worker) == publish_briefing(
        briefing, by=worker
    )


def test_what_was_not_issued_stays_with_those_who_write_it(worker):
    with pytest.raises(CannotBePublic, match="Only what was issued"):
        publish_briefing(BriefingFactory(), by=worker)
    assert public_briefings() == []


def test_what_was_recalled_is_not_made_public(briefing, worker):
    recall_release(briefing.releases.first(), why="Counted twice.", by=worker)
    with pytest.raises(CannotBePublic, match="recalled"):
        publish_briefing(briefing, by=worker)


def test_taken_back_it_keeps_who_and_why_and_another_yes_is_another_row(
    briefing, worker
):
    publish_briefing(briefing, by=worker)
    unpublish_briefing(briefing, why="A mistake.", by=worker)
    assert public_briefings() == []
    first = Publication.objects.get()
    assert (first.ended_by, first.ended_why) == (worker, "A mistake.")
    publish_briefing(briefing, by=worker)
    assert Publication.objects.count() == 2
    assert public_briefings() == [briefing]


def test_one_yes_stands_at_a_time(briefing, worker):
    publish_briefing(briefing, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(briefing=briefing, by=worker)


def test_an_end_says_who_when_and_why(briefing, worker):
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(
            briefing=briefing, by=worker, ended_at=timezone.now()
        )
