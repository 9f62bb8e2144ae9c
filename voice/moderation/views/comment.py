"""One comment, opened to be read and decided; each opening is written down."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from surveys.enums import ResponseState
from surveys.logic.definition import question_words
from voice.accounts.gate import signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.nearness import recall_here
from voice.moderation.domain.reading import open_comment
from voice.moderation.enums import HintKind, ReadingState, Replacement
from voice.moderation.forms.decisions import KeepForm, WithholdForm
from voice.moderation.forms.passed_on import PassOnForm
from voice.moderation.logic.folding import hidden_characters
from voice.moderation.logic.segments import segments
from voice.moderation.models import Reading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.queries.concerns import raised_by
from voice.moderation.views.beside import guess_name, just_decided, queue_beside
from voice.moderation.views.covering import covered_page, is_covered
from voice.moderation.views.loading import reading_to_moderate
from voice.moderation.views.names import age_band_name, language_name


@never_cache
@staff_only(user_may_read_comments)
@require_safe
def comment(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Open one comment, or show that it is covered until the reader asks for it."""
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
    survey = reading.comment.survey
    context = queue_beside(request, survey) | {
        "reading": reading,
        "comment": reading.comment,
        "question": _question(reading),
        "age_band": age_band_name(reading.comment.age_band),
        "language": language_name(reading.comment.language),
        "guess": guess_name(reading),
        "is_finished": reading.comment.response.state in ResponseState.counted(),
        "is_kept": reading.state in ReadingState.kept(),
        "can_pass_on": reading.state in {ReadingState.WAITING, ReadingState.TAKEN_BACK},
        "decisions": reading.decisions.select_related("by"),
        "decided": just_decided(request, survey),
        "replacements": Replacement.choices,
        "errors": None,
    }
    if reading.state == ReadingState.PASSED_ON:
        # The safeguarding leads' from here on: its words are opened by nobody else.
        context["told"] = forms.get("told", "")
        context["passed_on"] = (
            raised_by(signed_in(request)).filter(comment=reading.comment_id).first()
        )
        return render(request, "moderation/comment.html", context, status=status)
    try:
        words = open_comment(reading, by=request.user)  # type: ignore[arg-type]
    except KeyDestroyed:
        return render(request, "moderation/words_gone.html", context, status=410)
    context |= {
        "is_elsewhere": reading.is_in_hand_of_another(request.user, now=timezone.now()),  # type: ignore[arg-type]
        "segments": segments(words, reading.hints),
        "worries": [
            words[hint["start"] : hint["end"]]
            for hint in reading.hints
            if hint["kind"] == HintKind.WORRY
        ],
        "hidden": hidden_characters(words),
        "missed": recall_here(),
        "keep": KeepForm(reading=reading, words=words),
        "withhold": WithholdForm(reading=reading),
        "pass_on": PassOnForm(reading=reading),
    }
    return render(request, "moderation/comment.html", context | forms, status=status)


def _question(reading: Reading) -> str:
    """Return the question as the young person was asked it."""
    comment = reading.comment
    definition = comment.response.edition.definition
    for question in definition["questions"]:
        if question["key"] == comment.question.key:
            return question_words(
                question, language=comment.language, age_band=comment.age_band
            )["prompt"]
    return comment.question.prompt
