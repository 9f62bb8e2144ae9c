"""Two people, and then for good."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, approved, issued, section_of
from tests.factories.statement import ReleaseFactory
from voice.audit.models import Entry
from voice.briefings.domain.briefings import begin_next_version, drop_briefing
from voice.briefings.domain.errors import (
    CannotApprove,
    CannotIssue,
    NotApproved,
    NotIssued,
    WroteIt,
)
from voice.briefings.domain.issuing import issue_briefing, take_approval_back
from voice.briefings.domain.sections import write_section
from voice.briefings.logic.paper import is_whole
from voice.briefings.models import Briefing, BriefingIsIssued, NotBeingWritten
from voice.releases.models import Recall

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def release():
    return ReleaseFactory()


@pytest.fixture
def briefing(release):
    briefing = BriefingFactory()
    section_of(briefing, "reach", release=release, commentary="They ask to meet.")
    return briefing


def test_whoever_wrote_in_it_does_not_approve_it(briefing):
    other = UserFactory(worker=True)
    write_section(briefing.sections.get(), commentary="Mine.", by=other)
    with pytest.raises(WroteIt):
        approved(briefing, by=other)
    with pytest.raises(WroteIt):
        approved(briefing, by=briefing.begun_by)


def test_whoever_may_not_write_briefings_does_not_approve_them(briefing):
    with pytest.raises(WroteIt):
        approved(briefing, by=UserFactory(board=True))


def test_approving_freezes_the_paper_and_names_its_releases(briefing, release):
    held = approved(briefing)
    assert is_whole(held.paper)
    assert list(held.releases.all()) == [release]
    assert held.paper["sources"][0]["hash"] == release.content_hash


def test_a_fault_in_the_words_refuses_it(briefing):
    section = briefing.sections.get()
    section.commentary = "Nobody was told."
    section.save()
    with pytest.raises(CannotApprove, match="“Nobody” tells"):
        approved(briefing)


def test_an_empty_briefing_is_refused():
    with pytest.raises(CannotApprove, match="Choose at least one section"):
        approved(BriefingFactory())


def test_empty_words_of_our_own_are_refused():
    briefing = BriefingFactory()
    section_of(briefing, "commentary")
    with pytest.raises(CannotApprove, match="write them, or take the section out"):
        approved(briefing)


def test_recalled_release_refuses_approval_and_issue(briefing, release):
    held = approved(briefing)
    Recall.objects.create(release=release, by=UserFactory(), why="Counted twice.")
    with pytest.raises(CannotIssue, match="recalled since"):
        issue_briefing(held, by=held.approved_by)
    take_approval_back(held, by=held.approved_by)
    with pytest.raises(CannotApprove, match="was recalled"):
        approved(briefing)


def test_draft_is_not_issued(briefing):
    with pytest.raises(NotApproved):
        issue_briefing(briefing, by=UserFactory(worker=True))


def test_issued_once_and_for_good(briefing):
    out = issued(briefing)
    with pytest.raises(BriefingIsIssued):
        issue_briefing(out, by=out.issued_by)
    with pytest.raises(BriefingIsIssued):
        take_approval_back(out, by=out.issued_by)
    with pytest.raises(BriefingIsIssued):
        drop_briefing(out, by=out.issued_by)


def test_what_is_approved_is_not_written_in(briefing):
    approved(briefing)
    section = briefing.sections.get()
    with pytest.raises(NotBeingWritten):
        write_section(section, commentary="Later.", by=briefing.begun_by)


def test_what_changes_afterwards_changes_no_issued_paper(briefing, release):
    before = issued(briefing).paper
    release.survey.title = "Another title"
    release.survey.save()
    assert Briefing.objects.get().paper == before


def test_there_is_one_next_version(briefing):
    out = issued(briefing)
    following = begin_next_version(out, by=briefing.begun_by)
    assert (following.version, following.is_draft) == (2, True)
    with pytest.raises(NotIssued):
        begin_next_version(out, by=briefing.begun_by)
    with pytest.raises(NotIssued):
        begin_next_version(following, by=briefing.begun_by)


def test_each_step_is_in_the_audit(briefing):
    issued(briefing)
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"briefings.add_section", "briefings.approve", "briefings.issue"} <= verbs
