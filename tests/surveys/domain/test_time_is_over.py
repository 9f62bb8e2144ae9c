from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from surveys.domain.answering import (
    ResponseIsClosed,
    SurveyIsClosed,
    save_answer,
    start_response,
)
from surveys.domain.consultations import keep_consultation
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.refusals import reasons_against
from surveys.domain.retention import end_what_is_due
from surveys.models import Comment, Consultation, Response
from surveys.queries.opening import survey_is_open
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.retention import closed_edition, comment_in
from tests.factories.surveys import InvitationFactory
from voice.audit.models import Entry
from voice.council.domain.keys import destroy_key
from voice.council.enums import KeyPurpose

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
PUBLISH_AGAIN = (
    "The time of this survey is over: what young people wrote was destroyed, as we "
    "promised. Make a new survey to ask again."
)


@pytest.fixture
def edition():
    """Return the edition of a survey whose words were destroyed on their day."""
    edition = closed_edition(days=91)
    ReadingFactory(comment=comment_in(edition), approved=True)
    end_what_is_due(timezone.now())
    edition.survey.refresh_from_db()
    return edition


def moved(survey, days):
    """Return the survey's consultation, closing so many days later."""
    consultation = Consultation.objects.get(pk=survey.consultation_id)
    consultation.closes_on += timedelta(days=days)
    consultation.reply_due_on += timedelta(days=days)
    consultation.reply_moved_why = "More of you answered than we thought."
    return consultation


def open_all_the_same(survey):
    """Move the closing date behind the domain's back."""
    consultation = moved(survey, 100)
    Consultation.objects.filter(pk=consultation.pk).update(
        closes_on=consultation.closes_on, reply_due_on=consultation.reply_due_on
    )
    survey.refresh_from_db()


def test_the_closing_date_is_not_moved_later_once_words_were_destroyed(edition):
    with pytest.raises(ValidationError) as refusal:
        keep_consultation(moved(edition.survey, 100), by=UserFactory(worker=True))
    assert refusal.value.message_dict == {
        "closes_on": [
            f"It cannot close later. The time of “{edition.survey.title}” is over: what "
            "young people wrote was destroyed, as we promised. Make a new consultation "
            "to ask again."
        ]
    }


def test_anything_else_of_such_a_consultation_still_changes(edition):
    consultation = moved(edition.survey, 0)
    consultation.missing = "Young people under 11"
    keep_consultation(consultation, by=UserFactory(worker=True))
    consultation.refresh_from_db()
    assert consultation.missing == "Young people under 11"


def test_the_closing_date_moves_while_words_are_kept():
    edition = closed_edition(days=1)
    comment_in(edition)
    later = moved(edition.survey, 7)
    keep_consultation(later, by=UserFactory(worker=True))
    assert Consultation.objects.get(pk=later.pk).closes_on == later.closes_on


def test_once_answered_it_moves_by_four_weeks_in_all_and_no_further():
    edition, worker = closed_edition(days=1), UserFactory(worker=True)
    comment_in(edition)
    told = edition.survey.consultation.closes_on
    keep_consultation(moved(edition.survey, 21), by=worker)
    keep_consultation(moved(edition.survey, 7), by=worker)
    with pytest.raises(ValidationError) as refusal:
        keep_consultation(moved(edition.survey, 1), by=worker)
    assert list(refusal.value.message_dict) == ["closes_on"]
    kept = Consultation.objects.get()
    assert (kept.told_closing, kept.closes_on) == (told, told + timedelta(days=28))
    entries = Entry.objects.filter(verb="surveys.change_consultation").order_by("at")
    assert [one.details.get("kept_longer_by_days") for one in entries] == [21, 28]


def test_how_far_it_moves_is_a_setting(settings):
    settings.LONGEST_EXTENSION_DAYS = 0
    edition = closed_edition(days=1)
    comment_in(edition)
    with pytest.raises(ValidationError, match="at the latest"):
        keep_consultation(moved(edition.survey, 1), by=UserFactory(worker=True))
    keep_consultation(moved(edition.survey, 0), by=UserFactory(worker=True))


def test_before_anybody_answered_it_moves_freely_and_earlier_at_any_time():
    edition, worker = closed_edition(days=1), UserFactory(worker=True)
    keep_consultation(moved(edition.survey, 300), by=worker)
    assert Consultation.objects.get().told_closing is None
    comment_in(edition)
    keep_consultation(moved(edition.survey, -100), by=worker)
    assert Consultation.objects.get().told_closing is None


def test_it_is_not_published_again(edition):
    assert PUBLISH_AGAIN in reasons_against(edition.survey)
    with pytest.raises(CannotPublish) as refusal:
        publish_survey(edition.survey, by=UserFactory(worker=True))
    assert PUBLISH_AGAIN in refusal.value.reasons
    assert edition.survey.editions.count() == 1


def test_nobody_starts_it_whatever_its_dates_say(edition):
    open_all_the_same(edition.survey)
    assert not survey_is_open(edition.survey, on=timezone.localdate())
    invitation = InvitationFactory(survey=edition.survey)
    with pytest.raises(SurveyIsClosed):
        start_response(invitation, language="en", age_band="11-17")


def test_who_opens_its_link_reads_that_it_is_closed(edition, client):
    open_all_the_same(edition.survey)
    invitation = InvitationFactory(survey=edition.survey)
    page = client.get(f"/a/{invitation.token}/")
    assert page.status_code == 410
    assert "closed" in page.content.decode()


@pytest.fixture
def answering():
    """Return a response under way to a survey that is open."""
    edition = closed_edition(days=0)
    invitation = InvitationFactory(survey=edition.survey)
    return start_response(invitation, language="en", age_band="11-17").response


def test_a_device_does_not_go_on_after_the_words_last_day(answering):
    end_what_is_due(timezone.now() + timedelta(days=91))
    row = Response.objects.get(pk=answering.pk)
    assert (row.capability_hash, row.touched_at) == (None, None)
    with pytest.raises(ResponseIsClosed):
        save_answer(answering, key="do_more", value="too late")


def test_words_sent_while_the_key_goes_are_refused_kindly(answering):
    destroy_key(owner=f"survey:{answering.edition.survey_id}", purpose=KeyPurpose.RAW)
    with pytest.raises(ResponseIsClosed):
        save_answer(answering, key="do_more", value="too late")
    assert Comment.objects.count() == 0
