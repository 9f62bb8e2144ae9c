import re

import pytest
from django.urls import reverse

from surveys.enums import InvitationKind, Mode, QuestionKind
from surveys.models import Response
from surveys.views.chosen import signs_of
from surveys.views.start_pages import WayIn
from surveys.views.starting import walk_in
from tests.factories.accounts import UserFactory
from tests.factories.answering import whole_definition
from tests.factories.surveys import (
    EditionFactory,
    GroupSessionFactory,
    InvitationFactory,
)
from tests.surveys.views.conftest import hidden
from voice.council.models import AgeBand, HelpLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(client, link):
    """Return the first page behind the link."""
    return client.get(reverse("surveys:start", args=[link.token]))


@pytest.fixture
def begin(client, link):
    """Return a function that sends the honest page's form, filled in further."""

    def sent(follow=False, **said):
        said = {"language": "en", "age_band": "11-17"} | said
        address = reverse("surveys:start", args=[link.token])
        return client.post(address, said, follow=follow)

    return sent


def links(page):
    """Return every link of the page, by its words."""
    return {page.parsed.text(a): a.get("href") for a in page.parsed.all("a")}


def ticked(page):
    """Return what is chosen on the page before anybody chose."""
    return [
        i.get("value")
        for i in page.parsed.all("input")
        if "checked" in i.attrib and i.get("form") != "look"
    ]


def another(kind, *, questions=(), **changes):
    """Return a way in of a kind, to a survey of its own."""
    definition = whole_definition() | changes
    definition["questions"] += questions
    edition = EditionFactory(definition=definition)
    return InvitationFactory(survey=edition.survey, kind=kind)


def test_age_is_chosen_before_the_honest_page_in_one_tap(first, client):
    assert first.parsed.title == "Questions"
    assert first.parsed.heading == "My social worker and me"
    assert "Calderwick Council (invented)" in first.parsed.text()
    page = client.get(links(first)["8 to 11"])
    assert hidden(page, "age_band") == "8-11"
    assert page.parsed.all("html")[0].get("data-reads") == "primary"
    assert client.get(links(page)["Back"]).parsed.text() == first.parsed.text()


def test_no_address_of_the_start_pages_tells_language_or_age(first, client, link):
    found = [href for href in links(first).values() if href.startswith("/a/")]
    found += [
        href for href in links(client.get(found[-1])).values() if href.startswith("/a/")
    ]
    assert len(found) > 4
    for address in found:
        assert re.fullmatch(rf"/a/{link.token}/[a-z2-7]{{13}}/", address)
    assert len(set(found)) >= 5


def test_signs_nobody_gave_lead_to_the_first_page(client, link):
    page = client.get(reverse("surveys:start_chosen", args=[link.token, "nothing"]))
    assert page.status_code == 302
    assert page.headers["Location"] == reverse("surveys:start", args=[link.token])


def test_signs_of_another_way_in_open_nothing_here(client, link, first):
    other = another(InvitationKind.LINK)
    signs = links(first)["8 to 11"].split("/")[3]
    page = client.get(reverse("surveys:start_chosen", args=[other.token, signs]))
    assert page.status_code == 302


def test_start_page_follows_the_browser_and_then_the_choice(client, link):
    address = reverse("surveys:start", args=[link.token])
    page = client.get(address, headers={"accept-language": "ur"})
    assert page.parsed.heading == "میرا سوشل ورکر"
    page = client.get(links(page)["English"], headers={"accept-language": "ur"})
    assert page.parsed.heading == "My social worker and me"


def test_one_age_band_alone_is_not_asked(client):
    only = another(InvitationKind.LINK, age_bands=["11-17"])
    page = client.get(reverse("surveys:start", args=[only.token]))
    assert hidden(page, "age_band") == "11-17"
    assert "Back" not in links(page)


def test_who_fits_two_bands_is_told_so(client):
    AgeBand.objects.filter(key="11-17").update(youngest=11, oldest=17)
    page = client.get(
        reverse("surveys:start", args=[another(InvitationKind.LINK).token])
    )
    assert "If you are 11, two of these fit you." in page.parsed.text()


