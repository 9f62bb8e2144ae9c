"""Addresses of signing in and of staff."""

from django.urls import include, path
from django.views.generic import RedirectView

from voice.accounts.views.gallery import gallery
from voice.accounts.views.home import home

staff = [
    path("desk/", home, name="home"),
    path("desk/gallery/", gallery, name="gallery"),
]

urlpatterns = [
    path(
        "admin/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
    ),
    path("account/", include("allauth.urls")),
    path("", include((staff, "accounts"))),
]
