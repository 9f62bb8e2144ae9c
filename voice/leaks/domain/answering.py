"""Young people answer on their phones: planted words in every box, some left half way."""

from unittest.mock import patch

from django.urls import reverse

from surveys.models import Invitation
from surveys.queries.opening import edition_to_answer
from surveys.queries.steps import definition_of
from surveys.views.chosen import signs_of
from voice.demonstration.domain.answering import answer
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.surveys import LEAVING
from voice.leaks.browser import Browser, Page
from voice.leaks.planted import Planted

Words = dict[str, Planted]
LAST = "/s/finish/"
TOO_LONG = 20_000
WORRY = "i want to die"
MOST_STEPS = 30


class DayWentWrong(Exception):
    """The day could not be lived as meant, so nothing can be said about leaks."""


def others_answer(telling: Telling, link: Invitation) -> None:
    """Have the invented young people of the demonstration answer too."""
    answer(telling, LEAVING, link)


def say(
    link: Invitation, words: str, *, may_quote: bool = False, language: str = "en"
) -> Browser:
    """Answer everything, `words` in every box, and finish; return the phone."""
    phone, page = _to_the_end(link, words, may_quote=may_quote, language=language)
    finish(phone, page)
    return phone


def finish(phone: Browser, page: Page) -> None:
    """Press Finish, and be thanked. Raises DayWentWrong."""
    thanked = phone.submit(page, LAST)
    if thanked.path != reverse("surveys:thanks") or thanked.status != 200:
        raise DayWentWrong(f"Not thanked, but {thanked.path} {thanked.status}.")


def ask_for_contact(phone: Browser, words: Words) -> None:
    """Ask to be contacted, once refused for want of a way, on a phone that finished."""
    address = reverse("surveys:contact")
    page = phone.submit(phone.go(address), address, box1=words["contact name"].word)
    sent = phone.submit(
        page,
        address,
        box2=f"07700 900123 {words['contact details'].word}",
        box5=f"who else sees it {words['contact phone'].word}",
        box3=f"after school {words['contact time'].word}",
        box4=f"it is about {words['contact about'].word}",
    )
    if sent.path != reverse("surveys:contact_sent"):
        raise DayWentWrong(f"Could not ask for contact: {sent.path} {sent.status}.")


def unfinished_and_refused(link: Invitation, words: Words) -> None:
    """Answer in all the ways that come to no end, or to another than was meant."""
    _to_the_end(link, f"never finished {words['unfinished'].word}")
    phone, page = _to_the_end(link, f"leaving now {words['left'].word}")
    phone.submit(page, reverse("surveys:exit"))
    _change(link, f"first i wrote {words['changed'].word}", "then something else")
    _change(link, f"i take back {words['taken back'].word}", "")
    _refused(link, words["too long"].word)
    _broken(link, words["broken"].word)
    _forged(link, words["forged"].word)


def _to_the_end(
    link: Invitation, words: str, *, may_quote: bool = False, language: str = "en"
) -> tuple[Browser, Page]:
    """Start and go to the page before Finish, `words` in every box."""
    phone = Browser("young person")
    page = _start(phone, link, language=language)
    return phone, _on_to_the_end(phone, page, words, may_quote=may_quote)


def _on_to_the_end(
    phone: Browser, page: Page, words: str, *, may_quote: bool = False
) -> Page:
    """Go on from `page` to the one before Finish. Raises DayWentWrong."""
    for _ in range(MOST_STEPS):
        if page.path == LAST:
            return page
        page = _next(phone, page, words, may_quote=may_quote)
    raise DayWentWrong(f"No end of questions: {page.path} {page.status}.")


def _start(phone: Browser, link: Invitation, *, language: str = "en") -> Page:
    """Open the link, choose a language, say yes and press Start. Raises DayWentWrong."""
    address = reverse("surveys:start", args=[link.token])
    phone.go(address)
    page = phone.go(address + _first_band(link, language))
    page = phone.submit(page, address, agreement="yes")
    if page.path != "/s/1/":
        raise DayWentWrong(f"Could not start: {page.path} {page.status}.")
    return page


def _first_band(link: Invitation, language: str) -> str:
    """Return the signs, in an address, of a language and the youngest who are asked."""
    edition = edition_to_answer(link.survey)
    if edition is None:
        raise DayWentWrong("Nothing was published.")
    band = definition_of(edition)["age_bands"][0]
    return signs_of(link, language=language, age_band=band) + "/"


def _next(phone: Browser, page: Page, words: str, *, may_quote: bool = False) -> Page:
    """Fill the page's box, where it has one, and go on; without words, skip."""
    if not (words and has_box(page)):
        return phone.submit(page, step="skip")
    quote = "yes" if may_quote else None
    return phone.submit(page, answer=words, may_quote=quote, step="next")


def has_box(page: Page) -> bool:
    """Say whether the page has a box to write in."""
    return "<textarea" in page.source


def _to_the_box(link: Invitation) -> tuple[Browser, Page]:
    """Start and go to the first page with a box."""
    phone = Browser("young person")
    page = _start(phone, link)
    while not has_box(page):
        page = phone.submit(page, step="skip")
    return phone, page


def _change(link: Invitation, first: str, then: str) -> None:
    """Write, go on, come back, write something else, and finish."""
    phone, page = _to_the_box(link)
    box = page.path
    _next(phone, page, first)
    finish(phone, _on_to_the_end(phone, phone.go(box), then))


def _refused(link: Invitation, word: str) -> None:
    """Send more than may be sent: it comes back, with every word. Raises DayWentWrong."""
    phone, page = _to_the_box(link)
    refused = _next(phone, page, f"{word} " + "x" * TOO_LONG)
    if refused.status != 422 or word not in refused.source:
        raise DayWentWrong(f"Too long an answer was not handed back: {refused.status}.")


def _broken(link: Invitation, word: str) -> None:
    """Send an answer while nothing can be saved. Raises DayWentWrong."""
    phone, page = _to_the_box(link)
    with patch(
        "surveys.views.answering.save_answer", side_effect=OSError("the disk is full")
    ):
        broken = _next(phone, page, word)
    if broken.status != 500 or word in broken.source:
        raise DayWentWrong(f"A broken house answered {broken.status}.")


def _forged(link: Invitation, word: str) -> None:
    """Send a form that names a response of another phone."""
    phone, page = _to_the_box(link)
    _other, others = _to_the_box(link)
    theirs = others.form(others.path).fields["response"]
    phone.submit(page, answer=word, response=theirs, step="next")
