"""What an editor is told when a page is opened or kept, and before one goes."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from cms.domain.site import become_the_site
from cms.logic.reading import how_it_reads
from cms.models import HomePage
from cms.queries import owed_before_they_go
from cms.told_editors import gone_from, reading_words, words_of
from surveys.logic.anonymous import anonymous_in
from surveys.logic.findings import Finding
from surveys.queries.jargon import jargon_now

TAKING_AWAY = frozenset({"delete", "unpublish"})


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_anonymous(request: HttpRequest, page: Page) -> None:
    """Say that a page promises what nobody can keep; it is kept as it is."""
    if term := anonymous_in(words_of(page)):
        messages.warning(
            request,
            _(
                "The page says “%(term)s”. Nobody can promise that: a code, a small "
                "group, a voice or their own words may show who somebody is. Say what "
                "is true instead: “We don't ask your name.”"
            )
            % {"term": term},
        )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_how_it_reads(request: HttpRequest, page: Page) -> None:
    """Say how hard the page reads, and which of its words only workers use."""
    language = page.locale.language_code
    reads = how_it_reads(
        words_of(page), language=language, jargon=jargon_now().get(language, {})
    )
    if sentence := reading_words(reads):
        needs_work = reads.is_hard or reads.longest or reads.jargon
        say = messages.warning if needs_work else messages.info
        say(request, sentence)


@hooks.register("before_edit_page")
def say_what_is_gone(request: HttpRequest, page: Page) -> None:
    """Say which blocks show nothing now, because what they showed was taken back."""
    if request.method != "GET":
        return
    for label in gone_from(page):
        messages.warning(
            request,
            _(
                "“%(block)s” on this page was taken back, so visitors do not see it "
                "any more. Choose another, or remove the block."
            )
            % {"block": label},
        )


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def refuse_before_the_reply(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep the page of a consultation until young people have their reply on it."""
    owed = owed_before_they_go([page])
    if not owed:
        return None
    messages.error(request, owed_message(owed))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def refuse_together(
    request: HttpRequest, kind: str, things: Iterable[Model], action: Any
) -> HttpResponse | None:
    """Keep such pages also when they are ticked in a list."""
    pages = [thing for thing in things if isinstance(thing, Page)]
    owed = owed_before_they_go(pages) if kind in TAKING_AWAY and pages else []
    if not owed:
        return None
    messages.error(request, owed_message(owed))
    return redirect("wagtailadmin_explore_root")


def owed_message(owed: list[Finding]) -> str:
    """Return what is missing as a list, with the way to it; every word escaped."""
    return format_html(
        "<p>{}</p><ul>{}</ul>",
        _("The page stays. Young people are waiting for what it will say:"),
        format_html_join(
            "", "<li>{} {}</li>", ((one.sentence, _way(one)) for one in owed)
        ),
    )


def _way(finding: Finding) -> str:
    """Return the link to where something is put right, if there is one."""
    if not finding.href:
        return ""
    return format_html('<a href="{}">{}</a>', finding.href, finding.action)


@hooks.register("after_create_page")
@hooks.register("after_publish_page")
def make_first_home_the_site(request: HttpRequest, page: Page) -> None:
    """Make the first home page that is published the site, in place of Wagtail's own."""
    if isinstance(page.specific, HomePage) and page.live:
        become_the_site(page.specific)
