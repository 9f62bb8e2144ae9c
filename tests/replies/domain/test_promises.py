from datetime import date

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyFactory,
)
from voice.audit.models import Entry
from voice.replies.domain.errors import PromiseRefused, ReplyIsPublished
from voice.replies.domain.promises import (
    change_promise,
    drop_promise,
    make_promise,
    update_promise,
    word_promise,
)
from voice.replies.enums import PromiseState
from voice.replies.models import Promise

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WORDS = {"text": "A bag.", "owner_title": "Head of Homes", "due_on": date(2026, 5, 1)}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def published():
    return PromiseFactory(reply=ReplyFactory(published=True))


def test_promise_is_made_changed_and_dropped_before_the_reply_is_out(worker):
    promise = make_promise(ReplyFactory(), by=worker, **WORDS)
    change_promise(promise, by=worker, **WORDS | {"text": "A good bag."})
    assert Promise.objects.get().text == "A good bag."
    word_promise(promise, language="ur", text="ایک بیگ", by=worker)
    drop_promise(promise, by=worker)
    assert list(Promise.objects.all()) == []
    assert list(Entry.objects.values_list("verb", flat=True)) == [
        "replies.promise",
        "replies.change_promise",
        "replies.word_promise",
        "replies.drop_promise",
    ]


def test_promise_without_an_owner_is_refused(worker):
    with pytest.raises(PromiseRefused):
        make_promise(ReplyFactory(), by=worker, **WORDS | {"owner_title": " "})
    assert list(Promise.objects.all()) == []


def test_published_promise_keeps_its_words_owner_and_date(worker, published):
    with pytest.raises(ReplyIsPublished):
        make_promise(published.reply, by=worker, **WORDS)
    with pytest.raises(ReplyIsPublished):
        change_promise(published, by=worker, **WORDS)
    with pytest.raises(ReplyIsPublished):
        drop_promise(published, by=worker)
    assert Promise.objects.get().text.startswith("No more bin bags")


def test_update_promise_says_how_it_stands(worker, published):
    update_promise(published, state=PromiseState.KEPT, by=worker)
    assert Promise.objects.get().state == PromiseState.KEPT
    assert Entry.objects.get().details == {
        "before": "on_track",
        "state": "kept",
        "new_due_on": None,
    }


def test_broken_promise_and_moved_date_need_a_reason(worker, published, in_days):
    with pytest.raises(PromiseRefused, match="Say why it was broken"):
        update_promise(published, state=PromiseState.BROKEN, by=worker)
    with pytest.raises(PromiseRefused, match="Say why the date moved"):
        update_promise(
            published, state=PromiseState.AT_RISK, new_due_on=in_days(90), by=worker
        )
    update_promise(
        published,
        state=PromiseState.AT_RISK,
        new_due_on=in_days(90),
        reason="Nine posts are empty.",
        by=worker,
    )
    held = Promise.objects.get()
    assert (held.new_due_on, held.due_on) == (in_days(90), in_days(40))


def test_new_date_before_the_first_is_refused(worker, published, in_days):
    with pytest.raises(PromiseRefused, match="after the first"):
        update_promise(
            published,
            state=PromiseState.ON_TRACK,
            new_due_on=in_days(1),
            reason="Sooner.",
            by=worker,
        )


def test_only_the_reason_of_a_published_wording_may_change(worker, published):
    said = PromiseWordingFactory(promise=published)
    word_promise(published, language="ur", text=said.text, reason="وجہ", by=worker)
    assert published.wordings.get().reason == "وجہ"
    with pytest.raises(ReplyIsPublished):
        word_promise(published, language="ur", text="کچھ اور", by=worker)
    assert published.wordings.get().text == said.text


def test_empty_words_for_a_promise_are_refused(worker):
    with pytest.raises(PromiseRefused):
        word_promise(PromiseFactory(), language="ur", text="  ", by=worker)
