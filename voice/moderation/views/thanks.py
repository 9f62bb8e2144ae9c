"""Thanks: passing them on from a comment, and reading those for oneself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.tells import TellsOfOthers
from voice.moderation.domain.thanking import pass_on_thanks, see_thanks
from voice.moderation.forms.thanks import ThanksForm
from voice.moderation.permissions import user_may_be_thanked, user_may_read_comments
from voice.moderation.views.comment import comment_page, told_page
from voice.moderation.views.loading import reading_to_decide


@never_cache
@staff_only(user_may_be_thanked)
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Show somebody what young people said about them, and nothing of who said it."""
    letters = see_thanks(by=signed_in(request))
    return render(request, "moderation/thanks.html", {"letters": letters})


@never_cache
@staff_only(user_may_read_comments)
@require_POST
def thank(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """Pass kept words on to the worker they thank; warn first of what else they tell."""
    reading = reading_to_decide(request, comment_id)
    form = ThanksForm(request.POST, reading=reading)
    if not form.is_valid():
        return comment_page(request, reading, status=422, thank=form)
    try:
        pass_on_thanks(
            reading,
            version=form.cleaned_data["version"],
            to=form.cleaned_data["to"],
            by=signed_in(request),
            sure=form.is_sure,
        )
    except TellsOfOthers as told:
        form.warn(told.found, str(told.sentence))
        return comment_page(request, reading, status=422, thank=form)
    except CannotDecide as told:
        now = reading_to_decide(request, comment_id)
        return told_page(request, now, told.sentence, thank=form)
    messages.success(request, _("Passed on. They are told that something waits."))
    return redirect("moderation:comment", comment_id)
