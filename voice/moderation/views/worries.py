"""Possible worries that wait: the safeguarding leads may open them before a reader."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from surveys.queries.session_notes import heard_in
from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.domain.worries import keep_named_out, open_worry
from voice.moderation.enums import RaisedBy
from voice.moderation.forms.worries import RaiseForm
from voice.moderation.models import Concern, Reading
from voice.moderation.permissions import user_can_read_concerns
from voice.moderation.queries.asked import question_asked
from voice.moderation.queries.worries import kept_from_worry, worries_for
from voice.moderation.views.names import age_band_name, language_name

GONE = 410


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
def worries(request: HttpRequest) -> HttpResponse:
    """List the possible worries that no reader has decided about; without words."""
    readings = worries_for(signed_in(request))
    return render(request, "moderation/worries.html", {"readings": readings})


@never_cache
@staff_only(user_can_read_concerns)
@require_safe
@recently_proven
def worry(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Open one of them; written down."""
    return _page(request, _reading(request, comment_id))


@never_cache
@staff_only(user_can_read_concerns)
@require_POST
@recently_proven
def raise_worry(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Make it a concern: locked away from the readers, like one they passed on."""
    reading = _reading(request, comment_id)
    form = RaiseForm(request.POST)
    if not form.is_valid():
        return _page(request, reading, status=422)
    try:
        pass_on_comment(
            reading,
            version=form.cleaned_data["version"],
            raised_from=RaisedBy.SCREENING,
            by=signed_in(request),
        )
    except CannotDecide as told:
        return _page(request, reading, status=409, told=told.sentence)
    raised = Concern.objects.filter(comment_id=comment_id).latest("raised_at")
    return redirect("moderation:concern", raised.pk)


def _reading(request: HttpRequest, comment_id: UUID) -> Reading:
    """Return the reading of a possible worry that waits; Http404 for any other.

    Like any other is one whose words, as they are now, name whoever asks.
    """
    theirs = worries_for(signed_in(request))
    keep_named_out(get_object_or_404(theirs, comment_id=comment_id))
    return get_object_or_404(theirs.all(), comment_id=comment_id)


def _page(
    request: HttpRequest, reading: Reading, *, status: int = 200, told: object = ""
) -> HttpResponse:
    """Return the page of one possible worry."""
    comment = reading.comment
    context = {
        "reading": reading,
        "comment": comment,
        "survey": comment.survey,
        "asked": question_asked(comment),
        "age_band": age_band_name(comment.age_band),
        "language": language_name(comment.language),
        "heard_in": heard_in(comment.session_note) if comment.session_note else "",
        "told": told,
        "kept_out": kept_from_worry(str(comment.pk)),
    }
    try:
        context["words"] = open_worry(reading, by=signed_in(request))
    except CannotDecide as decided:
        context["told"], status = decided.sentence, 409
    except KeyDestroyed:
        status = GONE
    return render(request, "moderation/worry.html", context, status=status)
