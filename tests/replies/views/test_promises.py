import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyFactory,
)
from tests.factories.surveys import ConsultationFactory
from voice.replies.models import Promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(sign_in):
    return sign_in(UserFactory(worker=True))


def address(promise):
    return reverse("replies:promise", args=[promise.pk])


def words(in_days, **said):
    return {
        "text": "A bag.",
        "owner_title": "Head of Homes",
        "due_on": in_days(30).isoformat(),
        "action": "",
    } | said


def test_promise_is_added_to_a_reply_not_yet_begun(worker, in_days):
    consultation = ConsultationFactory()
    where = reverse("replies:add_promise", args=[consultation.slug])
    page = worker.post(where, words(in_days))
    assert page.status_code == 302
    assert Promise.objects.get().reply.consultation == consultation


def test_promise_without_an_owner_keeps_what_was_typed(worker, in_days):
    where = reverse("replies:add_promise", args=[ConsultationFactory().slug])
    page = worker.post(where, words(in_days, owner_title=""))
    assert "A bag." in page.parsed.text()
    assert list(Promise.objects.all()) == []


def test_promise_is_changed_before_the_reply_is_out(worker, in_days):
    promise = PromiseFactory()
    worker.post(address(promise), words(in_days, text="A good bag."))
    assert Promise.objects.get().text == "A good bag."


def test_promise_is_dropped_before_the_reply_is_out_and_not_after(worker):
    draft, out = PromiseFactory(), PromiseFactory(reply=ReplyFactory(published=True))
    for promise in (draft, out):
        worker.post(reverse("replies:drop_promise", args=[promise.pk]))
    assert list(Promise.objects.all()) == [out]


def test_standing_is_kept_with_its_reason_in_each_language(worker, in_days):
    promise = PromiseFactory(reply=ReplyFactory(published=True))
    PromiseWordingFactory(promise=promise)
    worker.post(
        address(promise),
        {
            "state": "at_risk",
            "reason": "Nine posts are empty.",
            "new_due_on": in_days(90).isoformat(),
            "reason_ur": "نو جگہیں خالی ہیں۔",
        },
    )
    held = Promise.objects.get()
    assert (held.state, held.new_due_on) == ("at_risk", in_days(90))
    assert held.wordings.get().reason == "نو جگہیں خالی ہیں۔"


def test_moved_date_without_a_reason_is_refused_kindly(worker, in_days):
    promise = PromiseFactory(reply=ReplyFactory(published=True))
    page = worker.post(
        address(promise),
        {"state": "on_track", "reason": "", "new_due_on": in_days(90).isoformat()},
    )
    assert "Say why the date moved." in page.parsed.text()
    assert Promise.objects.get().new_due_on is None


def owned(user):
    from tests.factories.statement import ActionFactory

    return PromiseFactory(
        reply=ReplyFactory(published=True), action=ActionFactory(owner=user)
    )


def test_action_owner_updates_their_own_promises_alone(sign_in):
    owner = UserFactory(owner=True)
    client, mine = sign_in(owner), owned(owner)
    theirs = owned(UserFactory(owner=True))
    assert client.get(address(mine)).status_code == 200
    assert client.get(address(theirs)).status_code == 404
    client.post(address(mine), {"state": "kept"})
    mine.refresh_from_db()
    assert mine.state == "kept"


def test_action_owner_does_not_touch_a_reply_being_written(sign_in):
    owner = UserFactory(owner=True)
    promise = owned(owner)
    promise.reply.published_by = promise.reply.published_at = None
    promise.reply.save()
    assert sign_in(owner).get(address(promise)).status_code == 404
