"""Opens pictures that others send, whole ones only, whatever else this process loaded."""

from typing import IO

from PIL import Image, ImageFile


def open_picture(
    file: IO[bytes], *, formats: tuple[str, ...] | None = None
) -> Image.Image:
    """Return the picture in `file`, its header read; PIL raises what it raises.

    WeasyPrint, once loaded, has Pillow take pictures that were cut short, and pass over
    the limits of what a PNG unpacks to; papers need neither, and a reader must refuse.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return Image.open(file, formats=formats)
