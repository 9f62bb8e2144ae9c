import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.surveys import in_days
from tests.factories.young_editors import (
    EditorsGroupFactory,
    asked_about,
    reply_to_read,
    said,
)
from voice.replies.domain.replies import word_reply
from voice.young_editors.enums import CameOfIt, Verdict
from voice.young_editors.models import EditorsGroup, EditorsInvitation

pytestmark = pytest.mark.django_db

GROUPS = "/desk/young-editors/"


@pytest.fixture
def writing():
    return reply_to_read()


@pytest.fixture
def desk(sign_in, writing):
    return sign_in(writing[1])


def of(invitation, name="asked"):
    return reverse(f"young_editors:{name}", args=[invitation.pk])


def test_a_house_without_groups_says_what_to_do(desk):
    assert "No group yet" in desk.get(GROUPS).parsed.text()


def test_a_group_is_made_with_its_facts(desk):
    facts = {"name": "Forum", "about_how_many": 6, "supported_by": "Youth worker"}
    page = desk.post(f"{GROUPS}new/", facts | {"languages": ["en", "ur"]})
    group = EditorsGroup.objects.get()
    assert page.url == reverse("young_editors:group", args=[group.pk])
    assert (group.name, group.languages) == ("Forum", ["en", "ur"])


def test_one_person_is_no_group_and_nothing_typed_is_lost(desk):
    facts = {"name": "Forum", "about_how_many": 1, "supported_by": "Youth worker"}
    page = desk.post(f"{GROUPS}new/", facts | {"languages": ["en"]})
    assert page.status_code == 422
    assert "two people or more" in page.parsed.text()
    assert "Youth worker" in page.parsed.source


def test_a_worker_asks_a_group_and_reads_its_code_once(desk, writing):
    reply, _by = writing
    group = EditorsGroupFactory()
    asked = {
        "thing": f"reply:{reply.pk}",
        "languages": ["en"],
        "expires_on": str(in_days(7)),
    }
    page = desk.post(reverse("young_editors:group", args=[group.pk]), asked)
    invitation = EditorsInvitation.objects.get()
    assert page.url == of(invitation)
    told = desk.post(of(invitation, "code"))
    assert "no-store" in told.headers["Cache-Control"]
    assert f"/c/#{told.context['code']}" in told.parsed.source
    assert told.context["code"] not in desk.get(of(invitation)).parsed.source


def test_what_cannot_be_shown_is_said_beside_its_box(desk, writing):
    reply, _by = writing
    group = EditorsGroupFactory()
    asked = {
        "thing": f"reply:{reply.pk}",
        "languages": ["ur"],
        "expires_on": str(in_days(7)),
    }
    page = desk.post(reverse("young_editors:group", args=[group.pk]), asked)
    assert page.status_code == 422
    assert "not written in one of these languages" in page.parsed.text()


def test_only_what_one_writes_is_offered(sign_in, writing):
    group = EditorsGroupFactory()
    outsider = sign_in(UserFactory(outsider=True))
    page = outsider.get(reverse("young_editors:group", args=[group.pk]))
    assert writing[0].consultation.title not in page.parsed.source


def test_a_changed_word_is_told_as_a_yes_to_earlier_words(desk, writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation)
    word_reply(
        reply,
        language="en",
        you_said="Moves come with no warning.",
        we_did="Bags.",
        next="May.",
        by=by,
    )
    page = desk.get(of(invitation))
    assert "They said yes to an earlier wording" in page.parsed.text()
    assert "<del>" in page.parsed.source
    lists = [GROUPS, reverse("young_editors:group", args=[invitation.group_id])]
    assert "their yes does not count any more" in desk.get(lists[0]).parsed.text()
    assert "Yes, to earlier words" in desk.get(lists[1]).parsed.text()
    desk.post(of(invitation, "again"))
    assert "earlier wording" not in desk.get(of(invitation)).parsed.text()


def test_a_comment_is_answered_and_a_no_without_a_reason_is_asked_for_one(
    desk, writing
):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    comment = said(invitation, Verdict.NOT_YET, whole="Softer").comments.get()
    tell, name = of(comment, "tell"), f"c{comment.pk}"
    page = desk.post(tell, {f"{name}-came_of_it": "not_changed", f"{name}-told": ""})
    assert page.status_code == 422
    assert "why it was not changed" in page.parsed.text()
    desk.post(tell, {f"{name}-came_of_it": "changed", f"{name}-told": "Yes"})
    comment.refresh_from_db()
    assert comment.came_of_it == CameOfIt.CHANGED


def test_a_yes_to_the_words_of_now_is_not_said_to_have_ended(desk, writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation)
    assert "their yes does not count" not in desk.get(GROUPS).parsed.text()
    group = reverse("young_editors:group", args=[invitation.group_id])
    assert "earlier words" not in desk.get(group).parsed.text()


def test_the_list_of_groups_says_what_waits(desk, writing):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    said(invitation, Verdict.NOT_YET, whole="Softer")
    assert "They wait for your answer" in desk.get(GROUPS).parsed.text()


def test_the_page_of_an_answer_costs_few_queries(
    desk, writing, django_assert_max_num_queries
):
    reply, by = writing
    invitation, _code = asked_about(reply, by=by)
    keys = [one.key for one in invitation.shown.get().read()]
    said(invitation, Verdict.NOT_YET, **dict.fromkeys(keys, "Softer"))
    desk.get(of(invitation))
    with django_assert_max_num_queries(40):
        desk.get(of(invitation))
