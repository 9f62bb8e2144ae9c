"""One comment, opened to be read and decided; each opening is written down."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.council.enums import BASE_LANGUAGE
from voice.moderation.domain.nearness import recall_here
from voice.moderation.domain.reading import open_comment
from voice.moderation.domain.rest import read_rest
from voice.moderation.enums import HintKind, ReadingState, Replacement
from voice.moderation.forms.beside import (
    NoteForm,
    ReverseForm,
    TranscriptForm,
    TranslationForm,
)
from voice.moderation.forms.decisions import KeepForm, WithholdForm
from voice.moderation.forms.passed_on import PassOnForm
from voice.moderation.forms.thanks import ThanksForm
from voice.moderation.logic.folding import hidden_characters
from voice.moderation.logic.segments import segments
from voice.moderation.models import Reading, Translation
from voice.moderation.permissions import user_can_decide, user_may_read_comments
from voice.moderation.queries.beside import notes_on, translation_of
from voice.moderation.queries.concerns import raised_by
from voice.moderation.queries.rest import Line
from voice.moderation.queries.thanks import thanks_from
from voice.moderation.used import uses_of
from voice.moderation.views.beside import guess_name, just_decided, queue_beside
from voice.moderation.views.covering import covered_page, is_covered
from voice.moderation.views.facts import facts_about
from voice.moderation.views.loading import reading_to_moderate


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def comment(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Open one comment, or show that it is covered until the reader asks for it.

    With `rest`, the rest of its response as well.
    """
    reading = reading_to_moderate(request, comment_id)
    if is_covered(request, reading):
        return covered_page(request, reading)
    return comment_page(request, reading)


def comment_page(
    request: HttpRequest, reading: Reading, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """Return the page of one comment, with the forms as they were sent if refused.

    A comment that was passed on is told without its words, and without the forms.
    """
    context = _about(request, reading)
    if reading.state == ReadingState.PASSED_ON:
        # The safeguarding leads' from here on: its words are opened by nobody else.
        context["told"] = forms.get("told", "")
        context["passed_on"] = (
            raised_by(signed_in(request)).filter(comment=reading.comment_id).first()
        )
        return render(request, "moderation/comment.html", context, status=status)
    try:
        context |= _opened(request, reading)
    except KeyDestroyed:
        return render(request, "moderation/words_gone.html", context, status=410)
    if "keep" in forms:
        context["preview"] = forms["keep"].as_offered()
    context |= forms
    context["refusable"] = [
        form for form in context.values() if isinstance(form, Form) and form.is_bound
    ]
    return render(request, "moderation/comment.html", context, status=status)


def _about(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    """Return what the page says of a comment without opening its words."""
    survey = reading.comment.survey
    can_decide = user_can_decide(request.user, survey)
    return (
        queue_beside(request, survey)
        | facts_about(reading)
        | {
            "reading": reading,
            "guess": guess_name(reading),
            "is_elsewhere": reading.is_in_hand_of_another(
                signed_in(request), now=timezone.now()
            ),
            "is_kept": reading.state in ReadingState.kept(),
            "can_decide": can_decide,
            "can_pass_on": can_decide and reading.state != ReadingState.PASSED_ON,
            "decisions": reading.decisions.select_related("by"),
            "decided": just_decided(request, survey),
            "replacements": Replacement.choices,
            "errors": None,
        }
    )


def _opened(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    """Return the words, opened in the name of who asks, and all that stands beside."""
    user = signed_in(request)
    words = open_comment(reading, by=user)
    keep = KeepForm(reading=reading, words=words, by=user)
    return {
        "words": words,
        "segments": segments(words, reading.hints),
        "worries": [
            words[hint["start"] : hint["end"]]
            for hint in reading.hints
            if hint["kind"] == HintKind.WORRY
        ],
        "hidden": hidden_characters(words),
        "missed": recall_here(),
        "keep": keep,
        "preview": keep.as_offered(),
        "withhold": WithholdForm(reading=reading),
        "pass_on": PassOnForm(reading=reading),
        "transcribe": TranscriptForm(reading=reading, initial={"words": words}),
        "rest": _rest(request, reading),
    } | _beside(reading)


def _rest(request: HttpRequest, reading: Reading) -> list[Line] | None:
    """Return the rest of its response if asked for; a session's statement has none."""
    if "rest" not in request.GET or reading.comment.was_heard:
        return None
    return read_rest(reading, by=signed_in(request))


def _beside(reading: Reading) -> dict[str, Any]:
    """Return notes, translation, reversing and thanks, and their empty forms."""
    translation = translation_of(reading)
    languages = {reading.comment.language, reading.guessed_language}
    return {
        "notes": notes_on(reading),
        "note": NoteForm(),
        "translation": translation,
        "is_foreign": bool(languages - {BASE_LANGUAGE, ""}),
        "translate": TranslationForm(
            initial={
                "version": translation.version if translation else 0,
                "language": _translated_from(reading, translation),
                "words": translation.read() if translation else "",
            }
        ),
        "uses": uses_of(reading) if reading.decided_by_id else [],
        "reverse": ReverseForm(reading=reading),
        "thank": ThanksForm(reading=reading) if _may_be_thanks(reading) else None,
        "letters": thanks_from(reading),
    }


def _translated_from(reading: Reading, translation: Translation | None) -> str:
    """Return the language to offer a translator: the last one said, or the guess."""
    if translation is not None:
        return translation.language
    answered_in = reading.comment.language
    return reading.guessed_language if answered_in == BASE_LANGUAGE else answered_in


def _may_be_thanks(reading: Reading) -> bool:
    """Say whether the words may be quoted, and so passed on to whom they thank."""
    return reading.may_quote and reading.comment.may_quote


def told_page(
    request: HttpRequest, reading: Reading, told: str | Promise, **forms: Any
) -> HttpResponse:
    """Return the page of a comment somebody else was first at, or that says no."""
    return comment_page(request, reading, status=409, told=told, **forms)
