"""Every kind of question as a screen reader has it, and in every band and direction."""

import re

import pytest

from tests.factories.every_kind import open_every_kind_link
from tests.journeys.kept_trees import heard, kept
from tests.journeys.test_answering import enhanced, press, start

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]

# Years to choose from, and when somebody reads, change from day to day.
OF_TODAY = re.compile(
    r'^ *- (option "\d{4}"|paragraph: (Nobody is reading|Somebody is here).*)\n',
    re.MULTILINE,
)


@pytest.fixture
def begin(visit, transactional_db):
    """Return a function that starts a survey of every kind for one age band."""

    def begun(band, *, locale="en-GB"):
        link = open_every_kind_link(age_bands=[band])
        arrived = visit(locale=locale)
        arrived.go(f"/a/{link.token}/")
        start(arrived.page)
        return arrived

    return begun


def each_page(visit):
    """Give the key of each page in turn; skip on, or go on where nothing is asked."""
    page = visit.page
    while "/s/finish/" not in page.url:
        enhanced(page)
        yield page.locator("input[name=question]").input_value()
        skips = page.locator(".steps button[value=skip]").count()
        press(page, "skip" if skips else "next")


@pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])
@pytest.mark.parametrize("band", ["4-7", "8-11", "16-25"])
def test_every_kind_of_every_band_has_nothing_wrong(begin, band, locale):
    visit = begin(band, locale=locale)
    found = {}
    for key in each_page(visit):
        found[key] = visit.violations()
        width = visit.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, (key, width)
    assert {key: bad for key, bad in found.items() if bad} == {}
    assert len(found) > 12


def test_every_kind_says_name_role_and_value(begin):
    visit = begin("11-17")
    for key in each_page(visit):
        told = OF_TODAY.sub("", heard(visit.page))
        assert told == kept(key or "rest", told), key
