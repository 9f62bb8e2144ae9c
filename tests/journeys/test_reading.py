"""Reading for an hour: every decision, on a phone and at a desk, by keys, without script."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from surveys.models import SurveyMember
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import several
from tests.factories.surveys import CommentFactory, RecordingFactory
from tests.journeys.test_worlds import arrive, good, opened, send, settled
from voice.moderation.domain import undoing
from voice.moderation.models import Opening, Reading, Transcript
from voice.moderation.views import beside

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WORDS = "ring me on 07700 900123 at the greenhouse"
OFFERED = "ring me on [phone] at the greenhouse"
KEPT = "ring me on [phone] at the [place]"
SELECT = """(wanted) => {
  const words = document.getElementById("words");
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + wanted.length);
    words.scrollIntoView({ block: "center" });
    const box = range.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }
}"""


@pytest.fixture
def unhurried(monkeypatch):
    """Make the ten seconds ten minutes: busy machines look at pages for longer."""
    for module in (undoing, beside):
        monkeypatch.setattr(module, "UNDO_FOR", timedelta(minutes=10))


@pytest.fixture
def house():
    """Return a council that listens, with somebody who reads for it."""
    CouncilFactory()
    HelpLineFactory()
    return UserFactory(worker=True, name="Noor Ellery")


def page_of(reading):
    """Return the address of the comment's own page."""
    return reverse("moderation:comment", args=[reading.comment_id])


def by_key(there, key):
    """Return what this key presses, whatever the language of the page."""
    return there.page.locator(f"main [data-key='{key}']")


def keyed(there, key):
    """Press a key, and wait until the page it leads to stands."""
    with there.page.expect_navigation():
        there.page.keyboard.press(key)
    settled(there)


def tab_to(page, wanted):
    """Go on with the Tab key until what is wanted has the focus."""
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"No way to {wanted} by the Tab key.")


def select_a_word(there, word):
    """Select a word of the comment as people do: by pressing on it twice."""
    there.page.mouse.dblclick(*there.page.evaluate(SELECT, word))
    assert there.page.evaluate("getSelection().toString().trim()") == word


def fresh(reading):
    """Return the reading as it stands now."""
    return Reading.objects.get(pk=reading.pk)


@pytest.mark.parametrize(
    ("laptop", "locale"),
    [(False, "en-GB"), (True, "en-GB"), (False, "ur")],
    ids=["phone", "laptop", "Urdu"],
)
def test_words_are_selected_replaced_kept_and_taken_back(
    visit, house, unhurried, laptop, locale
):
    first, second = several(2, words=WORDS)
    there = arrive(visit, house, laptop=laptop, locale=locale)
    page = there.page
    opened(there, reverse("moderation:reading"))
    send(there, by_key(there, "n"))
    good(there)
    expect(page.locator("html")).to_have_attribute(
        "dir", "rtl" if locale == "ur" else "ltr"
    )
    assert page.url == there.home + page_of(first)
    side_by_side(page, laptop=laptop)

    # Offered and shown, and nothing of it done: approving as it is lets nothing by.
    expect(page.locator("[name=offer]")).to_be_checked()
    expect(page.locator("#preview")).to_have_text(OFFERED)
    send(there, page.locator("[data-as-it-is]"))
    expect(page.locator(".error-summary")).to_be_visible()
    good(there)
    assert fresh(first).state == "waiting"

    select_a_word(there, "greenhouse")
    page.locator("[data-replacement='[place]']").click()
    expect(page.locator("#preview")).to_have_text(KEPT)
    expect(page.locator("#preview mark")).to_have_text(["[phone]", "[place]"])
    expect(page.locator("#words")).to_have_text(WORDS)
    good(there)
    page.locator("[name=may_quote]").check(force=True)
    send(there, page.locator("[data-replaced]"))
    good(there)
    done = fresh(first)
    assert (done.state, done.kept_text()) == ("redacted", KEPT)
    assert (done.may_count, done.may_quote) == (True, True)

    assert page.url.startswith(there.home + page_of(second))
    send(there, page.locator("[data-undo] button"))
    assert page.url == there.home + page_of(first)
    assert fresh(first).state == "waiting"
    page.locator("[name=offer]").uncheck(force=True)
    expect(page.locator("#preview")).to_have_text(WORDS)
    send(there, page.locator("[data-as-it-is]"))
    done = fresh(first)
    assert (done.state, done.kept_text()) == ("approved", WORDS)
    assert (done.may_count, done.may_quote) == (True, False)


