import pytest

from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.audit.models import Entry
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.enums import RaisedBy
from voice.moderation.models import Concern
from voice.young_editors.domain.errors import NothingToSay
from voice.young_editors.domain.telling import read_answer
from voice.young_editors.domain.worries import pass_answer_on
from voice.young_editors.enums import Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WORRY = "he hits me when nobody is there and I want to die"


@pytest.fixture
def writing():
    return reply_to_read()


@pytest.fixture
def invitation(writing):
    reply, by = writing
    return asked_about(reply, by=by)[0]


def test_a_possible_worry_reaches_the_leads_at_once_in_the_exact_words(invitation):
    answer = said(invitation, Verdict.NOT_YET, whole=WORRY)
    concern = Concern.objects.get()
    assert concern.words() == WORRY
    assert concern.raised_from == RaisedBy.EDITORS
    assert concern.way_in_label == invitation.group.name
    assert concern.beside == "Participation officer"
    assert answer.concern == concern
    assert Alarm.objects.get().kind == AlarmKind.CONCERN


def test_what_the_leads_have_is_read_by_no_worker(writing, invitation):
    answer = said(invitation, Verdict.NOT_YET, whole=WORRY)
    assert read_answer(answer, by=writing[1]) == []


def test_what_is_not_looked_through_yet_is_read_by_no_worker(writing, invitation):
    answer = said(invitation, screened=False, whole="Good")
    type(answer).objects.filter(pk=answer.pk).update(screened_at=None)
    answer.refresh_from_db()
    assert read_answer(answer, by=writing[1]) == []


def test_reading_is_written_down_without_the_words(writing, invitation):
    answer = said(invitation, whole="PLANTED well said")
    (read,) = read_answer(answer, by=writing[1])
    assert read.words == "PLANTED well said"
    entry = Entry.objects.get(verb="young_editors.read_answer")
    assert "PLANTED" not in str(entry.details)


def test_a_worker_passes_on_what_screening_did_not_see_and_once(writing, invitation):
    answer = said(invitation, whole="Ask our carer about the cellar")
    pass_answer_on(answer, by=writing[1])
    with pytest.raises(NothingToSay):
        pass_answer_on(answer, by=writing[1])
    assert Concern.objects.get().raised_by == writing[1]


def test_a_yes_without_a_word_has_nothing_to_pass_on(writing, invitation):
    with pytest.raises(NothingToSay):
        pass_answer_on(said(invitation), by=writing[1])
