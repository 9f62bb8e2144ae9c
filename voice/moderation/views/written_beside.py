"""What a reader writes beside a comment: a transcript, notes, a translation."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.notes import add_note
from voice.moderation.domain.tells import TranslationTells
from voice.moderation.domain.transcribing import write_transcript
from voice.moderation.domain.translating import approve_translation, write_translation
from voice.moderation.forms.beside import (
    ApproveTranslationForm,
    NoteForm,
    TranscriptForm,
    TranslationForm,
)
from voice.moderation.models import Reading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.views.comment import comment_page, told_page
from voice.moderation.views.loading import reading_to_decide

REFUSED = 422


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def transcribe(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Write down what a voice says or a drawing shows."""
    reading = reading_to_decide(request, comment_id)
    form = TranscriptForm(request.POST, reading=reading)
    return _write(request, reading, write_transcript, transcribe=form)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def note(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Write a note for the other readers."""
    reading = reading_to_decide(request, comment_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, note=form)
    add_note(reading, words=form.cleaned_data["words"], by=signed_in(request))
    return redirect("moderation:comment", comment_id)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def translate(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Write the comment in English, beside the original."""
    reading = reading_to_decide(request, comment_id)
    form = TranslationForm(request.POST)
    return _write(request, reading, write_translation, translate=form)


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def show_translation(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Let the translation be shown beside the kept words."""
    reading = reading_to_decide(request, comment_id)
    form = ApproveTranslationForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED)
    try:
        approve_translation(
            reading,
            version=form.cleaned_data["version"],
            translation_version=form.cleaned_data["translation"],
            by=signed_in(request),
            sure=form.cleaned_data["shown_as_it_is"],
        )
    except TranslationTells as told:
        form.warn(told.found, str(told.sentence))
        return comment_page(request, reading, status=REFUSED, allow=form)
    except CannotDecide as told:
        now = reading_to_decide(request, comment_id)
        return told_page(request, now, told.sentence)
    return redirect("moderation:comment", comment_id)


def _write(
    request: HttpRequest,
    reading: Reading,
    verb: Callable[..., object],
    **named: TranscriptForm | TranslationForm,
) -> HttpResponse:
    """Write what the one form says, or show the page with it as sent, and why not."""
    (form,) = named.values()
    if not form.is_valid():
        return comment_page(request, reading, status=REFUSED, **named)
    try:
        verb(reading, by=signed_in(request), **form.cleaned_data)
    except CannotDecide as told:
        now = reading_to_decide(request, reading.comment_id)
        return told_page(request, now, told.sentence, **named)
    return redirect("moderation:comment", reading.comment_id)
