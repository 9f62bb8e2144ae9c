"""Addresses of the board's pages, and of the desk where they are written."""

from django.urls import URLPattern, include, path

from voice.briefings.views import board, chain, minutes, packs
from voice.releases.views.files import take_out

app_name = "briefings"
board_room: list[URLPattern] = [
    path("", board.front, name="front"),
    *(
        path(f"releases/<int:pk>/{kind}/", take_out, {"kind": kind}, name=kind)
        for kind in ("csv", "xlsx", "json")
    ),
    path("key-themes/<int:pk>/", board.key_theme, name="key_theme"),
    path("evidence/<int:pk>/", chain.chain, name="chain"),
    path("key-themes/<int:pk>/in-our-words/", minutes.headline, name="headline"),
    path(
        "key-themes/<int:pk>/in-our-words/take-back/",
        minutes.headline_back,
        name="headline_back",
    ),
    path("meetings/", minutes.meetings, name="meetings"),
    path("meetings/new/", minutes.meeting_new, name="meeting_new"),
    path("meetings/<int:pk>/edit/", minutes.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/cancel/", minutes.meeting_cancel, name="meeting_cancel"),
    path("decisions/", minutes.decisions, name="decisions"),
    path("decisions/new/", minutes.decision_new, name="decision_new"),
    path("decisions/<int:pk>/end/", minutes.decision_end, name="decision_end"),
]
desk: list[URLPattern] = [
    path("pack/", packs.packs, name="packs"),
    path("pack/new/", packs.pack_new, name="pack_new"),
    path("pack/<int:pk>/", packs.pack, name="pack"),
    *(
        path(
            f"pack/<int:pk>/{kind}/",
            packs.pack_file,
            {"kind": kind},
            name=f"pack_{name}",
        )
        for kind, name in (("pdf", "pdf"), ("large-print", "large"), ("docx", "docx"))
    ),
]
urlpatterns = [path("board/", include(board_room)), path("desk/", include(desk))]
