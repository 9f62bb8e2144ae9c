"""Writing a reply beside what the release says."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surveys.models import Consultation
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.bands import bands_called
from voice.releases.queries import standing_releases
from voice.replies.domain.answering import Answered, answer_themes
from voice.replies.domain.errors import BandReadsOtherWords
from voice.replies.domain.four_fs import advice_by_the_four_fs, time_waited
from voice.replies.domain.readiness import called, lint_wording
from voice.replies.domain.replies import drop_wording, word_reply, write_reply
from voice.replies.forms import ReleaseForm, ThemesForm, WordingForm
from voice.replies.logic.coverage import unanswered, wording_for
from voice.replies.logic.full import to_answer
from voice.replies.models import Reply
from voice.replies.permissions import user_can_write_replies
from voice.replies.queries import (
    bands_to_answer,
    evidence_for,
    promises_with_words,
    standing_of,
    tell_reply,
)
from voice.replies.queries.few import too_few_to_tell
from voice.replies.queries.share import answered_from
from voice.replies.queries.to_look_at import stand_of_reply
from voice.replies.views.found import consultation_worked_on, reply_to


@dataclass(frozen=True, slots=True)
class Tab:
    """One age of those asked: `is_answered` in every language it was asked in."""

    band: str
    ages: str
    is_now: bool
    is_answered: bool


@staff_only(user_can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the reply to one age (`?for=`), saved as often as one likes."""
    consultation = consultation_worked_on(request, slug)
    reply = reply_to(consultation)
    if reply and reply.is_published:
        return _show_published(request, consultation, reply)
    owed = bands_to_answer(consultation)
    band = _band(request, owed)
    release = _release_form(request, consultation, reply)
    chosen = reply.release if reply else release.offered.first()
    standing = standing_of(consultation, on=timezone.localdate())
    words = _word_forms(request, reply, owed, band)
    of_few = too_few_to_tell(consultation)
    if standing.is_from_nobody or of_few:
        for form in words:
            form.ask_what_happened(from_nobody=standing.is_from_nobody)
    themes = _themes_form(request, reply, chosen)
    every: list[Form] = [release, *words, themes]
    if _is_whole(request, every) and _saved(
        request, consultation, release, words, themes
    ):
        messages.success(request, _("Saved. Nobody else sees it until you publish it."))
        there = reverse("replies:write", args=[slug])
        return redirect(f"{there}?for={band}" if band else there)
    facts = {
        "consultation": consultation,
        "standing": standing,
        "of_few": of_few,
        "reply": reply,
        "release_form": release,
        "wordings": words,
        "themes_form": themes,
        "share": answered_from(),
        "forms": every,
        "tabs": _tabs(reply, owed, band),
        "evidence": evidence_for(chosen) if chosen else None,
        "release": chosen,
    }
    looked_at = _looked_at(reply, from_nobody=standing.is_from_nobody)
    return render(request, "replies/write.html", facts | looked_at)


def _is_whole(request: HttpRequest, forms: list[Form]) -> bool:
    """Say whether something was sent, and every form of it holds; each is looked at."""
    return request.method == "POST" and not [one for one in forms if not one.is_valid()]


def _looked_at(reply: Reply | None, *, from_nobody: bool) -> dict[str, object]:
    """Return what is said of the words so far, and the promises."""
    if reply is None:
        return {"promises": [], "faults": [], "advice": [], "stand": None}
    today = timezone.localdate()
    return {
        "promises": promises_with_words(reply),
        "faults": [
            f"{called(wording)}: {fault}"
            for wording in reply.wordings.all()
            for fault in lint_wording(
                wording, release=reply.release, from_nobody=from_nobody
            )
        ],
        "advice": advice_by_the_four_fs(reply, on=today),
        "waited": time_waited(reply, on=today),
        "stand": stand_of_reply(reply),
    }


def _band(request: HttpRequest, owed: dict[str, list[str]]) -> str:
    """Return the band to write for: the one asked for, or the youngest; "" for none."""
    asked = owed[BASE_LANGUAGE]
    wanted = request.GET.get("for", "")
    return wanted if wanted in asked else next(iter(asked), "")


