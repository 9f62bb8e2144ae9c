import pytest
from django.db import IntegrityError, transaction

from tests.factories.moderation import ConcernFactory, ReadingFactory
from voice.moderation.models import Concern, Decision, Reading

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def refuses(queryset, constraint, **fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        queryset.update(**fields)


@pytest.mark.parametrize(
    ("decided", "constraint", "fields"),
    [
        ("approved", "reading_decided_by_and_at_together", {"decided_by": None}),
        ("approved", "reading_decided_by_and_at_together", {"decided_at": None}),
        ("approved", "reading_only_kept_text_travels", {"sealed_kept": None}),
        ("withheld", "reading_only_kept_text_travels", {"sealed_kept": b"x"}),
        ("passed_on", "reading_only_kept_text_travels", {"sealed_kept": b"x"}),
        (
            "withheld",
            "reading_quoted_only_when_kept_and_counted",
            {"may_quote": True, "may_count": True},
        ),
        (
            "approved",
            "reading_quoted_only_when_kept_and_counted",
            {"may_quote": True, "may_count": False},
        ),
        ("withheld", "reading_withheld_has_a_reason", {"reason": ""}),
        ("approved", "reading_withheld_has_a_reason", {"reason": "test"}),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(decided, constraint, fields):
    reading = ReadingFactory(**{decided: True})
    refuses(Reading.objects.filter(pk=reading.pk), constraint, **fields)


@pytest.mark.parametrize(
    ("trait", "constraint", "fields"),
    [
        ("seen", "concern_seen_by_and_at_together", {"seen_at": None}),
        ("decided", "concern_decided_whole_or_not", {"outcome": ""}),
        ("decided", "concern_decided_whole_or_not", {"state": "seen"}),
        ("seen", "concern_decided_whole_or_not", {"state": "decided"}),
    ],
)
def test_a_concern_that_contradicts_itself_is_refused(trait, constraint, fields):
    concern = ConcernFactory(**{trait: True})
    refuses(Concern.objects.filter(pk=concern.pk), constraint, **fields)


def test_a_version_is_decided_once():
    reading = ReadingFactory(approved=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            reading=reading, state="withheld", version=2, by=reading.decided_by
        )
