"""Publishes surveys: makes editions, or says why not."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from surveys.domain.refusals import reasons_against
from surveys.drafting.reading import draft_of, written_of
from surveys.logic.compiling import compile_definition, hash_of
from surveys.logic.drafts import Draft
from surveys.logic.piping import plainly
from surveys.models import Edition, Question, ScheduleRefusal, Survey
from surveys.queries.editions import current_edition
from voice.accounts.models import User
from voice.audit.domain.record import record


class CannotPublish(Exception):
    """A survey cannot be published as it is; `reasons` are sentences for people."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep the sentences."""
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def publish_survey(survey: Survey, *, by: User) -> Edition:
    """Publish the survey as it stands in `survey`, and return its edition.

    When nothing has changed since the newest edition, that one is returned.
    Raises CannotPublish, and changes nothing then.
    """
    try:
        revision = survey.save_revision(user=by)
    except ValidationError as error:
        raise CannotPublish(_sentences(error)) from error
    revision.publish(user=by, skip_permission_checks=True)
    survey.refresh_from_db()
    return survey.editions.latest("number")


def check(survey: Survey, by: User | None) -> None:
    """Raise CannotPublish when `survey` could not be published as it stands."""
    reasons = reasons_against(survey)
    if reasons:
        raise CannotPublish(reasons)


@transaction.atomic
def make_edition(survey: Survey, by: User | None) -> None:
    """Make the next edition of what is live, and its Question rows.

    Called by `Survey.publish`, which holds the survey's row. Identical content makes
    no new edition. Raises CannotPublish.
    """
    check(survey, by)
    ScheduleRefusal.objects.filter(survey=survey).delete()
    draft = draft_of(survey)
    definition = compile_definition(draft, written_of(survey))
    content_hash = hash_of(definition)
    newest = current_edition(survey)
    if newest and newest.content_hash == content_hash:
        record("surveys.publish_unchanged", of=newest, by=by, number=newest.number)
        return
    edition = Edition.objects.create(
        survey=survey,
        number=newest.number + 1 if newest else 1,
        definition=definition,
        content_hash=content_hash,
        blocks=_blocks(draft),
        published_by=by,
    )
    _keep_questions(survey, draft)
    record(
        "surveys.publish",
        of=edition,
        by=by,
        survey=survey.pk,
        number=edition.number,
        content_hash=content_hash,
    )


def _keep_questions(survey: Survey, draft: Draft) -> None:
    """Make or renew a Question row for each question; none is ever removed.

    A row is not locked before it is changed: children who are answering point at it,
    and they and the publisher would wait for each other.
    """
    there = set(survey.question_rows.values_list("key", flat=True))
    for position, question in enumerate(draft.questions):
        facts = {
            "kind": question.kind,
            "prompt": plainly(question.prompt),
            "position": position,
        }
        if question.key in there:
            survey.question_rows.filter(key=question.key).update(**facts)
        else:
            Question.objects.create(survey=survey, key=question.key, **facts)


def _blocks(draft: Draft) -> dict[str, str]:
    """Return the key each of the editor's block ids carries."""
    blocks = {question.block_id: question.key for question in draft.questions}
    for question in draft.questions:
        blocks |= {option.block_id: option.key for option in question.options}
    return {block_id: key for block_id, key in blocks.items() if block_id}


def _sentences(error: ValidationError) -> list[str]:
    """Return what is wrong with a survey, field by field, in sentences."""
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    names = {field.name: field.verbose_name for field in Survey._meta.fields}  # noqa: SLF001 - Django's public interface
    return [
        _("%(field)s: %(problem)s")
        % {
            "field": names.get(name, _("survey")),
            "problem": " ".join(ValidationError(errors).messages),
        }
        for name, errors in error.error_dict.items()
    ]
