"""Looks through the questions themselves: their order, and what they lack; pure."""

from collections.abc import Iterator

from surveys.enums import QuestionKind
from surveys.logic.compiling import bands_asked
from surveys.logic.definition import Definition
from surveys.logic.drafts import Draft, DraftQuestion
from surveys.logic.findings import MOST_ABOUT_THEM, Code, Found


def found_in_shape(draft: Draft) -> Iterator[Found]:
    """Give what the questions lack, and what is wrong with their order."""
    yield from _who_they_are(draft)
    yield from _sensitive(draft)
    for question in draft.questions:
        yield from _question(question)


def questions_for(draft: Draft, band: str) -> list[DraftQuestion]:
    """Return the questions that may be asked of `band`; messages and rests are none."""
    return [
        question
        for question in draft.questions
        if question.kind not in QuestionKind.silent()
        and (not question.age_bands or band in bands_asked(draft, question))
    ]


def found_in_media(draft: Draft, definition: Definition) -> Iterator[Found]:
    """Give pictures that nobody describes, and what nobody has recorded."""
    for language in draft.languages:
        for question in definition["questions"]:
            pictures: dict[str, set[str]] = {}
            for words in question["wordings"][language].values():
                for part, picture in words.get("pictures", {}).items():
                    pictures.setdefault(part, set()).add(picture["alt"].strip())
            for part, alts in pictures.items():
                if "" in alts:
                    yield Found(
                        Code.NO_ALT, question["key"], language, facts={"part": part}
                    )
        yield from _unspoken(draft, definition, language)


def _unspoken(draft: Draft, definition: Definition, language: str) -> Iterator[Found]:
    """Give how many parts of the questions nobody has recorded in a language."""
    missing = all_parts = 0
    for question in definition["questions"]:
        words = question["wordings"][language][""]
        texts = {"prompt": words["prompt"], "help": words["help"]}
        texts |= {f"option.{key}": text for key, text in words["options"].items()}
        spoken = words.get("sounds", {})
        parts = [part for part, text in texts.items() if text]
        all_parts += len(parts)
        missing += sum(part not in spoken for part in parts)
    if missing:
        facts = {"missing": missing, "parts": all_parts}
        yield Found(Code.NO_SOUND, "", language, facts=facts)


def _who_they_are(draft: Draft) -> Iterator[Found]:
    """Give the bands that are asked too much of who they are."""
    for band in draft.age_bands:
        about = [q for q in questions_for(draft, band) if q.about_them]
        if len(about) > MOST_ABOUT_THEM:
            facts = {"count": len(about), "most": MOST_ABOUT_THEM}
            yield Found(Code.ABOUT_THEM, about[-1].key, bands=(band,), facts=facts)


def _sensitive(draft: Draft) -> Iterator[Found]:
    """Give sensitive questions that come first or last for some band, and no support."""
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for band in draft.age_bands:
        asked = questions_for(draft, band)
        if asked and asked[0].sensitive:
            first.setdefault(asked[0].key, []).append(band)
        if asked and asked[-1].sensitive:
            last.setdefault(asked[-1].key, []).append(band)
    for code, found in ((Code.SENSITIVE_FIRST, first), (Code.SENSITIVE_LAST, last)):
        for key, bands in found.items():
            yield Found(code, key, bands=tuple(bands))
    if any(q.sensitive for q in draft.questions) and not draft.support.strip():
        yield Found(Code.NO_SUPPORT)


def _question(question: DraftQuestion) -> Iterator[Found]:
    """Give what one question lacks."""
    if question.kind in QuestionKind.silent():
        return
    if not question.decision.strip():
        yield Found(Code.NO_DECISION, question.key)
    if _lacks_words(question):
        yield Found(Code.SCALE_WITHOUT_WORDS, question.key)


def _lacks_words(question: DraftQuestion) -> bool:
    """Say whether some point of a scale that needs a word has none."""
    if question.kind == QuestionKind.SCALE:
        return not (question.low.strip() and question.high.strip())
    graded = question.kind in QuestionKind.graded()
    return graded and not all(option.text.strip() for option in question.options)
