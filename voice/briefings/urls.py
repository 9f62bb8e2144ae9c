"""Addresses of the board's pages."""

from django.urls import path

from voice.briefings.views import board
from voice.releases.views.files import take_out

app_name = "briefings"
urlpatterns = [
    path("", board.front, name="front"),
    *(
        path(f"releases/<int:pk>/{kind}/", take_out, {"kind": kind}, name=kind)
        for kind in ("csv", "xlsx", "json")
    ),
    path("key-themes/<int:pk>/", board.key_theme, name="key_theme"),
]
