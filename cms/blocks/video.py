"""A film of our own, with captions or the words said in it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks.telling import Context, language_of
from cms.blocks.text import TextBlock
from cms.logic.films import FILMS
from surveys.drafting.blocks import PlainBlock


class FileBlock(DocumentChooserBlock):
    """A file of our own of certain kinds."""

    def __init__(self, endings: frozenset[str], **options: Any) -> None:
        """Accept files that end so; what is in them was looked at when they came."""
        self.endings = endings
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """Return the file; raises ValidationError for one of another kind."""
        cleaned = super().clean(value)
        if cleaned and cleaned.file_extension.lower() not in self.endings:
            raise ValidationError(
                gettext("Choose a file that ends in: %(endings)s")
                % {"endings": ", ".join(sorted(self.endings))}
            )
        return cleaned


class VideoBlock(blocks.StructBlock):
    """A film; nothing of it is fetched until somebody plays it."""

    title = PlainBlock(max_length=120, label=_("What the film is called"))
    film = FileBlock(frozenset(FILMS), label=_("Film (MP4 or WebM)"))
    still = ImageChooserBlock(required=False, label=_("Picture shown before it plays"))
    captions = FileBlock(
        frozenset({"vtt"}), required=False, label=_("Captions (WebVTT)")
    )
    captions_in = blocks.ChoiceBlock(
        choices=settings.LANGUAGES,
        required=False,
        search_index=False,
        label=_("Language of the captions"),
        help_text=_("Empty: the language of the page."),
    )
    transcript = TextBlock(required=False, label=_("The words said in it"))

    def clean(self, value: Any) -> Any:
        """Return the value; raises when those who cannot hear it get nothing."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (
            cleaned.get("captions") or cleaned.get("transcript")
        ):
            sentence = gettext(
                "Add captions, or the words said in it: some cannot hear it."
            )
            raise StructBlockValidationError({"captions": ValidationError(sentence)})
        return cleaned

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the film's media type and size, and what its captions are in."""
        context = super().get_context(value, parent_context=parent_context)
        film = value.get("film")
        if film is not None:
            context["film_type"] = FILMS.get(film.file_extension.lower(), "")
            context["film_size"] = film.get_file_size() or 0
        code = value.get("captions_in") or language_of(parent_context)
        context["captions_in"] = code
        context["captions_name"] = dict(settings.LANGUAGES).get(code, code)
        return context

    class Meta:
        """How it is offered and shown."""

        icon = "media"
        label = _("Film")
        template = "cms/blocks/video.html"
