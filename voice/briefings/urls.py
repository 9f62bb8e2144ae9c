"""Addresses of the board's pages, and of the desk where they are written."""

from django.urls import URLPattern, include, path

from voice.briefings.views import board
from voice.releases.views.files import take_out

app_name = "briefings"
board_room: list[URLPattern] = [
    path("", board.front, name="front"),
    *(
        path(f"releases/<int:pk>/{kind}/", take_out, {"kind": kind}, name=kind)
        for kind in ("csv", "xlsx", "json")
    ),
    path("key-themes/<int:pk>/", board.key_theme, name="key_theme"),
]
desk: list[URLPattern] = []
urlpatterns = [path("board/", include(board_room)), path("desk/", include(desk))]