def test_older_bands_read_everything_they_must_know_first(honest):
    text = honest().parsed.text()
    for said in (
        "Calderwick Council (invented)",
        "How it is with your social worker.",
        "Two participation workers.",
        "we may have to tell someone who can help",
        "Who decides what changes: Head of Social Work.",
        "deleted at most 90 days after the survey closes",
        "your answers at most 2 years after",
        "within 1 year",
        "skip any question, and stop at any time",
        "Pressing Next sends that page",
        "We don't ask your name",
        "unless your words, your voice or where you answered show it",
        "999",
        "0800 1111",
        "07700 900111",
    ):
        assert said in text


def test_younger_bands_read_the_same_in_short_sentences(honest):
    text = honest(age_band="8-11").parsed.text()
    for said in (
        "Calderwick Council (invented)",
        "How it is with your social worker.",
        "Two participation workers.",
        "If you are not safe, we may have to tell a grown-up who can help.",
        "This is who decides what to change: Head of Social Work.",
        "we keep what you write, say or draw for 90 days at most",
        "We keep your other answers for 2 years at most.",
        "within 1 year",
        "You can skip any question.",
        "You can stop when you like.",
        "Next sends the page you are on.",
        "We don't ask your name. We will not know it is you, unless",
        "Nobody reads them straight away.",
        "999",
        "0800 1111",
    ):
        assert said in text
    assert "we may have to tell someone who can help" not in text


def test_which_words_a_band_reads_goes_by_its_ages(honest):
    AgeBand.objects.filter(key="11-17").update(youngest=5, oldest=6)
    assert "You can stop when you like." in honest().parsed.text()


@pytest.mark.parametrize(
    ("mode", "said", "unsaid"),
    [
        (Mode.NAME_NOT_ASKED, "We don't ask your name", "may know which answers"),
        (Mode.KNOWN_TO_WORKER, "may know which answers", "We don't ask your name"),
    ],
)
@pytest.mark.parametrize("age_band", ["8-11", "11-17"])
def test_the_mode_is_told_before_anything_is_typed(
    honest, mode, said, unsaid, age_band
):
    text = honest(
        age_band=age_band, of=another(InvitationKind.LINK, mode=mode)
    ).parsed.text()
    assert said in text
    assert unsaid not in text


def test_somebody_for_whom_another_types_is_told_that_they_will_know(honest):
    way_in = another(InvitationKind.ASSISTED)
    older = "Somebody types your answers for you, so they will know"
    assert older in honest(of=way_in).parsed.text()
    younger = "Somebody types for you. They will know"
    assert younger in honest(of=way_in, age_band="8-11").parsed.text()
    assert older not in honest().parsed.text()


@pytest.mark.parametrize("age_band", ["8-11", "11-17"])
def test_who_comes_with_a_code_is_told_what_it_could_show(rf, honest, age_band):
    invitation = another(InvitationKind.CODES)
    signs = signs_of(invitation, language="en", age_band=age_band)
    way_in = WayIn(invitation, address="/c/{}/".format, begin=None)
    page = walk_in(rf.get("/c/"), way_in, signs)
    assert "You came with a code." in page.content.decode()
    assert 'action="/c//"' in page.content.decode()
    assert "You came with a code." not in honest().parsed.text()


def test_a_group_is_told_that_others_may_see_or_guess(honest):
    way_in = another(InvitationKind.GROUP)
    GroupSessionFactory(invitation=way_in)
    assert "You answer in a group." in honest(of=way_in).parsed.text()
    younger = honest(of=way_in, age_band="8-11")
    assert "You are in a group." in younger.parsed.text()
    shared = reverse("surveys:share", args=[way_in.token])
    assert links(younger)["We share this tablet"] == shared
    assert "We share this tablet" not in links(honest())


@pytest.mark.parametrize(
    ("kind", "older", "younger"),
    [
        (QuestionKind.VOICE, "People who know your voice", "with your voice"),
        (QuestionKind.DRAWING, "People who know your drawings", "If you draw"),
    ],
)
def test_a_voice_or_a_drawing_is_said_to_show_who_they_are(
    honest, kind, older, younger
):
    question = whole_definition()["questions"][-1] | {"key": "told", "kind": kind}
    way_in = another(InvitationKind.LINK, questions=[question])
    assert older in honest(of=way_in).parsed.text()
    assert younger in honest(of=way_in, age_band="8-11").parsed.text()
    assert older not in honest().parsed.text()
    only_young = question | {"age_bands": ["8-11"]}
    way_in = another(InvitationKind.LINK, questions=[only_young])
    assert older not in honest(of=way_in).parsed.text()


