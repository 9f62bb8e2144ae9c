"""The page of one consultation."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models.public_page import PublicPage
from surveys.audience import Audience
from surveys.ending import reasons_not_to_end
from surveys.enums import ConsultationState
from surveys.models import Consultation, Edition, Survey
from surveys.queries.links import links_of_adults, open_links
from surveys.queries.told_sessions import told_sessions
from voice.replies.enums import OWING
from voice.replies.queries import (
    answered_about,
    read_reply,
    reply_to,
    standings,
    tell_consultation,
)


class ConsultationPage(PublicPage, Page):
    """The page of one consultation: what we ask, where it is, what came of it."""

    consultation = models.ForeignKey(
        Consultation,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("consultation"),
    )

    content_panels = [*Page.content_panels, FieldPanel("consultation")]
    parent_page_types = ("cms.ConsultationIndexPage", "cms.HomePage")
    subpage_types = ()
    # Nobody needs a password to read what came of what they said.
    private_page_options = ()

    def clean(self) -> None:
        """Raise ValidationError where the page would go, or tell of another, too soon.

        It has no last day, and stays with its consultation while young people are
        owed a reply.
        """
        super().clean()
        if self.expire_at:
            raise ValidationError(
                {
                    "expire_at": _(
                        "This page stays until young people have read our reply on it. "
                        "Leave this empty."
                    )
                }
            )
        before = ConsultationPage.objects.filter(pk=self.pk, live=True).first()
        is_another = before and before.consultation_id != self.consultation_id
        if before and is_another and reasons_not_to_end(before.consultation):
            raise ValidationError(
                {
                    "consultation": _(
                        "Young people wait for our reply to “%(title)s” on this page. "
                        "Make another page for another consultation."
                    )
                    % {"title": before.consultation.title}
                }
            )

    def get_context(
        self, request: HttpRequest, *args: object, **kwargs: object
    ) -> dict[str, object]:
        """Return what the consultation is, where it stands today and what came of it."""
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        language = self.locale.language_code
        [standing] = standings(today, of=[self.consultation_id])
        consultation = standing.consultation
        sessions = told_sessions(consultation, at=timezone.now())
        context |= {
            "consultation": consultation,
            "audiences": standing.audiences,
            "told": tell_consultation(consultation, language=language),
            "standing": standing,
            "sessions": sessions,
            "comes": any(not one.session.is_cancelled for one in sessions),
            "take_part": self._way_in()
            if standing.state == ConsultationState.OPEN
            else "",
            "for_adults": links_of_adults(self.consultation_id)
            if standing.state == ConsultationState.OPEN
            else [],
            "surveys_told": self._told_to_adults()
            if standing.state in {ConsultationState.SCHEDULED, ConsultationState.OPEN}
            else [],
        }
        if standing.state in OWING:
            context |= _answered(consultation)
        if standing.is_answered:
            context |= self._reply(request, language, consultation)
            _keep_age(context, request.GET.get("for", ""))
        return context

    def _way_in(self) -> str:
        """Return the token of the open link, or nothing when there is none."""
        return open_links([self.consultation_id]).get(self.consultation_id, "")

    def _told_to_adults(self) -> list[Survey]:
        """Return the published surveys that parents, carers and schools may read of."""
        asked = Exists(Edition.objects.filter(survey=OuterRef("pk")))
        published = Survey.objects.filter(asked, consultation=self.consultation_id)
        return list(published.filter(live=True).only("title").order_by("title"))

    def _reply(
        self, request: HttpRequest, language: str, consultation: Consultation
    ) -> dict[str, object]:
        """Return the published reply in `language`, for the age `?for=` asks for."""
        reply = reply_to(consultation)
        return read_reply(
            reply,
            language=language,
            on=timezone.localdate(),
            wanted=request.GET.get("for", ""),
        )


def _answered(consultation: Consultation) -> dict[str, object]:
    """Return how many answered: of us alone in the sentence, the rest apart in a list."""
    told = answered_about(consultation)
    ours = [
        one for one in told if one.audience == Audience.YOUNG_PEOPLE and not one.title
    ]
    return {
        "answered": ours[0] if ours else None,
        "answered_apart": [one for one in told if one not in ours],
    }


def _keep_age(context: dict[str, object], wanted: str) -> None:
    """Have the links to other languages go to the same age's words."""
    others: list[dict[str, str]] = context["languages_of_page"]  # type: ignore[assignment]
    if wanted.isascii() and wanted.replace("-", "").isalnum():
        context["languages_of_page"] = [
            link
            | {"url": f"{link['url']}{'&' if '?' in link['url'] else '?'}for={wanted}"}
            for link in others
        ]