def side_by_side(page, *, laptop):
    """Hold the original to stand beside what others will see, or above on a phone."""
    words = page.locator("#words").bounding_box()
    shown = page.locator("#preview").bounding_box()
    if laptop:
        assert shown["x"] >= words["x"] + words["width"]
    else:
        assert shown["y"] >= words["y"] + words["height"]


def test_undo_goes_when_its_time_is_over_and_the_server_says_so_too(
    visit, house, unhurried
):
    first = several(2, words="we like the van")[0]
    there = arrive(visit, house, laptop=True)
    page = there.page
    page.clock.install()
    opened(there, page_of(first))
    send(there, page.locator("[data-as-it-is]"))
    expect(page.locator("[data-undo-left]")).to_have_text(re.compile(r"^ \d{3}$"))
    form = page.locator("[data-undo]").evaluate(
        "form => form.outerHTML.replaceAll('hidden', 'text')"
    )
    page.clock.fast_forward(601_000)
    expect(page.locator("[data-undo]")).to_have_count(0)
    expect(page.locator("[data-undo-over]")).to_be_visible()
    good(there)
    Reading.objects.filter(pk=first.pk).update(
        decided_at=fresh(first).decided_at - timedelta(seconds=601)
    )
    page.locator("main").evaluate(
        "(main, form) => main.insertAdjacentHTML('afterbegin', form)", form
    )
    send(there, page.locator("[data-undo] button"))
    expect(page.locator(".messages")).to_be_visible()
    assert fresh(first).state == "approved"

    # Still not for good: it goes back with a reason, on its own page.
    good(there)
    reverse_it = page.locator("details:has([name=why])")
    reverse_it.locator("summary").click()
    send(there, reverse_it.locator("button"))
    expect(page.locator(".error-summary")).to_be_visible()
    good(there)
    assert fresh(first).state == "approved"
    page.locator("[name=why][value=misread]").check(force=True)
    page.locator("[name=note]").fill("I took it for a joke")
    send(there, page.locator("details:has([name=why]) button"))
    assert fresh(first).state == "waiting"
    opened(there, page_of(first))
    expect(page.locator(".reading-notes")).to_contain_text("I took it for a joke")
    expect(page.locator(".reading-history")).to_contain_text("It was misread")


