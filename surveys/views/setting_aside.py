"""At the desk: rules that set hoaxes and duplicates aside, previewed, and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from surveys.domain.setting_aside import (
    RuleChanged,
    RuleTakenBack,
    declare_rule,
    take_rule_back,
)
from surveys.forms.set_aside import SetAsideRuleForm, TakeBackForm
from surveys.models import SetAsideRule, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.reach import live_counts
from surveys.queries.setting_aside import how_many_set_aside, meant_by, rules_of
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the rules of a survey; posted, preview one or set aside by it."""
    survey = survey_run(request, slug)
    form = SetAsideRuleForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, survey, form)
    if not form.is_valid():
        return _page(request, survey, form, status=422)
    previewed = request.POST.get("previewed", "")
    if request.POST.get("do") != "declare" or not previewed.isdecimal():
        return _page(request, survey, form, means=len(meant_by(form.rule(survey))))
    try:
        rule = declare_rule(
            form.rule(survey), previewed=int(previewed), by=signed_in(request)
        )
    except RuleChanged as changed:
        form.add_error(None, str(changed))
        return _page(request, survey, form, means=changed.count, status=409)
    messages.success(
        request,
        _("The rule is in force. It is number %(number)d.") % {"number": rule.version},
    )
    return redirect("surveys:set_aside", slug=slug)


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask why, and take one rule back whole."""
    survey = survey_run(request, slug)
    rule = get_object_or_404(SetAsideRule, pk=pk, survey=survey)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        try:
            count = take_rule_back(rule, why=why, by=signed_in(request))
        except RuleTakenBack as taken:
            messages.error(request, str(taken))
        else:
            messages.success(request, _again(count))
        return redirect("surveys:set_aside", slug=slug)
    return render(
        request,
        "surveys/take_rule_back.html",
        {"survey": survey, "rule": rule, "form": form},
        status=422 if form.errors else 200,
    )


def _again(count: int) -> str:
    """Return how many count again."""
    return ngettext(
        "%(count)d response counts again.", "%(count)d responses count again.", count
    ) % {"count": count}


def _page(
    request: HttpRequest,
    survey: Survey,
    form: SetAsideRuleForm,
    *,
    means: int | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page; `means` is how many the rule in the form would set aside."""
    return render(
        request,
        "surveys/set_aside.html",
        {
            "survey": survey,
            "form": form,
            "means": means,
            "rules": rules_of(survey),
            "counts": live_counts(survey),
            "set_aside": how_many_set_aside(survey) or 0,
        },
        status=status,
    )
