"""Keeps the words of a comment off the screen until its reader asks, if they chose so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from surveys.queries.session_notes import heard_in
from voice.accounts.gate import signed_in
from voice.moderation.domain.assigning import hold
from voice.moderation.enums import ReadingState
from voice.moderation.models import Opening, Reading
from voice.moderation.views.beside import guess_name, just_decided, queue_beside
from voice.moderation.views.names import age_band_name, language_name


def is_covered(request: HttpRequest, reading: Reading) -> bool:
    """Say whether this reader wants to be asked first, and has not opened it yet."""
    user = signed_in(request)
    return (
        user.covers_words
        and reading.state == ReadingState.WAITING
        and "open" not in request.GET
        and not Opening.objects.filter(
            reading=reading, version=reading.version, by=user
        ).exists()
    )


def covered_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Return the page that tells of a comment without its words.

    It is in the reader's hand from now on, and counts as read only once opened.
    """
    user = signed_in(request)
    hold(reading, by=user)
    context = queue_beside(request, reading.comment.survey) | {
        "reading": reading,
        "comment": reading.comment,
        "age_band": age_band_name(reading.comment.age_band),
        "language": language_name(reading.comment.language),
        "guess": guess_name(reading),
        "heard_in": heard_in(note) if (note := reading.comment.session_note) else "",
        "is_finished": reading.comment.is_finished,
        "is_elsewhere": reading.is_in_hand_of_another(user, now=timezone.now()),
        "decided": just_decided(request),
    }
    return render(request, "moderation/covered.html", context)
