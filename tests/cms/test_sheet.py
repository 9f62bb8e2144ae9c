"""The public site's one style sheet: everything it needs, nothing of the staff's."""

from pathlib import Path

from django.conf import settings

from cms.sheet import NOT_PUBLIC, public_sheet, sheet_name

CSS = Path(settings.HOUSE) / "static" / "css"


def test_it_holds_the_public_layout_and_not_the_desks():
    sheet = public_sheet()
    assert ".band{" in sheet
    assert ".consultation-card{" in sheet
    assert ".desk-list{" not in sheet
    assert ".reading-list" not in sheet


def test_its_layers_come_in_the_houses_order():
    assert public_sheet().startswith("@layer tokens, reset, base, layout, components")


def test_the_dark_is_for_those_who_ask_for_it():
    dark = "@media screen and (prefers-color-scheme: dark){@layer tokens{"
    assert dark in public_sheet()


def test_what_is_left_out_is_there_to_leave_out():
    assert {name for name in NOT_PUBLIC if not (CSS / name).is_file()} == set()


def test_it_brings_no_other_sheet_and_no_picture():
    assert "@import" not in public_sheet()
    assert "url(" not in public_sheet()


def test_it_is_kept_for_good_under_its_own_name_and_once_under_another(client):
    mine = client.get(f"/style/{sheet_name()}.css")
    assert "immutable" in mine.headers["Cache-Control"]
    assert mine.content.decode() == public_sheet()
    other = client.get("/style/0123.css")
    assert other.headers["Cache-Control"] == "no-store"
    assert other.content == mine.content
