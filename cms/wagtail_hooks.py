"""What an editor is told after a page is kept."""

from django.contrib import messages
from django.db.models import CharField, TextField
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.models import Page

from surveys.logic.anonymous import anonymous_in


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
