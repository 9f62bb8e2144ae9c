"""Pictures editors upload: only what a browser shows, and nothing of where it was taken."""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

from voice.pictures import open_picture

# What Pillow calls a format: how its file name ends. Wagtail's field has refused
# other formats, and more than 20 million pixels, from the header alone.
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def without_metadata(file: UploadedFile) -> ContentFile:
    """Return the picture drawn afresh, under a random name.

    Camera, place, author, thumbnail and colour profile stay behind (R24); the
    camera's rotation is carried out first, as nothing else would remember it.
    """
    file.seek(0)
    with open_picture(file) as picture:
        kind = picture.format or "PNG"
        upright = ImageOps.exif_transpose(picture)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        plain = Image.new(mode, upright.size)
        plain.paste(upright.convert(mode))
        drawn = BytesIO()
        plain.save(drawn, format=kind, quality=88)
    return ContentFile(drawn.getvalue(), name=f"{uuid4().hex}.{ENDINGS[kind]}")


class CleanImageForm(BaseImageForm):
    """Wagtail's form for a picture; the original is stored without its metadata."""

    def clean_file(self) -> object:
        """Return the new picture cleaned, or the stored one as it is."""
        file = self.cleaned_data.get("file")
        return without_metadata(file) if isinstance(file, UploadedFile) else file
