from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, HeadlineFactory, MeetingFactory
from tests.factories.replies import PromiseFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
    ReleaseFactory,
    StatementFactory,
    cited_quote,
    cited_theme,
    tables,
)
from tests.factories.surveys import ConsultationFactory, EditionFactory
from voice.releases.models import Release
from voice.statement.domain.evidence import choose_headline, cite_quote
from voice.statement.logic.frozen import theme_cited
from voice.statement.models import Evidence
from voice.statement.templatetags.statement_words import day

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(sign_in):
    return sign_in(UserFactory(board=True))


def page_of(client, key_theme):
    return client.get(f"/board/key-themes/{key_theme.pk}/")


def test_without_a_statement_the_board_is_told_what_will_come(board):
    page = board.get("/board/")
    assert "There is nothing to read yet" in page.parsed.text()


def test_first_page_tells_each_key_theme_in_words(board):
    statement = StatementFactory()
    voice = KeyThemeFactory(statement=statement, title="Voice of children")
    door = KeyThemeFactory(statement=statement, title="Front door")
    ActionFactory(area__key_theme=voice, red=True, late=True)
    ActionFactory(area__key_theme=voice, green=True)
    cited_quote(voice, "come wen u say")
    page = board.get("/board/")
    first, second = page.context["front"].themes
    assert (first.key_theme, second.key_theme) == (voice, door)
    assert first.standing.counts == [("red", 1), ("green", 1)]
    assert first.voices.headline.frozen["words"] == "come wen u say"
    text = page.parsed.text()
    for words in (
        "1 Voice of children",
        "2 Front door",
        "Red: 1",
        "1 action late",
        "About 150 of 470 answered.",
        "No evidence from children yet",
        "Who is missing: Those living outside Calderwick",
    ):
        assert words in text


def test_what_was_cited_before_releases_told_of_kept_back_words_is_shown(board):
    evidence = cited_theme(KeyThemeFactory())
    del evidence.frozen["withheld"]
    QuerySet(Evidence).filter(pk=evidence.pk).update(frozen=evidence.frozen)
    page = page_of(board, evidence.key_theme)
    assert page.status_code == 200
    assert "Workers keep changing" in page.parsed.text()


def test_releases_made_before_they_told_of_kept_back_words_can_be_cited():
    release = ReleaseFactory(days_ago=1)
    del release.tables["withheld"]
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    old = Release.objects.get(pk=release.pk)
    source = {"number": old.number, "hash": old.content_hash, "issued_on": "2026-03-14"}
    frozen = theme_cited(old.tables, "Workers keep changing", source)
    assert frozen["withheld"] == []


def test_key_theme_is_a_gap_when_the_newest_release_is_older_than_six_months(
    board, today
):
    old = KeyThemeFactory()
    new = KeyThemeFactory(statement=old.statement)
    before = cited_theme(old, release=ReleaseFactory(days_ago=184))
    cited_theme(new, release=ReleaseFactory(days_ago=183))
    page = board.get("/board/")
    assert [theme.key_theme for theme in page.context["front"].gaps] == [old]
    words = f"Nothing new from children since {day(before.frozen['issued_on'])}"
    assert words in page.parsed.text()
    assert words in page_of(board, old).parsed.text()
    assert "Nothing new from children" not in page_of(board, new).parsed.text()


def test_late_reply_is_asked_about_before_there_is_any_statement(board):
    consultation = ConsultationFactory(overdue=True, title="How is it where I live")
    EditionFactory(survey__consultation=consultation)
    text = board.get("/board/").parsed.text()
    assert "How is it where I live 5 days late" in text


def test_late_consultation_and_late_action_are_asked_about_first(board):
    action = ActionFactory(late=True, title="Old and new worker visit together")
    consultation = ConsultationFactory(overdue=True, title="How is it where I live")
    EditionFactory(survey__consultation=consultation)
    front = board.get("/board/").context["front"]
    assert [(one.consultation, one.days) for one in front.overdue] == [
        (consultation, 5)
    ]
    text = board.get("/board/").parsed.text()
    assert "How is it where I live 5 days late" in text
    assert f"{action.title} 20 days late" in text


def test_what_to_ask_about_leads_to_its_key_theme(board):
    action = ActionFactory(late=True)
    promise = PromiseFactory(action=action, late=True, reply__published=True)
    page = board.get("/board/").parsed
    address = f"/board/key-themes/{action.area.key_theme_id}/"
    asked = [one for one in page.all("dl") if one.get("class") == "asks"]
    told = [page.text(one) for one in asked[0].iter("a") if one.get("href") == address]
    assert {action.title, promise.text} <= set(told)


def test_key_theme_page_tells_figures_quotes_actions_and_measures(board):
    key_theme = KeyThemeFactory()
    reading = MeasureReadingFactory(
        measure__action__area__key_theme=key_theme,
        measure__action__late=True,
        measure__action__red=True,
    )
    cited_theme(key_theme)
    cited_quote(key_theme, "text me back??")
    text = page_of(board, key_theme).parsed.text()
    for words in (
        "text me back??",
        "Workers keep changing",
        "45 (30%)",
        "About 150 of 470 answered",
        "Who is missing: Those living outside Calderwick",
        "20 days late",
        "Nine posts are empty.",
        reading.measure.title,
        "65%",
        "75%",
        "90%",
        "release 1 of My social worker and me",
        "What should your worker do more of?",
    ):
        assert words in text


