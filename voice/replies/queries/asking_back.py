"""Whom to ask whether a promise was kept, when, and what was asked of them before."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from surveys.drafting.reading import draft_of
from surveys.logic.findings import Finding, error
from surveys.models import Consultation, Edition, Survey
from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.council.enums import BASE_LANGUAGE
from voice.council.models import AgeBand
from voice.releases.logic.tables import QuestionTable
from voice.releases.queries.releases import ReleaseAltered, verified
from voice.replies.enums import PromiseState
from voice.replies.logic.asking_back import is_ours
from voice.replies.models import Promise, PromiseSurvey
from voice.replies.queries.replies import languages_to_answer


def why_not_ask(promise: Promise, *, on: date) -> str:
    """Return why young people cannot be asked of a promise yet, or any more; or ""."""
    if not promise.reply.is_published:
        return _(
            "Young people have not read this promise yet. Publish the reply first."
        )
    if PromiseSurvey.objects.filter(promise=promise).exists():
        return _("Young people are asked of this promise already.")
    if promise.state in PromiseState.open() and promise.due_on > on:
        return _("Ask once its date has passed, or once you say it is kept.")
    return ""


def promise_in_languages(promise: Promise) -> dict[str, str]:
    """Return the words of a promise by language, the base one among them."""
    said = {one.language: one.text for one in promise.wordings.all()}
    return said | {BASE_LANGUAGE: promise.text}


def bands_asked(consultation: Consultation) -> list[str]:
    """Return the keys of the age bands its surveys were asked in, youngest first."""
    listed = Edition.objects.filter(survey__consultation=consultation).values_list(
        "definition__age_bands", flat=True
    )
    keys = {key for bands in listed for key in bands or ()}
    return [band.key for band in AgeBand.objects.filter(key__in=keys)]


def running_it(consultation: Consultation) -> QuerySet[User]:
    """Return the workers who run a survey of `consultation` and may sign in."""
    return User.objects.filter(
        survey_memberships__survey__consultation=consultation,
        is_active=True,
        groups__name=Role.PARTICIPATION_WORKER.value,
    ).distinct()


def questions_of_then(promise: Promise) -> list[QuestionTable]:
    """Return the closed questions that the release behind the reply tells."""
    release = promise.reply.release
    if release is None or release.is_recalled:
        return []
    try:
        return list(verified(release).tables["questions"])
    except ReleaseAltered:
        return []


def asked_as_the_template(survey: Survey) -> Iterator[Finding]:
    """Give an error where a promise's survey puts the two questions otherwise.

    Or asks other age bands or fewer languages. Registered with surveys: whoever could
    word the question, or choose who is asked it, could choose the verdict.
    """
    asked = (
        PromiseSurvey.objects.filter(survey=survey.pk)
        .select_related("promise__reply__consultation")
        .first()
    )
    if asked is None:
        return
    draft, before = draft_of(survey), asked.promise.reply.consultation
    if not is_ours(draft.questions):
        yield error(
            _(
                "This survey asks whether we kept a promise. Its first two questions "
                "and their answers stay as they are, so that nobody can word the "
                "verdict."
            )
        )
    if set(draft.age_bands) != set(bands_asked(before)) or set(
        languages_to_answer(before)
    ) - set(draft.languages):
        yield error(
            _(
                "This survey asks whether we kept a promise. It is asked of the same "
                "age bands, and in the same languages, as “%(title)s”."
            )
            % {"title": before.title}
        )
