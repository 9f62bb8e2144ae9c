"""An edition on paper: every question of one band, with its code."""

from dataclasses import replace

import pytest
from django.urls import reverse

from surveys.domain.beginning import begin_survey
from surveys.domain.publishing import publish_survey
from surveys.logic.codes import edition_of
from surveys.logic.compiling import compile_definition
from surveys.logic.drafts import DraftOption, DraftQuestion
from surveys.queries.paper import paper_of
from surveys.ready import ready_survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, EditionFactory, SurveyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client):
    UserFactory(lead=True)
    worker = UserFactory(worker=True, reads_languages=["en"])
    client.force_login(worker)
    return worker


@pytest.fixture
def home(worker):
    """Return the first edition of a ready survey for three ages, as it is published."""
    ready = ready_survey("where_i_live")
    survey = begin_survey(
        ready.draft,
        ready.written,
        consultation=ConsultationFactory(),
        title=ready.draft.title,
        by=worker,
        came_from="ready/where_i_live",
    )
    return publish_survey(survey, by=worker)


def address(of, **asked):
    page = reverse("surveys:paper", args=[of.survey.slug])
    return page + "?" + "&".join(f"{name}={value}" for name, value in asked.items())


def test_each_band_has_its_own_questions_in_its_own_words(client, home):
    young = client.get(address(home, age_band="4-7")).text
    older = client.get(address(home, age_band="11-17")).text
    assert "How happy are you in your home?" in young
    assert "How safe do you feel where you live?" not in young
    assert "How happy are you with where you live?" in older
    assert "How safe do you feel where you live?" in older


def test_a_question_asked_of_some_says_of_whom(home):
    paper = paper_of(home, language="en", age_band="11-17")
    (more,) = [q for q in paper.questions if q.prompt.startswith("What would help")]
    assert more.only_if == (
        "“Is there a grown-up at home who listens to you?” is answered, but is "
        "not Yes, always"
    )


def test_questions_are_numbered_and_messages_are_not(worker):
    draft = replace(
        ready_survey("where_i_live").draft,
        questions=(
            DraftQuestion("hello", "message", "Hello"),
            DraftQuestion(
                "colour",
                "single",
                "Which colour?",
                options=(
                    DraftOption("red", "Red"),
                    DraftOption("other", "Another", is_other=True),
                ),
            ),
        ),
    )
    edition = EditionFactory(definition=compile_definition(draft, []))
    paper = paper_of(edition, language="en", age_band="11-17")
    assert [question.number for question in paper.questions] == [0, 1]
    assert [option.is_other for option in paper.questions[1].options] == [False, True]


def test_the_code_of_a_paper_finds_its_edition(home):
    paper = paper_of(home, language="en", age_band="4-7")
    assert edition_of(paper.code) == home.pk


def test_the_code_is_on_the_first_sheet_and_the_last(client, home):
    code = paper_of(home, language="en", age_band="4-7").code
    assert client.get(address(home)).text.count(code) == 2


def test_large_print_is_eighteen_points(client, home):
    assert 'data-size="large"' in client.get(address(home, size="large")).text
    assert 'data-size="large"' not in client.get(address(home)).text


@pytest.mark.parametrize(
    "asked", [{"language": "ur"}, {"age_band": "16-25"}, {"size": "huge"}]
)
def test_what_it_is_not_asked_in_is_missing(client, home, asked):
    assert client.get(address(home, **asked)).status_code == 404


def test_anothers_paper_is_missing(client, home):
    others = EditionFactory(survey__members=[UserFactory(worker=True)])
    assert client.get(address(others)).status_code == 404


def test_an_earlier_edition_can_still_be_printed(client, home):
    EditionFactory(survey=home.survey, number=2)
    assert paper_of(home, language="en", age_band="4-7").code in (
        client.get(address(home, edition=1)).text
    )
    assert client.get(address(home, edition=3)).status_code == 404


def test_before_the_first_edition_there_is_nothing_to_print(client, worker):
    survey = SurveyFactory()
    page = client.get(reverse("surveys:paper", args=[survey.slug]))
    assert page.status_code == 404
