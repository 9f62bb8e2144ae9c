"""When a question is shown: conditions on what was said before; pure.

A condition is what JSON can hold, so that it lives in an edition's definition.
"""

from typing import Literal, TypedDict

Operator = Literal["is", "is_not", "includes", "at_least", "at_most", "answered"]
About = Literal["age_band", "language", "helper"]


class Asked(TypedDict):
    """A test of an earlier answer; `answered` asks for no `value` and holds ""."""

    question: str
    operator: Operator
    value: str | int


class Known(TypedDict):
    """A test of who answers: of age band, language, or who helps (HelpedBy)."""

    about: About
    operator: Literal["is", "is_not"]
    value: str


class AllOf(TypedDict):
    """True when every part is; of no parts, true."""

    all: list["Condition"]


class AnyOf(TypedDict):
    """True when some part is; of no parts, false."""

    any: list["Condition"]


class NoneOf(TypedDict):
    """True when not one part is: the "not" of one part or of many."""

    none: list["Condition"]


Condition = Asked | Known | AllOf | AnyOf | NoneOf
