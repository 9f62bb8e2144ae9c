"""Every kind of question on a phone: script on and off, English and Urdu, by keyboard."""

import pytest
from playwright.sync_api import expect

from surveys.models import Comment, Recording, Response
from tests.factories.every_kind import open_every_kind_link
from tests.journeys.test_answering import enhanced, press, start

pytestmark = [pytest.mark.journey]

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
# One point of red.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
OGG = b"OggS\x00\x02" + bytes(64)


@pytest.fixture
def begin(visit, transactional_db):
    """Return a function that starts a survey of the questions `keys`, on a phone."""

    def begun(*keys, script=True, locale="en-GB", **options):
        link = open_every_kind_link(*keys)
        arrived = visit(java_script_enabled=script, locale=locale, **options)
        arrived.go(f"/a/{link.token}/")
        start(arrived.page)
        if script:
            enhanced(arrived.page)
        return arrived

    return begun


def tick(page, value, name="answer"):
    page.locator(f"input[name={name}][value='{value}']").check(force=True)


def put_in_order(page, *values, script):
    for place, value in enumerate(values):
        if script:
            page.locator(f"[data-value={value}]").click()
        else:
            page.locator("select[name]").nth(place).select_option(value)


ANSWERS = {
    "know_worker": lambda page, script: tick(page, "yes"),
    "what_helps": lambda page, script: tick(page, "texts"),
    "where": lambda page, script: tick(page, "school"),
    "happy": lambda page, script: tick(page, "4"),
    "listens": lambda page, script: tick(page, "5"),
    "safe": lambda page, script: tick(page, "7"),
    "first": lambda page, script: put_in_order(
        page, "sleep", "friends", "family", script=script
    ),
    "since": lambda page, script: (
        page.locator("select[name=month]").select_option("03"),
        page.locator("select[name=year]").select_option(index=2),
    ),
    "one_word": lambda page, script: page.locator("#answer").fill("long"),
    "do_more": lambda page, script: page.locator("#answer").fill("turn up"),
    "aloud": lambda page, script: page.locator("input[type=file]").set_input_files(
        {"name": "a.ogg", "mimeType": "audio/ogg", "buffer": OGG}
    ),
    "drawn": lambda page, script: page.locator("input[type=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": PNG}
    ),
}


@pytest.mark.parametrize("locale", ["en-GB", "ur-PK"])
@SCRIPT
def test_one_survey_of_every_kind_is_answered(begin, script, locale):
    visit = begin(script=script, locale=locale)
    page = visit.page
    found = {}
    while "/s/finish/" not in page.url:
        key = page.locator("input[name=question]").input_value()
        if script:
            enhanced(page)
            found[key] = visit.violations()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, key
        if key in ANSWERS:
            ANSWERS[key](page, script)
        press(page)
    assert {key: bad for key, bad in found.items() if bad} == {}
    answers = Response.objects.get().answers
    assert set(answers) == set(ANSWERS)
    assert {answer["state"] for answer in answers.values()} == {"answered"}
    assert answers["first"]["value"] == ["sleep", "friends", "family"]
    assert {c.question.key: c.kind for c in Comment.objects.all()} == {
        "one_word": "text",
        "do_more": "text",
        "aloud": "voice",
        "drawn": "drawing",
    }
    assert visit.elsewhere() == []


def test_none_of_these_clears_the_others_and_the_limit_is_told(begin):
    page = begin("what_helps").page
    tick(page, "texts")
    tick(page, "visits")
    page.locator("input[value=calls]").evaluate("one => one.click()")
    expect(page.locator("[data-part=full]")).to_contain_text("up to 2")
    expect(page.locator("input[name=answer]:checked")).to_have_count(2)
    tick(page, "none")
    assert page.locator("input[name=answer]:checked").evaluate_all(
        "all => all.map(one => one.value)"
    ) == ["none"]
    tick(page, "~not_said")
    expect(page.locator("input[value=none]")).not_to_be_checked()
    tick(page, "calls")
    assert page.locator("input[name=answer]:checked").evaluate_all(
        "all => all.map(one => one.value)"
    ) == ["calls"]


