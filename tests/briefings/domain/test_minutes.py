import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from tests.factories.accounts import UserFactory
from tests.factories.minutes import DecisionFactory, HeadlineFactory, MeetingFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import in_days
from voice.audit.models import Entry
from voice.briefings.domain.decisions import end_decision, record_decision
from voice.briefings.domain.errors import (
    CannotBeSaid,
    DayTaken,
    DueBeforeItWasAgreed,
    HasEnded,
    MeetingIsKept,
    NotThere,
    SayHow,
    SayWhatCameOfIt,
)
from voice.briefings.domain.headlines import agree_headline, take_headline_back
from voice.briefings.domain.meetings import add_meeting, cancel_meeting, move_meeting
from voice.briefings.models import Decision, Headline, HeadlineIsAgreed
from voice.briefings.queries.decisions import decisions_back
from voice.briefings.queries.headlines import headline_of
from voice.briefings.queries.meetings import meetings_around

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

HOW = "With hands up, at their meeting."


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def agreed(meeting, worker, **more):
    given = {
        "what": "Find the money",
        "owner_title": "Director of Finance",
        "due_on": in_days(10),
    }
    return record_decision(meeting, by=worker, **(given | more))


def test_two_meetings_cannot_be_on_one_day(worker):
    add_meeting("Board", on=in_days(3), by=worker)
    with pytest.raises(DayTaken):
        add_meeting("Another", on=in_days(3), by=worker)


def test_a_meeting_on_the_very_day_looks_back_to_the_one_before(today):
    last, here = MeetingFactory(), MeetingFactory(on=today)
    MeetingFactory(on=in_days(30))
    MeetingFactory(on=in_days(-3), is_cancelled=True)
    around = meetings_around(today)
    assert (around.last, around.next) == (last, here)


def test_a_meeting_that_agreed_something_is_neither_moved_nor_cancelled(worker):
    meeting = DecisionFactory().meeting
    with pytest.raises(MeetingIsKept):
        move_meeting(meeting, name="Board", on=in_days(-2), by=worker)
    with pytest.raises(MeetingIsKept):
        cancel_meeting(meeting, by=worker)


def test_a_meeting_is_moved_but_not_onto_another(worker):
    meeting, other = MeetingFactory(on=in_days(5)), MeetingFactory(on=in_days(9))
    assert move_meeting(meeting, name="B", on=in_days(6), by=worker).on == in_days(6)
    with pytest.raises(DayTaken):
        move_meeting(meeting, name="B", on=other.on, by=worker)


def test_what_was_agreed_is_audited_without_its_words(worker):
    made = agreed(MeetingFactory(), worker, what="walrusword")
    entry = Entry.objects.get(verb="briefings.record_decision")
    assert entry.object_id == str(made.pk)
    assert "walrusword" not in str(entry.details)


def test_nothing_is_agreed_at_a_meeting_to_come_or_cancelled(worker):
    for meeting in (
        MeetingFactory(on=in_days(1)),
        MeetingFactory(is_cancelled=True),
    ):
        with pytest.raises(NotThere):
            agreed(meeting, worker)


def test_what_was_agreed_is_due_after_the_meeting(worker):
    with pytest.raises(DueBeforeItWasAgreed):
        agreed(MeetingFactory(), worker, due_on=in_days(-31))


def test_what_was_agreed_ends_once_with_what_came_of_it(worker, today):
    decision = DecisionFactory()
    with pytest.raises(SayWhatCameOfIt):
        end_decision(decision, state="done", came_of_it=" ", done_on=today, by=worker)
    with pytest.raises(NotThere):
        end_decision(
            decision, state="done", came_of_it="Done", done_on=in_days(1), by=worker
        )
    ended = end_decision(
        decision, state="done", came_of_it="Found", done_on=today, by=worker
    )
    assert (ended.state, ended.came_of_it) == ("done", "Found")
    with pytest.raises(HasEnded):
        end_decision(
            decision, state="not_done", came_of_it="No", done_on=today, by=worker
        )


