"""The council's settings are saved with a trace, or refused with a sentence."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.council import HelpLineFactory
from voice.audit.models import Entry
from voice.council.domain.settings import keep_setting, own_council, remove_setting
from voice.council.models import Council, DutyHours, HelpLine

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_there_is_one_council():
    assert own_council() == own_council()
    assert Council.objects.count() == 1


def test_second_council_is_refused_by_the_database():
    own_council()
    with pytest.raises(IntegrityError), transaction.atomic():
        Council.objects.create(pk=2)


def test_setting_is_kept_and_recorded():
    editor = UserFactory(editor=True)
    line = keep_setting(HelpLineFactory.build(number="0300 123"), by=editor)
    assert HelpLine.objects.get() == line
    entry = Entry.objects.get(verb="council.keep_setting")
    assert (entry.actor, entry.object_id) == (editor, str(line.pk))


def test_setting_removed_is_recorded():
    line, editor = HelpLineFactory(), UserFactory(editor=True)
    remove_setting(line, by=editor)
    assert not HelpLine.objects.exists()
    assert Entry.objects.filter(verb="council.remove_setting").count() == 1


def test_hours_that_end_before_they_start_are_refused_in_a_sentence():
    hours = DutyHours(weekday=0, starts=time(17), ends=time(9))
    with pytest.raises(ValidationError, match="They must end after they start"):
        keep_setting(hours, by=UserFactory(editor=True))
    with pytest.raises(IntegrityError), transaction.atomic():
        hours.save()


def test_help_line_from_an_older_to_a_younger_age_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        HelpLineFactory(youngest=18, oldest=5)
