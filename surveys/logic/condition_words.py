"""Says a condition in words, as "shown when “Do you have a social worker?” is Yes"; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.condition_terms import ConditionWords
from surveys.enums import HelpedBy
from surveys.logic.conditions import Asked, Condition, Known
from surveys.logic.definition import Definition, question_words
from surveys.logic.drafts import Draft
from surveys.logic.piping import plainly


@dataclass(frozen=True)
class Names:
    """What people call what a condition is about; a key stands for itself if not here.

    `options` go by question and option key; `bands` and `languages` by theirs.
    """

    questions: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)
    bands: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)


def names_of(
    draft: Draft,
    *,
    bands: Mapping[str, str] | None = None,
    languages: Mapping[str, str] | None = None,
) -> Names:
    """Return what things are called in the base words of `draft`."""
    return Names(
        questions={one.key: plainly(one.prompt) for one in draft.questions},
        options={
            (one.key, option.key): plainly(option.text)
            for one in draft.questions
            for option in one.options
        },
        bands=bands or {},
        languages=languages or {},
    )


def names_in(
    definition: Definition,
    *,
    language: str,
    age_band: str,
    bands: Mapping[str, str] | None = None,
    languages: Mapping[str, str] | None = None,
) -> Names:
    """Return what things are called by one age band in one language of an edition."""
    words = {
        one["key"]: question_words(one, language=language, age_band=age_band)
        for one in definition["questions"]
    }
    return Names(
        questions={key: plainly(one["prompt"]) for key, one in words.items()},
        options={
            (key, option): plainly(text)
            for key, one in words.items()
            for option, text in one["options"].items()
        },
        bands=bands or {},
        languages=languages or {},
    )


def shown_when(condition: Condition, *, names: Names) -> str:
    """Return when a question is shown, as words that stand under it."""
    said = in_words(condition, names=names)
    return str(ConditionWords.SHOWN.label) % {"condition": said}


def in_words(condition: Condition, *, names: Names) -> str:
    """Return `condition` in words of the language in use, without a full stop."""
    if "all" in condition:
        return _joined(condition["all"], names, ConditionWords.AND)
    if "any" in condition:
        return _joined(condition["any"], names, ConditionWords.OR)
    if "none" in condition:
        parts = condition["none"]
        if not parts:
            return str(ConditionWords.ALWAYS.label)
        said = _joined(parts, names, ConditionWords.OR)
        return str(ConditionWords.NOT.label) % {"condition": said}
    if "about" in condition:
        return _of_who_answers(condition, names)
    return _of_a_question(condition, names)


def _joined(parts: list[Condition], names: Names, joint: ConditionWords) -> str:
    """Return the parts in words; those of several parts in brackets among others."""
    if not parts:
        return str(
            ConditionWords.ALWAYS.label
            if joint == ConditionWords.AND
            else ConditionWords.NEVER.label
        )
    if len(parts) == 1:
        return in_words(parts[0], names=names)
    return str(joint.label).join(
        f"({said})" if "all" in one or "any" in one or "none" in one else said
        for one in parts
        for said in [in_words(one, names=names)]
    )


def _of_who_answers(test: Known, names: Names) -> str:
    """Return a test of age band, language or helper in words."""
    value = test["value"]
    called = {
        "age_band": names.bands.get(value, value.replace("-", "–")),
        "language": names.languages.get(value, value),
        "helper": dict(HelpedBy.choices).get(value, value),
    }
    sentence = ConditionWords(f"{test['about']}_{test['operator']}").label
    return str(sentence) % {"value": called[test["about"]]}


def _of_a_question(test: Asked, names: Names) -> str:
    """Return a test of an earlier answer in words."""
    key, value = test["question"], str(test["value"])
    return str(ConditionWords(test["operator"]).label) % {
        "question": names.questions.get(key, key),
        "value": names.options.get((key, value), value),
    }
