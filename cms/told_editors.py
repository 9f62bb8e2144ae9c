"""What an editor is told of a page, in sentences."""

from collections.abc import Iterator

from django.db.models import CharField, TextField
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.logic.reading import Reads


def words_of(page: Page) -> str:
    """Return what the page says: its title, and every text of its own kind."""
    texts = [page.title]
    for field in page._meta.local_fields:  # noqa: SLF001 - Django's public name for it
        if isinstance(field, StreamField):
            texts += field.get_searchable_content(getattr(page, field.name))
        elif isinstance(field, CharField | TextField):
            texts.append(str(getattr(page, field.name)))
    return "\n".join(texts)


def gone_from(page: Page) -> Iterator[str]:
    """Give what each block is called whose choice may not be shown any more."""
    for field in page._meta.local_fields:  # noqa: SLF001 - Django's public name for it
        if not isinstance(field, StreamField):
            continue
        for child in getattr(page, field.name):
            is_gone = getattr(child.block, "is_gone", None)
            if is_gone and is_gone(child.value):
                yield str(child.block.label)


def reading_words(reads: Reads) -> str:
    """Return in sentences how the page reads; empty when there is nothing to say."""
    said = []
    if reads.age is not None:
        said.append(_("It reads easily from about age %(age)d.") % {"age": reads.age})
    if reads.is_hard:
        said.append(
            _("Aim for %(age)d: shorter sentences, everyday words.")
            % {"age": reads.aim}
        )
    if reads.longest:
        said.append(
            _("This sentence is long: “%(sentence)s”")
            % {"sentence": " ".join(reads.longest.split()[:12]) + "…"}
        )
    if reads.jargon:
        words = "; ".join(_instead(*term) for term in reads.jargon.items())
        said.append(_("Words that only workers use: %(words)s.") % {"words": words})
    return " ".join(said)


def _instead(term: str, instead: str) -> str:
    """Return a worker's word, and what to say instead where that is known."""
    if not instead:
        return f"“{term}”"
    return _("“%(term)s” (say: %(instead)s)") % {"term": term, "instead": instead}
