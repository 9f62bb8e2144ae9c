"""Asks: consultations and surveys in their languages, published, with a way in."""

from collections.abc import Sequence

from surveys.breakdown import Breakdown
from surveys.domain.approvals import approve_language
from surveys.domain.consultations import keep_consultation, keep_consultation_wording
from surveys.domain.invitations import open_link
from surveys.domain.members import add_member, begin_membership
from surveys.domain.publishing import publish_survey
from surveys.domain.safety_words import approve_safety_words
from surveys.domain.wordings import write_wordings
from surveys.key_themes import key_themes
from surveys.models import Consultation, ConsultationWording, Invitation, Survey
from voice.demonstration.domain.speaking import speak
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.consultations import (
    CONSULTATIONS,
    URDU_READER,
    ToldConsultation,
)
from voice.demonstration.story.in_polish import IN_POLISH, POLISH_READER
from voice.demonstration.story.surveys import SURVEYS
from voice.demonstration.story.told_surveys import ToldQuestion, ToldSurvey

ENGLISH, URDU = 0, 1


def ask(
    telling: Telling,
    *,
    consultations: Sequence[ToldConsultation] = CONSULTATIONS,
    surveys: Sequence[ToldSurvey] = SURVEYS,
) -> dict[str, Invitation]:
    """Publish every survey of the story; return its open link by the survey's slug."""
    approve_safety_words("ur", reader_name=URDU_READER, by=telling.people["worker"])
    approve_safety_words("pl", reader_name=POLISH_READER, by=telling.people["worker"])
    for consultation in consultations:
        _consult(telling, consultation)
    return {told.slug: _publish(telling, told) for told in surveys}


def _consult(telling: Telling, told: ToldConsultation) -> None:
    """Keep one consultation and its words in other languages."""
    consultation = keep_consultation(
        Consultation(
            slug=told.slug,
            colour=told.colour,
            asked=told.asked,
            opens_on=telling.on(told.opens),
            closes_on=telling.on(told.closes),
            reply_due_on=telling.on(told.reply_due),
            **told.words["en"]._asdict(),
        ),
        by=telling.people["worker"],
    )
    for language in sorted(told.words.keys() - {"en"}):
        keep_consultation_wording(
            ConsultationWording(
                consultation=consultation,
                language=language,
                **told.words[language]._asdict(),
            ),
            by=telling.people["worker"],
        )


def _publish(telling: Telling, told: ToldSurvey) -> Invitation:
    """Draft, word, have approved and publish one survey; return its open link."""
    worker = telling.people["worker"]
    survey = Survey(
        consultation=Consultation.objects.get(slug=told.consultation),
        slug=told.slug,
        title=told.title[ENGLISH],
        introduction=told.introduction[ENGLISH],
        thanks=told.thanks[ENGLISH],
        mode=told.mode,
        assistant=told.assistant,
        age_bands=list(told.age_bands),
        languages=["en", *_readers(told)],
        breakdowns=[Breakdown.AGE_BAND.value],
        questions=[_block(question) for question in told.questions],
        live=False,
    )
    survey.save()
    begin_membership(survey, by=worker)
    for name in told.run_by:
        add_member(survey, user=telling.people[name], by=worker)
    survey.save_revision(user=worker)
    for language, reader in _readers(told).items():
        words = _urdu(told) if language == "ur" else IN_POLISH[told.slug]
        write_wordings(survey, language=language, words=words, by=worker)
        approve_language(survey, language=language, reader_name=reader, by=worker)
    if told.spoken:
        speak(survey, by=worker)
    publish_survey(survey, by=worker)
    return open_link(survey, by=worker, label="Poster")


def _readers(told: ToldSurvey) -> dict[str, str]:
    """Return the fluent reader of each language a survey is asked in beside English."""
    polish = {"pl": POLISH_READER} if told.slug in IN_POLISH else {}
    return {"ur": URDU_READER} | polish


def _block(question: ToldQuestion) -> tuple[str, dict[str, object]]:
    """Return what the editor would hold for one question."""
    value: dict[str, object] = {
        "key": question.key,
        "prompt": question.prompt[ENGLISH],
        "help": question.help[ENGLISH],
        "extras": {
            "decision": question.decision,
            "key_theme": _key_theme(question.key_theme),
        },
    }
    if question.options:
        value["options"] = [
            {"key": key, "text": words[ENGLISH]}
            for key, words in question.options.items()
        ]
    if question.low[ENGLISH]:
        value |= {"low": question.low[ENGLISH], "high": question.high[ENGLISH]}
    return question.kind.value, value


def _key_theme(number: int) -> str:
    """Return what a question names the key theme `number` by; "" where there is none."""
    begins = f"{number} "
    found = (name for name, title in key_themes() if title.startswith(begins))
    return next(found, "")


def _urdu(told: ToldSurvey) -> dict[tuple[str, str], str]:
    """Return every Urdu wording of a survey, by question key and part."""
    words = {
        ("", "title"): told.title[URDU],
        ("", "introduction"): told.introduction[URDU],
        ("", "thanks"): told.thanks[URDU],
    }
    for question in told.questions:
        parts = {
            "prompt": question.prompt,
            "help": question.help,
            "low": question.low,
            "high": question.high,
        } | {f"option.{key}": pair for key, pair in question.options.items()}
        words |= {
            (question.key, part): pair[URDU]
            for part, pair in parts.items()
            if pair[URDU]
        }
    return words
