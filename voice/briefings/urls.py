"""Addresses of the board's pages, and of the desk where they are written."""

from django.urls import URLPattern, URLResolver, include, path

from voice.briefings.enums import PaperKind
from voice.briefings.views import (
    board,
    briefings,
    chain,
    headlines,
    issuing,
    minutes,
    packs,
    paper_files,
    papers,
    publishing,
    sections,
)
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
    path("sources/<slug:fingerprint>/", chain.source, name="source"),
    path("key-themes/<int:pk>/in-our-words/", minutes.headline, name="headline"),
    path("key-themes/<int:pk>/proposed/", headlines.proposed, name="proposed"),
    path(
        "key-themes/<int:pk>/proposed/agreed/",
        headlines.agreed,
        name="proposed_agreed",
    ),
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
    path("decisions/<int:pk>/tell/", minutes.decision_tell, name="decision_tell"),
    path("briefings/", papers.papers, name="papers"),
    path("briefings/<int:pk>/", papers.paper, name="paper"),
    *(
        path(
            f"briefings/<int:pk>/{kind.value}/",
            paper_files.paper_file,
            {"kind": kind.value},
            name=f"paper_{kind.short}",
        )
        for kind in PaperKind
    ),
]
written: list[URLPattern] = [
    path("", briefings.briefings, name="briefings"),
    path("new/", briefings.briefing_new, name="briefing_new"),
    path("<int:pk>/", briefings.briefing, name="briefing"),
    path("<int:pk>/describe/", briefings.briefing_describe, name="briefing_describe"),
    path("<int:pk>/drop/", briefings.briefing_drop, name="briefing_drop"),
    path("<int:pk>/next/", briefings.briefing_next_version, name="briefing_next"),
    path("<int:pk>/choose/", sections.choose, name="choose"),
    path("<int:pk>/preview/", issuing.preview, name="preview"),
    *(
        path(
            f"<int:pk>/preview/{kind.value}/",
            paper_files.preview_file,
            {"kind": kind.value},
            name=f"preview_{kind.short}",
        )
        for kind in PaperKind
    ),
    path("<int:pk>/approve/", issuing.approve, name="approve"),
    path("<int:pk>/take-back/", issuing.take_back, name="take_back"),
    path("<int:pk>/issue/", issuing.issue, name="issue"),
    path("<int:pk>/public/", publishing.publish, name="publish"),
    path("<int:pk>/public/end/", publishing.unpublish, name="unpublish"),
    path("sections/<int:pk>/", sections.section, name="section"),
    path("sections/<int:pk>/remove/", sections.section_remove, name="section_remove"),
    *(
        path(
            f"sections/<int:pk>/{way}/",
            sections.section_move,
            {"way": way},
            name=f"section_{way}",
        )
        for way in ("up", "down")
    ),
]
desk: list[URLPattern | URLResolver] = [
    path("briefings/", include(written)),
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
