"""A young person answers on a phone: script on and off, English and Urdu."""

import re
import time
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from surveys.enums import ResponseState
from surveys.models import Comment, Response
from tests.factories.answering import URDU, open_survey_link

pytestmark = [pytest.mark.journey]

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
SECRET = "plantedxyzzy"


@pytest.fixture
def link(transactional_db):
    """Return an open link to a survey of every kind of step."""
    return open_survey_link()


@pytest.fixture
def phone(visit, link):
    """Return a function that opens the link on a phone of its own."""

    def opened(*, script=True, locale="en-GB", **options):
        arrived = visit(java_script_enabled=script, locale=locale, **options)
        arrived.go(f"/a/{link.token}/")
        return arrived

    return opened


def press(page, step="next"):
    """Press Next (or Skip) and wait until the address changes."""
    before = page.url
    page.locator(f".steps button[value={step}]").click()
    page.wait_for_url(lambda url: url != before)


def enhanced(page):
    """Wait until script has made the page what it makes of it."""
    page.wait_for_load_state()
    expect(page.locator("[data-enhance]:not([data-enhanced])")).to_have_count(0)


def start(page):
    """Choose an age where there is a choice, say yes, and press Start."""
    ages = page.locator(".ages a")
    if ages.count():
        ages.last.click()
        page.locator("input[name=agreement]").first.wait_for(state="attached")
    page.locator("input[name=agreement][value=yes]").check(force=True)
    press(page)


def answer(page, words="turn up"):
    """Answer the question on the page, whatever its kind, without pressing Next."""
    if page.locator("textarea").count():
        page.locator("textarea").fill(words)
    elif page.locator("input[name=answer]").count():
        page.locator("input[name=answer]").nth(1).check(force=True)


def answer_all(page, words="turn up"):
    """Walk every step from the first; end before Finish."""
    while "/s/finish/" not in page.url:
        answer(page, words)
        press(page)


def to_the_words(page):
    """Skip on to the page with the box for words."""
    while not page.locator("textarea").count():
        press(
            page,
            "skip" if page.locator(".steps button[value=skip]").count() else "next",
        )


def finished():
    return Response.objects.filter(state=ResponseState.FINISHED).count()


def move_to(page, entry):
    """Go to an entry of the history as Back and Forward do, the cache included."""
    browser = page.context.new_cdp_session(page)
    browser.send("Page.navigateToHistoryEntry", {"entryId": entry["id"]})
    deadline = time.monotonic() + 30
    # A page from the cache never tells Playwright that it loaded: ask the browser.
    while time.monotonic() < deadline:
        page.wait_for_timeout(150)
        with suppress(Error):  # while one page takes another's place
            entries, here = history(page)
            arrived = entries[here]["id"] == entry["id"]
            if arrived and page.evaluate("document.readyState") == "complete":
                return
    raise AssertionError(f"Never arrived at {entry['url']}.")


def history(page):
    """Return the entries behind Back and Forward, and which one is shown."""
    browser = page.context.new_cdp_session(page)
    told = browser.send("Page.getNavigationHistory")
    return told["entries"], told["currentIndex"]


def leaves_no_trace(page):
    """Go back all the way, forward all the way, reload: nothing of the answers shows."""
    entries, _ = history(page)
    entries = [e for e in entries if e["url"].startswith("http")]
    assert len(entries) > 1
    for entry in [*reversed(entries), *entries]:
        move_to(page, entry)
        shows_nothing(page)
    page.reload()
    shows_nothing(page)


def shows_nothing(page):
    """No question, no answer and no typed word is on the page."""
    assert SECRET not in page.content()
    assert page.locator("textarea, input[name=answer]").count() == 0
    assert page.title() in {"Questions", "All clear", "Thank you"}


@pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])
@SCRIPT
def test_young_person_answers_and_is_thanked(phone, script, locale):
    visit = phone(script=script, locale=locale)
    page = visit.page
    seen = []

    def look():
        seen.append(page.locator("h1").inner_text())
        expect(page.locator("html")).to_have_attribute(
            "dir", "rtl" if locale == "ur-PK" else "ltr"
        )
        if script:
            assert visit.violations() == []
        wide = page.evaluate("document.documentElement.scrollWidth") if script else 360
        assert wide <= 360

    look()
    start(page)
    while "/s/finish/" not in page.url:
        look()
        answer(page)
        press(page)
    look()
    press(page)
    look()
    if locale == "ur-PK":
        assert seen[1:7] == [
            URDU[key]
            for key in (
                "know_worker",
                "what_helps",
                "happy",
                "safe",
                "pause",
                "do_more",
            )
        ]
    response = Response.objects.get()
    assert (response.state, response.language) == (
        ResponseState.FINISHED,
        locale[:2],
    )
    assert response.answers["happy"] == {"state": "answered", "value": "2"}
    assert Comment.objects.get().read() == "turn up"
    assert visit.elsewhere() == []
    assert {
        re.sub(r"\d+", "N", url.split("/", 3)[3])
        for url in visit.requests
        if "/s/" in url
    } <= {
        "s/N/",
        "s/finish/",
        "s/thanks/",
    }


@SCRIPT
def test_by_keyboard_alone_enter_means_next(phone, script):
    page = phone(script=script).page
    start(page)
    if script:
        enhanced(page)
    page.locator("input[name=answer]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/s/2/")
    assert Response.objects.get().answers == {
        "know_worker": {"state": "answered", "value": "yes"}
    }


def test_every_control_is_reached_by_tab(phone):
    page = phone().page
    start(page)
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "document.activeElement.innerText || document.activeElement.value"
            )
        )
    assert [text.strip() for text in reached] == [
        "Skip to main content",
        "Leave",
        "How this page looks",
        "Help now",
        "yes",
        "Skip",
        "Next",
    ]


@SCRIPT
def test_refused_page_keeps_what_was_typed_and_says_why(phone, script):
    page = phone(script=script).page
    start(page)
    to_the_words(page)
    page.locator("textarea").fill("a" * 5001)
    page.locator("input[name=may_quote]").check(force=True)
    page.locator(".steps button[value=next]").click()
    expect(page.get_by_role("alert")).to_contain_text("more than we can keep")
    assert page.locator("textarea").input_value() == "a" * 5001
    expect(page.locator("input[name=may_quote]")).to_be_checked()
    assert Comment.objects.count() == 0


@SCRIPT
def test_back_shows_what_was_sent(phone, script):
    page = phone(script=script).page
    start(page)
    answer(page)
    press(page)
    page.get_by_role("link", name="Back").click()
    page.wait_for_url("**/s/1/")
    expect(page.locator("input[name=answer]").nth(1)).to_be_checked()


@SCRIPT
def test_double_tap_is_one_answer_and_one_finish(phone, script):
    page = phone(script=script).page
    start(page)
    while "/s/finish/" not in page.url:
        answer(page)
        before = page.url
        page.locator(".steps button[value=next]").dblclick()
        page.wait_for_url(lambda url, before=before: url != before)
    page.locator(".steps button[value=next]").dblclick()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert (Response.objects.count(), finished(), Comment.objects.count()) == (1, 1, 1)


@SCRIPT
def test_second_tab_after_finishing_changes_nothing_and_says_so(phone, script):
    visit = phone(script=script)
    page = visit.page
    start(page)
    second = visit.context.new_page()
    second.goto(page.url)
    answer_all(page)
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    second.locator("input[name=answer]").first.check(force=True)
    second.locator(".steps button[value=next]").click()
    expect(second.locator("h1")).to_have_text("Nothing was changed")
    assert Response.objects.get().answers["know_worker"]["value"] == "no"


