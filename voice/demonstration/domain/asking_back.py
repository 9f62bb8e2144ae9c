"""Asks whether one promise was kept, and has two people sign what is said of it."""

from datetime import timedelta

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.approvals import approve_language
from surveys.domain.invitations import open_link
from surveys.domain.publishing import publish_survey
from surveys.enums import Agreement, Company, HelpedBy
from surveys.models import Consultation, Edition, Invitation, Survey
from voice.demonstration.domain.answering import PHONE
from voice.demonstration.domain.past import plain
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.consultations import URDU_READER
from voice.demonstration.story.verdict import (
    ANSWERS,
    ASKED,
    CLOSED,
    PROMISE,
    REPLY_DUE,
    ToldAnswers,
)
from voice.releases.domain.releases import propose_release, sign_release
from voice.replies.domain.asking_back import ask_back
from voice.replies.domain.promises import note_progress
from voice.replies.models import Promise, PromiseNote, PromiseSurvey


def ask_whether_it_was_kept(telling: Telling) -> None:
    """Ask the same young people of one promise, and release what they say."""
    worker = telling.people["worker"]
    promise = Promise.objects.get(text=PROMISE)
    note_progress(
        promise,
        text="Cards are printed and with every team.",
        told={
            "en": "The cards are printed. Every team has them.",
            "ur": "کارڈ چھپ گئے ہیں۔ ہر ٹیم کے پاس ہیں۔",
        },
        by=worker,
    )
    survey = ask_back(promise, by=worker)
    approve_language(survey, language="ur", reader_name=URDU_READER, by=worker)
    publish_survey(survey, by=worker)
    link = open_link(survey, by=worker, label="Did we keep it?")
    _move_back(telling, survey)
    link = Invitation.objects.select_related("survey__consultation").get(pk=link.pk)
    for told in ANSWERS:
        for turn in range(told.many):
            _answer(telling, link, told, turn)
    release = propose_release(survey, by=worker)
    sign_release(release, by=telling.people["worker2"])


def _move_back(telling: Telling, survey: Survey) -> None:
    """Let it have been asked some weeks ago, and be closed; as voice..past does."""
    plain(Consultation).filter(pk=survey.consultation_id).update(
        opens_on=telling.on(ASKED),
        closes_on=telling.on(CLOSED),
        reply_due_on=telling.on(REPLY_DUE),
    )
    plain(Edition).filter(survey=survey).update(published_at=telling.at(ASKED - 1, 10))
    plain(PromiseSurvey).filter(survey=survey).update(
        asked_at=telling.at(ASKED - 2, 10)
    )
    plain(PromiseNote).update(at=telling.at(ASKED - 100, 10))


def _answer(telling: Telling, link: Invitation, told: ToldAnswers, turn: int) -> None:
    """Have one young person answer both questions."""
    at = telling.at(ASKED + 2 * turn % (CLOSED - ASKED), 16)
    response = start_response(
        link,
        language=told.language,
        age_band=told.band,
        company=Company.ALONE,
        helped_by=HelpedBy.NOBODY,
        agreement=Agreement.OWN,
        at=at,
    ).response
    save_answer(response, key="kept", value=told.kept, at=at)
    save_answer(response, key="difference", value=told.difference, at=at)
    finish_response(response, capability=PHONE, at=at + timedelta(minutes=1))
