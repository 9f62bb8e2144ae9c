import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.themes.logic import alike
from voice.themes.models import Tag
from voice.themes.queries import alike as likeness
from voice.themes.views import arrangement, tagging_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def tag():
    return TagFactory(reading__comment__words="the food is cold")


def more(tag, *texts):
    """Return kept readings of the same question, in these words."""
    edition = tag.comment.response.edition
    return [
        ReadingFactory(
            approved=True,
            comment=CommentFactory(
                response=ResponseFactory(edition=edition, finished=True), words=words
            ),
        )
        for words in texts
    ]


def tagging(said, /, **query):
    return reverse("themes:tagging", args=[said.question_id], query=query or None)


def told(page):
    """Return the words of the comments, in the order of the page."""
    return [
        page.parsed.text(one)
        for one in page.parsed.all("p")
        if one.get("class") == "tagging-words"
    ]


def link(page, words):
    """Return the address of the first link with these words; nothing without one."""
    return next(
        (
            one.get("href")
            for one in page.parsed.all("a")
            if page.parsed.text(one) == words
        ),
        None,
    )


def test_comments_are_shown_in_the_order_chosen(desk, tag):
    more(tag, "second", "third")
    assert told(desk.get(tagging(tag.comment))) == [
        "the food is cold",
        "second",
        "third",
    ]
    page = desk.get(tagging(tag.comment, order="newest"))
    assert told(page) == ["third", "second", "the food is cold"]


def test_an_order_or_a_choice_that_there_is_not_is_left_out(desk, tag):
    page = desk.get(
        tagging(tag.comment, order="zanzibar", helped="x", seed="9" * 5000, like="y")
    )
    assert told(page) == ["the food is cold"]


def test_shuffled_it_gets_a_number_by_which_everybody_sees_the_same(desk, tag):
    page = desk.get(tagging(tag.comment, order="random"))
    assert page.status_code == 302
    page = desk.get(page.url)
    assert "with it a colleague sees the same order" in page.parsed.text()


def test_hardest_first_is_not_offered_without_suggestions_and_says_why(desk, tag):
    page = desk.get(tagging(tag.comment))
    assert "once there are suggestions for this question" in page.parsed.text()
    values = [one.get("value") for one in page.parsed.all("option")]
    assert "hardest" not in values
    assert "alike" in values


def test_too_many_comments_are_not_compared_and_the_page_says_so(
    desk, tag, monkeypatch
):
    more(tag, "second", "third")
    for module in (alike, likeness, arrangement):
        monkeypatch.setattr(module, "ALIKE_MOST", 2)
    page = desk.get(tagging(tag.comment, order="alike"))
    assert "Only up to 2 comments are compared" in page.parsed.text()
    assert told(page) == ["the food is cold", "second", "third"]
    assert link(page, "Find more like this one") is None


def test_more_like_this_one_is_a_link_away(desk, tag):
    more(tag, "my worker changed", "cold food every day")
    page = desk.get(tagging(tag.comment, comment=tag.comment_id))
    page = desk.get(
        tagging(tag.comment).split("?")[0] + link(page, "Find more like this one")
    )
    assert told(page)[:2] == ["the food is cold", "cold food every day"]


def test_a_narrow_choice_that_holds_nothing_says_so(desk, tag):
    page = desk.get(tagging(tag.comment, language="pl"))
    assert "No comment is like that" in page.parsed.text()
    assert "Only some of them" in page.parsed.text()
    page = desk.get(tagging(tag.comment, untagged=1))
    assert "Every comment here has a theme" in page.parsed.text()


def test_one_at_a_time_goes_on_to_the_next(desk, tag):
    more(tag, "second", "third")
    page = desk.get(tagging(tag.comment, one=1))
    assert told(page) == ["the food is cold"]
    address = tagging(tag.comment)
    page = desk.get(address + link(page, "Next comment"))
    assert told(page) == ["second"]
    page = desk.get(address + link(page, "Next comment"))
    assert told(page) == ["third"]
    assert link(page, "Next comment") is None


def test_of_those_without_a_theme_none_is_passed_over(desk, tag):
    second, _third, _fourth = more(tag, "second", "third", "fourth")
    page = desk.get(tagging(tag.comment, one=1, untagged=1))
    assert told(page) == ["second"]
    page = desk.post(
        reverse("themes:tag", args=[second.comment_id]),
        {"theme": tag.theme_id, "one": 1, "untagged": 1, "page": 1},
        follow=True,
    )
    assert told(page) == ["second"]
    page = desk.get(tagging(tag.comment) + link(page, "Next comment"))
    assert told(page) == ["third"]


def test_where_a_comment_stands_is_found_without_its_page(desk, tag, monkeypatch):
    monkeypatch.setattr(tagging_page, "ON_A_PAGE", 2)
    *_others, last = more(tag, "second", "third", "last")
    page = desk.get(tagging(tag.comment, comment=last.comment_id))
    assert told(page) == ["third", "last"]


def test_tagging_leads_back_to_the_same_arrangement(desk, tag):
    page = desk.post(
        reverse("themes:tag", args=[tag.comment_id]),
        {
            "theme": tag.theme_id,
            "order": "random",
            "seed": "7",
            "age": "11-17",
            "language": "en",
            "helped": "unhelped",
            "untagged": "1",
            "one": "1",
            "page": "1",
        },
    )
    made = Tag.objects.get()
    assert (
        page.url
        == tagging(
            tag.comment,
            order="random",
            seed=7,
            untagged=1,
            age="11-17",
            language="en",
            helped="unhelped",
            one=1,
            comment=tag.comment_id,
            tagged=made.pk,
            page=1,
        )
        + f"#c-{tag.comment_id}"
    )


def test_a_theme_found_in_the_list_tags_without_any_script(desk, tag):
    (reading,) = more(tag, "second")
    address = reverse("themes:tag", args=[reading.comment_id])
    page = desk.post(address, {"found": "", "from_word": 0, "to_word": 6}, follow=True)
    assert "Choose one of the themes." in page.parsed.text()
    desk.post(address, {"found": tag.theme_id, "from_word": 0, "to_word": 6})
    made = reading.comment.tags.get()
    assert (made.theme, made.start, made.end) == (tag.theme, 0, Tag.WHOLE)


def test_a_passage_runs_from_one_word_to_another(desk, tag):
    address = reverse("themes:tag", args=[tag.comment_id])
    page = desk.get(tagging(tag.comment))
    ends = [
        (one.get("value"), page.parsed.text(one))
        for one in page.parsed.all("option")
        if page.parsed.text(one) in {"2 food", "4 cold"}
    ]
    assert ends == [
        ("4", "2 food"),
        ("12", "4 cold"),
        ("8", "2 food"),
        ("16", "4 cold"),
    ]
    said = {"found": tag.theme_id, "start": "", "end": ""}
    desk.post(address, said | {"from_word": 4, "to_word": 16})
    made = tag.comment.tags.latest("pk")
    assert tag.comment.reading.kept_text()[made.start : made.end] == "food is cold"
    page = desk.post(address, said | {"from_word": 12, "to_word": 8}, follow=True)
    assert "Select some of the comment's words first." in page.parsed.text()


def test_a_page_asks_as_often_of_many_comments_as_of_one(
    desk, tag, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for order in ("oldest", "newest", "hardest", "random"):
        address = tagging(tag.comment, order=order, seed=1)
        desk.get(address)
        with CaptureQueriesContext(connection) as of_few:
            desk.get(address)
        more(tag, *(f"one more {number}" for number in range(5)))
        with django_assert_num_queries(len(of_few)):
            desk.get(address)
