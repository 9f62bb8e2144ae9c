"""Wording a survey for another language and another age band, on a laptop and a phone."""

import polib
import pytest
from playwright.sync_api import expect

from surveys.models import LanguageApproval, Medium, SafetyApproval
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.media import photo
from tests.factories.surveys import SurveyFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# A microphone of ours: it hears the beginning of a WebM file as soon as it stops.
MICROPHONE = """
    navigator.mediaDevices.getUserMedia = async () => ({ getTracks: () => [] });
    window.MediaRecorder = class extends EventTarget {
        static isTypeSupported(type) { return type === "audio/webm"; }
        start() { this.state = "recording"; }
        stop() {
            this.state = "inactive";
            const said = new Blob([new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 1, 2])]);
            this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: said }));
            this.dispatchEvent(new Event("stop"));
        }
    };
"""
URDU = "کیا آپ اپنے کارکن کو جانتے ہیں؟"


@pytest.fixture
def survey():
    CouncilFactory()
    return SurveyFactory(languages=["en", "ur"], age_bands=["8-11", "11-17"])


@pytest.fixture
def desk(signed_in, survey):
    """Return a worker's laptop."""
    return signed_in(UserFactory(worker=True), PASSWORD, laptop=True)


def words(survey, version="ur/any"):
    return f"/admin/surveys/{survey.pk}/wordings/{version}/"


def box(page, key, part):
    """Return the box of one part's words."""
    return page.locator(f"[name='text:{key}:{part}']")


def follow(page, name):
    with page.expect_navigation():
        page.get_by_role("link", name=name).click()


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_a_worker_words_two_languages_and_two_bands(desk, survey):
    page = desk.page
    desk.go(words(survey))
    assert desk.violations() == []
    prompt = box(page, "know_worker", "prompt")
    assert prompt.evaluate("el => getComputedStyle(el).direction") == "rtl"
    base = page.locator("#row-know_worker-prompt td").first
    assert base.evaluate("el => getComputedStyle(el).direction") == "ltr"
    # By keys alone: from one box to the next, and to Save.
    prompt.focus()
    page.keyboard.insert_text(URDU)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("ہاں")
    expect(box(page, "know_worker", "option.yes")).to_have_value("ہاں")
    page.get_by_role("button", name="Save", exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(box(page, "know_worker", "prompt")).to_have_value(URDU)

    # The younger band in English, beside the Urdu of every age.
    desk.go(words(survey, "en/8-11"))
    page.get_by_label("Show on the other side").select_option("ur/any")
    press(page, "Show")
    beside = page.locator("#row-know_worker-prompt td").first
    expect(beside).to_contain_text(URDU)
    assert beside.evaluate("el => getComputedStyle(el).direction") == "rtl"
    box(page, "know_worker", "prompt").fill("Do you have a worker you know?")
    press(page, "Save")
    assert set(survey.wordings.values_list("language", "age_band")) == {
        ("ur", ""),
        ("en", "8-11"),
    }

    # The base words change: what went and what came stands beside the Urdu.
    questions = survey.questions
    questions[0].value["prompt"] = "Do you like your worker?"
    survey.questions = questions
    survey.save_revision()
    desk.go(words(survey))
    row = page.locator("#row-know_worker-prompt")
    expect(row.locator("del")).to_contain_text("know")
    expect(row.locator("ins")).to_contain_text("like")
    assert desk.violations() == []
    row.get_by_label("Still right").check()
    press(page, "Save")
    expect(page.locator("del")).to_have_count(0)


def test_words_are_recorded_and_pictured(desk, survey):
    page = desk.page
    page.add_init_script(MICROPHONE)
    desk.go(words(survey, "en/any"))
    with page.expect_navigation():
        page.locator("#row-know_worker-prompt").get_by_role("link").click()
    page.get_by_role("button", name="Record", exact=True).click()
    stop = page.get_by_role("button", name="Stop and keep it", exact=True)
    assert desk.violations() == []
    with page.expect_navigation():
        stop.click()
    expect(page.locator("main audio")).to_have_count(1)
    assert survey.wordings.get().sound.media_type == "audio/webm"

    desk.go(words(survey) + "part/know_worker/prompt/")
    page.get_by_label("Picture of its own").set_input_files(
        {"name": "park.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    press(page, "Save")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Say what the picture shows")
    assert desk.violations() == []
    page.get_by_label("Picture of its own").set_input_files(
        {"name": "park.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    page.get_by_label("What the picture shows").fill("ایک گھر")
    press(page, "Save, then the next")
    expect(page.locator(".wordings-aloud")).to_contain_text("Yes")
    assert Medium.objects.count() == 2
    desk.go(words(survey))
    picture = page.get_by_role("img", name="ایک گھر")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    assert desk.violations() == []


def test_a_file_goes_to_a_translator_and_the_language_is_approved(
    desk, survey, tmp_path
):
    page = desk.page
    desk.go(words(survey))
    with page.expect_download() as leaving:
        page.get_by_role("link", name="Download for translators (PO)").click()
    out = tmp_path / "words.po"
    leaving.value.save_as(out)
    file = polib.pofile(str(out))
    for entry in file:
        entry.msgstr = f"لفظ {entry.msgctxt}"
    back = tmp_path / "back.po"
    file.save(str(back))

    follow(page, "Bring a file back")
    assert desk.violations() == []
    page.get_by_label("File").set_input_files(
        {"name": "cat.po", "mimeType": "text/plain", "buffer": b"a cat"}
    )
    press(page, "See what would change")
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed")
    page.get_by_label("File").set_input_files(back)
    press(page, "See what would change")
    expect(page.get_by_role("heading", level=2)).to_have_text(
        "19 wordings would change"
    )
    assert not survey.wordings.exists()
    assert desk.violations() == []
    press(page, "Change them")
    assert survey.wordings.count() == 19
    page.get_by_label("Name of the fluent reader").fill("Amina Sadiq")
    press(page, "Save and record the approval")
    assert LanguageApproval.objects.get().reader_name == "Amina Sadiq"

    follow(page, "Our own words about safety and privacy")
    assert desk.violations() == []
    page.get_by_label("Name of the fluent reader").fill("Amina Sadiq")
    press(page, "Record the approval")
    assert SafetyApproval.objects.get().language == "ur"


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_wordings_fits(desk, survey, width):
    page = desk.page
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        words(survey),
        words(survey, "en/any"),
        words(survey) + "part/know_worker/prompt/",
        words(survey) + "file/",
        f"/admin/surveys/{survey.pk}/wordings/",
        "/admin/surveys/safety-words/ur/",
    ):
        desk.go(address)
        assert desk.violations() == [], address
        overflow = page.evaluate(
            "document.querySelector('main').scrollWidth - innerWidth"
        )
        assert overflow <= 0, address
