import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.surveys import CommentFactory
from voice.audit.models import Entry
from voice.moderation.domain.screening_lists import (
    ListChangedMeanwhile,
    NothingChanged,
    bring_back,
    change_list,
)
from voice.moderation.models import Reading, ScreeningList
from voice.moderation.queries.screening_lists import (
    ListName,
    Version,
    lines_at,
    lines_that_came,
    version_now,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
ENGLISH = ListName("worries", "en")
SCHOOLS = ListName("schools")


def screened(words):
    return Reading.objects.get(comment=CommentFactory(words=words))


def test_each_change_is_a_version_with_who_and_when_and_the_audit_counts():
    lead = UserFactory(lead=True)
    row = change_list(SCHOOLS, lines=["Zanzibar Academy", "B Road"], seen=0, by=lead)
    again = change_list(SCHOOLS, lines=["Zanzibar Academy"], seen=1, by=lead)
    assert (row.number, again.number, again.made_by) == (1, 2, lead)
    assert lines_at(Version(SCHOOLS, 1)) == ("Zanzibar Academy", "B Road")
    entries = Entry.objects.filter(verb="moderation.change_list").order_by("at")
    assert [entry.details for entry in entries] == [
        {"list": "schools", "number": 1, "added": 2, "removed": 0},
        {"list": "schools", "number": 2, "added": 0, "removed": 1},
    ]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten():
    lead = UserFactory(lead=True)
    change_list(SCHOOLS, lines=["A Road"], seen=0, by=lead)
    with pytest.raises(ListChangedMeanwhile):
        change_list(SCHOOLS, lines=["B Road"], seen=0, by=lead)
    assert lines_at(version_now(SCHOOLS)) == ("A Road",)


def test_saving_the_same_makes_no_version():
    with pytest.raises(NothingChanged):
        change_list(
            ENGLISH,
            lines=lines_that_came(ENGLISH),
            seen=0,
            by=UserFactory(lead=True),
        )
    assert not ScreeningList.objects.exists()


def test_an_older_version_is_brought_back_as_the_newest():
    lead = UserFactory(lead=True)
    change_list(ENGLISH, lines=["zanzibar"], seen=0, by=lead)
    row = bring_back(ENGLISH, number=0, seen=1, by=lead)
    assert row.number == 2
    assert lines_at(version_now(ENGLISH)) == lines_that_came(ENGLISH)


def test_a_new_phrase_is_looked_for_at_once():
    assert not screened("the zanzibar man").worry
    change_list(ENGLISH, lines=["zanzibar man"], seen=0, by=UserFactory(lead=True))
    assert screened("the zanzibar man").worry


def test_a_school_of_the_list_is_offered_to_be_replaced():
    lines = ["St Zanzibar's Catholic Primary School"]
    change_list(SCHOOLS, lines=lines, seen=0, by=UserFactory(lead=True))
    words = "at st zanzibars primary they shout"
    reading = screened(words)
    found = [words[one["start"] : one["end"]] for one in reading.hints]
    assert found == ["st zanzibars primary"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "worries", "language": ""},
        {"kind": "schools", "language": "en"},
        {"kind": "schools", "language": "", "number": 0},
        {"kind": "schools", "language": "", "number": 1, "twice": True},
    ],
)
def test_the_database_refuses_a_list_that_cannot_be(wrong):
    lead = UserFactory(lead=True)
    twice = wrong.pop("twice", False)
    said = {"number": 1, "lines": [], "made_by": lead} | wrong
    if twice:
        ScreeningList.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScreeningList.objects.create(**said)
