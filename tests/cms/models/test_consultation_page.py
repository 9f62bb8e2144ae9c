import pytest
from django.utils.formats import date_format

from surveys.audience import Audience
from surveys.domain.erasing import erase_response
from surveys.models import ConsultationWording, Response
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
    VerdictFactory,
    sign,
)
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.releases.domain.recalls import recall_release
from voice.replies.queries.told import PARTS

pytestmark = pytest.mark.django_db


def asked(**how):
    consultation = ConsultationFactory(**how)
    EditionFactory(survey=SurveyFactory(consultation=consultation, live=True))
    return consultation


def answered(**how):
    """Return a consultation that somebody answered."""
    consultation = asked(**how)
    survey = consultation.surveys.get()
    ResponseFactory(edition=survey.editions.get(), finished=True)
    return consultation


def read(client, consultation, language="en"):
    return client.get(page_of(consultation, language=language).url).parsed


def test_every_fact_is_on_the_page(client):
    consultation = asked()
    text = read(client, consultation).text()
    for fact in set(PARTS) - {"title", "missing"}:
        assert getattr(consultation, fact) in text


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"scheduled": True}, "This opens on"),
        ({}, "Tell us until"),
        ({"closed": True}, "A person has read every word you told us."),
        ({"overdue": True}, "Our reply is late"),
    ],
)
def test_each_state_says_where_things_are(client, how, said):
    assert said in read(client, answered(**how)).text()


def test_where_nobody_answered_the_page_says_so_kindly_and_by_when(client):
    consultation = asked(closed=True)
    page = read(client, consultation)
    text = page.text()
    day = date_format(consultation.reply_due_on, "j F Y")
    assert "nobody answered. That is for us to put right, not for you." in text
    assert f"By {day} we tell you here what we will do differently." in text
    assert "We read it all" not in text


def test_where_nobody_answered_and_the_day_has_passed_it_is_late(client):
    text = read(client, asked(overdue=True)).text()
    assert "Our reply is late" in text
    assert "We still owe you what we will do differently." in text


def test_reply_where_nobody_answered_is_read_like_any_other(client):
    reply = ReplyFactory(
        release=None,
        without_answers=True,
        consultation=asked(closed=True),
        published=True,
    )
    ReplyWordingFactory(reply=reply, you_said="Nobody answered. We asked too late.")
    text = read(client, reply.consultation).text()
    assert "What happened Nobody answered. We asked too late." in text
    assert "You said" not in text


def test_a_page_does_not_move_when_the_only_answer_is_erased(client):
    consultation = answered(overdue=True)
    response = Response.objects.get()
    before = read(client, consultation).text()
    erase_response(response, by=UserFactory(worker=True))
    assert read(client, consultation).text() == before


def test_reply_of_too_few_says_what_happened_and_why_without_numbers(client):
    consultation = answered(closed=True)
    reply = ReplyFactory(
        release=None, of_few=True, consultation=consultation, published=True
    )
    ReplyWordingFactory(reply=reply, you_said="We asked about your worker.")
    text = read(client, consultation).text()
    assert (
        "What happened We asked about your worker. There are no numbers here," in text
    )
    assert "You said" not in text


def wrote(consultation):
    edition = consultation.surveys.get().editions.get()
    return ReadingFactory(
        comment__response=ResponseFactory(finished=True, edition=edition)
    )


def test_what_waits_to_be_read_is_said_and_when_they_hear(client):
    consultation = asked(closed=True)
    wrote(consultation)
    text = read(client, consultation).text()
    assert "This is closed. We are reading what you told us." in text
    day = date_format(consultation.reply_due_on, "j F Y")
    assert f"You will hear from us by {day}." in text


