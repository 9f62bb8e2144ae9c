import pytest
from django.urls import reverse

from surveys.models import Comment, SurveyMember
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain.basket import mark_quote
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.models import BasketQuote, CommentMemo

pytestmark = pytest.mark.django_db
BASKET = "/desk/themes/basket/"


@pytest.fixture
def worker():
    return UserFactory(worker=True, name="Noor Ellery")


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


@pytest.fixture
def reading():
    return ReadingFactory(
        approved=True, comment__words="the food is cold", comment__may_quote=True
    )


def quotes(page):
    """Return what the basket shows of each quote."""
    return [page.parsed.text(one) for one in page.parsed.all("blockquote")]


def test_a_passage_is_put_in_the_basket_and_taken_out_while_tagging(desk, reading):
    page = desk.post(
        reverse("themes:mark", args=[reading.comment_id]),
        {"start": 4, "end": 8, "order": "newest", "page": 1},
        follow=True,
    )
    assert "In the quote basket: food" in page.parsed.text()
    assert "order=newest" in page.redirect_chain[-1][0]
    quote = BasketQuote.objects.get()
    page = desk.post(reverse("themes:unmark", args=[quote.pk]), {"one": 1}, follow=True)
    assert "In the quote basket" not in page.parsed.text()
    assert "one=1" in page.redirect_chain[-1][0]
    assert not BasketQuote.objects.exists()


def test_a_passage_that_is_none_is_not_marked_and_said_so(desk, reading):
    for start, end in (("4", "99"), ("x", "8")):
        page = desk.post(
            reverse("themes:mark", args=[reading.comment_id]),
            {"start": start, "end": end},
            follow=True,
        )
        assert "Select some of the comment's words first." in page.parsed.text()
    assert not BasketQuote.objects.exists()


def test_the_basket_tells_who_may_be_quoted_and_what_was_taken_out(desk, reading):
    edition, by = reading.comment.response.edition, reading.decided_by
    mark_quote(reading.comment, by=by, start=4, end=8)
    said = {
        "no consent": {"comment__may_quote": False, "approved": True},
        "not by the reader": {
            "comment__may_quote": True,
            "redacted": True,
            "may_quote": False,
        },
        "undone": {"comment__may_quote": True, "approved": True},
    }
    made = {}
    for words, parts in said.items():
        response = ResponseFactory(edition=edition, finished=True)
        made[words] = ReadingFactory(
            comment=CommentFactory(
                response=response,
                words=words,
                may_quote=parts.pop("comment__may_quote"),
            ),
            **parts,
        )
        mark_quote(made[words].comment, by=by)
    undone = made["undone"]
    undo_decision(undone, version=undone.version, by=by)
    page = desk.get(BASKET)
    text = page.parsed.text()
    assert quotes(page) == ["[name]by the reader", "no consent", "food"]
    assert "undone" not in text
    for told in (
        "May be quoted",
        "The young person did not say it may be quoted",
        "The reader decided it is not for quoting",
        "Not for quoting now: it is to be read again",
        "A reader took some words out",
    ):
        assert text.count(told) == 1, told


def test_the_basket_is_looked_through_by_question_and_emptied(desk, reading):
    mark_quote(reading.comment, by=reading.decided_by)
    other = ReadingFactory(approved=True, comment__words="zanzibar")
    mark_quote(other.comment, by=other.decided_by)
    assert quotes(desk.get(BASKET)) == ["zanzibar", "the food is cold"]
    page = desk.get(f"{BASKET}?question={reading.comment.question_id}")
    assert quotes(page) == ["the food is cold"]
    quote = BasketQuote.objects.get(comment=reading.comment)
    page = desk.post(
        reverse("themes:unmark", args=[quote.pk]), {"from_basket": 1}, follow=True
    )
    assert page.parsed.heading == "Quote basket"
    assert quotes(page) == ["zanzibar"]


def test_an_empty_basket_says_what_to_do(desk):
    assert "The basket is empty" in desk.get(BASKET).parsed.text()


def test_words_of_surveys_of_others_are_not_in_ones_basket(desk, worker, reading):
    mark_quote(reading.comment, by=reading.decided_by)
    SurveyMember.objects.filter(survey=reading.comment.survey, user=worker).delete()
    assert quotes(desk.get(BASKET)) == []
    quote = BasketQuote.objects.get()
    page = desk.post(reverse("themes:unmark", args=[quote.pk]))
    assert page.status_code == 404
    assert BasketQuote.objects.exists()


def test_the_basket_costs_the_same_for_many_as_for_few(
    desk, reading, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    mark_quote(reading.comment, by=reading.decided_by)
    desk.get(BASKET)
    with CaptureQueriesContext(connection) as of_one:
        desk.get(BASKET)
    for _ in range(4):
        response = ResponseFactory(
            edition=reading.comment.response.edition, finished=True
        )
        more = ReadingFactory(approved=True, comment=CommentFactory(response=response))
        mark_quote(more.comment, by=reading.decided_by)
    with django_assert_num_queries(len(of_one)):
        desk.get(BASKET)


def test_a_memo_is_written_and_seen_beside_the_comment(desk, reading):
    address = reverse("themes:memo", args=[reading.comment_id])
    page = desk.get(f"{address}?order=newest&page=1")
    assert "the food is cold" in page.parsed.text()
    page = desk.post(
        address, {"words": "zanzibar quokka", "order": "newest"}, follow=True
    )
    assert "order=newest" in page.redirect_chain[-1][0]
    assert "zanzibar quokka" in page.parsed.text()
    assert "Noor Ellery" in page.parsed.text()
    assert "zanzibar quokka" in desk.get(address).parsed.text()


def test_a_memo_that_is_refused_is_kept_in_its_box(desk, reading):
    address = reverse("themes:memo", args=[reading.comment_id])
    page = desk.post(address, {"words": "zanzibar" * 300, "one": "1"})
    assert "zanzibar" * 300 in page.parsed.source
    assert [
        box.get("value") for box in page.parsed.all("input") if box.get("name") == "one"
    ] == ["1"]
    page = desk.post(address, {"words": " "})
    assert "Write something first." in page.parsed.text()
    assert not CommentMemo.objects.exists()


def test_no_memo_is_shown_or_written_where_the_comment_is_not_kept(desk, reading):
    write_comment_memo(reading.comment, words="zanzibar", by=reading.decided_by)
    undo_decision(reading, version=reading.version, by=reading.decided_by)
    address = reverse("themes:memo", args=[reading.comment_id])
    assert desk.get(address).status_code == 404
    assert desk.post(address, {"words": "more"}).status_code == 404
    assert CommentMemo.objects.count() == 1


def test_how_a_comment_was_said_is_told_where_it_was_not_in_writing(desk, reading):
    Comment.objects.filter(pk=reading.comment_id).update(kind="voice")
    page = desk.get(reverse("themes:tagging", args=[reading.comment.question_id]))
    assert "A reader's transcript" in page.parsed.text()
