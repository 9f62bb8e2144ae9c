"""At the desk: what young people can listen to, and the machine's drafts of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from surveys.domain.drafts_aloud import NoMachineVoice, ask_for_drafts
from surveys.domain.keeping_drafts import (
    CannotKeep,
    drop_draft,
    keep_draft,
    listen_to_draft,
)
from surveys.domain.machine_voice import machine_voice_trouble, voice_for
from surveys.models import DraftRecording, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.aloud import BEING_MADE, TO_LISTEN, Line, how_heard, lines_of
from surveys.views.found import survey_run
from surveys.views.media import sound_page
from surveys.views.wordings import EVERY_BAND
from voice.accounts.gate import signed_in, staff_only
from voice.inputs import direction_of


@staff_only(user_can_run_surveys)
@require_safe
def aloud(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how much of each language and age band can be listened to."""
    survey = survey_run(request, slug)
    return render(
        request,
        "surveys/aloud.html",
        {
            "survey": survey,
            "trouble": machine_voice_trouble(),
            "versions": [
                {
                    "heard": one,
                    "band_slug": one.age_band or EVERY_BAND,
                    "has_voice": bool(voice_for(one.language)),
                    "to_listen": one.counts.get(TO_LISTEN, 0),
                    "missing": one.counts.get("nothing", 0)
                    + one.counts.get("failed", 0),
                }
                for one in how_heard(survey)
            ],
        },
    )


@staff_only(user_can_run_surveys)
def aloud_version(
    request: HttpRequest, slug: str, language: str, band: str
) -> HttpResponse:
    """Show the wordings of one language and band; posted, have drafts of them made."""
    survey = survey_run(request, slug)
    age_band = "" if band == EVERY_BAND else band
    if request.method == "POST":
        _ask(request, survey, language, age_band)
        return redirect("surveys:aloud_version", slug, language, band)
    lines = lines_of(survey, (language, age_band))
    if not lines:
        raise Http404
    here = _chosen(request, lines)
    return render(
        request,
        "surveys/aloud_version.html",
        {
            "survey": survey,
            "language": language,
            "age_band": age_band,
            "band_slug": band,
            "direction": direction_of(language),
            "trouble": machine_voice_trouble(),
            "has_voice": bool(voice_for(language)),
            "lines": lines,
            "line": here,
            "of": len(lines),
            "heard": sum(line.state in {"person", "old", "machine"} for line in lines),
            "to_listen": sum(line.state == TO_LISTEN for line in lines),
            "being_made": sum(line.state == BEING_MADE for line in lines),
            "asked": sum(line.draft is not None for line in lines),
            "made": sum(line.can_be_heard for line in lines),
            "missing": sum(line.state in {"nothing", "failed"} for line in lines),
            "is_translation": language != survey.languages[0],
        },
    )


@staff_only(user_can_run_surveys)
@require_safe
def draft_sound(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Give what the machine made, and remember who asked to hear it; `?plain` as MP3."""
    draft = _draft(request, slug, pk)
    try:
        sound = listen_to_draft(
            draft, by=signed_in(request), plain="plain" in request.GET
        )
    except CannotKeep as refusal:
        raise Http404 from refusal
    return sound_page(request, sound)


@staff_only(user_can_run_surveys)
@require_POST
def decide_draft(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep or drop a draft, and go on to the next to listen to."""
    draft = _draft(request, slug, pk)
    keeps = request.POST.get("decision") == "keep"
    address = reverse(
        "surveys:aloud_version",
        args=[slug, draft.language, draft.age_band or EVERY_BAND],
    )
    try:
        (keep_draft if keeps else drop_draft)(draft, by=signed_in(request))
    except CannotKeep as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{address}?of={draft.key}.{draft.part}#line")
    done = _("Kept. Young people hear it from the next edition on.")
    messages.success(request, done if keeps else _("Dropped. Nobody hears it."))
    return redirect(f"{address}{_onward(draft)}#line")


def _ask(request: HttpRequest, survey: Survey, language: str, age_band: str) -> None:
    """Have drafts of one language and band made, and say how many."""
    try:
        asked = ask_for_drafts(
            survey,
            language=language,
            age_band=age_band,
            by=signed_in(request),
            now=timezone.now(),
        )
    except NoMachineVoice as refusal:
        messages.error(request, str(refusal))
        return
    if not asked:
        messages.info(request, _("There is nothing to make."))
        return
    said = ngettext(
        "%(count)s draft is being made. Listen to it, then keep or drop it.",
        "%(count)s drafts are being made. Listen to each, then keep or drop it.",
        asked,
    )
    messages.success(request, said % {"count": asked})


def _draft(request: HttpRequest, slug: str, pk: int) -> DraftRecording:
    """Return a draft of a survey this person runs, or Http404."""
    return get_object_or_404(
        DraftRecording.objects.select_related("survey", "sound", "sound_also"),
        pk=pk,
        survey=survey_run(request, slug),
    )


def _chosen(request: HttpRequest, lines: list[Line]) -> Line:
    """Return the line `?of=KEY.PART` names, or the first to listen to, or the first."""
    wanted = request.GET.get("of", "")
    for line in lines:
        if wanted == ".".join(line.spoken.name):
            return line
    waiting = [line for line in lines if line.state == TO_LISTEN]
    return (waiting or lines)[0]


def _onward(draft: DraftRecording) -> str:
    """Return how the next draft to listen to is asked for: those behind come first."""
    lines = lines_of(draft.survey, (draft.language, draft.age_band))
    at = next((n for n, one in enumerate(lines) if one.spoken.name == draft.name), 0)
    waiting = [one for one in (*lines[at:], *lines[:at]) if one.state == TO_LISTEN]
    chosen = waiting[0].spoken.name if waiting else draft.name
    return f"?of={'.'.join(chosen)}"