def test_page_opens_with_the_chosen_quote_and_shows_it_once(board):
    key_theme = KeyThemeFactory()
    chosen = cited_quote(key_theme, "the chosen words")
    cited_quote(key_theme, "newer words")
    choose_headline(key_theme, evidence=chosen, by=UserFactory(worker=True))
    page = page_of(board, key_theme)
    voices = page.context["page"].voices
    assert voices.headline == chosen
    assert [one.frozen["words"] for one in voices.quotes] == ["newer words"]


def test_without_a_chosen_quote_the_page_opens_with_the_newest(board):
    key_theme = KeyThemeFactory()
    cited_quote(key_theme, "older words", released={"days_ago": 40})
    cited_quote(key_theme, "newer words", released={"days_ago": 10})
    voices = page_of(board, key_theme).context["page"].voices
    assert voices.headline.frozen["words"] == "newer words"


def test_without_a_quote_nothing_is_invented(board):
    key_theme = KeyThemeFactory()
    cited_theme(key_theme)
    page = page_of(board, key_theme)
    assert page.context["page"].voices.headline is None
    assert page.parsed.all("blockquote") == []


def test_at_most_four_quotes_follow_the_first(board):
    key_theme = KeyThemeFactory()
    for number in range(7):
        cited_quote(key_theme, f"quote {number}")
    page = page_of(board, key_theme)
    assert len(page.parsed.all("blockquote")) == 5


def test_what_two_actions_cite_is_told_once(board):
    key_theme = KeyThemeFactory()
    release = ReleaseFactory(quotes=["come wen u say"])
    worker = UserFactory(worker=True)
    for _ in range(2):
        cite_quote(
            release.quotes.get(),
            key_theme=key_theme,
            action=ActionFactory(area__key_theme=key_theme),
            stance="supports",
            by=worker,
        )
    page = page_of(board, key_theme)
    assert len(page.parsed.all("blockquote")) == 1
    assert len(page.context["page"].voices.pieces) == 2


def test_words_only_release_shows_no_digits_of_reach(board):
    key_theme = KeyThemeFactory()
    edition = EditionFactory()
    told = tables(edition.survey)
    small = {"code": "small_group", "number": None, "words": "a small number"}
    hidden = {"code": "not_shown", "number": None, "words": "not shown"}
    told["kind"] = "words_only"
    told["reach"] |= {"answered": small, "asked": hidden, "share": hidden}
    told["wrote"] = small
    told["themes"][0] |= {
        "count": {"code": "about_half", "number": None, "words": "about half"},
        "percent": None,
        "share": None,
    }
    cited_theme(
        key_theme,
        release=ReleaseFactory(edition=edition, tables=told, kind="words_only"),
    )
    text = page_of(board, key_theme).parsed.text()
    assert "Workers keep changing about half" in text
    assert "A small number answered, so only words are told." in text
    assert "470" not in text


def test_missing_key_theme_is_not_found(board):
    assert board.get("/board/key-themes/99/", follow=True).status_code == 404


@pytest.mark.parametrize("trait", ["editor", "officer"])
def test_others_get_a_way_back(sign_in, trait):
    page = sign_in(UserFactory(**{trait: True})).get("/board/")
    assert page.status_code == 403
    assert "/desk/" in [link.get("href") for link in page.parsed.all("a")]


def test_board_member_opens_no_desk_page(board):
    for address in ("/desk/statement/", "/desk/statement/my-actions/"):
        assert board.get(address).status_code == 403


def test_board_member_is_shown_no_way_into_the_desk(board):
    key_theme = KeyThemeFactory()
    cited_theme(key_theme)
    for address in ("/board/", f"/board/key-themes/{key_theme.pk}/"):
        links = [link.get("href") for link in board.get(address).parsed.all("a")]
        assert [link for link in links if link.startswith("/desk")] == []


def test_board_pages_cannot_be_posted_to(board):
    assert board.post("/board/").status_code == 405


@pytest.mark.parametrize(("themes", "actions"), [(1, 1), (6, 8)])
def test_queries_stay_flat_with_many_actions(
    board, themes, actions, django_assert_max_num_queries
):
    statement = StatementFactory()
    for _ in range(themes):
        key_theme = KeyThemeFactory(statement=statement)
        for _ in range(actions):
            action = ActionFactory(area__key_theme=key_theme, late=True)
            MeasureReadingFactory(measure__action=action)
        cited_theme(key_theme, action=action)
        cited_quote(key_theme, action=action)
    last = MeetingFactory()
    DecisionFactory(meeting=last, key_theme=key_theme)
    HeadlineFactory(key_theme=key_theme)
    PromiseFactory(late=True, reply__published=True, action=action)
    for address in ("/board/", f"/board/key-themes/{key_theme.pk}/"):
        assert board.get(address).status_code == 200
        with django_assert_max_num_queries(19):
            assert board.get(address).status_code == 200


def test_a_moment_before_midnight_is_dated_in_london():
    release = ReleaseFactory()
    evidence = cited_theme(KeyThemeFactory(), release=release)
    local = timezone.localdate(release.issued_at)
    assert evidence.frozen["issued_on"] == local.isoformat()
    assert timezone.localdate() - local == timedelta(days=20)
