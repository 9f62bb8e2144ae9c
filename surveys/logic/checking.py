"""Looks a draft and its wordings through before they are published; pure."""

from collections.abc import Iterable

from surveys.logic.checking_paths import found_on_paths
from surveys.logic.checking_shape import found_in_media, found_in_shape
from surveys.logic.checking_words import found_in_words
from surveys.logic.compiling import compile_definition
from surveys.logic.drafts import Draft, Written
from surveys.logic.findings import Found, Standards


def found_in(
    draft: Draft, written: Iterable[Written], standards: Standards
) -> list[Found]:
    """Return what is to be mended or thought of again, in the order of the questions.

    What is about the whole survey comes first. Keys are looked at elsewhere
    (surveys.logic.keys), and so is what is not translated (surveys.logic.compiling).
    """
    definition = compile_definition(draft, written)
    place = {question.key: at for at, question in enumerate(draft.questions)}
    found = [
        *found_on_paths(draft, definition, standards),
        *found_in_shape(draft),
        *found_in_media(draft, definition),
        *found_in_words(draft, definition, standards),
    ]
    return sorted(found, key=lambda one: place.get(one.question, -1))