@pytest.mark.parametrize(("first", "late"), [(20, False), (-5, True)])
def test_a_moved_reply_is_told_with_both_days_and_why(client, in_days, first, late):
    days = {"first": in_days(first), "now": in_days(40), "moved": in_days(-6)}
    consultation = asked(
        closed=True,
        first_reply_due_on=days["first"],
        reply_due_on=days["now"],
        reply_moved_on=days["moved"],
        reply_moved_why="We are still talking to the schools.",
    )
    text = read(client, consultation).text()
    said = {name: date_format(day, "j F Y") for name, day in days.items()}
    assert (
        f"First we said by {said['first']}. On {said['moved']} we moved it: now we say "
        f"by {said['now']}. Why: We are still talking to the schools."
    ) in text
    assert ("Our reply is late" in text) == late


def test_how_many_are_read_is_told_as_the_release_tells_it(client):
    release = ReleaseFactory()
    text = read(client, release.survey.consultation).text()
    assert "About 165 of you told us something" in text
    wrote(release.survey.consultation)
    text = read(client, release.survey.consultation).text()
    assert "We are reading what about 165 of you told us." in text


def test_how_many_answered_is_not_told_without_a_release(client):
    consultation = asked(closed=True)
    edition = consultation.surveys.get().editions.get()
    for _ in range(12):
        ResponseFactory(finished=True, edition=edition)
    assert "of you told us something" not in read(client, consultation).text()


def test_what_several_surveys_were_told_is_told_of_each_and_not_added_up(client):
    release = ReleaseFactory()
    consultation = release.survey.consultation
    SurveyFactory(consultation=consultation, live=True)
    also = SurveyFactory(consultation=consultation, live=True, title="The short one")
    EditionFactory(survey=also)
    text = read(client, consultation).text()
    assert f"“{release.survey.title}”: about 165 answered" in text
    assert "of you told us something" not in text
    assert "“The short one”" not in text
    sign(ReleaseFactory(survey=also))
    text = read(client, consultation).text()
    assert "“The short one”: about 165 answered" in text
    assert "330" not in text


def test_audiences_are_counted_apart(client):
    release = ReleaseFactory()
    consultation = release.survey.consultation
    adults = SurveyFactory(
        consultation=consultation, live=True, audience=Audience.FAMILIES
    )
    EditionFactory(survey=adults)
    sign(ReleaseFactory(survey=adults))
    text = read(client, consultation).text()
    assert "About 165 of you told us something" in text
    assert "Families and carers: about 165 answered" in text


def test_number_of_a_release_that_was_changed_is_not_told(client):
    release = ReleaseFactory()
    tables = {"reach": {"answered": {"code": "count", "number": 500, "words": "500"}}}
    type(release).objects.filter(pk=release.pk).update(tables=tables)
    assert "500" not in read(client, release.survey.consultation).text()


def test_reply_with_promises_says_they_will_be_asked_and_checked_that_they_were(client):
    promise = PromiseFactory(kept=True, reply__published=True)
    ReplyWordingFactory(reply=promise.reply)
    consultation = promise.reply.consultation
    page = read(client, consultation)
    assert "we ask you if we kept it" in page.text()
    VerdictFactory(promise=promise)
    text = client.get(page_of(consultation).url).parsed.text()
    assert "You told us if we kept our promises." in text
    assert "you said if we kept our promises" in text


def test_nothing_asked_yet_is_still_being_made(client):
    page = read(client, ConsultationFactory())
    assert "We are still getting this ready" in page.text()


def test_way_in_is_there_only_while_it_is_open(client):
    for how, there in (({}, True), ({"closed": True}, False)):
        consultation = asked(**how)
        token = InvitationFactory(survey=consultation.surveys.get()).token
        assert (token in read(client, consultation).source) is there


def test_without_an_open_link_it_says_where_to_get_one(client):
    assert "You need a link or a code" in read(client, asked()).text()


def test_overdue_reply_counts_its_days_and_names_who_owes_it(client):
    text = read(client, asked(overdue=True)).text()
    assert "That is 5 days late, and we are sorry." in text
    assert "The person who has to answer you: Head of Social Work" in text


def replied(quotes=(), **how):
    release = ReleaseFactory(consultation=ConsultationFactory(**how), quotes=quotes)
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    return reply