def test_tapping_gives_places_and_takes_them_back_by_keyboard_too(begin):
    page = begin("first").page
    for card in ("Friends", "Family", "Sleep"):
        expect(page.get_by_role("button", name=card)).to_be_visible()
    for value in ("family", "sleep"):
        page.locator(f"[data-value={value}]").focus()
        page.keyboard.press("Space")
    expect(page.locator("[data-value=sleep] [data-part=number]")).to_have_text("2")
    expect(page.locator("p[data-part=said]")).to_contain_text("Sleep: Place 2")
    page.locator("[data-value=family]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-value=sleep] [data-part=number]")).to_have_text("1")
    expect(page.locator("[data-value=family]")).to_have_attribute(
        "aria-pressed", "false"
    )
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)
    for value in ("sleep", "family", "friends"):
        page.locator(f"[data-value={value}]").click()
    press(page)
    assert Response.objects.get().answers["first"]["value"] == [
        "sleep",
        "family",
        "friends",
    ]
    page.go_back()
    enhanced(page)
    expect(page.locator("[data-value=friends] [data-part=number]")).to_have_text("3")


@SCRIPT
def test_the_box_for_other_words_opens_with_its_option_alone(begin, script):
    page = begin("know_worker", script=script).page
    words = page.get_by_label("Something else: please say")
    expect(words).to_be_hidden()
    tick(page, "else")
    words.fill("plantedxyzzy")
    press(page)
    assert Comment.objects.get().read() == "plantedxyzzy"


def test_a_drawing_is_drawn_undone_cleared_and_sent(begin):
    page = begin("drawn").page
    paper = page.locator("canvas").bounding_box()

    def draw(down):
        x, y = paper["x"] + 60, paper["y"] + down
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 120, y + 20, steps=4)
        page.mouse.up()

    def ink():
        """Return how many dots of the sheet are not white."""
        return page.evaluate(
            """() => {
                const paper = document.querySelector("canvas");
                const { data } = paper.getContext("2d")
                    .getImageData(0, 0, paper.width, paper.height);
                return data.filter((part, at) => at % 4 < 3 && part < 200).length;
            }"""
        )

    assert ink() == 0
    draw(40)
    one = ink()
    page.get_by_role("button", name="Red").click()
    draw(100)
    assert ink() > one > 0
    page.get_by_role("button", name="Undo").click()
    assert ink() == one
    page.get_by_role("button", name="Clear").click()
    assert ink() == 0
    page.get_by_role("button", name="Undo").click()
    assert ink() == one
    press(page)
    recording = Recording.objects.get()
    assert (recording.kind, recording.media_type) == ("drawing", "image/png")
    assert recording.read()[:4] == b"\x89PNG"


def test_a_drawing_left_unsent_waits_on_the_page_and_is_sent_from_there(begin):
    page = begin("know_worker", "drawn").page
    press(page, "skip")
    enhanced(page)
    drawn_at = page.url
    page.locator("canvas").click(position={"x": 60, "y": 60})
    page.get_by_role("link", name="Back").click()
    page.wait_for_url("**/s/1/")
    expect(page.locator("canvas")).to_have_count(0)
    page.go_back()
    page.wait_for_url(drawn_at)
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    press(page)
    assert Recording.objects.get().read()[:4] == b"\x89PNG"


PRETENDS_TO_RECORD = """
    navigator.mediaDevices.getUserMedia = async () => ({ getTracks: () => [{ stop() {} }] });
    window.MediaRecorder = class {
        static isTypeSupported(type) { return type.includes("webm"); }
        constructor() { this.state = "inactive"; this.mimeType = "audio/webm;codecs=opus"; }
        start() { this.state = "recording"; }
        stop() {
            this.state = "inactive";
            const content = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, ...Array(64).fill(1)]);
            this.ondataavailable({ data: new Blob([content]) });
            this.onstop();
        }
    };
"""


def recording_phone(begin, script=PRETENDS_TO_RECORD):
    """Return a page that asks for a voice, on a phone with a microphone of ours."""
    visit = begin("aloud")
    visit.page.add_init_script(script)
    visit.page.reload()
    enhanced(visit.page)
    return visit


