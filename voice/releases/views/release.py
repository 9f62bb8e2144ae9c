"""One release: waiting for its second signature, or issued."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voice.accounts.gate import recently_proven, signed_in, staff_only
from voice.releases.citing import citing
from voice.releases.domain.attempts import CouldBeWorkedOut
from voice.releases.domain.releases import (
    AlreadySettled,
    AlreadySigned,
    ProposalOutOfDate,
    QuoteNotAllowed,
    drop_release,
    refuse_quote,
    sign_release,
)
from voice.releases.forms import RefusalForm
from voice.releases.hidden import hidden_and_why
from voice.releases.models import Quote, Release, Signature
from voice.releases.permissions import (
    release_can_be_recalled,
    user_can_change_waiting_release,
    user_can_handle_release,
    user_can_read_release,
    user_can_read_releases,
    user_can_sign_release,
    user_can_sign_releases,
)
from voice.releases.queries.departed import departed_from
from voice.releases.queries.releases import (
    ReleaseAltered,
    corrected_by,
    correction_of,
    quotes_of,
    verified,
)

REFUSALS = (
    AlreadySettled,
    AlreadySigned,
    CouldBeWorkedOut,
    ProposalOutOfDate,
    QuoteNotAllowed,
)


def release_or_404(request: HttpRequest, pk: int) -> Release:
    """Return a release this person may read; anything else is missing to them."""
    release = get_object_or_404(
        Release.objects.select_related(
            "survey__consultation", "recall__by"
        ).prefetch_related(
            Prefetch("quotes", Quote.objects.select_related("refused_by")),
            Prefetch("signatures", Signature.objects.select_related("by")),
        ),
        pk=pk,
    )
    if not user_can_read_release(request.user, release):
        raise Http404
    return release


def _altered(request: HttpRequest, altered: ReleaseAltered) -> HttpResponse:
    """Say that a release is not what was signed; nothing of it is shown."""
    context = {"release": altered.release, "why": str(altered)}
    return render(request, "releases/altered.html", context, status=500)


@staff_only(user_can_read_releases)
@require_safe
def release_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a release; those who may sign also see what is hidden, and why."""
    release = release_or_404(request, pk)
    try:
        verified(release)
    except ReleaseAltered as altered:
        return _altered(request, altered)
    handles = user_can_handle_release(request.user, release)
    return render(
        request,
        "releases/release.html",
        {
            "release": release,
            "tables": release.tables,
            "quotes": quotes_of(release),
            "shows_quotes": handles or not release.is_recalled,
            "correction": correction_of(release) if release.is_recalled else None,
            "corrects": corrected_by(release),
            "citing": citing(release) if handles and release.is_recalled else [],
            "departed": departed_from(release) if handles else None,
            "can_recall": handles and release_can_be_recalled(release),
            "refused": [one for one in release.quotes.all() if one.refused_by_id],
            "hidden": hidden_and_why(release.tables),
            "attempt": release.attempts.last() if release.is_waiting else None,
            "can_sign": user_can_sign_release(request.user, release),
            "has_codebook": bool(release.codebook) and handles,
            "can_change": user_can_change_waiting_release(request.user, release),
        },
    )


@staff_only(user_can_sign_releases)
@require_safe
def kept_codebook(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the codebook a release was made with, to those who could sign it.

    To nobody else: it names themes that hardly anybody says.
    """
    release = release_or_404(request, pk)
    if not user_can_handle_release(request.user, release):
        raise Http404
    try:
        verified(release)
    except ReleaseAltered as altered:
        return _altered(request, altered)
    context = {"release": release, "codebooks": release.codebook}
    return render(request, "releases/codebook.html", context)


@staff_only(user_can_sign_releases)
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proven
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then put the second name under a release."""
    release = release_or_404(request, pk)
    if request.method == "POST":
        try:
            sign_release(release, by=signed_in(request))
        except REFUSALS as refused:
            messages.error(request, str(refused))
        else:
            messages.success(
                request, _("Issued. It can be seen and cited from now on.")
            )
        return redirect("releases:release", pk=pk)
    if not user_can_sign_release(request.user, release):
        return redirect("releases:release", pk=pk)
    return render(
        request,
        "releases/sign.html",
        {
            "release": release,
            "quotes": len(quotes_of(release)),
            "attempt": release.attempts.last(),
        },
    )


@staff_only(user_can_sign_releases)
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then drop a waiting release."""
    release = release_or_404(request, pk)
    if request.method == "POST":
        try:
            drop_release(release, by=signed_in(request))
        except AlreadySettled as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Dropped. Nobody outside saw it."))
        return redirect("releases:list")
    if not release.is_waiting:
        return redirect("releases:release", pk=pk)
    return render(request, "releases/drop.html", {"release": release})


@staff_only(user_can_sign_releases)
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: HttpRequest, pk: int, quote: int) -> HttpResponse:
    """Ask why, then strike a quote from a waiting release."""
    release = release_or_404(request, pk)
    found = get_object_or_404(Quote, pk=quote, release=release)
    form = RefusalForm(request.POST or None)
    if not release.is_waiting or found.refused_by_id:
        messages.error(request, _("This quote cannot be refused any more."))
        return redirect("releases:release", pk=pk)
    if request.method == "POST" and form.is_valid():
        try:
            refuse_quote(found, why=form.cleaned_data["why"], by=signed_in(request))
        except AlreadySettled as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("The quote is out, and its words are gone."))
        return redirect("releases:release", pk=pk)
    return render(
        request,
        "releases/refuse_quote.html",
        {"release": release, "quote": found, "form": form},
    )
