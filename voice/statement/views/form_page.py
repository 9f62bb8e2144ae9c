"""One way for every form of the statement: show, refuse kindly, save, go on."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from voice.statement.domain.actions import DueBeforeItStarts
from voice.statement.domain.numbering import NumberTaken
from voice.statement.domain.task_groups import NameTaken

Save = Callable[[dict[str, Any]], object]


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    save: Save,
    back: str,
    above: str = "",
) -> HttpResponse:
    """Show `form` under `heading`; once it holds, `save` its data and go `back`.

    What was typed stays when the form or the domain refuses. `above` names what
    the form belongs to.
    """
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data)
        except NumberTaken as refused:
            form.add_error("number", str(refused))
        except DueBeforeItStarts as refused:
            form.add_error("due_on", str(refused))
        except NameTaken as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {"form": form, "heading": heading, "back": back, "above": above}
    return render(request, "statement/form.html", context)
