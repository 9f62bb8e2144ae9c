import json

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, MeetingFactory
from tests.factories.packs import QUOTE, an_issued_briefing, unanswered
from tests.factories.replies import PromiseFactory, ReplyFactory, VerdictFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_theme,
)
from voice.briefings.logic.paper import is_whole, told_in
from voice.briefings.models import Meeting
from voice.releases.domain.recalls import recall_release
from voice.releases.models import Release
from voice.replies.queries.verdicts import tell

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

QUESTIONS = [
    "Who was asked",
    "Who answered",
    "What they said",
    "Who received it, and when",
    "What changed",
    "What was not done, and why",
    "Proof that the children were told",
    "Their verdict on our promises",
    "How quickly it was read, and worries acted on",
]


def sections(paper):
    """Return the titles of a paper's sections."""
    return [one["text"] for one in paper["blocks"] if one.get("level") == 2]


def section(paper, title):
    """Return the blocks under one section of a paper."""
    blocks = paper["blocks"]
    titles = [one.get("text") if one.get("level") == 2 else None for one in blocks]
    start = titles.index(title) + 1
    ends = [at for at, one in enumerate(titles) if at >= start and one]
    return blocks[start : ends[0] if ends else None]


def items(blocks):
    """Return the items of every list among blocks, by what they are."""
    return {
        item["text"]: (item["status"], item["detail"])
        for block in blocks
        if block["kind"] == "list"
        for item in block["items"]
    }


def notes(blocks):
    """Return what is to take care with among blocks."""
    return [one["text"] for one in blocks if one["kind"] == "note"]


def test_an_empty_house_says_of_every_question_that_nothing_is_there(paper):
    made = paper()
    assert sections(made) == ["What is missing", *QUESTIONS]
    assert list(items(section(made, "What is missing"))) == [
        "Nobody was asked in this period.",
        "Nobody answered, as nobody was asked.",
        "Nothing was said, as nobody was asked.",
        "Nobody has received anything: nothing is released.",
        "There is no Statement of Action.",
        "Nothing is recorded as not done. Ask what was left out of the plan.",
        "Nobody was told anything, as nobody was asked.",
        "Nothing was promised, so nobody could say whether it was kept.",
    ]
    assert made["sources"] == []


def test_a_whole_loop_answers_every_question_and_misses_only_the_verdict(loop, paper):
    made = paper()
    assert sections(made) == ["What is missing", *QUESTIONS]
    assert list(items(section(made, "What is missing"))) == [
        "Nobody has said yet whether this was kept: “No more bin bags: a proper bag "
        "for every move.”"
    ]
    assert is_whole(made)
    assert made["language"] == "en"


def test_who_was_asked_says_who_when_how_and_who_decides(loop, paper):
    told = items(section(paper(), "Who was asked"))
    assert told["Who"] == ("", "8 to 17 in care or on a plan")
    assert told["Ways in"] == ("", "Open link")
    assert told["Languages"] == ("", "English")
    assert told["Ages"] == ("", "11 to 17")
    assert told["Who decides"] == ("", "Head of Social Work")


def test_who_answered_is_the_release_s_own_reach_with_its_source(loop, paper):
    [reach] = [
        one for one in section(paper(), "Who answered") if one["kind"] == "reach"
    ]
    assert reach["answered"]["words"] == "150"
    assert reach["asked"]["words"] == "470"
    assert reach["missing"] == "Those living outside Calderwick"
    assert reach["source"] == 1


def test_what_they_said_is_every_figure_of_the_release_and_its_quotes(loop, paper):
    said = section(paper(), "What they said")
    tables = [one for one in said if one["kind"] == "figures"]
    assert [(one["title"], len(one["rows"]), one["source"]) for one in tables] == [
        ("What young people told us in their own words", 2, 1),
        ("Heard from few, and kept", 1, 1),
        ("Do you know your worker?", 2, 1),
    ]
    assert [one["words"] for one in said if one["kind"] == "quote"] == [QUOTE]


def test_only_the_newest_release_of_a_survey_says_what_they_said(loop, paper):
    second = ReleaseFactory(
        survey=loop.survey, edition=None, number=2, days_ago=5, quotes=[]
    )
    made = paper()
    tables = [
        one for one in section(made, "What they said") if one["kind"] == "figures"
    ]
    assert {one["source"] for one in tables} == {2}
    assert [one["hash"] for one in made["sources"]] == [
        loop.release.content_hash,
        second.content_hash,
    ]
    received = items(section(made, "Who received it, and when"))
    assert [one for one in received if one.startswith("Release")] == [
        "Release 1 of “Where I live”",
        "Release 2 of “Where I live”",
    ]


