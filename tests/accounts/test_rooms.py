import pytest

from tests.factories.accounts import UserFactory
from voice.accounts.rooms import IN_A_ROW, Room, menu_of, rooms_for

DAILY = [f"daily {number}" for number in range(6)]


def rooms(*names, seldom=()):
    return [
        Room(
            name,
            number,
            "accounts:home",
            name,
            "",
            lambda _user: True,
            "",
            name in seldom,
        )
        for number, name in enumerate(names)
    ]


def names(found):
    return [[room.name for room in part] for part in found]


def test_a_short_menu_is_told_whole():
    few = [f"room {number}" for number in range(IN_A_ROW)]
    assert names(menu_of(rooms(*few, seldom=few[:2]))) == [few, []]


def test_what_is_seldom_entered_goes_to_the_end_of_a_long_menu():
    found = menu_of(
        rooms("rare", *DAILY, "rarer", "rarest", seldom=("rare", "rarer", "rarest"))
    )
    assert names(found) == [DAILY, ["rare", "rarer", "rarest"]]


def test_no_room_is_lost_and_the_row_is_never_longer():
    many = [f"room {number}" for number in range(IN_A_ROW + 3)]
    every_day, seldom = names(menu_of(rooms(*many)))
    assert (len(every_day), every_day + seldom) == (IN_A_ROW, many)


@pytest.mark.django_db
def test_a_worker_finds_every_room_in_the_menu_the_seldom_ones_under_more(sign_in):
    worker = UserFactory(worker=True)
    page = sign_in(worker).get("/desk/thanks/")
    every_day, seldom = menu_of(rooms_for(worker))
    nav = next(
        one for one in page.parsed.all("nav") if one.get("class") == "desk-rooms"
    )
    more = nav.find("{*}details")
    links = [link.get("href") for link in nav.findall(".//{*}a")]
    assert links == [room.url for room in [*every_day, *seldom]]
    assert [link.get("href") for link in more.findall(".//{*}a")] == [
        r.url for r in seldom
    ]
    assert more.find("{*}summary").get("data-here") is not None
    here = [link for link in nav.findall(".//{*}a") if link.get("aria-current")]
    assert [page.parsed.text(link) for link in here] == ["Thanks"]
