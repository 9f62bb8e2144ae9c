import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import several
from voice.audit.models import Entry
from voice.moderation.domain.assigning import SCREENFUL
from voice.moderation.models import Opening, Reading

pytestmark = pytest.mark.django_db

SCREEN = reverse("moderation:screenful")
TAKE = reverse("moderation:take_many")
APPROVE = reverse("moderation:approve_many")


def open_here(desk, *readings):
    for reading in readings:
        desk.post(reverse("moderation:open_here", args=[reading.comment_id]))


def approve(desk, *readings, **said):
    names = [f"{one.comment_id}:{one.version}" for one in readings]
    return desk.post(APPROVE, {"comment": names, "may_count": "on"} | said, follow=True)


def states(*readings):
    return [Reading.objects.get(pk=one.pk).state for one in readings]


def test_a_screenful_shows_no_words_before_each_is_opened(desk, worker):
    first, _second = several(2, words="zanzibar")
    desk.post(TAKE)
    assert "zanzibar" not in desk.get(SCREEN).parsed.source
    open_here(desk, first)
    page = desk.get(SCREEN)
    assert page.parsed.text().count("zanzibar") == 1
    assert Opening.objects.get().reading == first
    assert Entry.objects.filter(verb="moderation.read", actor=worker).count() == 1
    seen = Entry.objects.filter(verb="moderation.read_again").latest("at")
    assert seen.details == {"readings": [first.pk]}


def test_those_that_were_opened_are_approved_together_and_undone_together(desk):
    readings = several(4)
    desk.post(TAKE)
    open_here(desk, *readings[:3])
    page = approve(desk, *readings[:3], may_quote="on")
    assert states(*readings) == ["approved"] * 3 + ["waiting"]
    assert "Approved. 3 comments. Undo" in page.parsed.text()
    first = Reading.objects.get(pk=readings[0].pk)
    assert (first.may_count, first.may_quote, first.kept_text()) == (
        True,
        True,
        "come wen u say",
    )
    names = [
        box.get("value")
        for box in page.parsed.all("input")
        if box.get("name") == "decided"
    ]
    page = desk.post(reverse("moderation:undo_now"), {"decided": names}, follow=True)
    assert "3 comments wait again." in page.parsed.text()
    assert states(*readings) == ["waiting"] * 4


def test_one_that_was_not_opened_is_refused_kindly_and_stops_no_other(desk):
    opened, unopened = several(2)
    desk.post(TAKE)
    open_here(desk, opened)
    page = approve(desk, opened, unopened)
    assert states(opened, unopened) == ["approved", "waiting"]
    assert "You have not opened this one as it is now." in page.parsed.text()


def test_somebody_elses_opening_is_not_mine(desk, sign_in):
    (reading,) = several(1)
    open_here(sign_in(UserFactory(worker=True)), reading)
    desk = sign_in(UserFactory(worker=True))
    approve(desk, reading)
    assert states(reading) == ["waiting"]


def test_words_that_changed_since_they_were_opened_are_not_approved(desk):
    (reading,) = several(1)
    open_here(desk, reading)
    Reading.objects.filter(pk=reading.pk).update(version=2)
    reading.refresh_from_db()
    approve(desk, reading)
    reading.version = 1
    approve(desk, reading)
    assert states(reading) == ["waiting"]


@pytest.mark.parametrize("words", ["he hits me", "ring me on 07700 900417"])
def test_what_screening_put_forward_is_decided_on_its_own_page(desk, words):
    (reading,) = several(1, words=words)
    desk.post(TAKE)
    open_here(desk, reading)
    page = desk.get(SCREEN)
    assert "Please decide this one on its own page." in page.parsed.text()
    page = approve(desk, reading)
    assert "Screening noticed something in this one." in page.parsed.text()
    assert states(reading) == ["waiting"]


def test_more_than_a_screenful_is_refused_whole(desk):
    readings = several(SCREENFUL + 1)
    open_here(desk, *readings)
    page = approve(desk, *readings)
    assert page.status_code == 422
    assert "more than one screenful" in page.parsed.text()
    assert set(states(*readings)) == {"waiting"}


def test_a_yes_to_quoting_holds_only_where_the_child_said_yes(desk):
    (yes,), (no,) = several(1, may_quote=True), several(1, may_quote=False)
    open_here(desk, yes, no)
    approve(desk, yes, no, may_quote="on")
    assert [Reading.objects.get(pk=one.pk).may_quote for one in (yes, no)] == [
        True,
        False,
    ]


def test_quoting_without_counting_is_refused_and_the_ticks_are_kept(desk):
    (reading,) = several(1)
    open_here(desk, reading)
    page = desk.post(APPROVE, {"comment": f"{reading.comment_id}:1", "may_quote": "on"})
    assert page.status_code == 422
    assert "must be counted too" in page.parsed.text()
    (box,) = [one for one in page.parsed.all("input") if one.get("name") == "comment"]
    assert box.get("checked") is not None
    assert states(reading) == ["waiting"]


def test_nothing_ticked_is_said(desk):
    page = approve(desk)
    assert "Tick the comments you want to approve." in page.parsed.text()


def test_a_screenful_costs_the_same_for_ten_as_for_two(
    desk, django_assert_max_num_queries
):
    readings = several(2)
    desk.post(TAKE)
    open_here(desk, *readings)
    with django_assert_max_num_queries(20) as few:
        desk.get(SCREEN)
    cost = len(few)
    more = several(8)
    desk.post(TAKE)
    open_here(desk, *more)
    # One more survey: its keys are looked up once.
    with django_assert_max_num_queries(cost + 1):
        assert desk.get(SCREEN).parsed.text().count("come wen u say") == 10


def test_an_empty_hand_says_what_to_do(desk):
    assert "Nothing in your hand" in desk.get(SCREEN).parsed.text()
