"""Looks a draft and its wordings through before they are published; pure."""

from surveys.logic.checking_paths import found_on_paths
from surveys.logic.checking_shape import found_in_media, found_in_shape
from surveys.logic.checking_words import found_in_words
from surveys.logic.definition import Definition
from surveys.logic.drafts import Draft
from surveys.logic.findings import Found, Standards


def found_in(draft: Draft, definition: Definition, standards: Standards) -> list[Found]:
    """Return what is to be mended or thought of again, in the order of the questions.

    `definition` is the draft compiled. What is about the whole survey comes first.
    Keys, conditions and what is not translated are looked at elsewhere
    (surveys.logic.keys, condition_troubles and compiling).
    """
    place = {question.key: at for at, question in enumerate(draft.questions)}
    found = [
        *found_on_paths(draft, definition, standards),
        *found_in_shape(draft),
        *found_in_media(draft, definition),
        *found_in_words(draft, definition, standards),
    ]
    return sorted(found, key=lambda one: place.get(one.question, -1))
