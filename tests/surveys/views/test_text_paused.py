import pytest

from surveys.domain.text_pauses import pause_text, resume_text
from surveys.models import Comment, Response

pytestmark = pytest.mark.django_db
NOTICE = "You can't write here just now"
TEXT_STEP = "/s/6/"


@pytest.fixture
def survey(link):
    return link.survey


@pytest.fixture
def before_text(start, send):
    """Go as far as the text question, and return it."""
    page = start()
    for answer in ("yes", ["visits"], "1", "10", ""):
        page = send(page, answer)
    return page


def test_a_text_question_that_is_closed_says_so_kindly_and_lets_the_child_go_on(
    survey, before_text, client, send
):
    pause_text(survey, by=None)
    page = client.get(TEXT_STEP)
    assert NOTICE in page.content.decode()
    assert page.parsed.all("textarea") == []
    assert "0800 1111" in page.content.decode()
    onward = [a.get("href") for a in page.parsed.all("a") if a.get("class") == "button"]
    assert onward == ["/s/finish/"]
    assert "Thank you" in send(client.get(onward[0])).content.decode()
    assert Response.objects.get().answers.keys() == {
        "know_worker",
        "what_helps",
        "happy",
        "safe",
    }


def test_words_on_their_way_when_it_closes_are_kept(survey, before_text, send, client):
    pause_text(survey, by=None)
    send(before_text, "turn up on time")
    assert Comment.objects.get().read() == "turn up on time"
    assert "turn up on time" in client.get(TEXT_STEP).content.decode()


def test_words_that_were_refused_stay_on_the_page(survey, before_text, send):
    pause_text(survey, by=None)
    page = send(before_text, "x" * 20_001)
    assert page.status_code == 422
    assert "x" * 20_001 in page.content.decode()


def test_opened_again_it_takes_words(survey, before_text, client, send):
    pause_text(survey, by=None)
    resume_text(survey, by=None)
    page = client.get(TEXT_STEP)
    assert NOTICE not in page.content.decode()
    send(page, "more visits")
    assert Comment.objects.get().read() == "more visits"


def test_other_surveys_take_words(before_text, client):
    from tests.factories.surveys import EditionFactory

    pause_text(EditionFactory().survey, by=None)
    assert NOTICE not in client.get(TEXT_STEP).content.decode()