def test_published_reply_closes_the_loop(client):
    reply = replied(closed=True)
    PromiseFactory(reply=reply, kept=True)
    page = read(client, reply.consultation)
    headings = [page.text(heading) for heading in page.all("h2")]
    assert headings[:6] == [
        "You said",
        "We did",
        "We will",
        "We will not, and why",
        "What we promised you",
        "Next",
    ]
    assert "About 165 of the 540 who could answer did." in page.text()
    assert "We hardly heard from: Those living outside Calderwick." in page.text()


def test_late_reply_says_how_late_it_came(client):
    text = read(client, replied(overdue=True).consultation).text()
    assert "It came 5 days later than we said." in text


def test_young_people_read_that_the_results_were_taken_back_and_why(client):
    reply = replied(closed=True, quotes=["come wen u say"])
    assert "come wen u say" in read(client, reply.consultation).source
    why = "A class answered twice: zanzibarquokka."
    recall_release(reply.release, why=why, by=UserFactory(worker=True))
    page = read(client, reply.consultation)
    assert "We took back the results behind this reply" in page.text()
    assert why in page.text()
    assert "We have not put them right yet." in page.text()
    assert "come wen u say" not in page.source
    assert "About 165 of the 540" not in page.text()
    ReleaseFactory(survey=reply.release.survey, number=2)
    page = read(client, reply.consultation)
    assert "We have put the results right since then." in page.text()


def test_reply_is_read_in_urdu(client):
    reply = replied(closed=True)
    ReplyWordingFactory(reply=reply, language="ur", you_said="آپ نے کہا")
    PromiseWordingFactory(promise=PromiseFactory(reply=reply))
    ConsultationWording.objects.create(
        consultation=reply.consultation,
        language="ur",
        **dict.fromkeys(PARTS, "میرا گھر"),
    )
    page = read(client, reply.consultation, "ur")
    html = page.all("html")[0]
    assert (html.get("dir"), page.heading) == ("rtl", "میرا گھر")
    assert "آپ نے کہا" in page.text()
    assert "ہر منتقلی" in page.text()
    assert "Moves come" not in page.text()


def test_language_switch_keeps_the_page(client):
    page = page_of(asked(slug="where-i-live"))
    there = page.url.replace("/en/", "/ur/", 1)
    assert f'href="{there}"' in client.get(page.url).parsed.source


def test_words_only_release_shows_no_number(client):
    words = {"code": "small_group", "number": None, "words": "a small number"}
    reply = replied(closed=True)
    sign(reply.release, tables={"reach": {"answered": words, "asked": words}})
    assert "who could answer did" not in read(client, reply.consultation).text()


def test_a_few_quotes_of_the_release_are_read_as_they_were_signed(client):
    reply = replied(closed=True, quotes=["plumtree words"])
    assert "plumtree words" in read(client, reply.consultation).text()


def test_release_changed_since_it_was_signed_is_not_shown(client):
    reply = replied(closed=True, quotes=["plumtree words"])
    reply.release.quotes.update(text="peartree words")
    text = read(client, reply.consultation).text()
    assert "Moves come with no warning" in text
    assert "tree words" not in text
    assert "who could answer did" not in text


def test_page_stays_within_its_queries(client, django_assert_max_num_queries):
    reply = replied(closed=True)
    for _ in range(4):
        PromiseFactory(reply=reply)
    address = page_of(reply.consultation).url
    client.get(address)
    with django_assert_max_num_queries(24):
        client.get(address)


@pytest.mark.parametrize(
    ("how", "there"),
    [({}, True), ({"scheduled": True}, True), ({"closed": True}, False)],
)
def test_parents_are_led_to_their_page_while_there_is_something_to_ask(
    client, how, there
):
    consultation = asked(**how)
    SurveyFactory(consultation=consultation, live=True)
    survey = consultation.surveys.get(editions__isnull=False)
    address = f"/for-adults/{survey.pk}/?in=en"
    links = [a.get("href") for a in read(client, consultation).all("a")]
    found = [href for href in links if href and href.startswith("/for-adults/")]
    assert found == ([address] if there else [])
