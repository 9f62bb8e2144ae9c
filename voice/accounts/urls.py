"""Addresses of signing in, of staff and of the audit."""

from allauth.account import views as allauth
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from voice.accounts.views import (
    break_glass,
    council_sign_in,
    devices,
    invitation,
    review,
    staff,
)
from voice.accounts.views.audit import audit
from voice.accounts.views.gallery import gallery
from voice.accounts.views.guides import guide, guides
from voice.accounts.views.home import home
from voice.accounts.views.prove import prove
from voice.accounts.views.sign_out import sign_out_of_admin
from voice.accounts.views.you import you

# allauth's own list has sign-up and changing the e-mail address too; here both are
# an administrator's to do, so the list is ours.
account = [
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path(
        "password/reset/done/",
        allauth.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("2fa/", include("allauth.mfa.urls")),
]

rooms = [
    path("desk/", home, name="home"),
    path("desk/you/", you, name="you"),
    path("desk/gallery/", gallery, name="gallery"),
    path("desk/help/", guides, name="guides"),
    path("desk/help/<slug:name>/", guide, name="guide"),
    path("desk/staff/", staff.staff, name="staff"),
    path("desk/staff/invite/", invitation.invite, name="invite"),
    path("desk/staff/<int:pk>/", staff.person, name="person"),
    path("desk/staff/<int:pk>/name/", staff.rename, name="rename"),
    *(
        path(
            f"desk/staff/<int:pk>/{verb.replace('_', '-')}/",
            staff.confirm,
            {"verb": verb},
            name=verb,
        )
        for verb in staff.CONFIRMED
    ),
    path("desk/staff/invitation/<int:pk>/resend/", invitation.resend, name="resend"),
    path(
        "desk/staff/invitation/<int:pk>/withdraw/", invitation.withdraw, name="withdraw"
    ),
    path("desk/staff/review/", review.review, name="review"),
    path("desk/staff/<int:pk>/confirm/", review.confirm_one, name="confirm_access"),
    path("desk/break-glass/", break_glass.break_glass, name="break_glass"),
    path("desk/break-glass/ask/", break_glass.ask, name="ask_break_glass"),
    path(
        "desk/break-glass/<int:pk>/open/", break_glass.open_it, name="open_break_glass"
    ),
    path(
        "desk/break-glass/<int:pk>/refuse/",
        break_glass.refuse_it,
        name="refuse_break_glass",
    ),
    path(
        "desk/break-glass/<int:pk>/close/",
        break_glass.close_it,
        name="close_break_glass",
    ),
    path("desk/audit/", audit, name="audit"),
    path("account/devices/", devices.devices, name="devices"),
    path("account/devices/others/end/", devices.end_all_others, name="end_others"),
    path("account/devices/<int:pk>/end/", devices.end_one, name="end_device"),
    path("account/prove/", prove, name="prove"),
    path("account/council/", council_sign_in.start, name="council_sign_in"),
    path(
        "account/council/callback/", council_sign_in.callback, name="council_callback"
    ),
    path("account/invitation/<str:token>/", invitation.accept, name="accept"),
]

# Wagtail's own sign-in, passwords, users and groups: they would pass by the second
# factor and the audit. These come before Wagtail's addresses.
instead_of_wagtails = [
    path(
        "login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
    ),
    path("logout/", sign_out_of_admin),
    re_path(
        r"^password_reset/", RedirectView.as_view(pattern_name="account_reset_password")
    ),
    # They tell everybody in the admin of everybody's surveys; the audit tells more, to
    # the one person whose work that is.
    re_path(
        r"^reports/(?:site-history|workflow|workflow_tasks)/",
        RedirectView.as_view(pattern_name="accounts:home"),
    ),
    re_path(r"^(?:users|groups)/", RedirectView.as_view(pattern_name="accounts:home")),
]

urlpatterns = [
    path("admin/", include(instead_of_wagtails)),
    path("account/", include(account)),
    path("", include((rooms, "accounts"))),
]
