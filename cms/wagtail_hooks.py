"""What an editor is told after a page is kept, and before one goes."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import CharField, Model, TextField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.domain.site import become_the_site
from cms.models import HomePage
from cms.queries import owed_before_they_go
from surveys.logic.anonymous import anonymous_in
from surveys.logic.findings import Finding

TAKING_AWAY = frozenset({"delete", "unpublish"})


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_anonymous(request: HttpRequest, page: Page) -> None:
    """Say that a page promises what nobody can keep; it is kept as it is."""
    if term := anonymous_in(_words_of(page)):
        messages.warning(
            request,
            _(
                "The page says “%(term)s”. Nobody can promise that: a code, a small "
                "group, a voice or their own words may show who somebody is. Say what "
                "is true instead: “We don't ask your name.”"
            )
            % {"term": term},
        )


def _words_of(page: Page) -> str:
    """Return what the page says: its title, and every text of its own kind."""
    texts = [page.title]
    for field in page._meta.local_fields:  # noqa: SLF001 - Django's public name for it
        if isinstance(field, StreamField):
            texts += field.get_searchable_content(getattr(page, field.name))
        elif isinstance(field, CharField | TextField):
            texts.append(str(getattr(page, field.name)))
    return "\n".join(texts)


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