def _tabs(reply: Reply | None, owed: dict[str, list[str]], now: str) -> list[Tab]:
    """Return a tab for each age that was asked, the youngest first."""
    wordings = list(reply.wordings.all()) if reply else []
    missing = {band for bands in unanswered(owed, wordings).values() for band in bands}
    return [
        Tab(band, ages, is_now=band == now, is_answered=band not in missing)
        for band, ages in bands_called(owed[BASE_LANGUAGE]).items()
    ]


def _release_form(
    request: HttpRequest, consultation: Consultation, reply: Reply | None
) -> ReleaseForm:
    """Return the form of the release; the newest is chosen until another is."""
    releases = (
        standing_releases()
        .filter(survey__consultation=consultation)
        .select_related("survey")
    )
    chosen = reply.release_id if reply else None
    first = releases.order_by("-issued_at").first()
    return ReleaseForm(
        _data(request),
        releases=releases,
        initial={"release": chosen or (first.pk if first else None)},
    )


def _word_forms(
    request: HttpRequest,
    reply: Reply | None,
    owed: dict[str, list[str]],
    band: str,
) -> list[WordingForm]:
    """Return a form of words for each language that `band` was asked in."""
    written = list(reply.wordings.all()) if reply else []
    free = unanswered(owed, written)
    found = []
    for language, bands in owed.items():
        if band and band not in bands:
            continue
        wording = wording_for(written, language=language, band=band)
        if wording and band and band not in wording.age_bands:
            wording = None
        found.append(
            WordingForm.of(
                wording,
                language=language,
                bands=bands,
                free=free.get(language, []),
                data=_data(request),
            )
        )
    return found


def _themes_form(request: HttpRequest, reply: Reply | None, release: Any) -> ThemesForm:
    """Return the form of where each theme is answered."""
    told = release.tables.get("themes", []) if release else []
    themes = to_answer(told, share=answered_from())
    marked = reply.theme_answers.all() if reply else []
    answered = {one.theme: Answered(one.part, one.why) for one in marked}
    return ThemesForm.of(themes, answered=answered, data=_data(request))


def _data(request: HttpRequest) -> Any:
    """Return what was sent, or None where nothing was."""
    return request.POST if request.method == "POST" else None


def _saved(
    request: HttpRequest,
    consultation: Consultation,
    release: ReleaseForm,
    words: list[WordingForm],
    themes: ThemesForm,
) -> bool:
    """Keep everything that was typed, or nothing; say whether it was kept."""
    try:
        with transaction.atomic():
            reply = write_reply(
                consultation,
                release=release.cleaned_data["release"],
                by=signed_in(request),
            )
            for form in words:
                _keep_words(reply, form, by=signed_in(request))
            answer_themes(reply, answers=themes.answers(), by=signed_in(request))
    except _Refused:
        return False
    return True


class _Refused(Exception):
    """Words for somebody who reads others; the form says so."""


def _keep_words(reply: Reply, form: WordingForm, *, by: User) -> None:
    """Keep the words of one form; emptied ones are taken out."""
    if form.wording and not form.has_words():
        drop_wording(form.wording, by=by)
    elif form.has_words():
        try:
            word_reply(
                reply,
                language=form.language,
                wording=form.wording,
                by=by,
                **form.cleaned_data,
            )
        except BandReadsOtherWords as refused:
            form.add_error("age_bands", str(refused))
            raise _Refused from refused


def _show_published(
    request: HttpRequest, consultation: Consultation, reply: Reply
) -> HttpResponse:
    """Show a reply that is out, with its promises to be kept up to date."""
    today = timezone.localdate()
    facts = {
        "consultation": consultation,
        "reply": reply,
        "standing": standing_of(consultation, on=today),
        "told": tell_reply(reply, language=BASE_LANGUAGE, on=today, with_verdicts=True),
        "promises": promises_with_words(reply),
    }
    return render(request, "replies/published.html", facts)
