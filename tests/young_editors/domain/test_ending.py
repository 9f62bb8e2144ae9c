from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.young_editors import asked_about, reply_to_read, said
from voice.audit.models import Entry
from voice.council.domain.keys import KeyDestroyed
from voice.young_editors.domain.ending import end_words_of_editors
from voice.young_editors.enums import Verdict
from voice.young_editors.models import EditorsAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def answer():
    reply, by = reply_to_read()
    return said(asked_about(reply, by=by)[0], Verdict.NOT_YET, whole="Softer")


def after(answer, days):
    last = answer.shown.invitation.words_end
    return timezone.now() + (last - timezone.localdate()) + timedelta(days=days)


def test_what_they_wrote_is_destroyed_when_its_time_is_over(answer):
    assert end_words_of_editors(after(answer, 2)) != []
    with pytest.raises(KeyDestroyed):
        answer.comments.get().words()
    assert EditorsAnswer.objects.get().verdict == Verdict.NOT_YET
    assert Entry.objects.filter(verb="young_editors.end_words").count() == 1


def test_nothing_is_destroyed_before(answer):
    assert end_words_of_editors(after(answer, -1)) == []
    assert answer.comments.get().words() == "Softer"


def test_what_nobody_looked_through_is_kept(answer):
    EditorsAnswer.objects.update(screened_at=None)
    assert end_words_of_editors(after(answer, 2)) == []


def test_twice_is_once(answer):
    end_words_of_editors(after(answer, 2))
    assert end_words_of_editors(after(answer, 3)) == []
