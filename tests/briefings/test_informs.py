"""What decision a question informs, from its survey to the board's page."""

import copy

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import DEFINITION
from voice.releases.queries import verified
from voice.statement.domain.evidence import cite_quote, cite_result, cite_theme

pytestmark = pytest.mark.django_db
CLOSED = "Who meets a new worker first."
OPEN = "What the team stops doing."
BY_KEY = {"know_worker": CLOSED, "do_more": OPEN}


def informing(**decisions):
    """Return DEFINITION with these decisions by question key, and no others."""
    definition = copy.deepcopy(DEFINITION)
    for question in definition["questions"]:
        question.pop("decision", None)
        if decision := decisions.get(question["key"]):
            question["decision"] = decision
    return definition


@pytest.fixture
def release():
    """Return an issued release of a survey that says what two questions inform."""
    survey = AnsweredSurveyFactory(definition=informing(**BY_KEY))
    readings = [
        comment_on(response, f"come wen u say {number}")
        for number, response in enumerate(answer(survey, yes=40))
    ]
    tagged(survey, "Workers keep changing", readings)
    return ReleaseFactory(issued=True, survey=survey, quotes=[readings[0].comment])


def test_a_release_tells_with_each_table_what_it_informs(release, sign_in):
    told = {one["key"]: one.get("decision") for one in release.tables["questions"]}
    assert told == {
        "know_worker": CLOSED,
        "what_helps": None,
        "happy": None,
        "safe": None,
    }
    assert [one["decision"] for one in release.tables["open_questions"]] == [OPEN]
    assert verified(release) == release
    page = sign_in(UserFactory(worker=True)).get(f"/desk/releases/{release.pk}/")
    text = page.parsed.text()
    assert text.count("It informs:") == 2
    assert f"Do you know your worker? It informs: {CLOSED}" in text
    assert f"What should your worker do more of? It informs: {OPEN}" in text


def cite_all(release, key_theme):
    """Cite one result, one theme and one quote of a release."""
    how = {
        "key_theme": key_theme,
        "stance": "supports",
        "by": UserFactory(worker=True),
    }
    cited = {
        "result": cite_result(
            release, question_key="know_worker", option_key="yes", **how
        ),
        "theme": cite_theme(release, theme_name="Workers keep changing", **how),
        "quote": cite_quote(release.quotes.get(), **how),
    }
    return {kind: evidence.pk for kind, evidence in cited.items()}


def test_the_board_reads_what_results_inform_where_they_are_shown(release, sign_in):
    key_theme = KeyThemeFactory()
    cite_all(release, key_theme)
    page = sign_in(UserFactory(board=True)).get(f"/board/key-themes/{key_theme.pk}/")
    charts = [
        (chart.title, chart.informs) for chart in page.context["page"].voices.charts
    ]
    consultation = release.survey.consultation.title
    assert sorted(charts) == sorted(
        [("Do you know your worker?", [CLOSED]), (consultation, [OPEN])]
    )
    text = page.parsed.text()
    assert text.count(f"It informs: {CLOSED}") == 1
    assert text.count(f"It informs: {OPEN}") == 2


def test_evidence_says_what_its_question_informs(release, sign_in):
    cited = cite_all(release, KeyThemeFactory())
    client = sign_in(UserFactory(worker=True))
    for kind, decision in (("result", CLOSED), ("theme", OPEN), ("quote", OPEN)):
        page = client.get(f"/desk/statement/evidence/{cited[kind]}/")
        assert page.parsed.text().count("It informs:") == 1
        assert f"It informs: {decision}" in page.parsed.text()


def test_without_a_decision_neither_tables_nor_pages_speak_of_one(sign_in):
    survey = AnsweredSurveyFactory(definition=informing())
    release = ReleaseFactory(issued=True, survey=survey)
    assert "decision" not in str(release.tables)
    key_theme = KeyThemeFactory()
    cite_result(
        release,
        question_key="know_worker",
        option_key="yes",
        key_theme=key_theme,
        stance="supports",
        by=UserFactory(worker=True),
    )
    worker = sign_in(UserFactory(worker=True))
    text = worker.get(f"/desk/releases/{release.pk}/").parsed.text()
    board = sign_in(UserFactory(board=True))
    text += board.get(f"/board/key-themes/{key_theme.pk}/").parsed.text()
    assert "Do you know your worker?" in text
    assert "It informs" not in text
