"""What a young person's phone is sent: counted byte by byte, so no machine is too slow."""

import gzip
import re
from http import HTTPStatus
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse

from surveys.answering_style import ASIDE, ASKED_FOR, OF_KIND, answering_style
from surveys.domain.invitations import open_link
from surveys.logic.css import Rule, rules_of, selectors_of
from surveys.models import Response
from tests.benchmarks.questions import definition
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.every_kind import open_every_kind_link
from tests.factories.surveys import EditionFactory

pytestmark = pytest.mark.django_db

WITH_SCRIPT, WITHOUT = 20_000, 12_000
# What the first question took when this was written, and a little: it may not creep up.
FIRST_QUESTION = 5_400
REQUESTS = 3
# The house hides a page's length behind up to 100 chance bytes (BREACH).
CHANCE = 100
# What a server and the cookies of a first visit put around a page at the most.
SERVER = 700
BANDS = ("8-11", "11-17")
MOMENTS = re.compile(
    r":(?:hover|active|focus(?:-visible)?|disabled|dir\(\w+\))|::[\w-]+(?:\([^)]*\))?"
)


def begin(link, language="en", age_band="11-17"):
    """Start on a device of its own and return it."""
    device = Client(headers={"accept-encoding": "gzip, br"})
    device.post(
        reverse("surveys:start", args=[link.token]),
        {"language": language, "age_band": age_band, "agreement": "yes"},
    )
    return device


def weight(page):
    """Return how many bytes the reply is on the wire, at the most."""
    assert page.headers["Content-Encoding"] == "br"
    headers = sum(len(f"{name}: {value}\r\n") for name, value in page.headers.items())
    return len(page.content) + CHANCE + headers + SERVER


def read(page):
    """Return the page as a browser reads it."""
    return BeautifulSoup(brotli.decompress(page.content), "html5lib")


def fetched(page):
    """Return the addresses that the page has a browser fetch by itself."""
    found = [
        one["href"] for one in page.select("link[rel~=icon], link[rel=stylesheet]")
    ]
    found += [one["src"] for one in page.select("script[src], img, iframe, embed")]
    return found


def file_weight(address):
    """Return how many bytes a static file is, as it is kept ready beside itself."""
    path = finders.find(address.removeprefix(static("")))
    return len(gzip.compress(Path(path).read_bytes(), 9)) + SERVER


def first_pages(**more):
    """Give the first question as it is sent in each language and band."""
    link = open_every_kind_link("happy", "do_more", **more)
    for language in ("en", "ur"):
        for age_band in BANDS:
            yield begin(link, language, age_band).get("/s/1/")


def test_the_first_question_weighs_little_with_script_and_without():
    for page in first_pages():
        addresses = fetched(read(page))
        scripts = [one for one in addresses if one.endswith(".js")]
        assert scripts == [static("js/answering.js")]
        script = sum(map(file_weight, scripts))
        icons = sum(map(file_weight, set(addresses) - set(scripts)))
        # The style of reading aloud comes once a voice is there to read with.
        aloud = file_weight(read(page).select_one("[data-style]")["data-style"])
        assert weight(page) + icons <= WITHOUT
        assert weight(page) + icons + script + aloud <= WITH_SCRIPT


def test_the_first_question_can_be_answered_after_three_requests():
    for page in first_pages():
        assert page.status_code == HTTPStatus.OK
        addresses = fetched(read(page))
        assert len(addresses) == len(set(addresses))
        assert 1 + len(addresses) <= REQUESTS


def test_the_benchmarks_first_question_has_not_grown():
    CouncilFactory()
    survey = EditionFactory(definition=definition()).survey
    link = open_link(survey, by=UserFactory(worker=True), label="Wall")
    page = begin(link).get("/s/1/")
    assert len(page.content) <= FIRST_QUESTION


def selectors(rules: tuple[Rule, ...]):
    """Give every selector of the rules that styles an element."""
    for rule in rules:
        if rule.rules and not rule.about.startswith("@keyframes"):
            yield from selectors(rule.rules)
        elif rule.declarations and not rule.is_at_rule:
            yield from selectors_of(rule.about)


def selected(css):
    """Return the selectors of a style that can be looked for on a page at rest."""
    return {MOMENTS.sub("", one) or "*" for one in selectors(rules_of(css))}


@pytest.mark.parametrize("age_band", BANDS)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_question_lacks_a_rule_that_would_have_styled_it(language, age_band):
    everything = selected(answering_style(*OF_KIND, *ASKED_FOR, *ASIDE))
    device = begin(open_every_kind_link(support="Talk."), language, age_band)
    definition_ = Response.objects.get().edition.definition
    seen, lacking, refused = set(), set(), 0
    for number in range(1, 1 + len(definition_["questions"])):
        pages = [device.get(f"/s/{number}/")]
        shown = read(pages[0])
        form = {
            one["name"]: one.get("value", "")
            for one in shown.select("#page [type=hidden]")
        }
        sent = form | {"step": "next", "answer": "nothing-of-the-kind"}
        pages.append(device.post(f"/s/{number}/", sent))
        for page in pages:
            if page.status_code == HTTPStatus.SEE_OTHER:
                continue
            refused += page.status_code != HTTPStatus.OK
            shown = read(page)
            css = shown.style.string
            # Its own style comes once there is a voice to read with, its box with it.
            for fetching in shown.select(".aloud[hidden][data-style], .aloud select"):
                fetching.decompose()
            left_out = everything - selected(css)
            lacking |= {(number, one) for one in left_out if shown.select(one)}
            seen.add(shown.style["data-parts"])
    assert lacking == set()
    assert refused > 5
    assert len(seen) > 8
