import pytest

from tests.factories.replies import ReleaseFactory, ReplyFactory, ReplyWordingFactory
from voice.replies.queries import replies_told, themes_replied_to

pytestmark = pytest.mark.django_db


def published(**words):
    """Return a published reply worded so."""
    reply = ReplyFactory(release=ReleaseFactory(), published=True)
    ReplyWordingFactory(reply=reply, **words)
    return reply


def test_replies_are_told_by_age_and_by_theme(today):
    young = published(age_bands=["8-11"], you_said="Short.")
    old = published(age_bands=["11-17"])
    ReplyWordingFactory()

    def told(**how):
        return [one.reply for one in replies_told(language="en", on=today, **how)]

    assert told() == [old, young]
    assert told(band="8-11") == [young]
    assert told(theme="moves") == [old, young]
    assert told(theme="nothing") == []
    (one,) = replies_told(language="ur", on=today, band="8-11")
    assert one.told.words.you_said == "Short."
    assert themes_replied_to([one]) == {"moves": "Moves"}
    assert one.answered_in == {"moves": "we_did"}


def test_replies_ask_no_more_of_the_database_as_they_grow(
    today, django_assert_max_num_queries
):
    published()
    with django_assert_max_num_queries(9) as one:
        replies_told(language="en", on=today)
    published()
    with django_assert_max_num_queries(len(one)):
        replies_told(language="en", on=today)
