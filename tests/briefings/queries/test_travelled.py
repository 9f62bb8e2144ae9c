import pytest
from django.utils import timezone, translation

from surveys.travelled import Travelled
from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, MeetingFactory
from tests.factories.statement import KeyThemeFactory, ReleaseFactory, cited_theme
from tests.factories.surveys import in_days
from voice.briefings.domain.decisions import tell_decision
from voice.briefings.domain.errors import CannotBeSaid
from voice.briefings.models import Briefing
from voice.briefings.queries.travelled import how_far_decided, how_far_in_a_paper
from voice.releases.domain.recalls import recall_release
from voice.statement.models import Evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return ReleaseFactory()


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def paper(release, **said):
    """Return an issued paper that stands on `release`, as the database holds one."""
    one, two = UserFactory(worker=True), UserFactory(worker=True)
    given = {"title": "What we heard", "audience": "Board", "meeting_on": in_days(5)}
    made = Briefing(begun_by=one, **(given | said))
    if given | said == given | said | {"state": "draft"}:
        made.save()
    else:
        made.state, made.paper = "issued", {}
        made.approved_by = made.issued_by = two
        made.approved_at = made.issued_at = timezone.now()
        made.save()
    made.releases.add(release)
    return made


def told(release, language="en"):
    return how_far_in_a_paper(release.survey.consultation, language)


def test_a_paper_is_told_by_its_title_and_the_day_of_its_meeting(release):
    paper(release)
    found = told(release)
    assert found.travelled == Travelled.NOW
    [line] = found.lines
    assert line.words == "What we heard"
    assert line.standing.startswith("They have this in front of them on ")


def test_once_they_have_met_it_was_in_front_of_them(release):
    paper(release, meeting_on=in_days(-1))
    found = told(release)
    assert found.travelled == Travelled.DONE
    assert found.lines[0].standing.startswith("They had this in front of them on ")


def test_a_draft_is_not_told(release):
    paper(release, state="draft")
    assert told(release).travelled == Travelled.LATER


def test_a_paper_on_what_was_recalled_is_not_told(release, worker):
    paper(release)
    recall_release(release, why="A class answered twice.", by=worker)
    assert told(release).lines == ()


def test_of_one_meeting_the_paper_in_the_reader_s_language_is_told(release):
    paper(release)
    paper(release, title="ہم نے کیا سنا", language="ur")
    assert [line.language for line in told(release, "ur").lines] == ["ur"]
    assert [line.language for line in told(release, "pl").lines] == ["en"]


@pytest.fixture
def cited(release):
    """Return the key theme in which the release is cited, since today."""
    key_theme = KeyThemeFactory()
    cited_theme(key_theme, release=release)
    return key_theme


def decided(release, language="en"):
    return how_far_decided(release.survey.consultation, language)


def agreed(cited, **said):
    """Return something a meeting agrees today."""
    meeting = MeetingFactory(on=timezone.localdate())
    return DecisionFactory(meeting=meeting, key_theme=cited, **said)


def test_a_decision_is_told_only_in_the_words_kept_for_young_people(
    cited, release, worker
):
    decision = agreed(cited, what="plantedxyzzy")
    assert decided(release).lines == ()
    tell_decision(decision, words={"en": "They find the money.", "ur": " "}, by=worker)
    found = decided(release, "ur")
    assert found.travelled == Travelled.DONE
    assert [(one.words, one.language) for one in found.lines] == [
        ("They find the money.", "en")
    ]


def test_what_was_decided_before_they_had_heard_is_not_told(cited, release, worker):
    before = DecisionFactory(
        meeting=MeetingFactory(on=in_days(-1)), key_theme=cited, told={"en": "Old."}
    )
    assert before.meeting.on < timezone.localdate(Evidence.objects.get().added_at)
    assert decided(release).lines == ()


def test_before_anything_is_decided_the_next_meeting_is_told(cited, release):
    MeetingFactory(on=in_days(12))
    with translation.override("en"):
        assert decided(release).when.startswith("They meet next on ")


def test_what_young_people_are_told_of_a_decision_holds_no_number(cited, worker):
    decision = agreed(cited)
    with pytest.raises(CannotBeSaid):
        tell_decision(decision, words={"ur": "۱۲ بچے"}, by=worker)
    decision.refresh_from_db()
    assert decision.told == {}
