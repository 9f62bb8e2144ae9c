"""What was recalled, on the board's pages and on everything else that cites it."""

import pytest
from django.urls import reverse

from surveys.travelled import Travelled
from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    StatementFactory,
    cited_quote,
    cited_theme,
    tables,
    theme_row,
)
from tests.factories.surveys import ConsultationFactory, EditionFactory, SurveyFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.releases.citing import citing
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.evidence import (
    Recalled,
    choose_headline,
    cite_theme,
)
from voice.statement.domain.placing import CannotCite
from voice.statement.queries import key_themes_in_full, surveys_heard
from voice.statement.queries.travelled import how_far_at_the_board

pytestmark = pytest.mark.django_db
WHY = "A class answered twice: zanzibarquokka."
QUOTE = "come wen u say"


@pytest.fixture
def key_theme():
    """Return a key theme of the statement."""
    return KeyThemeFactory(statement=StatementFactory(), title="Voice of children")


def recalled(evidence):
    """Take back the release of a piece of evidence; return it."""
    recall_release(evidence.release, why=WHY, by=UserFactory(worker=True))
    return type(evidence).objects.get(pk=evidence.pk)


def board_page(sign_in, key_theme):
    """Return the board's page of a key theme."""
    client = sign_in(UserFactory(board=True))
    return client.get(f"/board/key-themes/{key_theme.pk}/")


def test_board_reads_that_it_was_recalled_and_why_and_none_of_its_figures(
    sign_in, key_theme
):
    recalled(cited_theme(key_theme))
    page = board_page(sign_in, key_theme)
    text = page.parsed.text()
    assert WHY in text
    assert "No release has corrected it yet." in text
    assert "30%" not in text
    assert page.context["page"].voices.charts == []
    assert page.context["page"].is_gap


def test_board_s_first_page_says_it_too(sign_in, key_theme):
    recalled(cited_theme(key_theme))
    page = sign_in(UserFactory(board=True)).get("/board/")
    assert WHY in page.parsed.text()
    assert page.context["front"].heard == []


def test_quote_of_what_was_recalled_is_on_no_page_of_the_board(sign_in, key_theme):
    evidence = cited_quote(key_theme, QUOTE)
    choose_headline(key_theme, evidence=evidence, by=UserFactory(worker=True))
    assert QUOTE in board_page(sign_in, key_theme).parsed.source
    recalled(evidence)
    for address in (f"/board/key-themes/{key_theme.pk}/", "/board/"):
        page = sign_in(UserFactory(board=True)).get(address)
        assert QUOTE not in page.parsed.source
        assert WHY in page.parsed.text()


def test_quote_of_what_was_recalled_is_on_no_page_of_the_desk_that_cites_it(
    sign_in, key_theme
):
    action = ActionFactory(area__key_theme=key_theme)
    evidence = recalled(cited_quote(key_theme, QUOTE, action=action))
    survey = evidence.release.survey
    client = sign_in(UserFactory(worker=True))
    for address in (
        reverse("statement:evidence", args=[evidence.pk]),
        reverse("statement:key_theme", args=[key_theme.pk]),
        reverse("statement:action", args=[action.pk]),
        reverse("statement:fed", args=[survey.slug]),
    ):
        page = client.get(address)
        assert QUOTE not in page.parsed.source
        assert "Recalled" in page.parsed.text() or WHY in page.parsed.text()


def test_evidence_says_which_release_was_recalled_when_and_why(sign_in, key_theme):
    evidence = recalled(cited_theme(key_theme))
    page = sign_in(UserFactory(worker=True)).get(
        reverse("statement:evidence", args=[evidence.pk])
    )
    assert f"It counts no more. Why: {WHY}" in page.parsed.text()
    links = {link.get("href") for link in page.parsed.all("a")}
    assert reverse("releases:release", args=[evidence.release_id]) in links


def test_what_was_recalled_is_not_cited_nor_opens_a_page(key_theme):
    worker, evidence = UserFactory(worker=True), cited_quote(key_theme, QUOTE)
    evidence = recalled(evidence)
    with pytest.raises(Recalled):
        cite_theme(
            evidence.release,
            theme_name="Who is my worker?",
            key_theme=key_theme,
            stance="supports",
            by=worker,
        )
    with pytest.raises(CannotCite):
        choose_headline(key_theme, evidence=evidence, by=worker)


def test_what_was_recalled_is_not_offered_as_evidence(sign_in, key_theme):
    evidence = recalled(cited_theme(key_theme))
    address = reverse("statement:evidence_add", args=[evidence.release_id])
    client = sign_in(UserFactory(worker=True))
    assert client.get(address).status_code == 404
    page = client.get(reverse("statement:evidence_releases"))
    assert address not in page.parsed.source


def test_what_was_recalled_is_evidence_of_nothing_when_counted(key_theme):
    evidence = recalled(cited_theme(key_theme))
    assert [one.pieces for one in key_themes_in_full(key_theme.statement)] == [0]
    survey = evidence.release.survey
    assert how_far_at_the_board(survey.consultation, "en").travelled == Travelled.LATER
    assert surveys_heard() == []


def test_theme_s_page_says_which_round_was_recalled_and_draws_it_no_more(sign_in):
    codebook = CodebookFactory(consultations=[ConsultationFactory()])
    theme = ThemeFactory(codebook=codebook, name="Workers keep changing")
    survey = SurveyFactory(consultation=codebook.consultations.get())
    edition = EditionFactory(survey=survey)
    shape = tables(survey, themes=[theme_row(theme.name, key=str(theme.pk))])
    release = ReleaseFactory(
        edition=edition, tables=shape, quotes=[{"text": QUOTE, "themes": [theme.name]}]
    )
    client = sign_in(UserFactory(worker=True))
    address = reverse("statement:theme", args=[theme.pk])
    assert QUOTE in client.get(address).parsed.source
    recall_release(release, why=WHY, by=UserFactory(worker=True))
    page = client.get(address)
    assert WHY in page.parsed.text()
    assert page.context["seen"].rounds == []
    assert QUOTE not in page.parsed.source
    assert "30%" not in page.parsed.text()


def test_whoever_recalls_is_told_each_piece_of_evidence(key_theme):
    evidence = cited_quote(key_theme, QUOTE)
    [found] = citing(evidence.release)
    assert found.href == reverse("statement:evidence", args=[evidence.pk])
    assert QUOTE not in found.words
