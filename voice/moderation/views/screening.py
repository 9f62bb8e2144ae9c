"""The room where safeguarding leads keep the lists of screening, and try them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from voice.accounts.gate import signed_in, staff_only
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.nearness import meaning_state
from voice.moderation.domain.screening import look_through_lists, try_words
from voice.moderation.domain.screening_lists import bring_back, change_list
from voice.moderation.enums import HintKind, ListKind, MeaningState
from voice.moderation.forms.screening import (
    AddForm,
    LinesForm,
    SchoolsForm,
    TryForm,
    WholeListForm,
)
from voice.moderation.logic.folding import hidden_characters
from voice.moderation.logic.list_lines import changes
from voice.moderation.logic.meaning import CannotMeasure
from voice.moderation.logic.measured import MEASURED
from voice.moderation.logic.screening import phrases_in
from voice.moderation.logic.segments import segments
from voice.moderation.models import ScreeningList
from voice.moderation.permissions import user_can_edit_screening
from voice.moderation.queries.screening_lists import (
    ListName,
    Version,
    lines_at,
    lines_that_came,
    list_names,
    version_now,
    versions_now,
    versions_of,
)
from voice.moderation.queries.unscreened import waiting_for_screening
from voice.moderation.views.names import language_name

READ_AND_WRITE = ["GET", "HEAD", "POST"]
SHOWN = 400


@never_cache
@staff_only(user_can_edit_screening)
@require_http_methods(READ_AND_WRITE)
def screening(request: HttpRequest) -> HttpResponse:
    """Show the lists, what waits, what is missed, and a box to try text in."""
    form = TryForm(request.POST or None)
    context: dict[str, Any] = {
        "lists": [_summary(version) for version in versions_now()],
        "waiting": waiting_for_screening(timezone.now()),
        "measured": MEASURED,
        "meaning": meaning_state(),
        "form": form,
    }
    if request.method == "POST" and form.is_valid():
        context |= _tried(form.cleaned_data["text"])
    return render(request, "moderation/screening.html", context)


@never_cache
@staff_only(user_can_edit_screening)
@require_http_methods(READ_AND_WRITE)
def screening_list(request: HttpRequest, key: str) -> HttpResponse:
    """Show one list with its versions, and keep what is added or changed."""
    name = _list_or_404(key)
    now = version_now(name)
    before = lines_at(now)
    forms = {
        each: kind(None, name=name, before=before, initial={"seen": now.number} | said)
        for each, kind, said in _forms(name, before)
    }
    sent = request.POST.get("do", "")
    if request.method == "POST" and sent in forms:
        form = forms[sent] = type(forms[sent])(
            request.POST, request.FILES, name=name, before=before
        )
        if form.is_valid() and _keep(request, form):
            return redirect("moderation:screening_list", key)
    return render(
        request,
        "moderation/screening_list.html",
        _page(name, now, before) | {"forms": forms, "sent": forms.get(sent)},
    )


@never_cache
@staff_only(user_can_edit_screening)
@require_http_methods(READ_AND_WRITE)
def version(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Show one version of a list and what it changed; bring it back when asked."""
    name = _list_or_404(key)
    now = version_now(name)
    try:
        lines = lines_at(Version(name, number))
        before = lines_at(Version(name, number - 1)) if number else lines
    except ScreeningList.DoesNotExist:
        raise Http404 from None
    told = None
    if request.method == "POST":
        try:
            bring_back(
                name,
                number=number,
                seen=_number(request.POST.get("seen")),
                by=signed_in(request),
            )
        except CannotDecide as refused:
            told = refused.sentence
        else:
            messages.success(request, _("That version is the newest again."))
            return redirect("moderation:screening_list", key)
    added, removed = changes(before, lines)
    context = {
        "name": name,
        "title": _title(name),
        "number": number,
        "row": versions_of(name).filter(number=number).first(),
        "now": now.number,
        "added": added,
        "removed": removed,
        "lines": list(phrases_in(lines))[:SHOWN],
        "count": len(list(phrases_in(lines))),
        "told": told,
    }
    return render(
        request,
        "moderation/screening_version.html",
        context,
        status=409 if told else 200,
    )


