"""What readers decide of words, and open again, moves no count of closed answers."""

import pytest
from django.utils import timezone

from surveys.domain.counting import differences, roll_up
from surveys.models import CountSheet
from tests.factories.accounts import UserFactory
from tests.factories.surveys import CommentFactory
from voice.moderation.domain.reading import undo_decision, withhold_comment
from voice.moderation.enums import WithholdReason

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_comment_that_is_read_and_opened_again_is_counted_once_all_the_while():
    comment, by = CommentFactory(), UserFactory(worker=True)
    survey = comment.response.edition.survey
    roll_up(survey, at=timezone.now())
    before = list(CountSheet.objects.order_by("breakdown").values_list("cells"))
    reading = comment.reading
    reason = next(iter(WithholdReason))
    withhold_comment(reading, version=reading.version, reason=reason, by=by)
    reading.refresh_from_db()
    undo_decision(reading, version=reading.version, by=by)
    assert roll_up(survey, at=timezone.now()) == 0
    after = list(CountSheet.objects.order_by("breakdown").values_list("cells"))
    assert after == before
    assert differences(survey) == []
