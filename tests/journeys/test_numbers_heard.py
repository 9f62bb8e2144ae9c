"""Pages of numbers as a screen reader has them: tables, charts and what is hidden."""

import pytest
from django.utils import timezone

from surveys.domain.asked import keep_asked
from surveys.domain.counting import roll_up
from surveys.domain.stopping import note_stops
from surveys.models import Comment, Response
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    comment_on,
    tagged,
)
from tests.factories.statement import KeyThemeFactory, StatementFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
    in_days,
)
from tests.journeys.kept_trees import heard, kept, of_any_day
from voice.council.domain.heartbeat import beat
from voice.council.enums import Pulse
from voice.statement.domain.evidence import cite_quote, cite_result

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WORDS = "Come when you say you will."


def asked_of(title, *, days=0):
    """Return a survey of this title that nine answered and one left."""
    opens = {"opens_on": in_days(days - 20), "closes_on": in_days(days + 20)}
    survey = SurveyFactory(
        title=title,
        live=True,
        consultation=ConsultationFactory(title=title, **opens),
    )
    edition = EditionFactory(survey=survey)
    way = InvitationFactory(survey=survey, label="Library wall")
    keep_asked(way, groups={"11 to 17": 20}, by=UserFactory(worker=True))
    common = {"edition": edition, "invitation": way}
    for number in range(9):
        ResponseFactory(
            finished=True,
            answers={
                "know_worker": {
                    "state": "answered",
                    "value": "yes" if number % 3 else "no",
                }
            },
            took="5" if number % 2 else "10",
            company="helping" if number % 3 else "alone",
            **common,
        )
    skipped = {"know_worker": {"state": "skipped"}}
    ResponseFactory(answers=skipped, capability_hash=None, touched_at=None, **common)
    roll_up(survey, at=timezone.now())
    return survey


@pytest.fixture
def live():
    """Return a survey that is answered now, and was a year before."""
    asked_of("The year before", days=-365)
    survey = asked_of("My social worker and me")
    note_stops(timezone.now())
    return survey


@pytest.fixture
def hear(signed_in):
    """Return a function that holds a page, as somebody hears it, to its kept tree."""

    def held(there, path, name):
        for work in Pulse:
            beat(timezone.now(), of=work)
        there.go(path)
        assert there.violations() == []
        told = of_any_day(heard(there.page))
        assert told == kept(name, told), name

    return held


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("?by=help", "results"),
        ("who-answered/", "results_who_answered"),
        ("who-finished/", "results_who_finished"),
        ("rounds/", "results_rounds"),
    ],
)
def test_results_are_heard_as_tables_with_their_heads(
    signed_in, hear, live, page, name
):
    worker = signed_in(UserFactory(worker=True), PASSWORD)
    hear(worker, f"/desk/surveys/{live.slug}/results/{page}", name)


def answered(**how):
    """Return a survey that closed; some who answered wrote, and it is a theme."""
    survey = AnsweredSurveyFactory(
        consultation=ConsultationFactory(closed=True, title="My social worker and me"),
        **how,
    )
    some = Response.objects.order_by("pk")[:30]
    tagged(survey, "Turning up", [comment_on(one, WORDS) for one in some])
    return survey


def proposed(survey, **more):
    """Return a release of a survey with one quote, signed by one, and by both if so."""
    quote = Comment.objects.filter(response__edition__survey=survey).first()
    noor = UserFactory(worker=True, name="Noor")
    return ReleaseFactory(survey=survey, by=noor, quotes=[quote], **more)


@pytest.fixture
def callum():
    return UserFactory(worker=True, name="Callum")


def test_second_signer_hears_what_is_told_and_what_is_hidden_and_why(
    signed_in, hear, callum
):
    release = proposed(answered(yes=95, no=5))
    hear(signed_in(callum, PASSWORD), f"/desk/releases/{release.pk}/", "release")


def test_release_of_nine_is_heard_in_words_alone(signed_in, hear, callum):
    release = proposed(answered(yes=6, no=3), signed_by=callum)
    path = f"/desk/releases/{release.pk}/"
    hear(signed_in(callum, PASSWORD), path, "release_in_words")


def test_board_hears_the_figures_of_a_key_theme_row_by_row(signed_in, hear, callum):
    release = proposed(answered(yes=60, no=40), signed_by=callum)
    key_theme = KeyThemeFactory(statement=StatementFactory(), title="Being heard")
    given = {"key_theme": key_theme, "stance": "supports", "by": callum}
    cite_quote(release.quotes.get(), **given)
    cite_result(release, question_key="know_worker", option_key="yes", **given)
    board = signed_in(UserFactory(board=True), PASSWORD)
    hear(board, f"/board/key-themes/{key_theme.pk}/", "board_key_theme")