@SCRIPT
def test_leaving_the_very_first_page_leaves_no_trace(phone, script):
    page = phone(script=script).page
    start(page)
    answer(page)
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/s/away/")
    leaves_no_trace(page)


@SCRIPT
@pytest.mark.parametrize("sent", [True, False], ids=["sent", "typed only"])
def test_leaving_leaves_no_trace(phone, script, sent):
    page = phone(script=script).page
    start(page)
    to_the_words(page)
    page.locator("textarea").fill(SECRET)
    if sent:
        press(page)
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/s/away/")
    leaves_no_trace(page)
    assert Comment.objects.count() == (1 if sent else 0)
    assert finished() == 0


@SCRIPT
def test_finishing_leaves_no_trace(phone, script):
    page = phone(script=script).page
    start(page)
    answer_all(page, SECRET)
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    leaves_no_trace(page)
    assert finished() == 1


def test_typed_words_are_kept_by_the_browser_until_leaving(phone):
    """The cache the two tests above defeat is on: without leaving, Back brings words."""
    visit = phone()
    page = visit.page
    page.add_init_script(
        "addEventListener('pageshow', e => { window.cameFromCache = e.persisted })"
    )
    start(page)
    to_the_words(page)
    # Loaded whole: a page that fetched its question is never put in that cache.
    page.reload()
    page.locator("textarea").fill(SECRET)
    visit.go("/s/help/")
    entries, here = history(page)
    move_to(page, entries[here - 1])
    assert page.locator("textarea").input_value() == SECRET
    assert page.evaluate("window.cameFromCache") is True