def test_received_says_when_it_was_released_and_became_evidence(loop, paper, in_days):
    told = items(section(paper(), "Who received it, and when"))
    released = in_days(-20)
    assert told["Release 1 of “Where I live”"] == (
        "Issued",
        f"{released.day} {released:%B %Y}. For the board and for whoever decides: "
        "Head of Social Work.",
    )
    assert told[f"Before the board, under “{loop.key_theme}”"][0] == (
        "1 piece of evidence"
    )


def test_released_but_nowhere_evidence_is_missing(paper):
    ReleaseFactory()
    KeyThemeFactory()
    assert notes(section(paper(), "Who received it, and when")) == [
        "Nothing that was released is evidence for the Statement of Action."
    ]


def test_what_changed_has_actions_with_owner_date_reason_and_measures(
    loop, paper, today
):
    told = items(section(paper(), "What changed"))
    status, detail = told["1.1.1 Old and new worker visit together"]
    assert status == "Red"
    assert detail.startswith("Head of Social Work · due on ")
    assert detail.endswith(
        "· Nine posts are empty. · 1 piece of evidence from children"
    )
    assert told["Measure: “I know who my worker is”"] == (
        "",
        f"start 65% · 75% on {today.day} {today:%B %Y} · goal 90%",
    )


def test_a_measure_read_outside_the_period_says_it_was_not_read_in_it(
    loop, paper, in_days
):
    made = paper(until=in_days(-1))
    _status, detail = items(section(made, "What changed"))[
        "Measure: “I know who my worker is”"
    ]
    assert detail == "start 65% · not read in this period · goal 90%"


def test_what_was_not_done_has_refusals_late_promises_and_red_actions(loop, paper):
    blocks = section(paper(), "What was not done, and why")
    assert "Promise that nobody will ever move quickly." in [
        one["text"] for one in blocks if one["kind"] == "text"
    ]
    told = items(blocks)
    status, why = told["No more bin bags: a proper bag for every move."]
    assert status == "Late"
    assert why.endswith("no reason is given")
    assert told["1.1.1 Old and new worker visit together"][0] == "Red"


def test_a_promise_on_track_and_a_green_action_are_not_among_what_was_not_done(
    loop, paper
):
    PromiseFactory(reply=loop.reply, text="Zanzibarquokka")
    ActionFactory(area=loop.action.area, green=True, title="Okapi")
    told = items(section(paper(), "What was not done, and why"))
    assert {"Zanzibarquokka", "1.1.2 Okapi"} & set(told) == set()


def test_proof_they_were_told_has_day_languages_and_words(loop, paper, today):
    blocks = section(paper(), "Proof that the children were told")
    told = items(blocks)
    assert told["Published"] == ("in time", f"{today.day} {today:%B %Y}")
    assert told["Told in English: ages 11 to 17"] == ("", told["Published"][1])
    assert [one["text"][:8] for one in blocks if one["kind"] == "text"] == [
        "You said",
        "We did: ",
        "We will:",
        "What nex",
    ]


def test_nobody_told_past_the_date_is_said_with_how_late(paper):
    unanswered()
    [said] = notes(section(paper(), "Proof that the children were told"))
    assert said.startswith("Nobody has been told what came of “A good day”.")
    assert said.endswith(": 5 days late.")


def test_a_reply_being_written_is_no_proof(loop, paper):
    unanswered(title="Being written")
    ReplyFactory(release=None, published=False)
    told = json.dumps(section(paper(), "Proof that the children were told"))
    assert told.count("Nobody has been told") == 1


def test_a_recalled_release_is_said_to_be_and_tells_nothing(loop, paper):
    why = "A class answered twice: zanzibarquokka."
    recall_release(
        Release.objects.get(pk=loop.release.pk), why=why, by=loop.evidence.added_by
    )
    made = paper()
    status, detail = items(section(made, "Who received it, and when"))[
        "Release 1 of “Where I live”"
    ]
    assert status == "Recalled"
    assert why in detail
    assert told_in(made) == []
    assert made["sources"] == []
    assert QUOTE not in json.dumps(made)
    assert "Moves come with no warning" not in json.dumps(made)


def test_nothing_before_or_after_the_period_is_told(loop, paper, in_days):
    made = paper(since=in_days(-365), until=in_days(-200))
    assert "How is it where I live" not in json.dumps(made)
    assert made["sources"] == []


def test_a_key_theme_brings_only_the_consultations_that_bear_on_it(loop, paper):
    other = KeyThemeFactory(statement=loop.key_theme.statement, title="Okapi")
    elsewhere = ReleaseFactory()
    cited_theme(other, release=elsewhere)
    made = paper(key_themes=[other.pk])
    assert {one["hash"] for one in made["sources"]} == {elsewhere.content_hash}
    assert "How is it where I live" not in json.dumps(made)
    assert "Old and new worker" not in json.dumps(made)


