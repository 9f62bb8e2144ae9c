"""The demonstration builds, opens for everyone, and keeps the product's promises."""

import re
import socket

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.utils import timezone

from surveys.enums import CodeKind
from surveys.models import (
    Comment,
    Consultation,
    GroupSession,
    Response,
    RetentionRun,
    SetAside,
    Survey,
)
from surveys.queries.codes import found
from surveys.queries.group_sessions import RoomCounts, room_counts
from surveys.queries.members import surveys_run_by
from tests.conftest import ReadingClient
from tests.crawl import crawl
from tests.foundations import lay_foundations
from voice.accounts.domain.openings import report_openings, tell_late
from voice.accounts.enums import BreakGlassState
from voice.accounts.models import AccessReview, BreakGlass
from voice.accounts.queries.reviews import overdue_reviews
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.demonstration.domain.house import is_built
from voice.demonstration.domain.story import build
from voice.demonstration.guide import addresses, codes_to_try, sign_ins
from voice.demonstration.story.good_day import GOOD_DAY
from voice.demonstration.story.people import PEOPLE
from voice.demonstration.story.said_about_home import SAID as ABOUT_HOME
from voice.demonstration.story.said_about_leaving import SAID as ABOUT_LEAVING
from voice.demonstration.story.said_about_workers import SAID as ABOUT_WORKERS
from voice.demonstration.story.surveys import HOME, LEAVING, WORKER
from voice.demonstration.story.verdict import PROMISE
from voice.moderation.enums import ReadingState
from voice.moderation.models import Concern, LegalHold, Reading, Wall
from voice.moderation.queries.kept import kept_readings, kept_texts
from voice.records.enums import BreachKind
from voice.records.models import Breach
from voice.releases.enums import ReleaseState
from voice.releases.models import Quote, Release
from voice.replies.models import Promise, Reply
from voice.replies.queries.verdicts import verdicts_of
from voice.statement.models import KeyTheme
from voice.themes.enums import Likeliness, Standing, ThemeState
from voice.themes.logic.agreement import GOOD_FROM, alpha, masi
from voice.themes.models import CommentMemo, DoubleCoding, Tag, Theme
from voice.themes.queries.agreement import codings_of, standings_of
from voice.themes.queries.learning import newest_training
from voice.themes.queries.suggestions import open_suggestions

# The first of these tests builds the whole house: a slow machine may take its time.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.timeout(1800),
]

SAID = (*ABOUT_WORKERS, *ABOUT_HOME, *ABOUT_LEAVING)
LONG_ENOUGH_TO_KNOW = 12


@pytest.fixture(scope="module")
def calderwick(django_db_setup, django_db_blocker):
    """Build the demonstration once for this file, and take it away afterwards."""
    told = []
    with django_db_blocker.unblock(), transaction.atomic():
        lay_foundations()
        build(say=told.append)
        yield told
        transaction.set_rollback(True)


def person(role):
    """Return the demonstration's user whose address begins with `role`."""
    return get_user_model().objects.get(email=f"{role}@calderwick.example")


def visitor(role=None):
    """Return a client, signed in as `role` where given."""
    client = ReadingClient()
    if role:
        client.force_login(
            person(role), backend="django.contrib.auth.backends.ModelBackend"
        )
    return client


def test_story_has_what_the_pattern_says(calderwick):
    assert is_built()
    assert Consultation.objects.count() == 5
    live = Survey.objects.filter(live=True)
    assert live.filter(languages=["en", "ur"]).count() == 4
    assert live.get(languages=["en", "ur", "pl"]).slug == "leaving-care-my-way"
    assert 470 <= Response.objects.count() <= 570
    session = GroupSession.objects.get()
    assert not session.is_open(at=timezone.now())
    assert room_counts(session) == RoomCounts(started=4, finished=4)
    typed = Response.objects.get(invitation__kind="assisted")
    assert (typed.state, typed.is_checked) == ("finished", True)
    assert KeyTheme.objects.count() == 6
    assert Concern.objects.exclude(decided_at=None).count() == 2
    assert Concern.objects.get(decided_at=None).raised_from == "contact_me"
    assert LegalHold.objects.filter(lifted_at=None).count() == 1
    assert Wall.objects.get().user == person("lead")
    assert not Alarm.objects.exclude(settled_at=None).exists()
    assert Alarm.objects.filter(kind=AlarmKind.CONTACT).count() == 1
    assert Release.objects.filter(state=ReleaseState.ISSUED).count() == 3
    assert Reply.objects.exclude(published_at=None).count() == 2
    waiting = Reading.objects.filter(state=ReadingState.WAITING)
    assert waiting.count() == 28
    assert set(waiting.values_list("comment__kind", flat=True)) == {
        "text",
        "voice",
        "drawing",
        "photo",
    }
    assert waiting.filter(worry=True).exists()
    assert Quote.objects.exclude(refused_by=None).count() == 1


