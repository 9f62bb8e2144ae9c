"""At the desk: what groups said, written up; drafts, what was sent, to print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.reading_notes import Line, read_note
from surveys.domain.session_notes import (
    CannotWriteUp,
    NoteChanged,
    save_note,
    send_note,
    take_back_note,
    take_back_statement,
)
from surveys.domain.statements import NoPhotograph, Statement
from surveys.enums import CommentKind, NoteState
from surveys.forms.writing_up import WritingUp
from surveys.models import Edition, SessionNote, Survey
from surveys.names_found import names_found
from surveys.permissions import user_can_run_surveys
from surveys.queries.editions import current_edition
from surveys.queries.helping import helpers_in
from surveys.queries.planned_sessions import to_write_up
from surveys.queries.session_notes import heard_in, notes_of, sessions_of
from surveys.queries.steps import definition_of
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only

A_PAGE = 25
REFUSED, SECOND = 422, 409


@staff_only(user_can_run_surveys)
@require_safe
def session_notes(request: HttpRequest, slug: str) -> HttpResponse:
    """List the sessions of a survey that were written up, newest first."""
    survey = survey_run(request, slug)
    page = Paginator(notes_of(survey), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "survey": survey,
        "page": page,
        "rows": [(note, heard_in(note)) for note in page.object_list],
        "sessions": sessions_of(survey),
        "is_published": current_edition(survey) is not None,
    }
    return render(request, "surveys/session_notes.html", context)


@never_cache
@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def write_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin to write up a session; nothing is kept before it is saved."""
    survey = survey_run(request, slug)
    edition = current_edition(survey)
    if edition is None:
        raise Http404
    if request.method == "POST":
        return _saved(request, survey, edition)
    planned = list(to_write_up(survey))
    asked = request.GET.get("session")
    was = next((one for one in planned if str(one.pk) == asked), None)
    page = WritingUp(definition_of(edition), planned=planned, was=was)
    return _writing(request, survey, page)


