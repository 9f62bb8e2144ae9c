import pytest

from tests.factories.cms import page_with, picture, rows_of, send_page, shown_as

pytestmark = pytest.mark.django_db


def test_rows_are_a_list_of_a_picture_and_a_sentence(client):
    rows = rows_of(
        {"picture": shown_as(picture(), "An ear"), "sentence": "We listen."},
        {"picture": shown_as(picture(), "A pen"), "sentence": "We write it down."},
    )
    parsed = client.get(page_with(("easy_read", {"rows": rows})).url).parsed
    items = [one for one in parsed.all("li") if one.get("class") == "easy-read-row"]
    assert [parsed.text(one).strip() for one in items] == [
        "We listen.",
        "We write it down.",
    ]
    assert [one.get("alt") for one in parsed.all("img")] == ["An ear", "A pen"]


@pytest.mark.parametrize(("words", "status"), [(15, 302), (16, 200)])
def test_a_sentence_is_short(editor, words, status):
    row = {
        "picture": {"image": str(picture().pk), "alt_text": "An ear"},
        "sentence": "We " + "listen " * (words - 1),
    }
    sent = {
        "rows-count": "1",
        "rows-0-deleted": "",
        "rows-0-order": "0",
        "rows-0-id": "",
        "rows-0-value": row,
    }
    page = page_with(("text", "<p>x</p>"))
    assert send_page(editor, page, ("easy_read", sent)).status_code == status
