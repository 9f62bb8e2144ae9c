import re

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory, copy_many
from tests.factories.surveys import (
    CommentFactory,
    RecordingFactory,
    ResponseFactory,
    SurveyMemberFactory,
)
from voice.audit.models import Entry
from voice.moderation.domain.assigning import take_next
from voice.moderation.logic.wanted import Wanted

pytestmark = pytest.mark.django_db

READING = reverse("moderation:reading")


def another(reading, **said):
    """Return one more reading of the same survey."""
    response = ResponseFactory(edition=reading.comment.response.edition, finished=True)
    return CommentFactory(response=response, **said).reading


def listed(page):
    """Return the ids of the comments a page lists, in order."""
    links = [
        link.get("href")
        for link in page.parsed.all("a")
        if link.get("data-listed") is not None
    ]
    return [re.search(r"comment/([0-9a-f-]{36})/", link)[1] for link in links]


def ids(*readings):
    return [str(reading.comment_id) for reading in readings]


def counts(page):
    """Return what can be chosen, with how many there are of each."""
    return {
        link.find("{*}bdi").text: int(link.find("{*}span").text)
        for link in page.parsed.all("a")
        if link.find("{*}bdi") is not None
        and link.find("{*}span") is not None
        and "reading-question" not in (link.find("{*}span").get("class") or "")
        and (link.find("{*}span").get("class") or "") == "number"
    }


def test_one_queue_across_my_surveys_worries_first_then_oldest(desk):
    oldest = ReadingFactory(comment__words="zanzibar")
    newer = another(oldest)
    worried = ReadingFactory(comment__words="he hits me")
    page = desk.get(READING)
    assert listed(page) == ids(worried, oldest, newer)
    assert "3 wait to be read" in page.parsed.text()
    assert "1 possible worry" in page.parsed.text()
    assert "zanzibar" not in page.parsed.source
    assert not Entry.objects.filter(verb="moderation.read").exists()


def test_nothing_of_other_peoples_surveys_is_listed_counted_or_answered(sign_in):
    mine = SurveyMemberFactory()
    theirs = ReadingFactory(comment__language="ur")
    desk = sign_in(mine.user)
    page = desk.get(READING)
    assert listed(page) == []
    assert theirs.comment.question.prompt not in page.parsed.source
    assert set(counts(page).values()) == {0}
    survey = theirs.comment.survey_id
    for address in (
        reverse("moderation:queue", args=[survey]),
        f"{READING}?state=waiting&survey={survey}",
        f"{READING}?state=waiting&survey=999999",
    ):
        assert desk.get(address).status_code == 404


def test_the_queue_can_be_chosen_by_survey_question_language_age_and_state(desk):
    first = ReadingFactory(comment__language="en", comment__age_band="8-11")
    urdu = another(first, language="ur", words="میری ورکر اچھی ہے")
    elsewhere = ReadingFactory()
    done = ReadingFactory(approved=True)
    survey, question = first.comment.survey_id, first.comment.question_id

    def seen(query):
        return listed(desk.get(f"{READING}?{query}"))

    assert seen(f"state=waiting&survey={survey}") == ids(first, urdu)
    assert seen("state=waiting&age_band=8-11") == ids(first)
    assert seen("state=waiting&language=ur") == ids(urdu)
    assert seen(f"state=waiting&survey={survey}&question={question}") == ids(
        first, urdu
    )
    assert seen(f"state=waiting&survey={survey}&question=999999") == []
    assert seen("state=approved") == ids(done)
    assert seen("state=nonsense&language=all&page=99") == ids(first, urdu, elsewhere)


def test_a_choice_lasts_for_the_session_until_it_is_changed(desk):
    first, elsewhere = ReadingFactory(), ReadingFactory()
    desk.get(f"{READING}?state=waiting&survey={first.comment.survey_id}")
    assert listed(desk.get(READING)) == ids(first)
    assert listed(desk.get(f"{READING}?state=waiting")) == ids(first, elsewhere)
    assert listed(desk.get(READING)) == ids(first, elsewhere)


def test_everything_that_can_be_chosen_says_how_many_there_are(desk, worker):
    first = ReadingFactory(comment__age_band="8-11")
    another(first)
    another(first, language="ur", words="zzz")
    ReadingFactory(withheld=True)
    take_next(Wanted(), by=worker)
    found = counts(
        desk.get(f"{READING}?state=waiting&survey={first.comment.survey_id}")
    )
    assert found["Waiting to be read"] == 3
    assert found["Assigned to me"] == 1
    assert found["All my surveys"] == 3
    assert found[first.comment.question.prompt] == 3
    assert (found["English"], found["Urdu"]) == (2, 1)
    assert (found["8–11"] if "8–11" in found else found["8 to 11"]) == 1


def test_the_number_beside_a_choice_is_what_choosing_it_shows(desk):
    first = ReadingFactory(comment__age_band="8-11")
    another(first, words="lubię moją panią")
    another(first, language="ur", words="zzz")
    ReadingFactory(passed_on=True)
    page = desk.get(f"{READING}?state=waiting&language=all")
    choices = [
        (link.get("href"), int(link.find("{*}span").text))
        for link in page.parsed.all("a")
        if link.find("{*}span") is not None
        and link.find("{*}span").get("class") == "number"
    ]
    assert len(choices) > 8
    for address, count in choices:
        assert len(listed(desk.get(address))) == count, address


def test_comments_in_other_languages_go_to_their_readers_first(sign_in, worker):
    english = ReadingFactory()
    urdu = another(english, language="ur", words="zzz")
    reads_urdu = UserFactory(worker=True, reads_languages=["ur"])
    page = sign_in(worker).get(READING)
    assert listed(page) == ids(english)
    assert "1 waits for readers of other languages." in page.parsed.text()
    assert listed(sign_in(reads_urdu).get(READING)) == ids(urdu)
    assert listed(sign_in(worker).get(f"{READING}?state=waiting&language=all")) == ids(
        english, urdu
    )


