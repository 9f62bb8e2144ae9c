"""The way into a survey; or, once it is closed, the way to what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.chosen import ChosenBlock, Groups
from cms.blocks.telling import Context, language_of
from surveys.enums import ConsultationState, InvitationKind
from surveys.models import Edition, Invitation, Survey
from surveys.where_to_look import page_of
from voice.replies.queries import (
    ConsultationTold,
    Standing,
    standing_of,
    tell_consultation,
)

GONE = _(
    "Nobody can be shown the way into this survey: it was not published, or has no "
    "open link. Choose another, or remove the block."
)


@dataclass(frozen=True, slots=True)
class SurveyTold:
    """A survey as a page offers it; `token` is empty where nobody is let in."""

    told: ConsultationTold
    standing: Standing
    today: date
    token: str
    page_url: str | None

    @property
    def state(self) -> str:
        """Return where its consultation is."""
        return self.standing.state.value


def public_surveys() -> QuerySet[Survey]:
    """Return the surveys anybody may be shown: published, with an open link made once."""
    links = Invitation.objects.filter(survey=OuterRef("pk"), kind=InvitationKind.LINK)
    return (
        Survey.objects.filter(
            Exists(Edition.objects.filter(survey=OuterRef("pk"))), Exists(links)
        )
        .defer("questions")
        .select_related("consultation")
        .order_by("-consultation__closes_on", "pk")
    )


def surveys_to_choose() -> Groups:
    """Return those still open, then those that are closed."""
    today = timezone.localdate()
    still: list[tuple[str, str]] = []
    closed: list[tuple[str, str]] = []
    for survey in public_surveys():
        is_over = survey.consultation.closes_on < today
        (closed if is_over else still).append((str(survey.pk), survey.title))
    groups = [(str(_("Open, or soon")), still), (str(_("Closed")), closed)]
    return [(name, rows) for name, rows in groups if rows]


def survey_told(key: str, *, language: str) -> SurveyTold | None:
    """Return the survey as it may be offered today; None when it may not be shown."""
    if not key.isdecimal():
        return None
    survey = public_surveys().filter(pk=int(key)).first()
    if survey is None:
        return None
    today = timezone.localdate()
    standing = standing_of(survey.consultation, on=today)
    is_open = standing.state == ConsultationState.OPEN and survey.live
    return SurveyTold(
        told=tell_consultation(survey.consultation, language=language),
        standing=standing,
        today=today,
        token=_open_link(survey) if is_open else "",
        page_url=page_of(survey.consultation, language),
    )


def _open_link(survey: Survey) -> str:
    """Return the newest open link's token; empty when all were stopped."""
    links = Invitation.objects.filter(
        survey=survey, kind=InvitationKind.LINK, stopped_at=None
    )
    tokens = links.order_by("-made_at", "-pk").values_list("token", flat=True)
    return tokens.first() or ""


class SurveyBlock(blocks.StructBlock):
    """The way into a survey while it is open; then where its answer is."""

    survey = ChosenBlock(surveys_to_choose, gone=GONE, label=_("Survey"))

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the survey in the language of the page, as it stands today."""
        context = super().get_context(value, parent_context=parent_context)
        chosen = str(value.get("survey") or "")
        language = language_of(parent_context)
        context["survey"] = survey_told(chosen, language=language)
        return context

    @staticmethod
    def is_gone(value: Any) -> bool:
        """Say whether what was chosen may not be shown any more."""
        chosen = str(value.get("survey") or "")
        return bool(chosen) and not public_surveys().filter(pk=chosen).exists()

    class Meta:
        """How it is offered and shown."""

        icon = "form"
        label = _("Survey")
        template = "cms/blocks/survey.html"