def test_three_shifts_leave(phone):
    page = phone().page
    start(page)
    enhanced(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/s/away/")
    assert Response.objects.get().capability_hash is None


def test_leaving_is_blank_at_once_though_the_server_is_slow(phone):
    page = phone().page
    start(page)
    enhanced(page)

    def slowly(route):
        time.sleep(1)
        route.continue_()

    page.route("**/s/exit/", slowly)
    page.evaluate(
        """() => {
            const button = document.querySelector("[data-enhance=leave] button");
            const before = performance.now();
            button.click();
            window.blankAfter = document.body ? Infinity : performance.now() - before;
        }"""
    )
    assert page.evaluate("window.blankAfter") < 100
    page.wait_for_url("**/s/away/")


def test_leaving_adds_nothing_to_the_history(phone):
    page = phone().page
    start(page)
    enhanced(page)
    before = page.evaluate("history.length")
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/s/away/")
    assert page.evaluate("history.length") == before


def test_when_the_signal_drops_the_answer_waits_and_is_sent_once(phone):
    visit = phone()
    page = visit.page
    start(page)
    to_the_words(page)
    enhanced(page)
    page.locator("textarea").fill("turn up")
    visit.context.set_offline(True)
    page.locator(".steps button[value=next]").click()
    expect(page.get_by_role("status")).to_contain_text("Not sent yet")
    assert page.locator("textarea").input_value() == "turn up"
    visit.context.set_offline(False)
    page.wait_for_url("**/s/finish/")
    assert Comment.objects.get().read() == "turn up"


def test_retry_after_a_lost_reply_is_one_comment_and_one_finish(phone):
    page = phone().page
    start(page)
    to_the_words(page)
    enhanced(page)
    page.locator("textarea").fill("turn up")
    lost = []

    def lose_first(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/s/\d+/"), lose_first)
    press(page)
    assert (lost, Comment.objects.count()) == ([200], 1)
    lost.clear()
    page.route("**/s/finish/", lose_first)
    enhanced(page)
    page.locator(".steps button[value=next]").click()
    expect(page.locator("h1")).to_have_text("Thank you")
    assert lost == [200]
    assert (Response.objects.count(), finished()) == (1, 1)


def test_unsent_words_are_not_lost_by_a_first_press_of_back(phone):
    page = phone().page
    start(page)
    to_the_words(page)
    enhanced(page)
    page.locator("textarea").fill("turn up")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("status")).to_contain_text("has not been sent")
    assert page.locator("textarea").input_value() == "turn up"
    page.get_by_role("link", name="Back").click()
    page.wait_for_url("**/s/5/")


def test_browser_keeps_nothing_of_the_answers(phone):
    visit = phone()
    page = visit.page
    start(page)
    answer_all(page, SECRET)
    kept = page.evaluate(
        """async () => JSON.stringify([
            {...localStorage}, {...sessionStorage}, await caches.keys(),
            await indexedDB.databases(), document.cookie, history.state,
        ])"""
    )
    assert kept == '[{},{},[],[],"",null]'
    assert SECRET not in str(visit.context.cookies())


@pytest.mark.parametrize(("script", "limit"), [(True, 20_000), (False, 12_000)])
def test_first_question_fits_its_budget(phone, script, limit):
    visit = phone(script=script)
    page = visit.page
    start(page)
    cold = visit.context.browser.new_context(
        java_script_enabled=script, storage_state=visit.context.storage_state()
    )
    page = cold.new_page()
    wire = cold.new_cdp_session(page)
    wire.send("Network.enable")
    sizes = []
    wire.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
    page.goto(visit.home + "/s/1/", wait_until="networkidle")
    assert page.locator("input[name=answer]").count() == 2
    cold.close()
    assert 0 < sum(sizes) <= limit, sizes


@SCRIPT
def test_look_is_chosen_on_the_page_and_nothing_typed_is_lost(phone, script):
    visit = phone(script=script)
    page = visit.page
    start(page)
    to_the_words(page)
    if script:
        enhanced(page)
    page.locator("textarea").fill(SECRET)
    page.locator("summary:has-text('How this page looks')").click()
    page.get_by_label("Biggest").check()
    page.get_by_label("Dark").check()
    if script:
        page.keyboard.press("Escape")
        expect(page.locator("summary:has-text('How this page looks')")).to_be_focused()
    else:
        page.get_by_role("button", name="Show it like this").click()
    expect(page.locator("html[data-size=bigger][data-scheme=dark]")).to_be_attached()
    expect(page.locator("textarea")).to_have_value(SECRET)
    assert not Comment.objects.exists()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(18, 22, 31)"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if script:
        assert visit.violations() == []
    press(page, "next")
    expect(page.locator("html[data-size=bigger][data-scheme=dark]")).to_be_attached()
    assert visit.elsewhere() == []


def question(page):
    """Return the question on the page, once it is there and enhanced."""
    enhanced(page)
    return page.locator("h1").inner_text()


def asked(visit):
    """Return how many requests were made; a browser asks for the icon when it likes."""
    return len([url for url in visit.requests if "/favicon." not in url])


def test_each_further_question_is_one_small_request_and_has_the_focus(phone):
    visit = phone()
    page = visit.page
    start(page)
    enhanced(page)
    page.evaluate("window.samePage = true")
    heard = [question(page)]
    while "/s/finish/" not in page.url:
        answer(page)
        before = asked(visit)
        press(page)
        heard.append(question(page))
        assert asked(visit) == before + 1
        expect(page.locator("h1")).to_be_focused()
        assert (page.title(), page.evaluate("scrollY")) == ("Questions", 0)
        assert page.evaluate("window.samePage")
    assert len(set(heard)) == 7


def test_a_swapped_question_has_the_style_of_its_kind(phone):
    visit = phone()
    page = visit.page
    start(page)
    walked = []
    while "/s/finish/" not in page.url:
        enhanced(page)
        sheet = """() => [...document.querySelectorAll(
            "main, main *:not(option)")].map(one => {
              const { color, display, padding, borderRadius, inlineSize } =
                  getComputedStyle(one);
              return [one.tagName, color, display, padding, borderRadius, inlineSize];
            })"""
        page.evaluate("document.activeElement.blur()")
        visit.still()
        walked.append((page.url, page.evaluate(sheet)))
        answer(page)
        press(page)
    for url, drawn in walked[1:]:
        page.goto(url)
        enhanced(page)
        page.evaluate(
            "document.querySelectorAll('input').forEach(i => i.checked = false)"
        )
        page.locator("textarea").evaluate_all("all => all.forEach(t => t.value = '')")
        visit.still()
        assert page.evaluate(sheet) == drawn, url


def test_back_and_forward_turn_the_pages_and_bring_unsent_words(phone):
    visit = phone()
    page = visit.page
    start(page)
    answer(page)
    press(page)
    to_the_words(page)
    words_at = page.url
    enhanced(page)
    page.locator("textarea").fill("not sent yet")
    page.go_back()
    page.wait_for_url(lambda url: url != words_at)
    expect(page.locator("h1")).to_have_text("Nearly there")
    page.go_forward()
    page.wait_for_url(words_at)
    expect(page.locator("textarea")).to_have_value("not sent yet")
    page.get_by_role("link", name="Help now").click()
    expect(page.locator("h1")).to_have_text("Help now")
    page.go_back()
    page.wait_for_url(words_at)
    expect(page.locator("textarea")).to_have_value("not sent yet")
    press(page)
    assert Comment.objects.get().read() == "not sent yet"
    entries, here = history(page)
    for entry in reversed(entries[1:here]):
        if entry["url"].endswith("/s/1/"):
            break
    for _ in range(len(entries) - 1 - entries.index(entry)):
        page.go_back()
    page.wait_for_url("**/s/1/")
    expect(page.locator("input[name=answer]").nth(1)).to_be_checked()


def test_unsent_words_wait_in_memory_no_longer_than_a_draft_rests(phone):
    page = phone().page
    start(page)
    to_the_words(page)
    enhanced(page)
    words_at = page.url
    page.locator("textarea").fill(SECRET)
    page.go_back()
    expect(page.locator("textarea")).to_have_count(0)
    page.evaluate("(was => { Date.now = () => was() + 3_600_000 })(Date.now)")
    page.go_forward()
    page.wait_for_url(words_at)
    expect(page.locator("textarea")).to_have_value("")
    assert SECRET not in page.content()


def test_refused_words_are_said_in_place_and_kept(phone):
    visit = phone()
    page = visit.page
    start(page)
    to_the_words(page)
    enhanced(page)
    page.locator("textarea").fill("a" * 5001)
    before = len(visit.requests)
    page.locator(".steps button[value=next]").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert len(visit.requests) == before + 1
    assert page.locator("textarea").input_value() == "a" * 5001
    assert visit.violations() == []
    page.locator("textarea").fill("turn up")
    press(page)
    assert Comment.objects.get().read() == "turn up"


def test_after_leaving_a_late_reply_turns_no_page(phone):
    page = phone().page
    start(page)
    enhanced(page)
    answer(page)
    waiting = []
    page.route(re.compile(r"/s/\d+/"), lambda route: waiting.append(route))
    before = page.evaluate("history.length")
    page.locator(".steps button[value=next]").click()
    while not waiting:
        page.wait_for_timeout(20)
    page.route("**/s/exit/", lambda route: (waiting[0].continue_(), route.continue_()))
    page.get_by_role("button", name="Leave").click()
    page.wait_for_url("**/s/away/")
    assert page.evaluate("history.length") == before


def test_when_the_signal_drops_on_the_way_back_it_is_said_and_tried_again(phone):
    visit = phone()
    page = visit.page
    start(page)
    answer(page)
    press(page)
    enhanced(page)
    visit.context.set_offline(True)
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("status").last).to_contain_text("We keep trying")
    visit.context.set_offline(False)
    page.wait_for_url("**/s/1/")
    expect(page.locator("input[name=answer]").nth(1)).to_be_checked()
    assert visit.elsewhere() == []