def _tried(text: str) -> dict[str, Any]:
    """Return what screening sees in a text that somebody tries; kept nowhere."""
    try:
        seen, by_meaning = try_words(text), meaning_state() == MeaningState.ON
    except CannotMeasure:
        seen, by_meaning = look_through_lists(text), False
    return {
        "tried": True,
        "by_meaning": by_meaning,
        "worry": seen.worry,
        "reasons": [_reason(reason) for reason in seen.reasons],
        "segments": segments(text, seen.hints),
        "kinds": [
            (HintKind(hint["kind"]).label, text[hint["start"] : hint["end"]])
            for hint in seen.hints
        ],
        "hidden": hidden_characters(text),
    }


def _keep(request: HttpRequest, form: LinesForm) -> bool:
    """Make the next version; say what changed, or what stood in the way."""
    kept = form.cleaned_data["kept"]
    try:
        change_list(
            form.name,
            lines=kept,
            seen=form.cleaned_data["seen"],
            by=signed_in(request),
        )
    except CannotDecide as refused:
        form.add_error(None, str(refused.sentence))
        return False
    added, removed = changes(form.before, kept)
    said = [
        ngettext("%(n)d added.", "%(n)d added.", len(added)) % {"n": len(added)},
        ngettext("%(n)d removed.", "%(n)d removed.", len(removed))
        % {"n": len(removed)},
    ]
    if form.twice:
        said.append(
            ngettext(
                "%(n)d came twice and is kept once.",
                "%(n)d came twice and are kept once.",
                form.twice,
            )
            % {"n": form.twice}
        )
    messages.success(request, " ".join([str(_("Saved.")), *said]))
    return True


def _forms(
    name: ListName, before: tuple[str, ...]
) -> list[tuple[str, type[LinesForm], dict[str, Any]]]:
    """Return the forms of a list: how each is called, and what it begins with."""
    whole = ("whole", WholeListForm, {"lines": "\n".join(before)})
    if name.kind == ListKind.SCHOOLS:
        return [("schools", SchoolsForm, {}), whole]
    return [("add", AddForm, {}), whole]


def _page(name: ListName, now: Version, before: tuple[str, ...]) -> dict[str, Any]:
    """Return what the page of a list shows besides its forms."""
    came = lines_that_came(name)
    phrases = list(phrases_in(before))
    return {
        "name": name,
        "title": _title(name),
        "now": now.number,
        "versions": versions_of(name),
        "lines": phrases[:SHOWN],
        "count": len(phrases),
        "left_out": changes(before, came)[0] if now.number else (),
    }


def _summary(version: Version) -> dict[str, Any]:
    """Return what the room's first page says of a list."""
    row = versions_of(version.name).filter(number=version.number).first()
    return {
        "key": version.name.key,
        "kind": version.name.kind,
        "title": _title(version.name),
        "count": len(list(phrases_in(lines_at(version)))),
        "number": version.number,
        "row": row,
    }


def _title(name: ListName) -> str:
    """Return what a list is called."""
    if name.language:
        return _("Worries: %(language)s") % {"language": language_name(name.language)}
    return str(ListKind(name.kind).label)


def _reason(reason: str) -> str:
    """Return in words which list, and which version of it, raised something."""
    *name, number = reason.split("/")
    title = _title(ListName(name[0], name[1] if len(name) > 1 else ""))
    return _("%(list)s, version %(number)s") % {"list": title, "number": number}


def _list_or_404(key: str) -> ListName:
    """Return the list of an address; Http404 when there is none."""
    for name in list_names():
        if name.key == key:
            return name
    raise Http404


def _number(sent: str | None) -> int:
    """Return the version somebody saw; -1 when it is no number."""
    return int(sent) if sent and sent.isdecimal() else -1