def test_a_voice_is_recorded_heard_again_deleted_and_sent(begin):
    visit = recording_phone(begin)
    page = visit.page
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_label("What you recorded")).to_be_visible()
    assert page.locator("audio").get_attribute("src").startswith("blob:")
    assert visit.violations() == []
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_label("What you recorded")).to_be_hidden()
    assert page.evaluate("document.querySelector('input[type=file]').files.length") == 0
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Stop").click()
    press(page)
    recording = Recording.objects.get()
    assert (recording.kind, recording.media_type) == ("voice", "audio/webm")


def test_a_recording_ends_by_itself_after_two_minutes(begin):
    visit = begin("aloud")
    page = visit.page
    page.add_init_script(PRETENDS_TO_RECORD)
    page.clock.install()
    page.reload()
    enhanced(page)
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.clock.run_for(119_000)
    expect(page.locator("[data-part=clock]")).to_have_text("1:59")
    page.clock.run_for(2_000)
    expect(page.locator("[data-part=clock]")).to_have_text("2:00")
    expect(page.get_by_label("What you recorded")).to_be_visible()


def test_a_microphone_that_is_refused_leaves_other_ways(begin):
    refusing = (
        "navigator.mediaDevices.getUserMedia = async () => { throw new Error() };"
    )
    page = recording_phone(begin, refusing).page
    page.get_by_role("button", name="Record").click()
    expect(page.locator(".voice [role=status]")).to_contain_text("write instead")
    expect(page.locator("input[type=file]")).to_be_visible()
    page.get_by_text("I would rather write").click()
    page.get_by_label("In your own words").fill("turn up")
    press(page)
    assert Comment.objects.get().read() == "turn up"


def test_a_recording_that_is_refused_stays_on_the_page_with_why(begin):
    broken = PRETENDS_TO_RECORD.replace("0x1a, 0x45", "0x00, 0x00")
    page = recording_phone(begin, broken).page
    page.get_by_role("button", name="Record").click()
    page.get_by_role("button", name="Stop").click()
    page.locator(".steps button[value=next]").click()
    expect(page.locator("form > [role=status]")).to_contain_text(
        "not something we can keep"
    )
    expect(page.get_by_label("What you recorded")).to_be_visible()
    assert not Comment.objects.exists()


def test_a_sound_is_fetched_only_when_it_is_asked_for(begin):
    visit = begin("know_worker")
    page = visit.page
    page.wait_for_load_state("networkidle")
    assert [url for url in visit.requests if "/s/m/" in url] == []
    buttons = page.locator("button[data-sound]")
    expect(buttons).to_have_count(4)
    expect(buttons.first).to_contain_text("bytes")
    with page.expect_request("**/s/m/*/"):
        page.get_by_role("button", name="Listen: Yes").click()
    assert len({url for url in visit.requests if "/s/m/" in url}) == 1


def test_without_script_the_browsers_own_player_is_there_and_fetches_nothing(begin):
    visit = begin("know_worker", script=False)
    page = visit.page
    expect(page.locator("audio[controls]")).to_have_count(4)
    assert page.locator("audio").first.get_attribute("preload") == "none"
    expect(page.locator("button[data-sound]").first).to_be_hidden()
    assert [url for url in visit.requests if "/s/m/" in url] == []


@SCRIPT
def test_a_rest_moves_only_when_touched_and_sends_nothing(begin, script):
    page = begin("rest", "safe", "rest_two", script=script).page
    page.locator(".breath").click()
    expect(page.get_by_text("Breathe in as it grows")).to_be_visible()
    press(page)
    press(page, "skip")
    star = page.get_by_role("checkbox", name="Star 3")
    star.check(force=True)
    expect(star).to_be_checked()
    press(page)
    assert Response.objects.get().answers == {"safe": {"state": "skipped"}}


@pytest.mark.parametrize(("script", "limit"), [(True, 20_000), (False, 12_000)])
@pytest.mark.parametrize("key", ["know_worker", "first", "aloud", "drawn"])
def test_every_first_question_fits_its_budget(begin, script, limit, key):
    visit = begin(key, script=script)
    cold = visit.context.browser.new_context(
        java_script_enabled=script, storage_state=visit.context.storage_state()
    )
    page = cold.new_page()
    wire = cold.new_cdp_session(page)
    wire.send("Network.enable")
    sizes = []
    wire.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
    page.goto(visit.home + "/s/1/", wait_until="networkidle")
    cold.close()
    assert 0 < sum(sizes) <= limit, sizes