def test_young_people_say_otherwise_of_one_promise_that_officers_rate_kept(calderwick):
    promise = Promise.objects.get(text=PROMISE)
    told = verdicts_of([promise])[promise.pk]
    assert (promise.state, told.disagrees) == ("kept", True)
    assert promise.notes.count() == 1


def test_the_youngest_hear_a_machines_voice_that_a_worker_kept(calderwick):
    survey = Survey.objects.get(slug=GOOD_DAY.slug)
    kept = survey.draft_recordings.filter(state="kept")
    assert kept.count() == survey.draft_recordings.count() == 18
    assert set(kept.values_list("decided_by", flat=True)) == {person("worker").pk}
    assert "sounds" in str(survey.editions.get().definition)


def test_the_board_reads_what_results_inform_and_who_asked_about_a_key_theme(
    calderwick,
):
    page = visitor("chair").get(
        f"/board/key-themes/{KeyTheme.objects.get(number=2).pk}/"
    )
    text = page.parsed.text()
    assert "It informs: The promises our social workers make." in text
    assert [one.slug for one in page.context["page"].asked_by] == [WORKER.slug]
    page = visitor("worker").get(
        f"/desk/statement/key-themes/{KeyTheme.objects.get(number=1).pk}/"
    )
    surveys = {one.survey.slug for one in page.context["asked"]}
    assert surveys == {HOME.slug, LEAVING.slug}


def test_words_past_their_day_are_gone_copies_are_aside_and_a_near_miss_is_written(
    calderwick,
):
    ended = set(RetentionRun.objects.values_list("survey__slug", flat=True))
    assert ended == {WORKER.slug, HOME.slug}
    left = Comment.objects.filter(survey__slug__in=ended).exclude(sealed_words=b"")
    assert left.count() == 0
    survey = Survey.objects.get(slug=WORKER.slug)
    assert len(kept_texts(kept_readings(survey))) > 10
    assert SetAside.objects.count() == 3
    assert Breach.objects.get().kind == BreachKind.NEAR_MISS


def test_access_was_reviewed_broken_once_and_differs_between_workers(calderwick):
    assert overdue_reviews() == 0
    reviewed = AccessReview.objects.values_list("user", flat=True)
    assert set(reviewed) == {user.pk for user in get_user_model().objects.all()}
    (glass,) = BreakGlass.objects.all()
    assert glass.state == BreakGlassState.CLOSED
    assert glass.asked_at < glass.answered_at < glass.closed_at < glass.closes_at
    assert {glass.asked_by, glass.answered_by} == {person("admin"), person("officer")}
    assert (
        list(report_openings(timezone.now())) == list(tell_late(timezone.now())) == []
    )
    theirs = surveys_run_by(person("worker2")).values_list("slug", flat=True)
    assert set(theirs) == {
        "my-social-worker-and-me",
        "leaving-care-my-way",
        "did-we-keep-our-promise-a-card-with-your-workers-n",
    }
    page = visitor("officer").get("/desk/break-glass/").parsed.text()
    assert "My social worker and me" in page


@pytest.mark.parametrize("known", PEOPLE, ids=lambda known: known.job_title)
def test_everyone_who_signs_in_arrives_somewhere(calderwick, known):
    page = visitor(known.email.split("@")[0]).get("/desk/", follow=True)
    assert page.status_code == 200


