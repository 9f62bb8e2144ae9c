"""A survey's draft words as young editors read them, before they are asked."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from surveys.drafting.reading import draft_of, written_of
from surveys.languages import band_name
from surveys.logic.definition import ANY_BAND
from surveys.logic.drafts import ALT, OPTION, Draft, parts_of
from surveys.logic.findings import Finding, error
from surveys.logic.piping import plainly
from surveys.logic.worded import Worded, bands_worded, text_of, worded_of
from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.permissions import Visitor
from voice.young_editors.enums import Kind
from voice.young_editors.logic.passages import Passage
from voice.young_editors.queries.standing import standing_of
from voice.young_editors.subjects import Subject


def surveys_to_look_at(user: Visitor) -> Mapping[int, str]:
    """Return the surveys `user` runs, their titles by id."""
    return dict(surveys_run_by(user).order_by("title").values_list("pk", "title"))


def survey_to_look_at(pk: int) -> Subject | None:
    """Return the newest draft of a survey, published or not; None of none."""
    survey = Survey.objects.filter(pk=pk).first()
    return subject_of_draft(survey.get_latest_revision_as_object()) if survey else None


def subject_of_draft(survey: Survey) -> Subject:
    """Return `survey` as it stands in `survey`, to be looked at."""
    draft = draft_of(survey)
    return Subject(
        kind=Kind.SURVEY,
        pk=survey.pk,
        title=survey.title,
        survey=survey.pk,
        passages=list(_passages(draft, worded_of(draft, written_of(survey)))),
        href=reverse("surveys:check", args=[survey.slug]),
    )


def without_their_yes(survey: Survey) -> Iterable[Finding]:
    """Yield why a survey that a group was asked about waits for their yes, or a reason."""
    if survey.pk is None:
        return
    subject = subject_of_draft(survey)
    if not standing_of(subject).needs_reason:
        return
    yield error(
        _("The young editors you asked have not said yes to these words."),
        _("Change what they ask for and show them again; or say why it goes without."),
        href=reverse("young_editors:without", args=[Kind.SURVEY, survey.pk]),
        action=_("Say why it goes without their yes"),
    )


def _passages(draft: Draft, worded: Worded) -> Iterable[Passage]:
    """Yield a passage for the survey and each question, in each language and band."""
    names: dict[str, list[str]] = {}
    for part in parts_of(draft):
        if not part.part.startswith(ALT):
            names.setdefault(part.key, []).append(part.part)
    for language in draft.languages:
        for number, (key, parts) in enumerate(names.items()):
            for band in bands_worded(draft, worded, key, language):
                texts = _texts(worded, key, parts, language, band)
                if texts:
                    heading = _heading(number, language, band)
                    yield Passage(
                        f"{key}.{language}.{band}", heading, texts, language, band
                    )


def _texts(
    worded: Worded, key: str, parts: Iterable[str], language: str, band: str
) -> str:
    """Return what stands there as a young person reads it, a line a part."""
    lines = []
    for part in parts:
        text = text_of(worded.texts, key, part, language, band)
        if text:
            said = plainly(text)
            lines.append(f"• {said}" if part.startswith(OPTION) else said)
    return "\n".join(lines)


def _heading(number: int, language: str, band: str) -> str:
    """Return what stands above a passage, in its language."""
    with override(language):
        said = (
            _("Question %(number)d") % {"number": number}
            if number
            else _("Before and after the questions")
        )
        return said if band == ANY_BAND else f"{said} ({band_name(band)})"
