"""Copies a question from the library into a draft, with all its wordings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.drafting.building import question_block
from surveys.drafting.reading import draft_of
from surveys.logic.conditions import questions_in
from surveys.logic.definition import Definition, Sound
from surveys.logic.drafts import DraftQuestion, Written
from surveys.logic.exchange import drafted
from surveys.logic.keys import propose_key
from surveys.logic.piping import plainly
from surveys.models import Question, Survey, Wording
from surveys.queries.library import worded
from surveys.queries.opening import is_archived
from surveys.ready import pack_named
from voice.accounts.models import User
from voice.audit.domain.record import record

Recorded = tuple[str, str, str, str]
"""A part, a band, a language, and the recording that is heard there."""


class CannotCopy(Exception):
    """The question cannot be copied there; `sentence` says why, for people."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class CopiedQuestion:
    """What became of a copy: its key, and whether its condition had to stay behind."""

    key: str
    lost_condition: bool


@transaction.atomic
def copy_question(question: Question, *, into: Survey, by: User) -> CopiedQuestion:
    """Put `question`, as last published, at the end of the newest draft of `into`.

    Its wordings, pictures and recordings come along. Left behind: a condition on other
    questions, earlier answers put into its words (what stands there without them
    stays), the decision it was to inform, and age bands that `into` does not ask.
    Raises CannotCopy.
    """
    into = Survey.objects.select_for_update().get(pk=into.pk)
    found = worded(question)
    draft, written = drafted(_alone(found.edition.definition, question.key))
    (original,) = draft.questions
    _refuse(original, into, by)
    newest = into.get_latest_revision_as_object()
    key = _free_key(original, newest)
    copy = _for(original, key=key, bands=newest.age_bands)
    newest.questions = [
        *newest.questions.get_prep_value(),
        question_block(copy),
    ]
    if not newest.live:
        newest.save()
    newest.save_revision(user=by, clean=False)
    recorded = _recorded(question)
    # Words of a question that was once in the draft under the same key.
    into.wordings.filter(key=key).delete()
    rows = [
        _row(into, one, key, recorded) for one in written if one.key == question.key
    ]
    Wording.objects.bulk_create(row for row in rows if row.holds_something)
    record("surveys.copy_question", of=into, by=by, question=question.pk, key=key)
    return CopiedQuestion(key, bool(original.show_if) and not copy.show_if)


def _alone(definition: Definition, key: str) -> Definition:
    """Return `definition` with this one question."""
    asked = [one for one in definition["questions"] if one["key"] == key]
    return {**definition, "questions": asked}


def _refuse(question: DraftQuestion, into: Survey, by: User) -> None:
    """Raise CannotCopy for a part of an instrument, or a draft nobody may change now."""
    pack = pack_named(question.pack) if question.pack else None
    if pack and pack.pack and pack.pack.is_locked:
        raise CannotCopy(
            _("It is part of “%(pack)s”, which is only taken whole.")
            % {"pack": pack.draft.title}
        )
    if is_archived(into):
        raise CannotCopy(
            _("That survey is archived. Take it out of the archive first.")
        )
    lock = into.get_lock()
    if lock is not None and lock.for_user(by):
        raise CannotCopy(_("That survey is locked. Ask whoever locked it."))


def _free_key(question: DraftQuestion, newest: Survey) -> str:
    """Return the question's key, or one like it that the draft has not used yet."""
    used = {one.key for one in draft_of(newest).questions}
    used |= set(newest.published_kinds)
    if question.key not in used:
        return question.key
    return propose_key(question.key, taken=used, otherwise="question")


def _for(question: DraftQuestion, *, key: str, bands: list[str]) -> DraftQuestion:
    """Return `question` as another survey can ask it."""
    alone = not questions_in(question.show_if)
    return replace(
        question,
        key=key,
        prompt=plainly(question.prompt),
        help=plainly(question.help),
        low=plainly(question.low),
        high=plainly(question.high),
        options=tuple(
            replace(option, text=plainly(option.text)) for option in question.options
        ),
        age_bands=tuple(band for band in question.age_bands if band in bands),
        show_if=question.show_if if alone else None,
        decision="",
    )


def _recorded(question: Question) -> dict[Recorded, Wording]:
    """Return the wordings of `question` with a recording, by where it is heard."""
    rows = question.survey.wordings.filter(key=question.key).exclude(sound=None)
    return {
        (row.part, row.age_band, row.language, str(row.sound_id)): row for row in rows
    }


def _heard(
    one: Written, sound: Sound, recorded: Mapping[Recorded, Wording]
) -> dict[str, Any]:
    """Return the columns of one recording, as a copy of the question has it."""
    row = recorded.get((one.part, one.age_band, one.language, sound["medium"]))
    if sound.get("machine") and row is None:
        return {}
    heard: dict[str, Any] = {
        "sound_id": sound["medium"],
        "said": plainly((row and row.said) or one.text or one.base),
    }
    if row and sound.get("machine"):
        heard |= {
            "made_by": row.made_by,
            "kept_by_id": row.kept_by_id,
            "kept_at": row.kept_at,
            "sound_also_id": row.sound_also_id,
        }
    return heard


def _row(
    survey: Survey, one: Written, key: str, recorded: Mapping[Recorded, Wording]
) -> Wording:
    """Return one wording as a row of `survey`; its recording says what was `recorded`.

    One that has been recorded again since says the words it was published with; a
    machine's voice comes along only while it is known who kept it.
    """
    shown: dict[str, Any] = {}
    if one.picture:
        shown |= {
            "picture_id": one.picture["medium"],
            "picture_alt": one.picture["alt"],
        }
    if one.sound:
        shown |= _heard(one, one.sound, recorded)
    return Wording(
        survey=survey,
        key=key,
        part=one.part,
        age_band=one.age_band,
        language=one.language,
        text=plainly(one.text),
        base=plainly(one.base),
        **shown,
    )
