"""Says in words what changed between editions, and what that does to trends."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.enums import QuestionKind
from surveys.languages import band_name, language_name
from surveys.logic.changes import Change, Difference
from surveys.logic.comparing import Comparison, QuestionDifference, Trend, Why
from surveys.logic.condition_words import Names, names_in, shown_when
from surveys.logic.conditions import Condition
from surveys.logic.definition import ANY_BAND, Definition
from surveys.logic.drafts import OPTION
from voice.council.queries.bands import bands_called

TRENDS: dict[Trend, tuple[str, str | Promise]] = {
    Trend.BEGINS: ("not_started", gettext_lazy("A trend begins")),
    Trend.ENDS: ("done", gettext_lazy("The trend ends")),
    Trend.JOINED: ("good", gettext_lazy("The trend goes on")),
    Trend.BROKEN: ("bad", gettext_lazy("The trend breaks")),
}
MEANS: dict[Trend, str | Promise] = {
    Trend.BEGINS: gettext_lazy("There is nothing earlier to compare its numbers with."),
    Trend.ENDS: gettext_lazy(
        "What was answered so far still counts; nothing is added."
    ),
    Trend.JOINED: gettext_lazy(
        "Its numbers are joined with those of the edition before."
    ),
    Trend.BROKEN: gettext_lazy(
        "Its numbers cannot be joined. The next release counts only what is answered "
        "from this edition on; earlier releases stay as they are."
    ),
    Trend.NOT_COUNTED: gettext_lazy("Nothing is counted here, so no trend changes."),
}
WHY: dict[Why, str | Promise] = {
    Why.KIND: gettext_lazy("It is another kind of question."),
    Why.OPTIONS: gettext_lazy(
        "Its options are not the same. Put them back, or ask it as a new question and "
        "leave this one as it was."
    ),
    Why.ASKED_BEFORE: gettext_lazy(
        "An earlier edition asked it with the same options."
    ),
    Why.WORDS: gettext_lazy(
        "Its words or pictures are other than before. If it now asks something else, "
        "make it a new question."
    ),
    Why.WHO: gettext_lazy(
        "Other young people are asked it now: that alone can move the numbers."
    ),
    Why.CHOOSING: gettext_lazy(
        "It is chosen in another way: that alone can move the numbers."
    ),
    Why.WAYS_OUT: gettext_lazy(
        "“Not sure” or “prefer not to say” is offered otherwise: that alone can move "
        "the numbers."
    ),
}
PARTS: dict[str, str | Promise] = {
    "prompt": gettext_lazy("Question"),
    "help": gettext_lazy("Hint"),
    "low": gettext_lazy("0 means"),
    "high": gettext_lazy("10 means"),
    "title": gettext_lazy("Title"),
    "introduction": gettext_lazy("First words"),
    "thanks": gettext_lazy("Last words"),
    "support": gettext_lazy("Words of support"),
}
PLAIN: dict[Change, str | Promise] = {
    Change.OPTIONS_ORDER: gettext_lazy("The options stand in another order."),
    Change.MOST: gettext_lazy("Another number of options can be chosen."),
    Change.OTHER_ALONE: gettext_lazy(
        "“Other, please say” or “none of these” is not where it was."
    ),
    Change.WAYS_OUT: gettext_lazy(
        "“Not sure” or “prefer not to say” is offered otherwise."
    ),
    Change.DATE_PARTS: gettext_lazy("It asks for more or less of a date."),
    Change.SENSITIVE: gettext_lazy("The support message after it came or went."),
    Change.ORDER: gettext_lazy("The questions come in another order."),
    Change.KEEPS: gettext_lazy("What is written is kept for a shorter time."),
    Change.RESTS: gettext_lazy("The short rests came or went."),
    Change.ASSISTANT: gettext_lazy("The drawn guide came or went."),
}


@dataclass(frozen=True)
class Both:
    """What conditions of the earlier and of the later edition call things."""

    before: Names
    after: Names


@dataclass(frozen=True)
class ToldChange:
    """One change in words; `before` and `after` when there are two to show."""

    what: str
    before: str = ""
    after: str = ""
    language: str = ""


@dataclass(frozen=True)
class ToldQuestion:
    """One question that is other than before, in words."""

    prompt: str
    state: str
    changes: list[ToldChange]
    trend: str
    trend_kind: str
    means: str
    why: list[str]


@dataclass(frozen=True)
class ToldComparison:
    """A whole comparison in words."""

    survey: list[ToldChange]
    questions: list[ToldQuestion]
    comparison: Comparison

    @property
    def broken(self) -> int:
        """Return how many trends break."""
        return self.comparison.with_trend(Trend.BROKEN)

    @property
    def joined(self) -> int:
        """Return how many changed questions keep their trend."""
        return self.comparison.with_trend(Trend.JOINED)


def told(
    comparison: Comparison, *, before: Definition, after: Definition
) -> ToldComparison:
    """Return the `comparison` of two editions in words, in the language in use."""
    names = Both(_names(before), _names(after))
    return ToldComparison(
        survey=[_change(one, names) for one in comparison.survey],
        questions=[_question(one, names) for one in comparison.questions],
        comparison=comparison,
    )


def _names(definition: Definition) -> Names:
    """Return what conditions of an edition call things, in its first language."""
    return names_in(
        definition,
        language=definition["languages"][0],
        age_band=ANY_BAND,
        bands=bands_called(definition["age_bands"]),
        languages={code: str(language_name(code)) for code in definition["languages"]},
    )


def _question(question: QuestionDifference, names: Both) -> ToldQuestion:
    """Return one question in words."""
    kind, name = TRENDS.get(question.trend, ("", ""))
    state = _("Changed")
    if question.is_added:
        state = _("Added")
    elif question.is_removed:
        state = _("Taken out")
    added = {Change.ADDED, Change.REMOVED}
    return ToldQuestion(
        prompt=question.prompt,
        state=state,
        changes=[
            _change(d, names) for d in question.differences if d.change not in added
        ],
        trend=str(name),
        trend_kind=kind,
        means=str(MEANS[question.trend]),
        why=[str(WHY[why]) for why in question.why],
    )


def _change(difference: Difference, names: Both) -> ToldChange:
    """Return one difference in words."""
    before, after = difference.before, difference.after
    match difference.change:
        case Change.REWORDED:
            return ToldChange(
                _place(difference), str(before), str(after), difference.language
            )
        case Change.PICTURE:
            return _came_or_went(
                difference,
                _("New picture"),
                _("Picture taken away"),
                _("Other picture"),
            )
        case Change.SOUND:
            return _came_or_went(
                difference,
                _("New recording"),
                _("Recording taken away"),
                _("Other recording"),
            )
        case Change.KIND:
            kinds = (str(QuestionKind(str(kind)).label) for kind in (before, after))
            return ToldChange(_("Kind"), *kinds)
        case Change.SHOWN_WHEN:
            return ToldChange(
                _("When it is shown"),
                _shown(before, names.before),
                _shown(after, names.after),
            )
        case Change.ASKED_OF:
            return ToldChange(_("Asked of"), _bands(before), _bands(after))
    return ToldChange(_sentence(difference))


def _shown(held: object, names: Names) -> str:
    """Return a condition in words; without one it is always shown."""
    condition: Condition | None = held[0] if isinstance(held, list) else None
    if condition is None:
        return _("always")
    return shown_when(condition, names=names)


def _sentence(difference: Difference) -> str:
    """Return a change that one sentence says."""
    before, after = str(difference.before), str(difference.after)
    match difference.change:
        case Change.OPTION_ADDED:
            return _("New option: “%(words)s”.") % {"words": after}
        case Change.OPTION_REMOVED:
            return _("Option taken out: “%(words)s”.") % {"words": before}
        case Change.LANGUAGE_ADDED:
            return _("%(language)s is new.") % {"language": language_name(after)}
        case Change.LANGUAGE_REMOVED:
            return _("It is no longer asked in %(language)s.") % {
                "language": language_name(before)
            }
        case Change.BAND_ADDED:
            return _("Young people of %(band)s are asked too.") % {
                "band": band_name(after)
            }
        case Change.BAND_REMOVED:
            return _("Young people of %(band)s are no longer asked.") % {
                "band": band_name(before)
            }
    return str(PLAIN[difference.change])


def _place(difference: Difference) -> str:
    """Return which words they are: the part, and of whom where not everybody's."""
    part = difference.part
    words = [_("Option") if part.startswith(OPTION) else str(PARTS[part])]
    words.append(str(language_name(difference.language)))
    if difference.age_band:
        words.append(band_name(difference.age_band))
    return ", ".join(words)


def _came_or_went(
    difference: Difference, new: str, gone: str, other: str
) -> ToldChange:
    """Return what became of a picture or a recording, and where."""
    said = other
    if not difference.before:
        said = new
    elif not difference.after:
        said = gone
    return ToldChange(f"{said}: {_place(difference)}")


def _bands(bands: object) -> str:
    """Return which age bands are asked; none named means every age."""
    named = bands[0] if isinstance(bands, list) and bands[0] else [""]
    return ", ".join(band_name(band) for band in named)
