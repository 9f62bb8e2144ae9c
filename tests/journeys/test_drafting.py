"""Drafting a survey as a participation worker does: by choosing, on a laptop."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from surveys.drafting.building import question_block
from surveys.drafting.reading import latest_draft_of
from surveys.logic.keys import propose_key
from surveys.models import Medium, Survey
from tests.benchmarks.building import sixty_questions
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory
from voice.accounts.enums import Role
from voice.accounts.models import User

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ICONS = {"single": "radio-full", "scale": "order"}
ADD = "/admin/snippets/surveys/survey/add/"


@pytest.fixture
def desk(signed_in):
    """Return a worker's laptop at the form of a new survey."""
    CouncilFactory()
    ConsultationFactory(title="How is it")
    UserFactory(lead=True)
    worker = signed_in(UserFactory(worker=True), PASSWORD, laptop=True)
    worker.go(ADD)
    return worker


def add(page, kind):
    """Add one question of this kind at the end of the survey; return its box."""
    boxes = page.locator("[data-streamfield-child]")
    before = boxes.count()
    page.locator(
        "[data-streamfield-stream-container] button[title='Insert a block']"
    ).last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    expect(boxes).to_have_count(before + 1)
    box = boxes.last
    expect(box.locator("[data-enhanced]").last).to_be_attached()
    return box


def ask(page, kind, prompt, *options):
    """Add a question with its words; return its box."""
    box = add(page, kind)
    box.locator("[name$=-value-prompt]").fill(prompt)
    for number, words in enumerate(options, start=1):
        line = box.get_by_role("textbox", name=f"Option {number}", exact=True)
        if not line.count():
            box.get_by_role("button", name="Add an option").click()
        line.fill(words)
    return box


def picture():
    """Return a small picture as a file to choose."""
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(content, "PNG")
    return {
        "name": "park.png",
        "mimeType": "image/png",
        "buffer": content.getvalue(),
    }


def begin(page):
    page.locator("[name=consultation]").select_option(label="How is it")
    page.locator("[name=title]").fill("How is it where I live")
    page.locator("[name=introduction]").fill("We want to know.")
    page.locator("[name=thanks]").fill("Thank you.")
    page.get_by_label("8 to 11").first.check(force=True)


