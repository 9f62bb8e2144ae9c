"""The council's settings in the Wagtail admin."""

from django.core.exceptions import PermissionDenied
from django.forms import ModelForm, modelform_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.base import ViewSetGroup

from voice.accounts.permissions import user_may_enter_desk
from voice.council.domain.bands import keep_band
from voice.council.domain.settings import keep_setting, own_council, remove_setting
from voice.council.forms.age_band import AgeBandForm
from voice.council.forms.help_line import HelpLineForm
from voice.council.logic.bands import shared_ages
from voice.council.models import AgeBand, Council, DutyHours, HelpLine, Holiday
from voice.council.permissions import user_can_edit_council
from voice.council.policies import answer_with, never
from voice.council.queries.bands import every_band
from voice.council.viewsets import KeptViewSet

answer_with(AgeBand, user_can_edit_council, may_delete=never)
answer_with(Council, user_can_edit_council, may_add=False, may_delete=never)
for setting in (HelpLine, DutyHours, Holiday):
    answer_with(setting, user_can_edit_council)


class SettingViewSet(KeptViewSet):
    """Screens of one of the council's settings."""

    keep = staticmethod(keep_setting)
    remove = staticmethod(remove_setting)


class CouncilViewSet(SettingViewSet):
    """The council's name, colour and contact; there is one row."""

    model = Council
    name = "council"
    menu_label = _("Name and colour")
    icon = "home"
    form_fields = [
        "name",
        "logo",
        "logo_words",
        "colour",
        "own_colour",
        "contact_email",
        "about_readers",
    ]
    list_display = ["name", "contact_email"]
    menu_url = reverse_lazy("own_council")


class HelpLineViewSet(SettingViewSet):
    """Who young people can turn to."""

    model = HelpLine
    name = "help-lines"
    menu_label = _("Help lines")
    icon = "help"
    form_fields = ["name", "number", "about", "youngest", "oldest", "position"]
    list_display = ["name", "number", "about", "position"]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Return a form with what is said about it in each language."""
        return modelform_factory(HelpLine, HelpLineForm, fields=self.form_fields)


class DutyHoursViewSet(SettingViewSet):
    """When somebody is there to read."""

    model = DutyHours
    name = "duty-hours"
    menu_label = _("Duty hours")
    icon = "time"
    form_fields = ["weekday", "starts", "ends"]
    list_display = ["weekday", "starts", "ends"]


class HolidayViewSet(SettingViewSet):
    """Days on which nobody is on duty."""

    model = Holiday
    name = "holidays"
    menu_label = _("Holidays")
    icon = "date"
    form_fields = ["day", "name"]
    list_display = ["day", "name"]


def shared_with(band: AgeBand) -> str:
    """Return which ages other bands hold too, band by band."""
    said = []
    for other in every_band():
        ages = shared_ages(
            [(band.youngest, band.oldest), (other.youngest, other.oldest)]
        )
        if ages and other != band:
            years = ", ".join(str(age) for age in ages)
            said.append(
                _("%(ages)s: also in %(band)s") % {"ages": years, "band": other}
            )
    return "; ".join(said) or str(_("none"))


class AgeBandViewSet(KeptViewSet):
    """Ages a survey can be worded for; none is ever deleted, answers know it."""

    model = AgeBand
    name = "age-bands"
    menu_label = _("Age bands")
    icon = "group"
    keep = staticmethod(keep_band)
    form_fields = ["name", "youngest", "oldest", "is_offered"]
    list_display = [
        "__str__",
        BooleanColumn("is_offered", label=_("Offered to new surveys")),
        Column("shared", label=_("Ages other bands have too"), accessor=shared_with),
    ]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Return a form that refuses other ages beside the field."""
        return modelform_factory(AgeBand, AgeBandForm, fields=self.form_fields)


class CouncilGroup(ViewSetGroup):
    """The council's settings, under one heading of the menu."""

    items = (
        CouncilViewSet,
        AgeBandViewSet,
        HelpLineViewSet,
        DutyHoursViewSet,
        HolidayViewSet,
    )
    menu_label = _("Council")
    menu_icon = "home"
    menu_order = 300


@hooks.register("register_admin_viewset")
def council_group() -> CouncilGroup:
    """Add the screens."""
    return CouncilGroup()


def edit_own_council(request: HttpRequest) -> HttpResponse:
    """Lead to the form of the one council there is."""
    if not user_can_edit_council(request.user):
        raise PermissionDenied
    return redirect("council:edit", own_council().pk)


class DeskMenuItem(MenuItem):
    """The way back to the desk, for those who work there."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether the reader works at the desk."""
        return user_may_enter_desk(request.user)


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    """Lead from the admin back to the desk."""
    return DeskMenuItem(
        _("Back to the desk"), reverse("accounts:home"), icon_name="arrow-left", order=1
    )


@hooks.register("register_admin_urls")
def council_urls() -> list[URLPattern]:
    """Add the address that needs no number."""
    return [path("council/own/", edit_own_council, name="own_council")]
