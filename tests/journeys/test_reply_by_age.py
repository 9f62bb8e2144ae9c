"""A reply for two ages and two languages: refused, mended, published, read, printed."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.models import SurveyMember
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.replies import ReleaseFactory
from tests.factories.surveys import DEFINITION, EditionFactory
from tests.journeys.test_whole_loop import arrive_by, follow, good, press
from voice.replies.models import Reply

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

YOUNG = {
    "en": {
        "you_said": "You said your things go in bags.",
        "heard_from_few": "A few of you cannot pray at home.",
        "we_did": "We put a suitcase in every home.",
        "we_will_not": "We cannot say you will never move fast.",
        "next": "We ask you again soon.",
    },
    "ur": {
        "you_said": "آپ نے کہا کہ چیزیں تھیلوں میں جاتی ہیں۔",
        "we_did": "ہم نے ہر گھر میں سوٹ کیس رکھا۔",
        "next": "ہم پھر پوچھیں گے۔",
    },
}
OLDER = {
    "en": {
        "you_said": "You told us that moves come without warning.",
        "we_did": "Suitcases are in every home and office.",
        "next": "We ask you again in three months.",
    },
    "ur": {
        "you_said": "آپ نے بتایا کہ گھر اچانک بدلتا ہے۔",
        "we_did": "ہر گھر اور دفتر میں سوٹ کیس ہیں۔",
        "next": "ہم تین مہینے میں پھر پوچھیں گے۔",
    },
}


@pytest.fixture
def asked():
    """Return a consultation of two ages and languages, closed and released."""
    CouncilFactory()
    HelpLineFactory()
    release = ReleaseFactory(quotes=["come wen u say"])
    EditionFactory(
        survey=release.survey,
        number=2,
        definition=DEFINITION
        | {"age_bands": ["8-11", "11-17"], "languages": ["en", "ur"]},
    )
    return release.survey.consultation


@pytest.fixture
def worker(signed_in, asked):
    """Return the laptop of the worker who runs the survey."""
    noor = UserFactory(worker=True, name="Noor", job_title="Participation worker")
    survey = asked.surveys.get()
    SurveyMember.objects.get_or_create(
        survey=survey, user=noor, defaults={"added_by": noor}
    )
    return signed_in(noor, PASSWORD, laptop=True)


def write(worker, asked, band, words, *, but=()):
    """Write the words of both languages for one age, and save."""
    worker.go(f"/desk/replies/to/{asked.slug}/?for={band}")
    good(worker)
    for language, parts in words.items():
        for part, text in parts.items():
            worker.page.locator(f"[name={language}-{part}]").fill(text)
        for other in but:
            box = f"[name={language}-age_bands][value='{other}']"
            worker.page.locator(box).uncheck(force=True)
    press(worker, "Save")


def write_easy(worker, asked, language, words):
    """Write one row of easy read."""
    worker.go(f"/desk/replies/to/{asked.slug}/easy/{language}/")
    good(worker)
    worker.page.locator(f"[name={language}-0-picture]").select_option("moving")
    worker.page.locator(f"[name={language}-0-words]").fill(words)
    press(worker, "Save")


def promise(worker, asked):
    """Promise one thing in both languages."""
    worker.go(f"/desk/replies/to/{asked.slug}/promises/add/")
    page = worker.page
    page.locator("[name=text]").fill("A proper bag for every move.")
    page.locator("[name=owner_title]").fill("Head of Homes")
    due = timezone.localdate() + timedelta(days=40)
    page.locator("[name=due_on]").fill(due.isoformat())
    page.locator("[name=text_ur]").fill("ہر منتقلی کے لیے ایک اچھا بیگ۔")
    arrive_by(worker, page.locator("main form button").first)


def test_reply_reaches_each_age_and_language_asked(worker, asked, visit):
    write(worker, asked, "8-11", YOUNG, but=["11-17"])
    refused(worker, asked)
    mend(worker, asked)
    worker.go(f"/desk/replies/to/{asked.slug}/publish/")
    good(worker)
    press(worker, re.compile("Publish"))
    assert Reply.objects.get().is_published
    assert worker.page.locator("textarea").count() == 0
    read_on_a_phone(visit, asked)
    print_poster(worker, asked)


def refused(worker, asked):
    """Be told what is missing, each in a sentence, and nothing is published."""
    worker.go(f"/desk/replies/to/{asked.slug}/publish/")
    good(worker)
    said = worker.page.locator("main").inner_text()
    assert "Write the reply in English for ages 11 to 17" in said
    assert "Write the reply in اردو for ages 11 to 17" in said
    assert "Say why you will not (English, 8 to 11)." in said
    assert "The theme “Moves” is left out." in said
    assert "is no promise yet" in said
    assert "There is no easy read in English".lower() in said.lower()
    assert not worker.page.get_by_role("button", name="Publish for good").count()


def mend(worker, asked):
    """Put each of it right."""
    why = {"en": {"why_not": "Sometimes a home is not safe."}}
    write(worker, asked, "8-11", why)
    write(worker, asked, "11-17", OLDER)
    worker.page.locator("[name=themes-part-0]").select_option("we_did")
    press(worker, "Save")
    write_easy(worker, asked, "en", "There is a suitcase in every home.")
    write_easy(worker, asked, "ur", "ہر گھر میں ایک سوٹ کیس ہے۔")
    promise(worker, asked)


def read_on_a_phone(visit, asked):
    """Read each version at 360 px in both languages, by plain links."""
    phone = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    english = page_of(asked)
    phone.go(english.url)
    follow(phone, "8 to 11")
    said = phone.page.locator("main").inner_text()
    assert YOUNG["en"]["heard_from_few"] in said
    assert "Sometimes a home is not safe." in said
    follow(phone, "11 to 17")
    assert OLDER["en"]["you_said"] in phone.page.locator("main").inner_text()
    assert YOUNG["en"]["you_said"] not in phone.page.locator("main").inner_text()
    narrow(phone)
    follow(phone, "Easy read")
    assert phone.page.locator(".easy-rows img").count() == 1
    narrow(phone)
    phone.go(page_of(asked, language="ur").url + "?for=8-11")
    assert YOUNG["ur"]["you_said"] in phone.page.locator("main").inner_text()
    assert phone.page.locator("html").get_attribute("dir") == "rtl"
    narrow(phone)
    with_script = visit(viewport={"width": 360, "height": 740})
    with_script.go(english.url + "?for=easy")
    assert with_script.violations() == []
    assert with_script.elsewhere() == []


def narrow(phone):
    """Find the page no wider than the phone."""
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360


def print_poster(worker, asked):
    """Print the poster in each language and easy read, on paper as it stands."""
    for query in ("", "?in=ur&for=8-11", "?in=en&for=easy"):
        worker.go(f"/desk/replies/to/{asked.slug}/poster/{query}")
        good(worker)
        poster = worker.page.locator("main")
        assert poster.locator(".poster-code").is_visible()
        said = "A proper bag" if "ur" not in query else "ایک اچھا بیگ"
        assert said in poster.inner_text()
