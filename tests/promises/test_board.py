"""The board sees what two people signed, and nothing else."""

import re

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.statement import ActionFactory, KeyThemeFactory
from voice.statement.domain.evidence import (
    choose_headline,
    cite_quote,
    cite_result,
    cite_theme,
)

pytestmark = pytest.mark.django_db

QUOTED = "zebracrossing come wen u say"
SECRETS = {
    "withheld": "walruswithheld",
    "redacted": "robinoriginal",
    "passed_on": "pelicanpassedon",
    "not quoted by the reader": "newtnotquoted",
    "not quoted by the child": "catnotquoted",
    "in a release that waits": "wolfwaiting",
    "unread": "urchinunread",
    "never finished": "newtneverfinished",
}
# True numbers, none of which is a multiple of five.
YES, NO, SAID = 97, 56, 23
EXACT = {YES + NO, YES, NO, SAID}
# A day of the month is no count.
DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ 20\d\d")


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def heard(worker):
    """Return a key theme with evidence from a survey that holds many secrets."""
    survey = AnsweredSurveyFactory(yes=YES, no=NO)
    responses = answer(survey, yes=0) or list(
        survey.editions.get().responses.order_by("pk")
    )
    quoted = comment_on(responses[0], QUOTED)
    said = [quoted] + [
        comment_on(one, "text me back", may_quote=False) for one in responses[1:SAID]
    ]
    comment_on(responses[30], SECRETS["withheld"], withheld=True)
    comment_on(
        responses[31], SECRETS["redacted"], redacted=True, passages=[(0, 13, "[name]")]
    )
    comment_on(responses[33], SECRETS["not quoted by the reader"], may_quote=False)
    comment_on(responses[34], SECRETS["not quoted by the child"], child_agrees=False)
    tagged(survey, "Turning up", said)
    release = ReleaseFactory(
        survey=survey, by=worker, quotes=[quoted.comment], issued=True
    )
    comment_on(responses[32], SECRETS["passed_on"], passed_on=True)
    comment_on(responses[35], SECRETS["unread"], decide=None)
    key_theme = KeyThemeFactory(title="Voice of children")
    action = ActionFactory(area__key_theme=key_theme, late=True)
    given = {"key_theme": key_theme, "stance": "supports", "by": worker}
    quote = cite_quote(release.quotes.get(), action=action, **given)
    choose_headline(key_theme, evidence=quote, by=worker)
    cite_theme(release, theme_name="Turning up", **given)
    cite_result(release, question_key="know_worker", option_key="yes", **given)
    cite_result(release, question_key="know_worker", option_key="no", **given)
    return key_theme


@pytest.fixture
def waiting(worker):
    """Return a release that one person has signed, with a quote in it."""
    survey = AnsweredSurveyFactory()
    response = survey.editions.get().responses.first()
    quoted = comment_on(response, SECRETS["in a release that waits"])
    return ReleaseFactory(survey=survey, by=worker, quotes=[quoted.comment])


def board_pages(client, key_theme):
    """Return every page of the board, and what anybody could read of it."""
    addresses = ("/board/", f"/board/key-themes/{key_theme.pk}/")
    return [client.get(address) for address in addresses]


def without_tokens(page):
    """Return a page's bytes but for what changes with each visit."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page.content)


def test_words_nobody_released_are_on_no_board_page(sign_in, heard, waiting):
    board = sign_in(UserFactory(board=True))
    for page in board_pages(board, heard):
        source = page.content.decode()
        found = {why for why, word in SECRETS.items() if word in source}
        assert found == set()
        assert QUOTED in source


def test_true_numbers_are_on_no_board_page(sign_in, heard):
    board = sign_in(UserFactory(board=True))
    first, theme = board_pages(board, heard)
    for page in (first, theme):
        told = DATE.sub("", page.parsed.text())
        numbers = {int(number) for number in re.findall(r"\d+", told)}
        assert numbers & EXACT == set()
    for protected in ("About 155 of 470", "95 (60%)", "55 (35%)"):
        assert protected in theme.parsed.text()


def test_a_new_answer_changes_no_byte_of_a_board_page(sign_in, heard):
    board = sign_in(UserFactory(board=True))
    before = [without_tokens(page) for page in board_pages(board, heard)]
    evidence = heard.evidence.first()
    more = answer(evidence.release.survey, yes=31, no=12)
    comment_on(more[0], "a whole new comment", decide=None)
    after = [without_tokens(page) for page in board_pages(board, heard)]
    assert after == before


def test_a_release_that_waits_changes_no_byte_of_a_board_page(sign_in, heard, worker):
    board = sign_in(UserFactory(board=True))
    before = [without_tokens(page) for page in board_pages(board, heard)]
    ReleaseFactory(by=worker)
    after = [without_tokens(page) for page in board_pages(board, heard)]
    assert after == before
