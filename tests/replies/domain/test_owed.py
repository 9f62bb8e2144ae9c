import pytest
from django.urls import reverse

from surveys.domain.closing import (
    NotNow,
    archive_survey,
    reasons_to_stay_at_hand,
)
from surveys.domain.erasing import erase_response
from surveys.ending import reasons_not_to_end
from surveys.models import ArchivedSurvey, Response
from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.session_notes import SessionNoteFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.replies.domain.replies import publish_reply

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def asked(*, answered=True, **how):
    """Return a consultation that was asked in English and Urdu, of 11 to 17."""
    survey = SurveyFactory(consultation=ConsultationFactory(**how), live=True)
    edition = EditionFactory(survey=survey)
    edition = EditionFactory(
        survey=survey,
        number=2,
        definition=edition.definition | {"languages": ["en", "ur"]},
    )
    if answered:
        ResponseFactory(finished=True, edition=edition)
    return survey.consultation


def sentences(consultation):
    return [finding.sentence for finding in reasons_not_to_end(consultation)]


@pytest.mark.parametrize("how", ["closed", "overdue"])
def test_who_answered_is_answered_in_each_language_and_age(how):
    consultation = asked(**{how: True}, title="My worker")
    [finding] = reasons_not_to_end(consultation)
    assert finding.sentence == (
        "Young people answered “My worker”, and we said they would hear from us. First "
        "publish the reply to them: in English and اردو, for ages 11 to 17."
    )
    assert finding.action == "Write the reply"
    assert finding.href == reverse("replies:write", args=[consultation.slug])


def test_what_the_reply_still_lacks_is_said():
    consultation = asked(closed=True)
    reply = ReplyFactory(release=None, consultation=consultation)
    edition = consultation.surveys.get().editions.last()
    ResponseFactory.create_batch(9, edition=edition, finished=True)
    ReplyWordingFactory(reply=reply)
    said = sentences(consultation)
    assert "Choose an issued release for the reply to speak from." in said
    assert "Write the reply in اردو: young people were asked in it." in said


def test_what_was_replied_to_may_end():
    release = ReleaseFactory()
    ResponseFactory(finished=True, edition=release.survey.editions.get())
    reply = ReplyFactory(release=release)
    ReplyWordingFactory(reply=reply)
    PromiseFactory(reply=reply)
    assert sentences(reply.consultation) != []
    publish_reply(reply, by=UserFactory(worker=True))
    assert sentences(reply.consultation) == []


def test_what_is_open_does_not_end():
    assert sentences(asked(title="My worker")) == [
        "“My worker” is open: young people can answer it now."
    ]


def test_who_took_their_answers_back_is_owed_the_same():
    consultation = asked(closed=True)
    before = sentences(consultation)
    erase_response(Response.objects.get(), by=UserFactory(worker=True))
    assert sentences(consultation) == before != []


def test_where_nobody_answered_nobody_waits():
    consultation = asked(closed=True, answered=False)
    assert sentences(consultation) == []
    ResponseFactory(edition=consultation.surveys.get().editions.last())
    assert sentences(consultation) == []


def test_what_was_said_in_a_session_is_answered_too():
    consultation = asked(closed=True, answered=False)
    SessionNoteFactory(edition=consultation.surveys.get().editions.last())
    assert len(sentences(consultation)) == 1


def test_nothing_is_put_away_before_the_reply():
    survey = asked(closed=True).surveys.get()
    with pytest.raises(NotNow, match="First publish the reply"):
        archive_survey(survey, by=UserFactory(worker=True))
    survey.refresh_from_db()
    assert survey.live
    assert not ArchivedSurvey.objects.exists()


def test_survey_that_nobody_answered_is_put_away_beside_another():
    consultation = asked(closed=True)
    empty = SurveyFactory(consultation=consultation)
    assert reasons_to_stay_at_hand(empty) == []
    archive_survey(empty, by=UserFactory(worker=True))
    assert ArchivedSurvey.objects.get().survey == empty
