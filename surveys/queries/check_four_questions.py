"""Reads which of the four questions a consultation leaves open, before it opens."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.languages import language_name
from surveys.logic.drafts import Draft
from surveys.logic.findings import Finding, Level
from surveys.logic.four_questions import EVERY_PART, unanswered
from surveys.models import Consultation, ConsultationWording, Edition, Survey
from voice.council.enums import BASE_LANGUAGE


def found_in_four_questions(survey: Survey, draft: Draft) -> Iterator[Finding]:
    """Yield what is not answered, in each language that the survey is to be asked in.

    It refuses publishing; in a language that young people were asked in already, when
    nobody minded, it is only to be put right. At most three queries.
    """
    if survey.consultation_id is None:
        return
    consultation = survey.consultation
    asked_in = languages_asked_in(consultation)
    worded = {one.language: one for one in consultation.wordings.all()}
    for code in [BASE_LANGUAGE, *draft.other_languages]:
        words = consultation if code == BASE_LANGUAGE else worded.get(code)
        level = Level.WARNING if code in asked_in else Level.ERROR
        if words is None:
            yield _not_worded(consultation, code, level)
        elif parts := unanswered(words):
            yield _left_open(words, parts, code, level)


def languages_asked_in(consultation: Consultation) -> set[str]:
    """Return the languages in which editions of its surveys were published."""
    listed = Edition.objects.filter(survey__consultation=consultation).values_list(
        "definition__languages", flat=True
    )
    return {code for languages in listed for code in languages or ()}


def part_names(parts: list[str]) -> str:
    """Return what the admin calls parts of the four questions, in one line."""
    fields = Consultation._meta.fields  # noqa: SLF001 - Django's public interface
    names = {field.name: str(field.verbose_name) for field in fields}
    return "; ".join(names[part] for part in parts)


def _not_worded(consultation: Consultation, code: str, level: Level) -> Finding:
    """Return that a language lacks everything that is said before one answers."""
    return Finding(
        level,
        _("%(language)s: what we ask and why is not there: %(parts)s.")
        % {"language": language_name(code), "parts": part_names(list(EVERY_PART))},
        _("Whoever is asked in a language reads this in it before they answer."),
        "",
        reverse("consultation-wordings:add"),
        _("Write it in this language"),
    )


def _left_open(
    words: Consultation | ConsultationWording, parts: list[str], code: str, level: Level
) -> Finding:
    """Return which parts of the four questions are not answered in a language."""
    is_base = isinstance(words, Consultation)
    screen = "consultations" if is_base else "consultation-wordings"
    return Finding(
        level,
        _("%(language)s: the consultation does not say yet: %(parts)s.")
        % {"language": language_name(code), "parts": part_names(parts)},
        _("Young people read this before they answer."),
        "",
        reverse(f"{screen}:edit", args=[words.pk]),
        _("Go to the consultation"),
    )
