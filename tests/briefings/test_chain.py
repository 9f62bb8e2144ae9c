"""From the board's page back to the question, and on to what came of it."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, issued_on
from tests.factories.minutes import DecisionFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    cited_file,
    cited_quote,
    cited_theme,
)
from voice.releases.domain.recalls import recall_release
from voice.statement.domain.challenges import answer_challenge
from voice.statement.domain.setting_aside import set_evidence_aside

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(sign_in):
    return sign_in(UserFactory(board=True))


def text_of(board, evidence):
    return board.get(f"/board/evidence/{evidence.pk}/").parsed.text()


def test_board_walks_from_its_page_to_the_question_and_on_to_the_promise(board):
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    survey = evidence.release.survey
    reply = ReplyFactory(consultation=survey.consultation, published=True)
    PromiseFactory(reply=reply, action=action, text="You meet both at once.")
    page = board.get(f"/board/key-themes/{evidence.key_theme_id}/")
    links = [link.get("href") for link in page.parsed.all("a")]
    assert links.count(f"/board/evidence/{evidence.pk}/") == 2
    text = text_of(board, evidence)
    for said in (
        "Workers keep changing · 45 (30%)",
        "Release 1 of My social worker and me",
        "What should your worker do more of?",
        "In edition 1, published",
        "About 150 wrote in their own words.",
        "About 150 of 470 answered.",
        "Who is missing: Those living outside Calderwick.",
        survey.consultation.decision_maker,
        action.title,
        "You meet both at once.",
    ):
        assert said in text


def test_evidence_leads_to_its_release_and_names_its_key_theme_as_a_link_once(board):
    evidence = cited_theme(KeyThemeFactory())
    page = board.get(f"/board/evidence/{evidence.pk}/")
    links = [link.get("href") for link in page.parsed.all("a")]
    release = f"/board/sources/{evidence.release.content_hash}/"
    assert links.count(release) == 1
    assert links.count(f"/board/key-themes/{evidence.key_theme_id}/") == 1
    assert board.get(release).status_code == 200


def test_evidence_that_was_recalled_leads_to_no_release(board):
    evidence = cited_theme(KeyThemeFactory())
    recall_release(evidence.release, why="Counted twice.", by=UserFactory(worker=True))
    assert "/board/sources/" not in board.get(f"/board/evidence/{evidence.pk}/").text


def test_what_it_led_to_is_one_list(board):
    evidence = cited_theme(KeyThemeFactory())
    DecisionFactory(key_theme=evidence.key_theme, what="Ask every team by May.")
    page = board.get(f"/board/evidence/{evidence.pk}/")
    chains = [one for one in page.parsed.all("ol") if one.get("class") == "chain"]
    assert len(chains) == 2
    assert not [one for one in page.parsed.all("ul") if one.get("class") == "led"]


def test_board_gets_no_link_to_the_desk(board):
    evidence = cited_theme(KeyThemeFactory())
    ReplyFactory(consultation=evidence.release.survey.consultation, published=True)
    page = board.get(f"/board/evidence/{evidence.pk}/")
    links = [link.get("href") for link in page.parsed.all("a")]
    assert [link for link in links if link.startswith("/desk/")] == []


def test_board_never_learns_of_a_file(board):
    file = cited_file(KeyThemeFactory(), title="unrepeatablewords")
    assert board.get(f"/board/evidence/{file.pk}/").status_code == 404
    page = board.get(f"/board/key-themes/{file.key_theme_id}/")
    assert "unrepeatablewords" not in page.parsed.source
    assert "None yet." in page.parsed.text()
    assert board.get(f"/desk/statement/evidence/{file.pk}/file/").status_code == 403


def test_recalled_evidence_says_so_and_tells_nothing_more(board):
    quote = cited_quote(KeyThemeFactory(), "unrepeatablewords")
    assert "unrepeatablewords" in text_of(board, quote)
    recall_release(quote.release, why="Counted twice.", by=UserFactory(worker=True))
    text = text_of(board, quote)
    assert "Why: Counted twice." in text
    assert "unrepeatablewords" not in text


def test_set_aside_evidence_says_why_and_leaves_the_charts(board):
    key_theme = KeyThemeFactory()
    quote = cited_quote(key_theme, "unrepeatablewords")
    theme = cited_theme(key_theme)
    for one in (quote, theme):
        set_evidence_aside(one, reason="Asked twice.", by=UserFactory(worker=True))
    assert "Why: Asked twice." in text_of(board, theme)
    text = text_of(board, quote)
    assert "unrepeatablewords" not in text
    page = board.get(f"/board/key-themes/{key_theme.pk}/")
    text = page.parsed.text()
    assert text.count("Set aside: Asked twice.") == 2
    assert "unrepeatablewords" not in text
    assert "What children say" not in text
    assert "No evidence from children yet" in text


def test_challenge_is_read_with_its_answer(board):
    evidence = cited_theme(KeyThemeFactory(), stance="challenges")
    assert "nobody has answered yet" in text_of(board, evidence)
    by = UserFactory(worker=True, name="Wilhelmina Quokka")
    answer_challenge(evidence, text="Two teams changed how they visit.", by=by)
    text = text_of(board, evidence)
    assert "Two teams changed how they visit." in text
    assert "nobody has answered" not in text
    assert "Quokka" not in text


def test_what_the_board_agreed_about_it_is_at_the_end_of_the_walk(board):
    evidence = cited_theme(KeyThemeFactory())
    agreed = DecisionFactory(
        key_theme=evidence.key_theme, what="Ask every team by May."
    )
    DecisionFactory(
        meeting=agreed.meeting, key_theme=KeyThemeFactory(), what="Something else."
    )
    text = text_of(board, evidence)
    assert "Decision of the board Ask every team by May." in text
    assert "Something else." not in text


def test_issued_briefing_is_at_the_end_of_the_walk(board):
    evidence = cited_theme(KeyThemeFactory())
    briefing = issued_on(evidence.release, evidence.key_theme)
    page = board.get(f"/board/evidence/{evidence.pk}/")
    assert f"Paper for the board {briefing.title}" in page.parsed.text()
    links = [link.get("href") for link in page.parsed.all("a")]
    assert f"/board/briefings/{briefing.pk}/" in links


def test_briefing_that_is_still_written_is_not_there(board):
    evidence = cited_theme(KeyThemeFactory())
    briefing = BriefingFactory(title="unissuedwords")
    briefing.releases.add(evidence.release)
    assert "unissuedwords" not in text_of(board, evidence)


def test_queries_of_the_walk_stay_few(board, django_assert_max_num_queries):
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    for number in range(4):
        reply = ReplyFactory(published=True)
        PromiseFactory(reply=reply, action=action, text=f"Promise {number}")
    with django_assert_max_num_queries(17):
        assert "Promise 3" in text_of(board, evidence)