def test_public_and_board_pages_show_no_unread_withheld_or_passed_on_word(calderwick):
    hidden = [
        said.words
        for said in SAID
        if (said.wait or said.withhold or said.concern or said.refused)
        and len(said.words) > LONG_ENOUGH_TO_KNOW
    ]
    assert len(hidden) > 15
    public = crawl(visitor(), "/en/", "/ur/")
    board = crawl(visitor("chair"), "/board/")
    assert len(public) >= 10
    assert len(board) >= 7
    shown = [
        (path, words)
        for path, source in (public | board).items()
        for words in hidden
        if words in source
    ]
    assert shown == []


def test_public_and_board_pages_show_what_was_redacted_only_redacted(calderwick):
    exact = [word for said in SAID for word in said.redact]
    pages = crawl(visitor(), "/en/", "/ur/") | crawl(visitor("chair"), "/board/")
    assert [
        (path, word)
        for path, source in pages.items()
        for word in exact
        if word in source
    ] == []


@pytest.mark.parametrize("role", ["worker", "owner", "officer", "admin"])
def test_every_page_of_the_desk_opens_and_is_well_made(calderwick, role):
    assert crawl(visitor(role), "/desk/")


def test_worker_never_meets_the_words_of_a_concern_outside_the_reading(calderwick):
    passed_on = [said.words for said in SAID if said.concern]
    pages = crawl(visitor("worker"), "/desk/themes/", "/desk/releases/")
    assert [
        path
        for path, source in pages.items()
        for words in passed_on
        if words in source and "/reading/" not in path
    ] == []


def test_guide_names_every_person_and_place(calderwick):
    assert all(known.email in sign_ins() for known in PEOPLE)
    assert "http://localhost:8123/board/" in addresses(8123)


def test_demonstration_refuses_to_run_in_production(settings):
    settings.DEMONSTRATION_ALLOWED = False
    with pytest.raises(CommandError, match="never runs under production"):
        call_command("demo")


def test_taken_port_is_said_plainly():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            call_command("demo", port=port)


def test_codes_to_try_open_what_they_say(calderwick):
    codes = re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", codes_to_try())
    kinds = [found(code, at=timezone.now()).kind for code in codes]
    assert kinds == [CodeKind.RECEIPT, CodeKind.RETURN, CodeKind.EDITORS]


@pytest.mark.parametrize("slug", [WORKER.slug, HOME.slug])
def test_two_people_agreed_on_the_themes_of_each_release_so_they_have_digits(
    calderwick, slug
):
    survey = Survey.objects.get(slug=slug)
    (standing,) = standings_of(survey).values()
    assert standing == Standing.GOOD
    tables = survey.releases.get().tables
    assert "themes_in_words" not in tables["notes"]
    assert any(row["count"]["number"] for row in tables["themes"])
    (coded,) = DoubleCoding.objects.filter(question__survey=survey)
    assert {coder.name.split()[0] for coder in coded.coders.all()} == {"Noor", "Callum"}
    assert not coded.sampled.filter(settled_at=None).exists()
    figure = alpha(codings_of(coded).units, masi)
    assert GOOD_FROM < figure < 1


def test_the_machine_calls_some_of_what_is_left_sure(calderwick):
    (question,) = Survey.objects.get(slug=LEAVING.slug).question_rows.filter(
        key="easier"
    )
    left = kept_readings().filter(comment__question=question, comment__tags=None)
    assert left.count() >= 50
    training = newest_training(question)
    assert training.learned_from > 250
    proposed = open_suggestions(comments=left.values_list("comment", flat=True))
    sure = proposed.filter(likeliness=Likeliness.SURE)
    assert sure.values("comment").distinct().count() >= 3
    assert training.accuracy["sure_right"] > 0.8


def test_codebook_has_parts_proposals_and_memos(calderwick):
    themes = Theme.objects.all()
    assert themes.filter(parent__name="Ready for my own place").count() == 2
    assert themes.filter(state=ThemeState.PROPOSED).count() == 2
    assert themes.exclude(memos=None).count() == 3
    assert CommentMemo.objects.count() == 3
    tagged = Tag.objects.filter(comment__survey__slug=LEAVING.slug)
    assert set(tagged.values_list("by__name", flat=True)) == {
        person(role).name for role in ("worker", "worker2")
    }