def test_nothing_is_chosen_before_they_choose(honest):
    assert ticked(honest()) == []


def test_without_a_yes_or_a_no_nothing_starts_and_what_was_said_stays(begin):
    page = begin(company="nearby", helped_by="carer")
    assert page.status_code == 422
    assert links(page)["Choose yes or no."] == "#agreement"
    assert ticked(page) == ["nearby"]
    options = page.parsed.all("option")
    chosen = [one.get("value") for one in options if "selected" in one.attrib]
    assert chosen == ["carer"]
    assert Response.objects.count() == 0


def test_no_is_taken_kindly_and_nothing_is_kept(begin, client):
    page = begin(agreement="no", company="alone")
    assert (page.status_code, page.parsed.heading) == (200, "That is fine")
    assert "0800 1111" in page.parsed.text()
    assert Response.objects.count() == 0
    assert "questions" not in client.cookies
    again = client.get(links(page)["I have changed my mind"])
    assert hidden(again, "age_band") == "11-17"


def test_yes_is_kept_as_their_own(begin):
    assert begin(agreement="yes").headers["Location"] == "/s/1/"
    response = Response.objects.get()
    said = (response.agreement, response.company, response.helped_by)
    assert said == ("own", "not_said", "not_said")


def test_a_yes_somebody_types_was_told_to_them(begin):
    begin(agreement="yes", company="helping", help_given=["typed"])
    assert Response.objects.get().agreement == "told"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"company": "alone", "helped_by": "carer"}, ("alone", "nobody", [])),
        (
            {"company": "nearby", "helped_by": "carer", "help_given": ["typed"]},
            ("nearby", "carer", []),
        ),
        (
            {
                "company": "helping",
                "helped_by": "worker",
                "help_given": ["explained", "read_aloud"],
            },
            ("helping", "worker", ["explained", "read_aloud"]),
        ),
        ({"help_given": ["interpreted"]}, ("helping", "not_said", ["interpreted"])),
        ({}, ("not_said", "not_said", [])),
    ],
)
def test_who_is_beside_them_is_kept_as_they_said(begin, said, kept):
    begin(agreement="yes", **said)
    row = Response.objects.get()
    assert (row.company, row.helped_by, row.help_given) == kept


def test_nobody_can_be_named_as_who_is_beside_them(honest):
    page = honest()
    selects = {s.get("name"): s for s in page.parsed.all("select")}
    roles = [o.get("value") for o in selects["helped_by"].iter("option")]
    assert roles == [
        "",
        "family",
        "carer",
        "worker",
        "teacher",
        "advocate",
        "friend",
        "interpreter",
    ]
    boxes = [i for i in page.parsed.all("input") if i.get("type", "text") == "text"]
    assert boxes == page.parsed.all("textarea") == []


@pytest.mark.parametrize("company", ["helping", "nearby", "alone", ""])
def test_who_helps_reads_one_screen_first(begin, client, company):
    page = begin(agreement="yes", company=company, follow=True)
    if company != "helping":
        assert page.redirect_chain == [("/s/1/", 302)]
        return
    assert page.redirect_chain == [("/s/0/", 302)]
    text = page.parsed.text()
    for said in (
        "Let them answer.",
        "stop, and follow your own safeguarding procedure today",
        "This survey is not a referral.",
    ):
        assert said in text
    assert "Read this in English" not in text
    assert hidden(client.get(links(page)["I have read this"]), "question")


def test_who_helps_may_read_it_in_english_whatever_the_language(begin):
    page = begin(agreement="yes", company="helping", language="ur", follow=True)
    assert page.parsed.all("html")[0].get("dir") == "rtl"
    english = page.parsed.all("details")[-1]
    assert english.get("lang") == "en"
    assert "This survey is not a referral." in page.parsed.text(english)


