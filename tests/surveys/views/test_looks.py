import pytest
from django.urls import reverse

from surveys.models import Comment
from tests.factories.answering import open_survey_link
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db

LOOK = {
    "looks": "1",
    "size": "bigger",
    "colours": "calm",
    "more": ["easy", "still"],
}
SHOWN = 'data-size="bigger" data-scheme="calm" data-still data-easy'


def body_of(page):
    """Return the page without its head, where the style is."""
    return page.content.decode().partition("<body")[2]


@pytest.fixture
def words_page(start, send):
    """Return the page that asks for words of their own, reached by skipping."""
    page = start()
    while b"<textarea" not in page.content:
        page = send(page, step="skip")
    return page


def test_look_chosen_shows_on_this_page_and_sends_nothing(client, words_page, send):
    page = send(words_page, answer="plantedxyzzy", step="look", **LOOK)
    assert page.status_code == 200
    assert SHOWN in page.content.decode()
    assert "plantedxyzzy" in page.content.decode()
    assert hidden(page, "question") == hidden(words_page, "question")
    assert not Comment.objects.exists()
    assert page.cookies["look"].value == "bigger.calm.still.easy"
    assert page.cookies["look"]["httponly"]


def test_look_chosen_and_then_next_is_seen_on_the_next_page(client, start, send):
    page = send(start(), step="skip", **LOOK)
    assert SHOWN in page.content.decode()


def test_same_look_sent_again_changes_no_cookie(client, start, send):
    page = send(start(), step="skip", follow=False, **LOOK)
    assert "look" in page.cookies
    page = send(client.get("/s/2/"), step="skip", follow=False, **LOOK)
    assert "look" not in page.cookies


def test_usual_look_takes_the_cookie_away(client, start, send):
    send(start(), step="skip", **LOOK)
    page = send(client.get("/s/2/"), step="skip", looks="1", size="", colours="")
    assert "data-size" not in page.content.decode().partition("<head>")[0]
    assert client.cookies["look"].value == ""


def test_leaving_forgets_the_look(client, start, send):
    send(start(), step="skip", **LOOK)
    client.post(reverse("surveys:exit"))
    assert client.cookies["look"].value == ""


def test_page_without_a_question_leads_back_to_itself(client):
    back = reverse("surveys:help")
    page = client.post(reverse("surveys:choose_look"), {**LOOK, "back": back})
    assert (page.status_code, page.url) == (303, back)
    assert SHOWN in client.get(back).content.decode()


@pytest.mark.parametrize(
    "back", ["", "https://elsewhere.example/", "//elsewhere.example", "/desk/", "/s/x"]
)
def test_nothing_leads_anywhere_else(client, back):
    page = client.post(reverse("surveys:choose_look"), {**LOOK, "back": back})
    assert page.url == reverse("surveys:help")


def test_script_is_told_nothing_but_that_it_was_kept(client):
    page = client.post(
        reverse("surveys:choose_look"), LOOK, headers={"accept": "application/json"}
    )
    assert (page.status_code, page.content) == (204, b"")
    assert page.cookies["look"].value == "bigger.calm.still.easy"


def test_no_address_can_be_asked_to_change_it(client):
    assert client.get(reverse("surveys:choose_look"), LOOK).status_code == 405


@pytest.mark.parametrize(
    ("age_band", "assistant", "is_shown"),
    [("8-11", True, True), ("11-17", True, False), ("8-11", None, False)],
)
def test_guide_says_messages_to_the_younger_bands_alone(
    client, send, age_band, assistant, is_shown
):
    link = open_survey_link(**({"assistant": True} if assistant else {}))
    page = client.post(
        reverse("surveys:start", args=[link.token]),
        {"language": "en", "age_band": age_band, "agreement": "yes"},
        follow=True,
    )
    while "Nearly there" not in page.content.decode():
        page = send(page, step="skip")
    assert ("guide-says" in body_of(page)) == is_shown
