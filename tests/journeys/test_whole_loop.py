"""The whole loop on a phone, walked as the different people it is for."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.models import Consultation, Invitation, Question, Survey
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.journeys.test_answering import start
from voice.moderation.domain.reading import approve_comment, open_comment
from voice.moderation.models import Concern, Reading
from voice.themes.domain.tags import tag_comment
from voice.themes.models import Theme

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WITHHELD = "quokkaberry"
PASSED_ON = "zephyrlantern"
OTHERS = 34


@pytest.fixture
def people(visit):
    """Return everyone who takes part, once the house stands."""
    CouncilFactory()
    HelpLineFactory()
    return {
        "worker": UserFactory(worker=True, name="Noor"),
        "second": UserFactory(worker=True, name="Callum"),
        "lead": UserFactory(lead=True, name="Ruth"),
        "board": UserFactory(board=True, name="Winston"),
    }


@pytest.fixture
def arrive(signed_in, people):
    """Return a function that opens a phone of one of the people, signed in."""

    def as_(who):
        return signed_in(people[who], PASSWORD)

    return as_


def arrive_by(visit, button):
    """Press `button` and wait until the next page is there."""
    with visit.page.expect_navigation():
        button.click()


def press(visit, name):
    """Press the one button of this name and wait for the next page."""
    arrive_by(visit, visit.page.get_by_role("button", name=name, exact=True).first)


def follow(visit, name):
    """Follow the first link of this name."""
    arrive_by(visit, visit.page.get_by_role("link", name=name).first)


def checked(visit):
    """Hold the page to what every page keeps: nothing axe minds, no other host."""
    assert visit.violations() == [], visit.page.url
    assert visit.elsewhere() == []


def wide(visit):
    """Say whether the page is wider than the phone."""
    return visit.page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


def good(visit):
    """Hold a page of ours to axe, one host, and the width of a phone."""
    checked(visit)
    assert not wide(visit), visit.page.url


def consult(worker, today):
    """Write the consultation in the admin, through its form."""
    worker.go("/admin/consultations/new/")
    checked(worker)
    page = worker.page
    texts = {
        "title": "My social worker and me",
        "asking": "What is it like to have a social worker?",
        "why": "Last time you heard nothing back.",
        "how_safe": "You choose where you answer.",
        "left_out": "Those who live far away. A worker visits.",
        "how_to_say": "In writing, or with somebody's help.",
        "who_listens": "The Head of Social Work, who decides in May.",
        "can_change": "How workers start and hand over.",
        "cannot_change": "Who is in care.",
        "decision_maker": "Head of Social Work",
        "who_reads": "Two participation workers.",
        "asked_who": "8 to 17 in care",
        "asked": "470",
        "missing": "Few living outside Calderwick",
        "opens_on": (today - timedelta(days=1)).isoformat(),
        "closes_on": (today + timedelta(days=20)).isoformat(),
        "reply_due_on": (today + timedelta(days=60)).isoformat(),
    }
    for name, text in texts.items():
        page.locator(f"[name={name}]").fill(text)
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.locator("form button[type=submit]:visible").last.click()
    assert Consultation.objects.get().title == texts["title"]


def add_block(page, kind):
    """Add one question of this kind at the end of the survey."""
    page.locator(
        "[data-streamfield-stream-container] button[title='Insert a block']"
    ).last.click()
    page.get_by_role("option", name=kind, exact=True).click()


def draft_and_publish(worker):
    """Draft a survey of two questions in the admin and publish it."""
    worker.go("/admin/snippets/surveys/survey/add/")
    checked(worker)
    page = worker.page
    page.locator("[name=consultation]").select_option(label="My social worker and me")
    page.locator("[name=title]").fill("My social worker and me")
    page.locator("[name=introduction]").fill("Two short screens. Skip what you like.")
    page.locator("[name=thanks]").fill("Thank you for telling us.")
    page.locator("[name=age_bands][value='11-17']").check()
    add_block(page, "One choice")
    page.locator("[name=questions-0-value-prompt]").fill("Do you know your worker?")
    page.get_by_label("Option 1", exact=True).fill("Yes")
    page.get_by_label("Option 2", exact=True).fill("No")
    page.get_by_label("What decision will this inform?").fill("Who is told, and when.")
    add_block(page, "In their own words")
    page.locator("[name=questions-1-value-prompt]").fill(
        "What should your worker do more of?"
    )
    page.get_by_label("What decision will this inform?").last.fill("What we promise.")
    page.locator(
        "footer button[aria-label='More actions'], footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]"
    ).first.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()
    assert Survey.objects.get().live
    worker.go(f"/admin/snippets/surveys/survey/edit/{Survey.objects.get().pk}/")
    checked(worker)


def open_a_link(worker):
    """Make an open link at the desk and return its path; look at the poster."""
    worker.go(f"/desk/surveys/{Survey.objects.get().slug}/ways-in/")
    good(worker)
    press(worker, re.compile("link"))
    follow(worker, re.compile("[Pp]oster"))
    good(worker)
    return f"/a/{Invitation.objects.get().token}/"


def answer(child, link, words):
    """Answer on a phone: every page looked at, one press of Back on the way."""
    child.go(link)
    good(child)
    start(child.page)
    good(child)
    child.page.get_by_label("Yes", exact=True).check(force=True)
    press(child, "Next")
    good(child)
    with child.page.expect_navigation():
        child.page.go_back()
    assert child.page.get_by_label("Yes", exact=True).is_checked()
    press(child, "Next")
    child.page.locator("textarea").fill(words)
    child.page.locator("main input[type=checkbox]").check(force=True)
    press(child, "Next")
    good(child)
    press(child, "Finish")
    assert "Thank you" in child.page.locator("h1").inner_text()
    good(child)


def others_answer():
    """Have thirty-four more answer through the same function a page calls."""
    invitation = Invitation.objects.get()
    for number in range(OTHERS):
        response = start_response(invitation, language="en", age_band="11-17").response
        save_answer(response, key=_key("single"), value="yes" if number % 3 else "no")
        save_answer(
            response,
            key=_key("long_text"),
            value=f"keep the same worker {number}",
            may_quote=True,
        )
        finish_response(response)


def _key(kind):
    """Return the key of the one question of this kind."""
    return Question.objects.get(kind=kind).key


def read(worker):
    """Read at the desk: approve one, withhold one, pass one on; the rest like them."""
    survey = Survey.objects.get()
    for words, decide in (
        (WITHHELD, "withhold"),
        (PASSED_ON, "pass on"),
        ("every time i have to tell my life story again", "approve"),
    ):
        comment = next(
            reading.comment
            for reading in Reading.objects.filter(comment__survey=survey)
            if words in reading.comment.read()
        )
        worker.go(f"/desk/reading/{survey.pk}/")
        good(worker)
        worker.go(f"/desk/reading/comment/{comment.pk}/")
        assert words in worker.page.locator("main").inner_text()
        good(worker)
        _decide(worker, decide)


def _decide(worker, decide):
    """Decide on the comment that is open."""
    page = worker.page
    if decide == "withhold":
        page.locator("summary", has_text="Withhold").click()
        page.locator(
            "select[name=reason], [name=reason][value=unkind]"
        ).first.wait_for()
        select = page.locator("select[name=reason]")
        if select.count():
            select.select_option("unkind")
        else:
            page.locator("[name=reason][value=unkind]").check(force=True)
        press(worker, "Withhold these words")
    elif decide == "pass on":
        page.locator("summary", has_text="Pass on to safeguarding").click()
        press(worker, "Pass on now")
    else:
        page.locator("[name=may_count]").check(force=True)
        page.locator("[name=may_quote]").check(force=True)
        press(worker, "Approve as it is")


def others_are_read(people):
    """Approve everything that still waits, as the same worker would."""
    for reading in Reading.objects.filter(state="waiting"):
        open_comment(reading, by=people["worker"])
        reading.refresh_from_db()
        approve_comment(
            reading,
            version=reading.version,
            may_count=True,
            may_quote=True,
            by=people["worker"],
        )


def safeguard(lead):
    """See the concern and decide, as the safeguarding lead alone can."""
    lead.go("/desk/concerns/")
    good(lead)
    concern = Concern.objects.get()
    lead.go(f"/desk/concerns/{concern.pk}/")
    assert PASSED_ON in lead.page.locator("main").inner_text()
    good(lead)
    outcome = lead.page.locator("select[name=outcome]")
    if outcome.count():
        outcome.select_option("front_door")
    else:
        lead.page.locator("[name=outcome][value=front_door]").check(force=True)
    lead.page.locator("[name=note]").fill("Rang the front door at once.")
    lead.page.locator("[name=reference]").fill("TEST-1")
    arrive_by(lead, lead.page.locator("main form:has([name=outcome]) button").first)
    concern.refresh_from_db()
    assert concern.state == "decided"


def understand(worker, people):
    """Make a codebook and a theme, tag one comment in the browser, the rest alike."""
    worker.go("/desk/themes/codebooks/new/")
    good(worker)
    worker.page.locator("[name=title]").fill("What children tell us")
    worker.page.locator("[name=consultations]").first.check(force=True)
    press(worker, "Save")
    good(worker)
    follow(worker, re.compile("[Aa]dd a theme|[Nn]ew theme"))
    worker.page.locator("[name=name]").fill("Workers keep changing")
    worker.page.locator("[name=sentence]").fill(
        "Young people say their worker changes and they must start again."
    )
    good(worker)
    press(worker, "Save")
    question = Question.objects.get(kind="long_text")
    worker.go(f"/desk/themes/questions/{question.pk}/")
    good(worker)
    press(worker, re.compile("Workers keep changing"))
    theme = Theme.objects.get(name="Workers keep changing")
    assert theme.tags.count() == 1
    tagged = set(theme.tags.values_list("comment_id", flat=True))
    for reading in Reading.objects.filter(state="approved"):
        if reading.comment_id not in tagged:
            tag_comment(reading.comment, theme=theme, by=people["worker"])


def share(worker, second):
    """Have a second worker run the survey too, on its page of people."""
    worker.go(f"/desk/surveys/{Survey.objects.get().slug}/people/")
    good(worker)
    worker.page.get_by_label("Who runs it too?").select_option(value=str(second.pk))
    arrive_by(worker, worker.page.locator("main form button").last)


def release(worker, second):
    """Propose a release with a quote, and have another person sign it."""
    worker.go(f"/desk/releases/of/{Survey.objects.get().slug}/")
    good(worker)
    worker.page.locator("label", has_text="life story again").first.click()
    arrive_by(worker, worker.page.locator("main form button").last)
    good(worker)
    second.go("/desk/releases/")
    good(second)
    follow(second, re.compile("My social worker and me"))
    follow(second, "Sign and issue")
    good(second)
    arrive_by(second, second.page.locator("main form button").first)


def state(worker):
    """Write the statement, one action and its evidence at the desk."""
    worker.go("/desk/statement/new/")
    good(worker)
    fill(
        worker,
        title="Statement of Action",
        answers="The inspection",
        key_themes="",
        starts_on=timezone.localdate().isoformat(),
        ends_on=(timezone.localdate() + timedelta(days=365)).isoformat(),
    )
    follow(worker, "Add the first key theme")
    fill(worker, title="Improving the quality of social work practice")
    worker.go("/desk/statement/")
    follow(worker, re.compile("Improving the quality"))
    good(worker)
    follow(worker, "Add an area for improvement")
    fill(worker, title="Children keep their worker")
    follow(worker, re.compile("Add an action to"))
    fill(worker, title="Old and new visit together", owner_title="Head of Social Work")
    worker.go("/desk/statement/")
    follow(worker, re.compile("Improving the quality"))
    follow(worker, "Add evidence")
    follow(worker, re.compile("My social worker and me"))
    good(worker)
    for box in worker.page.locator("[name=cites]").all()[:3]:
        box.check(force=True)
    quote = worker.page.locator("label", has_text="life story again").first
    quote.locator("input").check(force=True)
    press(worker, "Add what is ticked")
    good(worker)


def fill(visit, **fields):
    """Fill the form of the page and send it."""
    for name, text in fields.items():
        visit.page.locator(f"main [name={name}]").fill(text)
    arrive_by(visit, visit.page.locator("main form button").first)


def board_reads(board):
    """Read both kinds of board page."""
    board.go("/board/")
    good(board)
    front = board.page.locator("main").inner_text()
    assert "470" in front
    follow(board, re.compile("Improving the quality"))
    good(board)
    page = board.page.locator("main").inner_text()
    assert "life story again" in page
    assert "Old and new visit together" in page


def reply(worker):
    """Write the reply with a promise and publish it."""
    worker.go(f"/desk/replies/to/{Consultation.objects.get().slug}/")
    good(worker)
    page = worker.page
    page.locator("select[name$=release]").select_option(index=1)
    page.locator("[name$=you_said]").first.fill("You said workers keep changing.")
    page.locator("[name$=we_did]").first.fill("We made a card for every child.")
    page.locator("[name$=we_will_not]").first.fill(
        "We will not let you choose your worker."
    )
    page.locator("[name$=why_not]").first.fill("There are not enough.")
    page.locator("[name$=next]").first.fill("We will ask you again.")
    for box in page.locator("[name^=themes-part]").all():
        box.select_option("we_did")
    arrive_by(worker, page.locator("main form button").first)
    follow(worker, re.compile("[Aa]dd a promise"))
    good(worker)
    fill(
        worker,
        text="You meet the new worker with the old one.",
        owner_title="Head of Social Work",
        due_on=(timezone.localdate() + timedelta(days=40)).isoformat(),
    )
    worker.go(f"/desk/replies/to/{Consultation.objects.get().slug}/publish/")
    good(worker)
    press(worker, re.compile("Publish"))


def test_one_childs_words_go_all_the_way_round(visit, arrive, people):
    worker = arrive("worker")
    consult(worker, timezone.localdate())
    draft_and_publish(worker)
    link = open_a_link(worker)

    answer(visit(), link, "every time i have to tell my life story again")
    answer(visit(), link, f"she is a {WITHHELD}")
    answer(visit(), link, f"i am scared {PASSED_ON}")
    others_answer()

    read(worker)
    others_are_read(people)
    safeguard(arrive("lead"))
    understand(worker, people)
    share(worker, people["second"])
    release(worker, arrive("second"))
    state(worker)
    board = arrive("board")
    board_reads(board)
    reply(worker)
    look_for_what_must_not_be_seen(visit(), board)


def look_for_what_must_not_be_seen(stranger, board):
    """Read the public page and every page again for the planted words."""
    from cms.domain.site import page_for

    page_for(Consultation.objects.get(), by=UserFactory(is_superuser=True))
    stranger.go("/en/")
    good(stranger)
    follow(stranger, re.compile("My social worker and me"))
    good(stranger)
    said = stranger.page.locator("main").inner_text()
    assert "We made a card for every child." in said
    assert "You meet the new worker with the old one." in said
    for path in ("/en/", stranger.page.url.removeprefix(stranger.home)):
        stranger.go(path)
        _nothing_planted(stranger)
    board.go("/board/")
    _nothing_planted(board)
    follow(board, re.compile("Improving the quality"))
    _nothing_planted(board)


def _nothing_planted(visitor):
    """Find none of the planted words in the page's source."""
    source = visitor.page.content()
    assert WITHHELD not in source
    assert PASSED_ON not in source
