"""A page that reads itself: recordings, the device's own voice, or no button at all."""

import pytest
from playwright.sync_api import expect

from surveys.domain.machine_voice import speak, voice_for
from surveys.domain.media import keep_medium
from surveys.models import DraftRecording, Medium
from tests.factories.accounts import UserFactory
from tests.factories.every_kind import every_kind_definition, open_every_kind_link
from tests.factories.surveys import SurveyFactory
from tests.journeys.test_answering import enhanced, press, start

pytestmark = [pytest.mark.journey]

# Voices a device may have; what is said is written down, and ends at once.
VOICES = """(voices) => {
  window.said = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices,
    cancel: () => { window.cancelled = true; },
    speak: (one) => {
      window.said.push([one.text, one.lang, one.rate]);
      if (!window.slowly) setTimeout(() => one.onend(), 0);
      window.saying = one;
    },
  }});
}"""
PLAYED = """() => {
  window.played = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    window.played.push([new URL(this.src).pathname, this.playbackRate]);
    return play.call(this);
  };
}"""
OWN = {"lang": "en-GB", "localService": True, "name": "Own"}
URDU = {"lang": "ur_PK", "localService": True, "name": "Urdu"}
SENT_AWAY = {"lang": "en-GB", "localService": False, "name": "Sent away"}
TODO = "Answer as you like, then press Next. Or press Skip: that is fine too."


@pytest.fixture
def begin(visit, transactional_db):
    """Return a function that starts a survey of the questions `keys`, on a phone."""

    def begun(*keys, voices=(), locale="en-GB", script=True):
        link = open_every_kind_link(*keys)
        arrived = visit(locale=locale, java_script_enabled=script)
        spoken = str(list(voices)).replace("True", "true").replace("False", "false")
        arrived.context.add_init_script(f"({VOICES})({spoken}); ({PLAYED})();")
        arrived.go(f"/a/{link.token}/")
        start(arrived.page)
        if script:
            enhanced(arrived.page)
        return arrived

    return begun


def read_all(page):
    return page.get_by_role("button", name="Read everything to me")


def test_the_devices_own_voice_reads_everything_in_order(begin):
    page = begin("what_helps", voices=[OWN]).page
    read_all(page).click()
    expect(read_all(page)).to_have_attribute("aria-pressed", "false")
    said = [text for text, _lang, _rate in page.evaluate("said")]
    assert said == [
        "What helps?",
        "Choose up to 2.",
        "Texts",
        "Visits",
        "Calls",
        "None",
        "I would rather not say",
        TODO,
    ]
    assert {lang for _text, lang, _rate in page.evaluate("said")} == {"en-GB"}


def test_each_question_and_option_has_its_own_listen_button(begin):
    visit = begin("what_helps", voices=[SENT_AWAY, URDU, OWN])
    page = visit.page
    for words in ("What helps?", "Texts", "None", "I would rather not say"):
        button = page.get_by_role("button", name=f"Listen: {words}", exact=True)
        button.click()
        assert page.evaluate("said.at(-1)[0]") == words
    assert visit.violations() == []
    page.locator("input[name=answer]").first.check(force=True)
    press(page)


def test_a_voice_that_sends_words_away_or_speaks_otherwise_is_no_voice(begin):
    visit = begin("what_helps", voices=[SENT_AWAY, URDU])
    page = visit.page
    expect(page.locator(".aloud[data-enhanced]")).to_be_attached()
    expect(page.locator(".aloud")).to_be_hidden()
    assert page.get_by_role("button", name="Listen").count() == 0
    assert [url for url in visit.requests if "/js/aloud/" in url] == []


def test_a_page_in_urdu_is_read_by_a_voice_in_urdu(begin):
    visit = begin("what_helps", voices=[OWN, URDU], locale="ur-PK")
    page = visit.page
    page.locator(".aloud [data-part=all]").click()
    expect(page.locator(".aloud [data-part=all]")).to_have_attribute(
        "aria-pressed", "false"
    )
    assert {lang for _text, lang, _rate in page.evaluate("said")} == {"ur_PK"}
    assert visit.violations() == []


def test_speed_and_again(begin):
    page = begin("do_more", voices=[OWN]).page
    page.evaluate("window.slowly = true")
    read_all(page).click()
    page.get_by_label("Speed").select_option("Slower")
    first = "What should your worker do more of?"
    assert page.evaluate("said") == [[first, "en-GB", 1], [first, "en-GB", 0.75]]
    page.evaluate("saying.onend()")
    assert page.evaluate("said.length") == 3
    page.get_by_role("button", name="Again").click()
    assert page.evaluate("said.at(-1)") == [first, "en-GB", 0.75]
    assert page.locator("[data-aloud-now]").count() == 1
    read_all(page).click()
    assert page.locator("[data-aloud-now]").count() == 0
    assert page.evaluate("cancelled")