def test_the_database_refuses_an_end_without_what_came_of_it(today):
    decision = DecisionFactory()
    for broken in (
        {"state": "done", "done_on": today},
        {"state": "done", "came_of_it": "Found"},
        {"done_on": today},
        {"state": "gone", "done_on": today, "came_of_it": "Found"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.filter(pk=decision.pk).update(**broken)


def test_late_ones_come_back_first_and_ended_ones_of_older_meetings_no_more(today):
    older = MeetingFactory(on=in_days(-60))
    last = MeetingFactory()
    DecisionFactory(meeting=older, done=True)
    carried = DecisionFactory(meeting=older, late=True)
    done = DecisionFactory(meeting=last, done=True, due_on=in_days(1))
    still = DecisionFactory(meeting=last)
    assert decisions_back(last, on=today) == [carried, still, done]
    assert carried.days_late(today) == 4


def test_decisions_of_another_key_theme_do_not_come_back_on_this_page(today):
    mine, theirs = KeyThemeFactory(), KeyThemeFactory()
    decision = DecisionFactory(key_theme=mine)
    last = decision.meeting
    DecisionFactory(meeting=last, key_theme=theirs)
    assert decisions_back(last, on=today, of=mine) == [decision]


@pytest.mark.parametrize(
    ("sentence", "passage"),
    [
        ("We had 5 workers", "5"),
        ("We had five workers", "five"),
        ("Half of us, fifty per cent", "Half"),
        ("Everyone wants a worker who stays", "Everyone"),
        ("All of us want to be heard", "All of us"),
        ("Nobody listens", "Nobody"),
        ("ہم میں سے ۵ نے کہا", "۵"),
        ("سب یہی چاہتے ہیں", "سب"),
    ],
)
def test_a_headline_holds_no_number_and_speaks_for_nobody_else(
    worker, today, sentence, passage
):
    with pytest.raises(CannotBeSaid, match=f"“{passage}”"):
        agree_headline(
            KeyThemeFactory(),
            sentence=sentence,
            agreed_by="Children in Care Council",
            how=HOW,
            agreed_on=today,
            by=worker,
        )
    assert not Headline.objects.exists()


def test_a_headline_in_another_language_is_read_as_carefully(worker, today):
    with pytest.raises(CannotBeSaid) as refused:
        agree_headline(
            KeyThemeFactory(),
            sentence="We want workers who stay",
            wordings={"ur": "سب یہی چاہتے ہیں"},
            agreed_by="Children in Care Council",
            how=HOW,
            agreed_on=today,
            by=worker,
        )
    assert refused.value.field == "wording_ur"


def test_a_headline_cannot_have_been_agreed_tomorrow(worker):
    with pytest.raises(NotThere):
        agree_headline(
            KeyThemeFactory(),
            sentence="We want workers who stay",
            agreed_by="Children in Care Council",
            how=HOW,
            agreed_on=in_days(1),
            by=worker,
        )


def test_without_their_own_yes_the_board_is_told_how_they_agreed(worker, today):
    with pytest.raises(SayHow) as refused:
        agree_headline(
            KeyThemeFactory(),
            sentence="We want workers who stay",
            agreed_by="Children in Care Council",
            how=" ",
            agreed_on=today,
            by=worker,
        )
    assert refused.value.field == "how"


def test_the_newest_headline_stands_until_it_is_taken_back(worker, today):
    key_theme = KeyThemeFactory()
    assert headline_of(key_theme) is None
    HeadlineFactory(key_theme=key_theme)
    newer = agree_headline(
        key_theme,
        sentence="Stay with us",
        wordings={"ur": "ہمارے ساتھ رہیں", "pl": ""},
        agreed_by="Children in Care Council",
        how=HOW,
        agreed_on=today,
        by=worker,
    )
    assert headline_of(key_theme) == newer
    assert newer.told("ur") == ("ہمارے ساتھ رہیں", "ur")
    assert newer.told("pl") == ("Stay with us", "en")
    take_headline_back(key_theme, by=worker)
    assert headline_of(key_theme) is None


def test_agreed_words_are_never_edited():
    headline = HeadlineFactory()
    headline.sentence = "Other words"
    with pytest.raises(HeadlineIsAgreed):
        headline.save()
    with pytest.raises(HeadlineIsAgreed):
        headline.delete()
    with pytest.raises(HeadlineIsAgreed):
        Headline.objects.update(sentence="Other words")
    with pytest.raises(HeadlineIsAgreed):
        Headline.objects.all().delete()


def test_the_database_wants_to_know_who_agreed_a_headline():
    headline = HeadlineFactory()
    for broken in ({"agreed_by": ""}, {"sentence": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            QuerySet(Headline).filter(pk=headline.pk).update(**broken)