def test_a_chosen_consultation_is_told_even_where_the_period_has_nothing_of_it(
    loop, paper, in_days
):
    made = paper(
        since=in_days(-365),
        until=in_days(-200),
        consultations=[loop.consultation.pk],
    )
    assert notes(section(made, "What they said")) == [
        "Nothing of “How is it where I live” was released in this period."
    ]


def test_what_waits_for_its_second_signature_is_nowhere(paper):
    release = ReleaseFactory(issued=False, quotes=["zanzibarquokka"])
    made = json.dumps(paper())
    assert "zanzibarquokka" not in made
    assert release.content_hash not in made


def test_the_whole_pack_takes_few_queries(loop, paper, django_assert_max_num_queries):
    unanswered()
    with django_assert_max_num_queries(40):
        paper()


def test_their_verdict_is_told_beside_the_officers_rating_with_its_source(loop, paper):
    promise = PromiseFactory(reply=loop.reply, kept=True, text="Okapi")
    verdict = VerdictFactory(promise=promise)
    made = paper()
    blocks = section(made, "Their verdict on our promises")
    assert blocks[0]["text"] == "Okapi"
    [reach] = [one for one in blocks if one["kind"] == "reach"]
    numbers = {one["hash"]: one["number"] for one in made["sources"]}
    assert reach["source"] == numbers[verdict.release.content_hash]
    [sentence] = [one for one in notes(blocks) if not one.startswith("Nobody")]
    assert sentence == tell(verdict, promise).sentence
    tables = [one for one in blocks if one["kind"] == "figures"]
    assert {one["source"] for one in tables} == {reach["source"]}
    assert len(tables) >= 1


def test_a_verdict_whose_release_was_recalled_is_not_told(loop, paper):
    promise = PromiseFactory(reply=loop.reply, kept=True, due_on=loop.promise.due_on)
    verdict = VerdictFactory(promise=promise)
    recall_release(verdict.release, why="Twice.", by=UserFactory(worker=True))
    blocks = section(paper(), "Their verdict on our promises")
    assert [one for one in blocks if one["kind"] != "note"] == []
    assert len(notes(blocks)) == 2


def test_meetings_and_briefings_of_the_period_are_said_with_who_opened_them(
    loop, paper, in_days
):
    MeetingFactory(name="Improvement board", on=in_days(-10))
    MeetingFactory(name="Cancelled", on=in_days(-9), is_cancelled=True)
    MeetingFactory(name="To come", on=in_days(9))
    opened = an_issued_briefing(title="What children told us", readers=2)
    an_issued_briefing(title="Unread")
    told = items(section(paper(), "Who received it, and when"))
    meetings = [one for one in told if one.startswith("The board met")]
    assert meetings == ["The board met: Improvement board"]
    _status, detail = told["Briefing: What children told us"]
    assert "opened by 2 readers, first on " in detail
    assert told["Briefing: Unread"][1].endswith("nobody has opened it")
    assert opened.title in json.dumps(told)


def test_decisions_come_with_what_came_of_them_and_late_ones_are_not_done(loop, paper):
    meeting = MeetingFactory()
    DecisionFactory(meeting=meeting, done=True, what="Okapi")
    DecisionFactory(meeting=meeting, late=True, what="Quokka")
    made = paper()
    told = items(section(made, "What changed"))
    assert told["Okapi"][0] == "Done"
    assert told["Okapi"][1].endswith("· A budget was found.")
    not_done = items(section(made, "What was not done, and why"))
    assert not_done["Quokka"][0] == "4 days late"
    assert "Okapi" not in not_done


def test_decisions_on_another_key_theme_are_left_out(loop, paper):
    other = KeyThemeFactory(statement=loop.key_theme.statement)
    DecisionFactory(key_theme=other, what="Okapi")
    DecisionFactory(
        key_theme=loop.key_theme, what="Quokka", meeting=Meeting.objects.get()
    )
    made = json.dumps(paper(key_themes=[loop.key_theme.pk]))
    assert "Quokka" in made
    assert "Okapi" not in made


def test_what_was_withdrawn_is_told_with_its_reason_and_not_as_being_done(loop, paper):
    ActionFactory(
        area=loop.action.area,
        title="Okapi",
        withdrawn_at=timezone.now(),
        withdrawn_by=UserFactory(worker=True),
        withdrawn_why="Another team does it.",
    )
    made = paper()
    assert "1.1.2 Okapi" not in items(section(made, "What changed"))
    status, detail = items(section(made, "What was not done, and why"))["1.1.2 Okapi"]
    assert status == "Withdrawn"
    assert detail.endswith("· Another team does it.")
