import pytest

from tests.factories.cms import page_with, picture, rows_of, send_page, shown_as

pytestmark = pytest.mark.django_db


def block(image, alt="A red door", caption=""):
    return ("picture", {"picture": shown_as(image, alt), "caption": caption})


def images(client, page):
    return client.get(page.url).parsed.all("img")


def test_a_picture_comes_in_sizes_small_and_without_moving_the_page(client):
    [shown] = images(client, page_with(block(picture())))
    assert shown.get("alt") == "A red door"
    assert shown.get("src").endswith(".webp")
    widths = [one.split()[1] for one in shown.get("srcset").split(", ")]
    assert widths == ["360w", "720w", "1080w"]
    assert shown.get("sizes")
    assert (shown.get("width"), shown.get("height")) == ("360", "202")


def test_only_the_first_picture_of_a_page_is_fetched_at_once(client):
    row = {"picture": shown_as(picture(), "A dog"), "sentence": "A dog."}
    easy = ("easy_read", {"rows": rows_of(row, row)})
    page = page_with(("text", "<p>x</p>"), easy, block(picture()))
    loading = [one.get("loading") for one in images(client, page)]
    assert loading == ["eager", "lazy", "lazy"]


def test_decoration_is_passed_over_by_those_who_hear_the_page(client):
    shown = shown_as(picture(), "Said", decorative=True)
    page = page_with(("picture", {"picture": shown, "caption": ""}))
    assert [one.get("alt") for one in images(client, page)] == [""]


def sent(image, alt, decorative=""):
    form = {"image": str(image.pk), "alt_text": alt}
    if decorative:
        form["decorative"] = "on"
    return ("picture", {"picture": form, "caption": ""})


@pytest.mark.parametrize(
    ("alt", "decorative", "status"),
    [("", "", 200), ("A door", "", 302), ("", "on", 302)],
)
def test_a_picture_is_described_or_marked_as_decoration(
    editor, alt, decorative, status
):
    page = page_with(("text", "<p>x</p>"))
    said = send_page(editor, page, sent(picture(), alt, decorative))
    assert said.status_code == status


def test_the_same_picture_can_be_told_of_in_two_ways(client):
    image = picture()
    page = page_with(block(image, "The door"), block(image, "Where we live"))
    told = [one.get("alt") for one in images(client, page)]
    assert told == ["The door", "Where we live"]