def recorded(words):
    """Return real recordings of `words` by the machine, kept for questions."""
    spoken, worker = speak(words, voice=voice_for("en")), UserFactory(worker=True)
    return [
        keep_medium(content, media_type="audio/", by=worker)
        for content in (spoken.opus, spoken.mp3)
    ]


def test_recordings_load_only_when_asked_for_and_say_how_big_they_are(
    begin, monkeypatch
):
    opus, mp3 = recorded("What should your worker do more of?")
    heard = {
        "medium": opus.pk, "media_type": opus.media_type, "size": opus.size,
        "machine": True,
        "also": {
            "medium": mp3.pk, "media_type": mp3.media_type, "size": mp3.size,
        },
    }  # fmt: skip
    definition = every_kind_definition

    def told(by, *keys):
        made = definition(by, *keys)
        made["questions"][0]["wordings"]["en"][""]["sounds"] = {"prompt": heard}
        return made

    monkeypatch.setattr("tests.factories.every_kind.every_kind_definition", told)
    visit = begin("do_more")
    page = visit.page
    button = page.get_by_role("button", name="Listen: What should your worker")
    expect(button).to_contain_text("KB")
    expect(button).to_contain_text("a computer's voice")
    expect(read_all(page)).to_contain_text("KB")
    assert [url for url in visit.requests if "/s/m/" in url] == []
    read_all(page).click()
    expect(read_all(page)).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("played") == [[f"/s/m/{opus.pk}/", 1]]
    assert page.locator(".aloud [role=status]").inner_text() == ""
    page.get_by_label("Speed").select_option("Faster")
    button.click()
    assert page.evaluate("played.at(-1)[1]") == 1.3


def test_a_recording_that_cannot_be_fetched_is_told(begin):
    page = begin("know_worker").page
    page.route("**/s/m/**", lambda route: route.abort())
    read_all(page).click()
    expect(page.locator(".aloud [role=status]")).to_have_text(
        "We could not play that. Is there signal?"
    )
    expect(read_all(page)).to_have_attribute("aria-pressed", "false")


def test_without_script_nothing_offers_to_read_what_cannot_be_read(begin):
    page = begin("do_more", script=False).page
    expect(page.locator(".aloud")).to_be_hidden()


def test_a_page_swapped_in_place_reads_itself_and_the_old_one_stops(begin):
    page = begin("know_worker", "do_more", voices=[OWN]).page
    page.evaluate("window.slowly = window.samePage = true")
    read_all(page).click()
    press(page, "skip")
    enhanced(page)
    expect(read_all(page)).to_be_visible()
    assert page.evaluate("samePage && cancelled")
    before = page.evaluate("said.length")
    read_all(page).click()
    assert page.evaluate("said.length") == before + 1
    assert page.evaluate("saying.text") == page.locator("h1").inner_text()


def test_drafts_are_heard_and_kept_by_keys_alone(visit, signed_in, transactional_db):
    worker = UserFactory(worker=True)
    worker.set_password("correct horse battery")
    worker.save()
    survey = SurveyFactory()
    opus, mp3 = recorded("Do you know your worker?")
    for part, said in (("prompt", "Do you know your worker?"), ("option.yes", "Yes")):
        DraftRecording.objects.create(
            survey=survey, key="know_worker", part=part, language="en", said=said,
            voice="en-gb", state="made", sound=opus, sound_also=mp3, asked_by=worker,
        )  # fmt: skip
    desk = signed_in(worker, "correct horse battery", laptop=True)
    desk.go(f"/desk/surveys/{survey.slug}/aloud/en/any/")
    page = desk.page
    enhanced(page)
    assert desk.violations() == []
    page.keyboard.press("y")
    expect(page.get_by_text("Listen to it first, then keep it.")).to_be_visible()
    enhanced(page)
    with page.expect_response("**/sound/"):
        page.keyboard.press("l")
    page.keyboard.press("y")
    expect(page.get_by_text("Kept. Young people hear it")).to_be_visible()
    expect(page.locator(".draft-aloud__words")).to_have_text("Yes")
    enhanced(page)
    page.keyboard.press("d")
    expect(page.get_by_text("Dropped. Nobody hears it.")).to_be_visible()
    row = survey.wordings.get()
    assert (row.part, row.made_by, row.kept_by) == ("prompt", "machine", worker)
    assert Medium.objects.filter(pk=row.sound_id).exists()