def save(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").first.click()


def more(box):
    """Open what a question may have besides its words."""
    opens = box.get_by_role("button", name="More about this question")
    opens.press("Enter")
    expect(opens).to_have_attribute("aria-expanded", "true")


def publish(page):
    """Ask to publish, from the menu beside Save."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()


def test_worker_drafts_a_survey_by_choosing(desk):
    page = desk.page
    assert desk.violations() == []
    begin(page)
    worker = ask(page, "One choice", "Do you have a social worker?", "Yes", "No", "")
    worker.get_by_label("What decision will this inform?").fill("Who is given one.")
    third = worker.get_by_role("textbox", name="Option 3", exact=True)
    third.fill("Other, please say")
    worker.get_by_role("button", name="More about “Other, please say”").click()
    worker.get_by_label("Asks for words of their own").check()

    safe = ask(page, "0 to 10", "How safe do you feel?")
    safe.locator("[name$=-value-low]").fill("not at all")
    safe.locator("[name$=-value-high]").fill("very")
    more(safe)
    safe.get_by_role("button", name="Show it only when…").click()
    safe.get_by_label("What it depends on").select_option(
        label="1. Do you have a social worker?"
    )
    expect(safe.locator("[data-when]")).to_have_text(
        "shown when “Do you have a social worker?” is Yes"
    )
    safe.get_by_role("button", name="Add another condition").click()
    safe.get_by_label("What it depends on").last.select_option(label="Their age band")
    safe.get_by_label("How these go together").select_option(label="Any of these")
    expect(safe.locator("[data-when]")).to_contain_text(" or ")
    safe.get_by_label("Choose a picture").set_input_files(picture())
    safe.get_by_label("What the picture shows").fill("A green field")
    safe.get_by_label("Offer “Not sure”").check()
    assert desk.violations() == []

    faces = add(page, "Faces with words")
    faces.locator("[name$=-value-prompt]").fill("How is it?")
    assert faces.get_by_role("textbox", name="Option 1").input_value() == (
        "A little happy"
    )
    add_set(page)
    why = ask(page, "In their own words", "You said. Why?")
    more(why)
    why.locator("[name$=-value-prompt]").evaluate("box => box.setSelectionRange(8, 8)")
    why.get_by_label("Answer to").select_option(label="Do you have a social worker?")
    why.get_by_role("button", name="Insert an earlier answer").click()
    expect(why.locator("[name$=-value-prompt]")).not_to_have_value("You said. Why?")
    save(page)

    page.reload()
    expect(page.locator("[data-when]").nth(1)).to_contain_text("is Yes or ")
    expect(page.locator("[data-troubles] li")).to_have_count(0)
    survey = Survey.objects.get()
    asked = {question.key: question for question in latest_draft_of(survey).questions}
    assert list(asked) == [
        "do_you_have_a_social_worker",
        "how_safe_do_you_feel",
        "how_is_it",
        "i_am_heard",
        "i_am_told_why",
        "you_said_what_you_told_us_why",
    ]
    have, safe, _faces, heard, told, why = asked.values()
    assert [(o.key, o.is_other) for o in have.options] == [
        ("yes", False),
        ("no", False),
        ("other_please_say", True),
    ]
    assert have.decision == "Who is given one."
    assert safe.show_if == {
        "any": [
            {
                "question": "do_you_have_a_social_worker",
                "operator": "is",
                "value": "yes",
            },
            {"about": "age_band", "operator": "is", "value": "4-7"},
        ]
    }
    assert safe.picture == {
        "medium": Medium.objects.get().sha256,
        "alt": "A green field",
        "width": 40,
        "height": 30,
    }
    assert safe.not_sure
    assert heard.options == told.options
    assert (heard.kind, heard.help) == ("agree", "How much do you agree?")
    assert why.prompt == (
        "You said {answer:do_you_have_a_social_worker|what you told us}. Why?"
    )
    assert desk.violations() == []
    assert desk.elsewhere() == []


def add_set(page):
    """Add two statements on one scale."""
    box = add(page, "Statements on one scale")
    box.get_by_label("What they are asked of each").fill("How much do you agree?")
    box.get_by_role("textbox", name="Statement 1").fill("I am heard")
    box.get_by_role("textbox", name="Statement 2").fill("I am told why")


def test_bad_input_is_told_beside_the_field_and_loses_nothing(desk):
    page = desk.page
    begin(page)
    box = ask(page, "Several choices", "What helps?", "Texts", "")
    box.get_by_label("What decision will this inform?").fill("Planted decision")
    more(box)
    box.get_by_label("How many they may choose").select_option("5")
    box.get_by_label("8 to 11").check()
    publish(page)
    box = page.locator("[data-streamfield-child]").last
    error = box.locator("[data-contentpath=options] .error-message")
    expect(error).to_have_text("Line 2 has no words.")
    expect(box.get_by_role("textbox", name="Option 1")).to_have_value("Texts")
    expect(box.get_by_label("What decision will this inform?")).to_have_value(
        "Planted decision"
    )
    assert not Survey.objects.exists()
    assert desk.violations() == []
    box.get_by_role("textbox", name="Option 2").fill("Visits")
    publish(page)
    box = page.locator("[data-streamfield-child]").last
    expect(box.locator("[data-contentpath=extras] .error-message")).to_have_text(
        "There are fewer options than that."
    )
    expect(box.get_by_label("How many they may choose")).to_have_value("5")
    expect(box.locator(".voice-extras__set")).to_have_text(
        "Only 8 to 11 (primary) · 5 at most"
    )
    assert not Survey.objects.exists()


def test_lines_are_added_moved_removed_and_brought_back_by_keys(desk):
    page = desk.page
    begin(page)
    box = ask(page, "One choice", "What helps?", "Texts", "Visits")
    box.get_by_role("textbox", name="Option 2").press("Enter")
    page.keyboard.type("Calls")
    box.get_by_role("button", name="Move “Calls” up").press("Enter")
    box.get_by_role("button", name="Remove “Texts”").press("Enter")
    expect(box.get_by_role("textbox")).to_have_count(5)
    box.get_by_role("button", name="Undo").press("Enter")
    box.get_by_role("textbox", name="Option 1").focus()
    save(page)
    [question] = latest_draft_of(Survey.objects.get()).questions
    assert [option.text for option in question.options] == ["Texts", "Calls", "Visits"]


def test_copied_question_is_a_question_of_its_own(desk):
    page = desk.page
    begin(page)
    ask(page, "One choice", "What helps?", "Texts", "Visits")
    save(page)
    page.get_by_role("button", name="Duplicate").first.click()
    save(page)
    first, second = latest_draft_of(Survey.objects.get()).questions
    assert (first.key, second.key) == ("what_helps", "what_helps_2")
    assert [o.text for o in second.options] == ["Texts", "Visits"]
    ids = {o.block_id for o in (*first.options, *second.options)}
    assert len(ids - {""}) == 4


def test_picture_that_cannot_be_kept_is_refused_beside_its_field(desk):
    page = desk.page
    begin(page)
    box = ask(page, "Choose a picture", "Which?", "Dog", "Cat")
    box.get_by_label("Picture", exact=True).first.set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    expect(box.get_by_role("alert").first).to_have_text(
        "That is not a picture we can use: PNG, JPEG or WebP."
    )
    expect(box.get_by_role("textbox", name="Option 1")).to_have_value("Dog")
    assert not Medium.objects.exists()


def test_condition_on_what_now_comes_later_says_so(desk):
    page = desk.page
    begin(page)
    ask(page, "One choice", "Do you have a social worker?", "Yes", "No")
    why = ask(page, "In their own words", "Why?")
    more(why)
    why.get_by_role("button", name="Show it only when…").click()
    why.get_by_label("What it depends on").select_option(
        label="1. Do you have a social worker?"
    )
    expect(why.locator("[data-when]")).to_contain_text("is Yes")
    why.get_by_role("button", name="Move up").click()
    expect(page.locator("[data-troubles] li")).to_have_text(
        "“Why?” looks at “Do you have a social worker?”, which is only asked afterwards."
    )


def test_editor_reads_from_right_to_left_with_nothing_wrong(desk):
    for worker in User.objects.filter(groups__name=Role.PARTICIPATION_WORKER):
        UserProfile.objects.update_or_create(
            user=worker, defaults={"preferred_language": "ur"}
        )
    page = desk.page
    desk.go(ADD)
    assert page.locator("html").get_attribute("dir") == "rtl"
    questions = page.locator("[data-streamfield-child]")
    for count, kind in enumerate(("single", "scale"), start=1):
        page.locator(
            "[data-streamfield-stream-container] .c-sf-add-button"
        ).last.click()
        page.locator(f"[role=option]:has(.icon-{ICONS[kind]})").first.click()
        expect(questions).to_have_count(count)
    box = questions.last
    box.locator("[data-more]").click()
    box.locator("[data-add]").click()
    assert desk.violations() == []
    assert desk.elsewhere() == []


def test_sixty_questions_are_under_a_thousand_fields_in_the_browser(desk):
    blocks = [question_block(question) for question in sixty_questions().questions]
    survey = SurveyFactory(questions=blocks)
    survey.save_revision()
    desk.go(f"/admin/snippets/surveys/survey/edit/{survey.pk}/")
    page = desk.page
    expect(page.locator("[data-streamfield-child]")).to_have_count(60)
    fields = page.locator("form[data-edit-form], form#w-editor-form").first.evaluate(
        "form => [...new FormData(form)].length"
    )
    assert 400 < fields < 1000


def test_keys_are_proposed_in_the_browser_as_they_are_when_saved(desk):
    texts = [
        "Do you know your worker?",
        "Don't know",
        "Tŷ a theulu",
        "کیا",
        "one two three four five six seven eight nine ten",
        "a" * 60,
        "",
    ]
    proposed = desk.page.evaluate(
        """async (texts) => {
          const { proposeKey } = await import("/static/js/admin/keys.js");
          const taken = new Set(["dont_know", "a".repeat(40)]);
          return texts.map((text) => proposeKey(text, taken, "option"));
        }""",
        texts,
    )
    taken = {"dont_know", "a" * 40}
    assert proposed == [
        propose_key(text, taken=taken, otherwise="option") for text in texts
    ]
