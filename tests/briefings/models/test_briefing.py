"""What the database holds of a briefing, and what nobody can change."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.briefings import (
    BriefingFactory,
    a_paper,
    approved,
    issued,
    section_of,
)
from tests.factories.statement import ReleaseFactory
from voice.briefings.models import (
    Briefing,
    BriefingIsIssued,
    BriefingOpening,
    BriefingSection,
    NotBeingWritten,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def refuses(name, **changes):
    """Try to store a briefing with these changes; the constraint of that name refuses."""
    briefing = BriefingFactory()
    for field, value in changes.items():
        setattr(briefing, field, value)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        briefing.save()


def test_draft_holds_no_paper():
    refuses("briefing_approved_whole_or_not", paper=a_paper())


def test_what_is_approved_says_who_approved_what():
    refuses("briefing_approved_whole_or_not", state="approved")


def test_what_is_issued_says_who_and_when():
    refuses(
        "briefing_issued_whole_or_not",
        state="issued",
        paper=a_paper(),
        approved_by=UserFactory(),
        approved_at=timezone.now(),
    )


def test_who_began_it_never_approves_it():
    briefing = BriefingFactory()
    briefing.state, briefing.paper = "approved", a_paper()
    briefing.approved_by, briefing.approved_at = briefing.begun_by, timezone.now()
    with pytest.raises(IntegrityError, match="briefing_approved_by_another"):
        briefing.save()


def test_second_version_follows_a_first():
    refuses("briefing_first_version_follows_none", version=2)


def test_section_of_a_release_has_one():
    with pytest.raises(IntegrityError, match="briefing_section_has_its_release"):
        section_of(BriefingFactory(), "results")


def test_section_of_a_key_theme_has_one():
    with pytest.raises(IntegrityError, match="briefing_section_has_its_key_theme"):
        section_of(BriefingFactory(), "key_theme")


def test_easy_words_have_a_picture():
    briefing = BriefingFactory()
    with pytest.raises(IntegrityError, match="easy_words_have_a_picture"):
        section_of(briefing, "commentary", easy_words="We asked.")


def test_reader_opens_a_briefing_once():
    briefing, reader = BriefingFactory(), UserFactory(board=True)
    BriefingOpening.objects.create(briefing=briefing, by=reader)
    with pytest.raises(IntegrityError):
        BriefingOpening.objects.create(briefing=briefing, by=reader)


@pytest.fixture
def out():
    """Return a briefing that was issued."""
    briefing = BriefingFactory()
    section_of(briefing, "reach", release=ReleaseFactory())
    return issued(briefing)


def test_issued_briefing_is_never_saved_again(out):
    out.title = "Another"
    with pytest.raises(BriefingIsIssued):
        out.save()


def test_issued_briefing_is_never_deleted(out):
    with pytest.raises(BriefingIsIssued):
        out.delete()


def test_issued_briefings_are_never_changed_in_numbers(out):
    with pytest.raises(BriefingIsIssued):
        Briefing.objects.update(title="Another")
    with pytest.raises(BriefingIsIssued):
        Briefing.objects.all().delete()


def test_sections_stay_once_it_is_approved():
    briefing = BriefingFactory()
    section = section_of(briefing, "reach", release=ReleaseFactory())
    approved(briefing)
    with pytest.raises(NotBeingWritten):
        section.save()
    with pytest.raises(NotBeingWritten):
        section.delete()
    assert BriefingSection.objects.count() == 1
