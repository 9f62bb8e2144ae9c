"""Where higher apps register how far a consultation has come, stage by stage.

Reading, themes, the board, the reply and its promises lie above surveys; a receipt
tells of them. Each function is told a consultation and a language and nothing else:
what it returns can never be about one response.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from surveys.models import Consultation


class Travelled(TextChoices):
    """How far one stage of a consultation has come."""

    LATER = "later", gettext_lazy("Not yet")
    NOW = "now", gettext_lazy("Happening now")
    DONE = "done", gettext_lazy("Done")


class Stage(TextChoices):
    """The stages of a consultation that a receipt tells, in their order."""

    SENT = "sent", gettext_lazy("You and others tell us")
    READ = "read", gettext_lazy("People read it")
    HEARD = "heard", gettext_lazy("What we are hearing")
    BOARD = "board", gettext_lazy("In front of the people who decide")
    DECIDED = "decided", gettext_lazy("What was decided")
    PROMISED = "promised", gettext_lazy("Our answer, and what we promise")
    KEPT = "kept", gettext_lazy("Did we keep it?")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a stage tells: words, and how they stand, in short, before them.

    `words` and `why` are in `language`, or in the page's where that is empty; `standing`
    and `note` are in the page's. `is_bad` says that we did not do what we said.
    """

    words: str
    language: str = ""
    standing: str = ""
    is_bad: bool = False
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """How far a stage has come; when, in words; what of it can be told by now.

    Without `when` it says when it will be, from the day our answer is due.
    """

    travelled: Travelled
    when: str = ""
    lines: tuple[Line, ...] = ()
    is_late: bool = False


HowFar = Callable[["Consultation", str], Told]
ORDER = (Travelled.LATER, Travelled.NOW, Travelled.DONE)
BEFORE_THE_ANSWER = frozenset({Stage.HEARD, Stage.BOARD, Stage.DECIDED})
_registered: dict[tuple[Stage, str], HowFar] = {}


def register(stage: Stage, name: str, how_far: HowFar) -> None:
    """Have `how_far` asked how far a consultation has come in one stage, in a language.

    Where several apps know of a stage, the furthest is told, with the lines of all.
    """
    _registered[stage, name] = how_far


def travelled(consultation: "Consultation", language: str) -> dict[Stage, Told]:
    """Return every stage, in order, and what is told of it in `language`."""
    found = {stage: Told(Travelled.LATER) for stage in Stage}
    with translation.override(language):
        for (stage, _name), how_far in sorted(_registered.items()):
            told = how_far(consultation, language)
            found[stage] = _both(found[stage], told)
        is_answered = found[Stage.PROMISED].travelled == Travelled.DONE
        if is_answered:
            return found
        return {
            stage: _expected(told, consultation) if stage in BEFORE_THE_ANSWER else told
            for stage, told in found.items()
        }


def _both(before: Told, told: Told) -> Told:
    """Return the further of two tellings of a stage, with the lines of both."""
    further = max(
        before, told, key=lambda one: (ORDER.index(one.travelled), one.when > "")
    )
    return replace(further, lines=before.lines + told.lines)


def _expected(told: Told, consultation: "Consultation") -> Told:
    """Return `told` with when it will be, where it has not happened and says nothing."""
    if told.travelled == Travelled.DONE or told.when:
        return told
    day = consultation.owed_by
    said = {"day": date_format(day, "DATE_FORMAT")}
    if day < timezone.localdate():
        when = _("Not yet. It should have been by %(day)s.") % said
        return replace(told, when=when, is_late=True)
    return replace(told, when=_("By %(day)s, when we answer.") % said)
