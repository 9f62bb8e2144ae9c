"""The shape in which the story tells what is asked."""

from typing import NamedTuple

from surveys.enums import Mode, QuestionKind


class ToldQuestion(NamedTuple):
    """A question: English first, Urdu second; options as key: (English, Urdu).

    `weights` say how often each option (or each number of a scale) is chosen
    in the invented responses; `decision` is what the answers inform, `key_theme` the
    number of the key theme of the Statement it asks about.
    """

    kind: QuestionKind
    key: str
    prompt: tuple[str, str]
    help: tuple[str, str] = ("", "")
    options: dict[str, tuple[str, str]] = {}
    low: tuple[str, str] = ("", "")
    high: tuple[str, str] = ("", "")
    weights: tuple[int, ...] = ()
    decision: str = ""
    key_theme: int = 0


class ToldSurvey(NamedTuple):
    """A survey of the story; `run_by` names who runs it beside whoever makes it.

    `spoken` says that a machine reads its English aloud, and a worker kept that.
    """

    slug: str
    consultation: str
    title: tuple[str, str]
    introduction: tuple[str, str]
    thanks: tuple[str, str]
    mode: Mode
    age_bands: tuple[str, ...]
    band_weights: tuple[int, ...]
    questions: tuple[ToldQuestion, ...]
    assistant: bool = False
    spoken: bool = False
    run_by: tuple[str, ...] = ("worker2",)
