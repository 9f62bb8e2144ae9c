"""Letters sent before each said whether it went out are letters that went out."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.replies.models import PromiseReminder

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
PATH = "voice.replies.migrations.0005_reminder_claimed_before_it_is_sent"
migration = import_module(PATH)


def test_letter_of_before_went_when_it_was_tried_and_nobody_gets_a_second():
    tried = timezone.now()
    row = {"to": UserFactory(), "week": date(2026, 11, 16), "tried_at": tried}
    letter = PromiseReminder.objects.create(**row)
    migration.sent_when_tried(apps, SimpleNamespace(connection=connection))
    letter.refresh_from_db()
    assert letter.sent_at == tried
    _same, is_new = PromiseReminder.objects.get_or_create(
        to=row["to"], week=row["week"], defaults={"tried_at": tried}
    )
    assert not is_new