def test_helpers_screen_of_a_device_that_answers_nothing_is_empty(client, db):
    assert client.get(reverse("surveys:hand_over")).status_code == 410


@pytest.mark.parametrize("missing", ["language", "age_band"])
def test_start_in_what_is_not_offered_leads_to_the_first_page(begin, link, missing):
    page = begin(agreement="yes", **{missing: "xx"})
    assert page.headers["Location"] == reverse("surveys:start", args=[link.token])
    assert Response.objects.count() == 0


@pytest.mark.parametrize(
    ("youngest", "oldest", "childline", "samaritans"),
    [
        (11, 17, "Free, day and night", False),
        (17, 25, "If you are under 19. Free, day and night", True),
        (19, 25, None, True),
    ],
)
def test_help_lines_fit_the_age(honest, youngest, oldest, childline, samaritans):
    AgeBand.objects.filter(key="11-17").update(youngest=youngest, oldest=oldest)
    HelpLine.objects.all().delete()
    page = honest()
    lines = {
        page.parsed.text(li.find("b")): page.parsed.text(li.find("small"))
        for li in page.parsed.all("li")
        if li.get("class") == "help-line"
    }
    assert lines.get("Childline") == childline
    assert ("Samaritans" in lines) is samaritans


def test_a_line_for_other_ages_is_not_shown(honest):
    HelpLine.objects.update(name="Plantedline", youngest=18, oldest=25)
    assert "Plantedline" not in honest().parsed.text()
    HelpLine.objects.update(youngest=17)
    assert "Plantedline" in honest().parsed.text()


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (Mode.NAME_NOT_ASKED, "They cannot see what you answer here."),
        (Mode.KNOWN_TO_WORKER, "You can also talk to the worker who gave you this."),
    ],
)
def test_help_lines_fit_the_mode(honest, mode, said):
    assert said in honest(of=another(InvitationKind.LINK, mode=mode)).parsed.text()


def test_start_pages_lead_parents_to_their_page(first, honest, link):
    there = reverse("cms:for_adults", args=[link.survey_id]) + "?in=en"
    assert links(first)["For parents, carers and schools"] == there
    assert links(honest())["For parents, carers and schools"] == there


@pytest.mark.parametrize("chosen", [False, True])
def test_start_pages_take_at_most_six_queries(
    client, link, honest, django_assert_max_num_queries, chosen
):
    def opened():
        if chosen:
            return honest()
        return client.get(reverse("surveys:start", args=[link.token]))

    opened()
    with django_assert_max_num_queries(6):
        opened()


def test_an_older_draft_of_this_device_ends_only_when_another_starts(begin, client):
    begin(agreement="yes")
    earlier = Response.objects.get()
    begin(agreement="no")
    earlier.refresh_from_db()
    assert earlier.capability_hash
    begin(agreement="yes")
    earlier.refresh_from_db()
    assert earlier.capability_hash is None


def test_help_fits_whoever_is_answering(begin, client):
    begin(agreement="yes")
    AgeBand.objects.filter(key="11-17").update(youngest=19, oldest=25)
    text = client.get(reverse("surveys:help")).parsed.text()
    assert "Childline" not in text
    assert "116 123" in text
    assert "They cannot see what you answer here." in text


def test_poster_leads_parents_to_their_page(sign_in, link):
    address = reverse("surveys:poster", args=[link.survey.slug, link.pk])
    there = reverse("cms:for_adults", args=[link.survey_id]).rstrip("/")
    text = sign_in(UserFactory(worker=True)).get(address).parsed.text()
    assert f"For parents, carers and schools: testserver{there}" in text


def test_ages_are_said_in_the_language_of_the_page(client):
    definition = whole_definition()
    definition["languages"] = ["en", "pl"]
    for worded in (definition, *definition["questions"]):
        worded["wordings"]["pl"] = worded["wordings"]["en"]
    link = InvitationFactory(survey=EditionFactory(definition=definition).survey)
    page = client.get(
        reverse("surveys:start", args=[link.token]), headers={"accept-language": "pl"}
    )
    ages = [a for a in page.parsed.all("a") if a.get("class") == "choice-card"]
    assert [page.parsed.text(a) for a in ages] == ["od 8 do 11 lat", "od 11 do 17 lat"]
