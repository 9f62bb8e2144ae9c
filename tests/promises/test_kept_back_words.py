"""What readers keep back is on no page of themes."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory
from voice.moderation.domain.reading import (
    pass_on_comment,
    undo_decision,
    withhold_comment,
)
from voice.themes.queries import comments_of_theme, themes_by_response

pytestmark = pytest.mark.django_db

PLANTED = "zanzibar"


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def pages_of_themes(desk, tag):
    comment = tag.comment
    addresses = [
        reverse("themes:themes"),
        reverse("themes:codebook", args=[tag.theme.codebook_id]),
        reverse("themes:theme", args=[tag.theme_id]),
        reverse("themes:tagging", args=[comment.question_id]),
        reverse("themes:tagging", args=[comment.question_id], query={"untagged": 1}),
        reverse(
            "themes:tagging",
            args=[comment.question_id],
            query={"comment": str(comment.pk), "removed": f"{tag.theme_id}-0-5"},
        ),
    ]
    for address in addresses:
        page = desk.get(address)
        assert page.status_code == 200
        yield page.content.decode()


def tagged_and_then(verb, **said):
    """Return a tag of a planted comment that was kept, tagged and then kept back."""
    tag = TagFactory(reading__comment__words=f"{PLANTED} is my street")
    reading = tag.comment.reading
    undo_decision(reading, version=2, by=tag.by)
    verb(reading, version=3, by=tag.by, **said)
    return tag


def test_kept_words_do_reach_the_pages_of_themes(desk):
    tag = TagFactory(reading__comment__words=f"{PLANTED} is my street")
    assert any(PLANTED in source for source in pages_of_themes(desk, tag))


def test_passed_on_comment_reaches_no_theme_page(desk):
    tag = tagged_and_then(pass_on_comment)
    assert not any(PLANTED in source for source in pages_of_themes(desk, tag))
    assert list(comments_of_theme(tag.theme, by=tag.by)) == []
    assert themes_by_response(tag.comment.survey) == {}


def test_passed_on_comment_stays_out_when_its_concern_is_decided(desk):
    tag = tagged_and_then(pass_on_comment)
    ConcernFactory(reading=tag.comment.reading, decided=True)
    assert not any(PLANTED in source for source in pages_of_themes(desk, tag))


def test_withheld_words_never_shown_in_themes(desk):
    tag = tagged_and_then(withhold_comment, reason="identifies")
    assert not any(PLANTED in source for source in pages_of_themes(desk, tag))


def test_unread_unfinished_and_uncounted_words_never_shown_in_themes(desk):
    tag = TagFactory()
    edition = tag.comment.response.edition

    def planted(finished):
        response = ResponseFactory(edition=edition, finished=finished)
        return CommentFactory(response=response, words=PLANTED)

    ReadingFactory(comment=planted(finished=True))
    ReadingFactory(comment=planted(finished=False), approved=True)
    ReadingFactory(
        comment=planted(finished=True),
        approved=True,
        may_count=False,
        may_quote=False,
    )
    assert not any(PLANTED in source for source in pages_of_themes(desk, tag))


def test_what_was_redacted_is_shown_in_themes_only_as_it_was_replaced(desk):
    tag = TagFactory(
        reading=ReadingFactory(
            redacted=True,
            comment__words=f"{PLANTED} turns up",
            passages=[(0, len(PLANTED), "[worker]")],
        )
    )
    sources = list(pages_of_themes(desk, tag))
    assert not any(PLANTED in source for source in sources)
    assert any("[worker] turns up" in source for source in sources)
