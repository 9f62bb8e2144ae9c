"""Files editors upload: films, their captions, and posters as PDF; nothing else.

Each is known by what is in it, not by its name (R23). A film loses the places and names
a telephone wrote into it (R24).
"""

from pathlib import PurePath
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from cms.logic.captions import is_captions
from cms.logic.films import FILMS, film_type, is_plain_pdf
from surveys.logic.sound_tags import without_tags

MB = 1024 * 1024
# The longest file of each ending, in bytes.
LONGEST = {"pdf": 10 * MB, "mp4": 50 * MB, "webm": 50 * MB, "vtt": MB // 4}


class CleanDocumentForm(BaseDocumentForm):
    """Wagtail's form for a document; what is stored is what it says it is."""

    def clean_file(self) -> object:
        """Return the new file cleaned, or the stored one as it is."""
        file = self.cleaned_data.get("file")
        if not isinstance(file, UploadedFile):
            return file
        return cleaned_file(file, title=self.cleaned_data.get("title") or "")


def cleaned_file(file: UploadedFile, *, title: str) -> ContentFile:
    """Return the file as it may be kept, called by its title.

    Raises ValidationError when it is too long, or not what its ending says.
    """
    ending = PurePath(file.name or "").suffix.lower().lstrip(".")
    if ending not in LONGEST:
        raise ValidationError(_("Only PDF, MP4, WebM and WebVTT files can be kept."))
    if (file.size or 0) > LONGEST[ending]:
        raise ValidationError(_("This file is too long. Make it smaller first."))
    file.seek(0)
    content = file.read()
    if not _is_what_it_says(content, ending):
        raise ValidationError(_WRONG[ending]())
    if ending == "mp4":
        content = without_tags(content, "audio/mp4")
    name = slugify(title) or uuid4().hex
    return ContentFile(content, name=f"{name}.{ending}")


def _is_what_it_says(content: bytes, ending: str) -> bool:
    """Say whether the content is of the kind its ending promises."""
    if ending == "pdf":
        return is_plain_pdf(content)
    if ending == "vtt":
        return is_captions(_text(content))
    return film_type(content) == FILMS[ending]


def _text(content: bytes) -> str:
    """Return the text; empty when it is not UTF-8, as WebVTT must be."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return ""


_WRONG = {
    "pdf": lambda: _("This is no PDF, or one with a program or another file in it."),
    "mp4": lambda: _("This is no MP4 film."),
    "webm": lambda: _("This is no WebM film."),
    "vtt": lambda: _(
        "These are no captions: a WebVTT file begins with WEBVTT, and each caption "
        "has the time it begins and a later time when it ends."
    ),
}