def test_a_guess_brings_one_more_reader_and_takes_none_away(sign_in, worker):
    reading = ReadingFactory(comment__words="میری ورکر اچھی ہے", comment__language="en")
    reads_urdu = UserFactory(worker=True, reads_languages=["ur"])
    for reader in (worker, reads_urdu):
        page = sign_in(reader).get(READING)
        assert listed(page) == ids(reading)
        assert "perhaps Urdu" in page.parsed.text()


def test_what_nobody_reads_is_shown_loudly_to_everyone(sign_in, worker):
    reading = ReadingFactory(comment__language="so", comment__words="zzz")
    reads_urdu = UserFactory(worker=True, reads_languages=["ur"])
    for reader in (worker, reads_urdu):
        page = sign_in(reader).get(READING)
        assert listed(page) == ids(reading)
        assert "1 comment waits in Somali, which no reader here reads" in (
            page.parsed.text()
        )
    UserFactory(worker=True, reads_languages=["so"])
    page = sign_in(worker).get(READING)
    assert "which no reader here reads" not in page.parsed.text()
    assert listed(page) == []


def test_a_guess_at_a_language_nobody_reads_is_said_to_be_a_guess(desk):
    ReadingFactory(comment__words="lubię moją panią", comment__language="en")
    page = desk.get(READING)
    assert "1 comment seems to be in Polish, which no reader here reads" in (
        page.parsed.text()
    )
    assert "machine's guess, and often wrong" in page.parsed.text()


def tags(page):
    """Return the tags of each row of the list, in order."""
    return [
        [
            page.parsed.text(tag)
            for tag in row.findall(".//{*}span")
            if tag.get("class") == "status"
        ]
        for row in page.parsed.all("li")
        if any(link.get("data-listed") is not None for link in row.findall(".//{*}a"))
    ]


def test_worries_recordings_and_what_nobody_reads_stand_out_in_their_rows(desk):
    oldest = ReadingFactory(comment__words="zanzibar")
    edition = oldest.comment.response.edition
    spoken, drawn = (
        RecordingFactory(
            comment__response=ResponseFactory(edition=edition, finished=True), **traits
        ).comment.reading
        for traits in ({}, {"drawn": True})
    )
    foreign = another(oldest, language="ur")
    guessed = another(oldest)
    guessed.guessed_language = "ti"
    guessed.save()
    worried = another(oldest, words="he hits me")
    page = desk.get(READING)
    assert listed(page) == ids(worried, oldest, spoken, drawn, foreign, guessed)
    assert tags(page) == [
        ["Possible worry"],
        [],
        ["Spoken"],
        ["Drawn"],
        ["Urdu: nobody here reads it"],
        ["perhaps Tigrinya: nobody here reads it"],
    ]


def test_a_language_somebody_here_reads_stands_out_no_more(desk, worker):
    ReadingFactory(comment__language="ur")
    worker.reads_languages = ["en", "ur"]
    worker.save()
    assert tags(desk.get(READING)) == [[]]


def test_surveys_stand_beside_the_list_and_not_above_it(desk):
    first, second = ReadingFactory(), ReadingFactory()
    page = desk.get(READING)
    aside = next(
        one for one in page.parsed.all("aside") if one.get("class") == "desk-list"
    )
    main = page.parsed.all("main")[0]
    for reading in (first, second):
        address = reverse("moderation:queue", args=[reading.comment.survey_id])
        assert address in [link.get("href") for link in aside.findall(".//{*}a")]
        assert address not in [link.get("href") for link in main.findall(".//{*}a")]


def test_who_has_a_comment_in_hand_is_said_in_the_list_and_on_its_page(desk):
    reading = ReadingFactory()
    callum = UserFactory(worker=True, name="Callum Brandreth")
    take_next(Wanted(), by=callum)
    assert "Callum Brandreth is reading it" in desk.get(READING).parsed.text()
    page = desk.get(reverse("moderation:comment", args=[reading.comment_id]))
    assert "Callum Brandreth is reading this now" in page.parsed.text()


def test_what_is_in_my_hand_can_be_chosen(desk, worker):
    first = ReadingFactory()
    another(first)
    take_next(Wanted(), by=worker)
    assert listed(desk.get(f"{READING}?state=waiting&mine=1")) == ids(first)


def test_an_empty_choice_says_that_others_wait(desk):
    ReadingFactory()
    page = desk.get(f"{READING}?state=waiting&age_band=4-7")
    assert "All read here 1 comment waits outside what you chose." in page.parsed.text()


def test_a_queue_without_comments_says_what_will_come(desk):
    assert "Nothing to read yet" in desk.get(READING).parsed.text()


def test_twenty_five_are_on_a_page_and_the_rest_on_the_next(desk):
    first = ReadingFactory()
    for _ in range(26):
        another(first)
    assert len(listed(desk.get(READING))) == 25
    assert len(listed(desk.get(f"{READING}?state=waiting&page=2"))) == 2


def test_two_thousand_comments_cost_what_two_do(desk, django_assert_max_num_queries):
    first = ReadingFactory()
    another(first)
    with django_assert_max_num_queries(20) as few:
        desk.get(READING)
    cost = len(few)
    copy_many(first, 2000)
    with django_assert_max_num_queries(cost):
        page = desk.get(READING)
    assert "2002 wait to be read" in page.parsed.text()
    with django_assert_max_num_queries(30):
        desk.get(reverse("moderation:comment", args=[first.comment_id]))
