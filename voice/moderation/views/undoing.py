"""Undoing what was just decided, one comment or a screenful."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.assigning import SCREENFUL, hold
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.undoing import undo_just_now
from voice.moderation.models import Reading
from voice.moderation.permissions import user_may_read_comments
from voice.moderation.views.loading import reading_to_decide


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def undo_now(request: HttpRequest) -> HttpResponse:
    """Put back what was just decided, and open it again."""
    user = signed_in(request)
    chosen = chosen_readings(request, "decided")
    undone: list[Reading] = []
    told: list[str] = []
    for reading, version in chosen:
        try:
            undo_just_now(reading, version=version, by=user)
        except CannotDecide as error:
            told.append(str(error.sentence))
        else:
            hold(reading, by=user)
            undone.append(reading)
    for sentence in dict.fromkeys(told):
        messages.warning(request, sentence)
    if len(chosen) == 1:
        return redirect("moderation:comment", chosen[0][0].comment_id)
    if undone:
        said = ngettext(
            "%(count)s comment waits again.",
            "%(count)s comments wait again.",
            len(undone),
        )
        messages.success(request, said % {"count": len(undone)})
        return redirect("moderation:screenful")
    if not told:
        messages.warning(request, _("There was nothing to undo."))
    return redirect("moderation:reading")


def chosen_readings(request: HttpRequest, name: str) -> list[tuple[Reading, int]]:
    """Return the readings sent as “id:version” under `name`, a screenful and one more.

    The one more is for whoever must refuse more than a screenful. Http404 for what
    is not there, or is not this reader's to decide.
    """
    found = []
    for sent in dict.fromkeys(request.POST.getlist(name)[: SCREENFUL + 1]):
        comment, _colon, version = sent.partition(":")
        try:
            comment_id, seen = UUID(comment), int(version)
        except ValueError:
            raise Http404 from None
        found.append((reading_to_decide(request, comment_id), seen))
    return found