def test_every_decision_has_a_key(visit, house, unhurried):
    plain = several(4, words="we like the van")
    there = arrive(visit, house, laptop=True)
    page = there.page
    opened(there, reverse("moderation:reading"))
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    good(there)
    page.keyboard.press("Escape")

    keyed(there, "n")
    page.keyboard.press("q")
    expect(page.locator("[name=may_quote]")).to_be_checked()
    keyed(there, "a")
    approved = fresh(plain[0])
    assert (approved.state, approved.may_quote) == ("approved", True)

    # Words to replace are typed where they cannot be selected.
    page.keyboard.press("r")
    page.locator("[name=words]").first.focus()
    page.keyboard.type("van")
    page.keyboard.press("Tab")
    page.keyboard.type("[place]")
    expect(page.locator("#preview")).to_have_text("we like the [place]")
    tab_to(page, "[name=may_count]")
    page.keyboard.press("Space")
    expect(page.locator("[name=may_count]")).not_to_be_checked()
    keyed(there, "s")
    redacted = fresh(plain[1])
    assert (redacted.state, redacted.may_count) == ("redacted", False)
    keyed(there, "u")
    assert fresh(plain[1]).state == "waiting"
    keyed(there, "a")

    page.keyboard.press("w")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "after=" in url and str(plain[2].comment_id) in url)
    settled(there)
    assert fresh(plain[2]).state == "withheld"

    page.keyboard.press("p")
    expect(page.locator("summary[data-key=p]")).to_be_focused()
    tab_to(page, ".button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settled(there)
    good(there)
    assert fresh(plain[3]).state == "passed_on"
    expect(page.locator("[data-undo]")).to_have_count(0)


def test_a_screenful_approves_only_what_was_opened(visit, house, unhurried):
    readings = several(3, words="we like the van")
    noticed = several(1, words=WORDS)[0]
    there = arrive(visit, house)
    page = there.page
    opened(there, reverse("moderation:reading"))
    send(there, by_key(there, "s"))
    good(there)
    assert "we like the van" not in page.content()
    expect(page.locator("[data-tick]")).to_have_count(0)
    send(there, page.locator(f"[id='c-{readings[0].comment_id}'] button"))
    send(there, page.locator(f"[id='c-{noticed.comment_id}'] button"))
    good(there)
    expect(page.locator("[data-tick]")).to_have_count(1)
    keyed(there, "o")
    expect(page.locator("[data-tick]")).to_have_count(2)
    for box in page.locator("[data-tick]").all():
        box.check(force=True)
    page.locator("[name=may_quote]").check(force=True)
    send(there, by_key(there, "a"))
    good(there)
    states = [fresh(one).state for one in [*readings, noticed]]
    assert states == ["approved", "approved", "waiting", "waiting"]
    send(there, page.locator("[data-undo] button"))
    good(there)
    assert {fresh(one).state for one in readings} == {"waiting"}


def test_words_are_covered_looked_for_and_laid_aside_for_a_break(
    visit, house, unhurried
):
    mine = several(3, words="zephyrlantern on the van")
    others = CommentFactory(words="zephyrlantern of another survey")
    SurveyMember.objects.filter(survey=others.survey, user=house).delete()
    there = arrive(visit, house)
    page = there.page
    house.covers_words, house.rests_after = True, 2
    house.save()

    opened(there, reverse("moderation:reading"))
    send(there, by_key(there, "n"))
    good(there)
    assert "zephyrlantern" not in page.content()
    assert not Opening.objects.filter(by=house).exists()
    send(there, by_key(there, "o"))
    expect(page.locator("#words")).to_have_text("zephyrlantern on the van")
    assert Opening.objects.get(by=house).reading == mine[0]
    page.locator("details:has([name=note-words]) summary").click()
    page.locator("[name=note-words]").fill("Ask Sam about the van")
    send(there, page.locator("details:has([name=note-words]) button"))
    good(there)
    expect(page.locator(".reading-notes")).to_contain_text("Ask Sam about the van")
    send(there, page.locator("[data-as-it-is]"))
    send(there, by_key(there, "o"))
    send(there, page.locator("[data-as-it-is]"))
    good(there)
    assert page.url.startswith(there.home + reverse("moderation:rest"))
    expect(page.locator("[data-undo]")).to_be_visible()
    send(there, by_key(there, "n"))
    assert page.url == there.home + page_of(mine[2])

    house.covers_words = False
    house.save()
    opened(there, reverse("moderation:reading"))
    page.locator("[role=search] [name=sought]").fill("ZEPHYRLANTERN")
    send(there, page.locator("[role=search] button"))
    good(there)
    assert "zephyrlantern" not in page.url.lower()
    expect(page.locator(".reading-rows > li")).to_have_count(3)
    expect(page.locator(".search-found mark").first).to_have_text("zephyrlantern")
    assert str(others.pk) not in page.content()
    refused = page.goto(there.home + reverse("moderation:comment", args=[others.pk]))
    assert refused.status == 404


def test_a_voice_is_written_down_a_drawing_described_and_only_that_travels(
    visit, house
):
    for drawn, said in ((False, "i like the van"), (True, "a van with two dogs")):
        comment = RecordingFactory(drawn=drawn).comment
        reading = Reading.objects.get(comment=comment)
        there = arrive(visit, house, laptop=drawn)
        page = there.page
        opened(there, page_of(reading))
        recording = page.locator("img.recording" if drawn else "audio.recording")
        expect(recording).to_be_visible()
        if drawn:
            assert recording.evaluate("picture => picture.naturalWidth") > 0
        expect(page.locator("[data-as-it-is]")).to_have_count(0)
        form = page.locator("form:has([name=words])")
        form.locator("[name=words]").fill(said)
        send(there, form.locator("button"))
        good(there)
        expect(page.locator("#preview")).to_have_text(said)
        send(there, page.locator("[data-as-it-is]"))
        done = fresh(reading)
        assert (done.state, done.kept_text()) == ("approved", said)
        assert Transcript.objects.get(reading=reading).by == house


def test_a_second_reader_reads_blind_and_the_difference_is_settled(
    visit, house, settings
):
    settings.SECOND_READING_PERCENT = 100
    first = several(1, words="we like the van")[0]
    callum = UserFactory(worker=True, name="Callum Brandreth")
    there = arrive(visit, house)
    opened(there, page_of(first))
    send(there, there.page.locator("[data-as-it-is]"))
    other = arrive(visit, callum)
    page = other.page
    opened(other, reverse("moderation:second"))
    send(other, page.locator("main a.button"))
    good(other)
    expect(page.locator("main")).not_to_contain_text("Noor Ellery")
    expect(page.locator("#words")).to_have_text("we like the van")
    page.locator("[name=came_to][value=withheld]").check(force=True)
    send(other, page.locator("main form button"))
    expect(page.locator(".error-summary")).to_be_visible()
    good(other)
    page.locator("[name=reason][value=test]").check(force=True)
    send(other, page.locator("main form button"))
    good(other)
    assert fresh(first).state == "approved"
    expect(page.locator(".second-figure")).to_contain_text("0 of 1")
    send(other, page.locator(".second-list a"))
    good(other)
    page.locator("[name=settled][value=first_stands]").check(force=True)
    send(other, page.locator("main form button"))
    assert page.url.endswith("/settled/")
    page.locator("[name=settled][value=first_stands]").check(force=True)
    page.locator("[name=talked]").check(force=True)
    send(other, page.locator("main form button"))
    good(other)
    expect(page.locator(".second-list")).to_have_count(0)


def test_all_of_it_without_script(signed_in, house, unhurried):
    first, second = several(2, words=WORDS)
    there = signed_in(house, PASSWORD, java_script_enabled=False)
    page = there.page

    def press(button):
        with page.expect_navigation():
            button.first.click()

    there.go(reverse("moderation:reading"))
    press(by_key(there, "n"))
    expect(page.locator("[name=offer]")).to_be_checked()
    expect(page.locator("#preview")).to_have_text(OFFERED)
    page.locator("[name=words]").first.fill("greenhouse")
    page.locator("[name=replacement]").first.select_option("[place]")
    press(page.locator("[name=preview]"))
    expect(page.locator("#preview")).to_have_text(KEPT)
    assert fresh(first).state == "waiting"
    press(page.locator("[data-replaced]"))
    assert (fresh(first).state, fresh(first).kept_text()) == ("redacted", KEPT)
    press(page.locator("[data-undo] button"))
    assert fresh(first).state == "waiting"
    page.locator("summary[data-key=w]").click()
    page.locator("[name=reason][value=duplicate]").check(force=True)
    press(page.locator("form:has([name=reason]) button"))
    done = fresh(first)
    assert (done.state, done.reason) == ("withheld", "duplicate")
    assert page.url.startswith(there.home + page_of(second))
