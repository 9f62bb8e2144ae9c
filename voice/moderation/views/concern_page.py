"""Finds a concern for a lead whom no wall keeps out, and draws its page."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from voice.accounts.gate import signed_in
from voice.moderation.domain.concerns import see_concern
from voice.moderation.domain.named import wall_off_named
from voice.moderation.enums import ConcernState, ReadingState
from voice.moderation.forms.concerns import (
    AddForm,
    AttemptForm,
    DecideConcernForm,
    HoldForm,
    LetInForm,
    ReopenForm,
    WallForm,
)
from voice.moderation.models import (
    Concern,
    ConcernRecording,
    ContactAttempt,
    ContactDetails,
    Reading,
    Wall,
)
from voice.moderation.queries.concern_history import history_of
from voice.moderation.queries.concerns import concerns_for, leads_who_may_see
from voice.moderation.views.names import age_band_name, language_name


def concern_for(request: HttpRequest, concern_id: UUID) -> Concern:
    """Return the concern; Http404 when there is none, or a wall stands.

    Whoever became a lead after it was raised, and is named in it, is walled off first.
    """
    theirs = concerns_for(signed_in(request))
    wall_off_named(get_object_or_404(theirs, pk=concern_id))
    return get_object_or_404(theirs.all(), pk=concern_id)


def about(found: Concern) -> dict[str, Any]:
    """Return what a page says of a concern besides the words."""
    return {
        "concern": found,
        "survey": found.survey,
        "age_band": age_band_name(found.age_band),
        "language": language_name(found.language),
        "is_decided": found.state == ConcernState.DECIDED,
        "is_contact": found.raised_by_id is None,
    }


def attempts_of(found: Concern) -> list[tuple[ContactAttempt, str]]:
    """Return each try at reaching them, and what was written about it."""
    return [(one, one.read()) for one in found.attempts.select_related("by")]


def _walls(found: Concern, refused: object) -> list[tuple[Wall, LetInForm]]:
    """Return its walls, each with the form to take it down: the refused one as sent."""
    walls = found.walls.select_related("user", "put_up_by", "taken_down_by")
    found_forms = []
    for wall in walls:
        form = LetInForm(wall=wall)
        if isinstance(refused, LetInForm) and refused.prefix == form.prefix:
            form = refused
        found_forms.append((wall, form))
    return found_forms


def concern_page(
    request: HttpRequest, found: Concern, *, status: int = 200, **told: Any
) -> HttpResponse:
    """Return the page of one concern; opening it marks it seen and is written down.

    Forms that were refused are given by their names in the context.
    """
    lead = signed_in(request)
    words = see_concern(found, by=lead)
    contact = ContactDetails.objects.filter(concern=found).first()
    context = about(found) | {
        "words": words,
        "note": found.note(),
        "notes": [(note, note.read()) for note in found.notes.select_related("by")],
        "contact": contact.read() if contact else None,
        "contact_row": contact,
        "attempts": attempts_of(found),
        "attempt_form": AttemptForm(),
        "recording": ConcernRecording.objects.filter(concern=found)
        .defer("sealed_content")
        .first(),
        "walls": _walls(found, told.get("refused")),
        "may_see": leads_who_may_see(found),
        "hold": found.holds.filter(lifted_at=None).select_related("placed_by").first(),
        "history": history_of(found),
        "is_away": Reading.objects.filter(
            comment=found.comment_id, state=ReadingState.PASSED_ON
        ).exists(),
        "is_mine_to_record": found.acted_by_id == lead.pk,
        "form": DecideConcernForm(has_acted=bool(found.acted_at)),
        "add_form": AddForm(),
        "reopen_form": ReopenForm(),
        "wall_form": WallForm(concern=found),
        "hold_form": HoldForm(),
    }
    return render(request, "moderation/concern.html", context | told, status=status)
