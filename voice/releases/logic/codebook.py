"""The shape of the codebook that a release keeps: what people meant by each theme."""

from typing import TypedDict


class KeptTheme(TypedDict):
    """One theme as it was worded; `parent` is the guid of what it was part of."""

    guid: str
    key: str
    name: str
    sentence: str
    include: str
    exclude: str
    example: str
    colour: str
    kind: str
    state: str
    heard_from_few: bool
    parent: str


class KeptCodebook(TypedDict):
    """A codebook with the themes that were in use, fall-backs last."""

    guid: str
    title: str
    themes: list[KeptTheme]
