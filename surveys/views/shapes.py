"""A picture or a sound of the questions, as a page shows or offers it."""

from dataclasses import dataclass
from typing import cast

from django.urls import reverse

from surveys.logic.definition import Picture, PlainSound, Sound


@dataclass(frozen=True, slots=True)
class Shape:
    """A picture or a sound as a page shows it."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    media_type: str = ""
    also: "Shape | None" = None
    """The same sound for devices that cannot play the first."""
    machine: bool = False


def picture_shape(picture: Picture | None) -> Shape | None:
    """Return a picture as a page shows it."""
    if picture is None:
        return None
    return Shape(
        url=reverse("surveys:medium", args=[picture["medium"]]),
        alt=picture["alt"],
        width=picture["width"],
        height=picture["height"],
    )


def sound_shape(sound: Sound | PlainSound | None) -> Shape | None:
    """Return a sound as a page offers it."""
    if sound is None:
        return None
    return Shape(
        url=reverse("surveys:medium", args=[sound["medium"]]),
        size=sound["size"],
        media_type=sound["media_type"],
        also=sound_shape(cast(PlainSound | None, sound.get("also"))),
        machine=bool(sound.get("machine")),
    )
