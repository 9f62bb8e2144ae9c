"""Asks the young people of the same groups whether a promise was kept."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.domain.beginning import begin_survey, free_slug
from surveys.domain.consultations import keep_consultation, keep_consultation_wording
from surveys.domain.copying_questions import CannotCopy, copy_question
from surveys.domain.members import add_member
from surveys.models import Consultation, ConsultationWording, Question, Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.replies.domain.errors import CannotAskBack
from voice.replies.logic.asking_back import (
    TEMPLATE,
    drafted,
    shortened,
    written,
)
from voice.replies.models import Promise, PromiseSurvey
from voice.replies.queries.asking_back import (
    bands_asked,
    promise_in_languages,
    questions_of_then,
    running_it,
    why_not_ask,
)
from voice.replies.queries.replies import languages_to_answer

OPEN_FOR = timedelta(weeks=4)
REPLY_AFTER = timedelta(weeks=4)


@transaction.atomic
def ask_back(promise: Promise, *, by: User, again: str = "") -> Survey:
    """Make the survey “Did we keep our promise?” of `promise`, and return its draft.

    For the same groups: the audience, age bands and languages of the consultation the
    promise answers. Whoever runs that, runs this; what follows is any survey's life.
    `again` is the key of a question of then that is asked again beside the two, word
    for word. Raises CannotAskBack.
    """
    held = (
        Promise.objects.select_for_update(of=("self",))
        .select_related("reply__consultation", "reply__release__recall")
        .get(pk=promise.pk)
    )
    today = timezone.localdate()
    if why := why_not_ask(held, on=today):
        raise CannotAskBack(why)
    before = held.reply.consultation
    promises = promise_in_languages(held)
    languages = languages_to_answer(before)
    consultation = _consult(held, promises, languages, on=today, by=by)
    draft = drafted(promises, age_bands=bands_asked(before), languages=languages)
    survey = begin_survey(
        draft,
        written(promises, of=draft),
        consultation=consultation,
        title=draft.title,
        by=by,
        came_from="ready/promise",
    )
    for worker in running_it(before).exclude(pk=by.pk):
        add_member(survey, user=worker, by=by)
    PromiseSurvey.objects.create(promise=held, survey=survey, asked_by=by)
    record("replies.ask_back", of=held, by=by, survey=survey.pk, again=again)
    if again:
        _ask_again(held, again, into=survey, by=by)
    return survey


def _ask_again(promise: Promise, key: str, *, into: Survey, by: User) -> None:
    """Put a question of then, as it was published, after the two."""
    release = promise.reply.release
    known = {one["key"] for one in questions_of_then(promise)}
    if release is None or key not in known:
        raise CannotAskBack(_("Choose a question that the reply spoke from."))
    question = Question.objects.get(survey=release.survey_id, key=key)
    try:
        copy_question(question, into=into, by=by)
    except CannotCopy as refused:
        raise CannotAskBack(refused.sentence) from refused


def _consult(
    promise: Promise,
    promises: dict[str, str],
    languages: list[str],
    *,
    on: date,
    by: User,
) -> Consultation:
    """Keep the consultation of it: the same young people, and what they decide now."""
    before, words = promise.reply.consultation, TEMPLATE["en"]
    title = shortened(words.title.format(promise=promise.text))
    made = keep_consultation(
        Consultation(
            slug=free_slug(title, of=Consultation, otherwise="promise"),
            title=title,
            asking=words.kept + " " + promise.text,
            why=words.why,
            how_safe=words.how_safe,
            left_out=words.left_out,
            how_to_say=words.how_to_say,
            who_listens=words.who_listens.format(who=promise.owner_title),
            can_change=words.can_change,
            cannot_change=words.cannot_change,
            decision_maker=promise.owner_title,
            who_reads=before.who_reads,
            asked_who=before.asked_who,
            asked=before.asked,
            opens_on=on,
            closes_on=on + OPEN_FOR,
            reply_due_on=on + OPEN_FOR + REPLY_AFTER,
            colour=before.colour,
        ),
        by=by,
    )
    for language in languages:
        if language in TEMPLATE and language in promises and language != "en":
            _word(made, promise, promises[language], language, by=by)
    return made


def _word(
    made: Consultation, promise: Promise, text: str, language: str, *, by: User
) -> None:
    """Keep it in another language, as far as the consultation before was in it."""
    said = promise.reply.consultation.wordings.filter(language=language).first()
    if said is None:
        return
    words = TEMPLATE[language]
    own = promise.wordings.filter(language=language).first()
    owner = (own and own.owner_title) or promise.owner_title
    keep_consultation_wording(
        ConsultationWording(
            consultation=made,
            language=language,
            title=shortened(words.title.format(promise=text)),
            asking=words.kept + " " + text,
            why=words.why,
            how_safe=words.how_safe,
            left_out=words.left_out,
            how_to_say=words.how_to_say,
            who_listens=words.who_listens.format(who=owner),
            can_change=words.can_change,
            cannot_change=words.cannot_change,
            decision_maker=owner,
            who_reads=said.who_reads,
            asked_who=said.asked_who,
        ),
        by=by,
    )
