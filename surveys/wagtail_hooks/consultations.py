"""Consultations, and their words in other languages."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TitleFieldPanel,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.widgets import SlugInput

from surveys.domain.consultations import (
    keep_consultation,
    keep_consultation_wording,
    remove_consultation,
    remove_consultation_wording,
)
from surveys.ending import reasons_not_to_end
from surveys.logic.four_questions import PARTS, FourQuestion
from surveys.models import Consultation, ConsultationWording
from surveys.permissions import user_can_draft_surveys
from surveys.queries.members import consultations_of
from surveys.wagtail_hooks.anonymous import WarningCreateView, WarningEditView
from surveys.where_it_is import Whereabouts, where_they_are
from voice.accounts.permissions import Visitor
from voice.council.enums import BASE_LANGUAGE
from voice.council.policies import answer_with
from voice.council.viewsets import KeptDeleteView, KeptViewSet, MineIndexView

WORDED = (
    "title",
    "asking",
    "why",
    "how_safe",
    "left_out",
    "how_to_say",
    "who_listens",
    "can_change",
    "cannot_change",
    "decision_maker",
    "who_reads",
    "asked_who",
    "missing",
)


def nothing_was_asked(consultation: Model) -> bool:
    """Say whether a consultation has neither survey nor page yet."""
    asked = Consultation.objects.filter(pk=consultation.pk)
    return not asked.exclude(surveys=None, pages=None).exists()


def wordings_of(user: Visitor) -> QuerySet[ConsultationWording]:
    """Return the wordings of the consultations `user` works on."""
    mine = consultations_of(user).order_by()
    return ConsultationWording.objects.filter(consultation__in=mine)


answer_with(
    Consultation,
    user_can_draft_surveys,
    may_delete=nothing_was_asked,
    mine=consultations_of,
)
answer_with(ConsultationWording, user_can_draft_surveys, mine=wordings_of)


class ConsultationWordingForm(WagtailAdminModelForm):
    """A consultation in a language other than the base one."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=[
            (code, name) for code, name in settings.LANGUAGES if code != BASE_LANGUAGE
        ],
    )

    class Meta:
        """Everything a person reads."""

        model = ConsultationWording
        fields = ("consultation", "language", *WORDED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the consultations one works on."""
        super().__init__(*args, **kwargs)
        self.fields["consultation"].queryset = consultations_of(self.for_user)


class WordedViewSet(KeptViewSet):
    """Screens whose words young people read before they answer."""

    add_view_class = WarningCreateView
    edit_view_class = WarningEditView

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the words to the view."""
        return super().get_add_view_kwargs(worded=WORDED, **kwargs)

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the words to the view."""
        return super().get_edit_view_kwargs(worded=WORDED, **kwargs)


ASKED_OF_US = {
    FourQuestion.SPACE: _("Is it safe, and who might be left out?"),
    FourQuestion.VOICE: _("How can they say it?"),
    FourQuestion.AUDIENCE: _("Who will listen, and what can they do?"),
    FourQuestion.INFLUENCE: _("What could change, and what could not?"),
}
OPENS_WITH = _("Young people read this before they answer. It cannot open without it.")
FOUR_QUESTIONS = [
    MultiFieldPanel(
        [FieldPanel(part) for part in PARTS[question]],
        heading=ASKED_OF_US[question],
        help_text=OPENS_WITH,
    )
    for question in FourQuestion
]


class ConsultationIndexView(MineIndexView):
    """Lists consultations, each with where it is and what comes next."""

    @cached_property
    def columns(self) -> list[Any]:
        """Add where each is, in words, to what the list shows."""
        return [
            *super().columns,
            Column("state", label=_("Where it is"), accessor=self._told("state")),
            Column("next", label=_("What comes next"), accessor=self._told("next")),
        ]

    @cached_property
    def _whereabouts(self) -> dict[int, Whereabouts]:
        """Return where every consultation of this person is."""
        return where_they_are(self.get_base_queryset())

    def _told(self, name: str) -> Callable[[Consultation], str]:
        """Return what tells one thing of where a consultation is."""
        return lambda one: getattr(self._whereabouts.get(one.pk), name, "")


class ConsultationDeleteView(KeptDeleteView):
    """Deletes what nobody was asked; says kindly why anything else stays."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Lead back to a consultation that stays, with the reason and the way on."""
        if nothing_was_asked(self.object):
            return super().dispatch(request, *args, **kwargs)
        owed = reasons_not_to_end(self.object)
        said = [
            format_html('{} <a href="{}">{}</a>', one.sentence, one.href, one.action)
            if one.href
            else one.sentence
            for one in owed
        ]
        kept = gettext(
            "It has a survey or a page, so it stays: what was asked is never deleted."
        )
        messages.error(
            request, format_html_join(" ", "{}", ((s,) for s in [kept, *said]))
        )
        return redirect("consultations:edit", self.object.pk)


class ConsultationViewSet(WordedViewSet):
    """Screens of consultations."""

    model = Consultation
    name = "consultations"
    icon = "comment"
    menu_label = _("Consultations")
    keep = staticmethod(keep_consultation)
    remove = staticmethod(remove_consultation)
    list_display = ["title", "opens_on", "closes_on", "reply_due_on"]
    index_view_class = ConsultationIndexView
    delete_view_class = ConsultationDeleteView
    search_fields = ["title"]
    edit_handler = ObjectList(
        [
            TitleFieldPanel("title"),
            FieldPanel("slug", widget=SlugInput),
            FieldPanel("kind"),
            MultiFieldPanel(
                [FieldPanel("asking"), FieldPanel("why")], heading=_("What we ask")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("asked_who"),
                    FieldPanel("asked"),
                    FieldPanel("missing"),
                ],
                heading=_("Who is asked"),
            ),
            *FOUR_QUESTIONS,
            FieldRowPanel(
                [
                    FieldPanel("opens_on"),
                    FieldPanel("closes_on"),
                    FieldPanel("reply_due_on"),
                ],
                heading=_("When"),
            ),
            FieldPanel("reply_moved_why"),
            FieldPanel("colour"),
        ]
    )


class ConsultationWordingViewSet(WordedViewSet):
    """Screens of consultations in other languages."""

    model = ConsultationWording
    name = "consultation-wordings"
    icon = "globe"
    menu_label = _("In other languages")
    keep = staticmethod(keep_consultation_wording)
    remove = staticmethod(remove_consultation_wording)
    list_display = ["title", "language", "consultation"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Return our form."""
        return ConsultationWordingForm


class AskingGroup(ViewSetGroup):
    """Consultations under one heading of the menu."""

    items = (ConsultationViewSet, ConsultationWordingViewSet)
    menu_label = _("Consultations")
    menu_icon = "comment"
    menu_order = 100
