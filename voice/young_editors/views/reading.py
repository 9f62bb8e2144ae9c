"""The young editors' own page: what they read, what they say, what came of it.

Opened by the code they were given, at an address that tells nothing; kept by nobody.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from surveys.enums import CodeKind
from surveys.views import opened
from surveys.views.pages import answering_page, errors_in, for_young_people
from voice.young_editors.domain.answering import receive_answer
from voice.young_editors.domain.errors import NotOpen, WordsChanged
from voice.young_editors.forms.reading import ReadingForm
from voice.young_editors.logic.passages import Passage
from voice.young_editors.models import EditorsInvitation, ShownWords
from voice.young_editors.queries.codes import held_invitation
from voice.young_editors.queries.told import told_of
from voice.young_editors.subjects import subject_of

REFUSED = 422


@sensitive_post_parameters()
@for_young_people
def read(request: HttpRequest) -> HttpResponse:
    """Show the words and the boxes; posted, keep what the group says of them."""
    invitation = _held(request)
    shown = invitation.shown.first() if invitation else None
    if invitation is None or shown is None:
        return redirect("surveys:code")
    subject = subject_of(invitation.kind, invitation.object_id)
    language = _language(request, invitation)
    if subject is None or subject.is_out:
        return _page(request, invitation, language, "young_editors/out.html", {})
    with translation.override(language):
        passages = [one for one in shown.read() if one.language == language]
        if request.method != "POST":
            form = ReadingForm(passages=passages, number=shown.number)
            return _reading(request, invitation, shown, passages, form, language)
        form = ReadingForm(request.POST, passages=passages, number=shown.number)
        return _received(request, invitation, shown, passages, form, language)


@for_young_people
@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    """Thank them, and say what happens now; nothing of what they wrote."""
    invitation = _held(request)
    if invitation is None:
        return redirect("surveys:code")
    language = _language(request, invitation)
    context = {"told": told_of(invitation)}
    return _page(request, invitation, language, "young_editors/sent.html", context)


def _received(
    request: HttpRequest,
    invitation: EditorsInvitation,
    shown: ShownWords,
    passages: list[Passage],
    form: ReadingForm,
    language: str,
) -> HttpResponse:
    """Keep what was sent, or return the page with all that was typed."""
    if request.POST.get("shown", "") != str(shown.number):
        return _with_new_words(request, invitation, shown, passages, form, language)
    verdict = form.verdict
    if not form.is_valid() or verdict is None:
        return _reading(request, invitation, shown, passages, form, language)
    try:
        receive_answer(
            shown,
            once=form.cleaned_data["once"],
            verdict=verdict,
            language=language,
            comments=form.comments(),
        )
    except WordsChanged:
        return _with_new_words(request, invitation, shown, passages, form, language)
    except NotOpen:
        return _page(request, invitation, language, "young_editors/out.html", {})
    page = redirect(f"{reverse('young_editors:sent')}?in={language}")
    page.status_code = 303
    # Changed, so that the browser drops the page with what was typed (surveys.device).
    opened.remember_opened(page, CodeKind.EDITORS, str(invitation.pk))
    return page


def _with_new_words(
    request: HttpRequest,
    invitation: EditorsInvitation,
    shown: ShownWords,
    passages: list[Passage],
    form: ReadingForm,
    language: str,
) -> HttpResponse:
    """Return the newest words with what was typed about those before."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["shown"] = str(invitation.shown.values_list("number", flat=True)[0])
    again = ReadingForm(data, passages=passages, number=shown.number)
    again.is_valid()
    told = _("Some words have changed since you opened this. Please read them again.")
    return _reading(
        request, invitation, shown, passages, again, language, has_changed=told
    )


def _reading(
    request: HttpRequest,
    invitation: EditorsInvitation,
    shown: ShownWords,
    passages: list[Passage],
    form: ReadingForm,
    language: str,
    has_changed: str = "",
) -> HttpResponse:
    """Return the page with the words, each beside its box."""
    told = told_of(invitation)
    boxes = [form[name] for name, key in form.keys.items() if key]
    context = {
        "shown": shown,
        "rows": [
            {"passage": one, "box": box, "is_new": one.key in told.new_keys(shown)}
            for one, box in zip(passages, boxes, strict=True)
        ],
        "form": form,
        "told": told,
        "has_changed": has_changed,
        "errors": errors_in(form) if form.is_bound else [],
    }
    status = REFUSED if form.is_bound else 200
    return _page(
        request, invitation, language, "young_editors/read.html", context, status
    )


def _page(
    request: HttpRequest,
    invitation: EditorsInvitation,
    language: str,
    template: str,
    context: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Return a page of this room in `language`."""
    names = dict(settings.LANGUAGES)
    page = answering_page(
        request,
        template,
        {
            "invitation": invitation,
            "group": invitation.group,
            "others": [
                (code, names.get(code, code))
                for code in invitation.languages
                if code != language
            ],
            **context,
        },
        language=language,
        status=status,
        shows=["words", "editors"],
    )
    opened.remember_opened(page, CodeKind.EDITORS, str(invitation.pk))
    return page


def _held(request: HttpRequest) -> EditorsInvitation | None:
    """Return what the code that was typed on this device opens, while it does."""
    held = opened.opened_on(request, CodeKind.EDITORS)
    return held_invitation(held, on=timezone.localdate()) if held else None


def _language(request: HttpRequest, invitation: EditorsInvitation) -> str:
    """Return the language they read in, of those they were asked in."""
    wanted = request.GET.get("in", "")
    if wanted not in invitation.languages:
        wanted = translation.get_language_from_request(request)
    return wanted if wanted in invitation.languages else invitation.languages[0]