@never_cache
@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def session_note(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Go on writing a draft; of what was sent, show what became of each statement."""
    survey = survey_run(request, slug)
    note = _note(survey, pk)
    if request.method == "POST":
        return _saved(request, survey, note.edition, note=note)
    lines = read_note(note, by=signed_in(request))
    if note.state != NoteState.DRAFT:
        return render(request, "surveys/session_note.html", _about(note, lines))
    page = WritingUp(
        definition_of(note.edition),
        note=note,
        planned=to_write_up(survey),
        standing=_standing(lines),
    )
    return _writing(
        request,
        survey,
        page,
        note=note,
        lines=lines,
        names=names_found("\n".join([note.label, *(one.words for one in lines)])),
    )


@never_cache
@staff_only(user_can_run_surveys)
@require_safe
def print_note(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show a note as it prints; what was passed on is not in it."""
    note = _note(survey_run(request, slug), pk)
    lines = read_note(note, by=signed_in(request))
    return render(request, "surveys/session_note_print.html", _about(note, lines))


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Ask once more, then take a whole note back."""
    note = _note(survey_run(request, slug), pk)
    if request.method == "POST":
        try:
            take_back_note(note, by=signed_in(request))
        except CannotWriteUp as refused:
            messages.error(request, str(refused.sentence))
        else:
            messages.success(request, _("Taken back. It is read for safety only."))
        return redirect("surveys:session_notes", slug=slug)
    return render(request, "surveys/session_note_take_back.html", _about(note, []))


@staff_only(user_can_run_surveys)
@require_http_methods(["POST"])
def take_back_said(
    request: HttpRequest, slug: str, pk: UUID, comment_id: UUID
) -> HttpResponse:
    """Take back one statement of a note that was sent."""
    note = _note(survey_run(request, slug), pk)
    comment = get_object_or_404(note.statements, pk=comment_id)
    try:
        take_back_statement(comment, by=signed_in(request))
    except CannotWriteUp as refused:
        messages.error(request, str(refused.sentence))
    else:
        messages.success(request, _("Taken back. It is read for safety only."))
    return redirect("surveys:session_note", slug=slug, pk=pk)


def _saved(
    request: HttpRequest,
    survey: Survey,
    edition: Edition,
    note: SessionNote | None = None,
) -> HttpResponse:
    """Save what was sent and say so; or show it again as it was typed, and why not."""
    page = WritingUp(
        definition_of(edition),
        planned=to_write_up(survey),
        data=request.POST,
        files=request.FILES,
    )
    if not page.is_valid():
        return _writing(request, survey, page, note=note, status=REFUSED)
    sends = request.POST.get("do") == "send"
    try:
        saved = save_note(
            survey,
            once=note.pk if note else page.session.cleaned_data["once"],
            version=page.session.cleaned_data["version"],
            facts=page.session.facts(),
            statements=page.statements(),
            photograph=page.photograph(),
            gone=_chosen(request),
            by=signed_in(request),
        )
        names = names_found(page.words()) if sends else []
        if sends and not (names and not page.session.cleaned_data["looked"]):
            send_note(saved, by=signed_in(request))
    except (CannotWriteUp, NoPhotograph) as refused:
        page.session.add_error(None, str(refused.sentence))
        status = SECOND if isinstance(refused, NoteChanged) else REFUSED
        return _writing(request, survey, page, note=note, status=status)
    return _onward(request, saved, asks=bool(names))


def _onward(request: HttpRequest, note: SessionNote, *, asks: bool) -> HttpResponse:
    """Go on to the note, saying what became of it."""
    if note.state == NoteState.SENT:
        messages.success(request, _("Sent. Readers will read each statement."))
    elif asks:
        messages.warning(
            request,
            _("Saved, and not sent yet. Please look at what could be a name first."),
        )
    else:
        messages.success(request, _("Saved. Only what is sent is used."))
    return redirect("surveys:session_note", slug=note.survey.slug, pk=note.pk)


def _writing(
    request: HttpRequest,
    survey: Survey,
    page: WritingUp,
    *,
    note: SessionNote | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Return the page of writing."""
    lines = more.get("lines")
    if lines is None and note is not None:
        lines = read_note(note, by=signed_in(request))
    context = {
        "survey": survey,
        "note": note,
        "page": page,
        "photographs": [one for one in lines or [] if one.is_photograph],
        "locked": sum(one.is_locked for one in lines or []),
        "gone": _chosen(request),
        "names": more.get("names", []),
    }
    return render(request, "surveys/session_note_write.html", context, status=status)


def _note(survey: Survey, pk: UUID) -> SessionNote:
    """Return a note of this survey; Http404 for any other."""
    notes = SessionNote.objects.select_related(
        "edition", "survey", "written_by", "planned"
    )
    return get_object_or_404(notes, survey=survey, pk=pk)


def _about(note: SessionNote, lines: list[Line]) -> dict[str, Any]:
    """Return what a page tells of a note."""
    return {
        "survey": note.survey,
        "note": note,
        "heard_in": heard_in(note),
        "helpers": helpers_in(note),
        "lines": lines,
    }


def _standing(lines: list[Line]) -> list[Statement]:
    """Return the statements of a draft as its form shows them; none passed on."""
    return [
        Statement(
            id=one.comment.pk,
            words=one.words,
            question=one.comment.question.key,
            age_band=one.comment.age_band,
            may_quote=one.comment.may_quote,
        )
        for one in lines
        if one.comment.kind == CommentKind.TEXT and not one.is_locked
    ]


def _chosen(request: HttpRequest) -> set[UUID]:
    """Return the ids of photographs ticked to be taken out."""
    found = set()
    for named in request.POST.getlist("gone"):
        try:
            found.add(UUID(named))
        except ValueError:
            continue
    return found
