"""What a verdict says, in the language of the page; every figure as it was released."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.releases.logic.differences import Compared, compare, share_of_count
from voice.releases.logic.tables import Figure, QuestionTable
from voice.releases.presentation import (
    CellTable,
    ChartRow,
    group_words,
    tells_nothing,
    value_words,
    words_for,
)
from voice.replies.enums import PromiseState
from voice.replies.logic.asking_back import (
    BETTER,
    DIFFERENCE,
    KEPT,
    NO,
    PARTLY,
    SAME,
    WORSE,
    YES,
)
from voice.replies.logic.verdict import Frozen, Said, agree, row_of, said_of

ANSWERS: dict[str, dict[str, str | Lazy]] = {
    KEPT: {
        YES: gettext_lazy("Yes, you kept it"),
        PARTLY: gettext_lazy("Partly"),
        NO: gettext_lazy("No, you did not"),
    },
    DIFFERENCE: {
        BETTER: gettext_lazy("Yes, it is better for me"),
        SAME: gettext_lazy("No, nothing changed for me"),
        WORSE: gettext_lazy("Yes, it is worse for me"),
    },
}
QUESTIONS: dict[str, str | Lazy] = {
    KEPT: gettext_lazy("Did we keep this promise?"),
    DIFFERENCE: gettext_lazy("Did it change something for you?"),
}


def question_words(question: QuestionTable) -> str:
    """Return what was asked; a question that was asked again keeps its own words."""
    return str(QUESTIONS.get(question["key"], question["prompt"]))


def answer_words(question: QuestionTable, option: str) -> str:
    """Return what an answer is called; one asked again keeps its own words."""
    own = ANSWERS.get(question["key"], {})
    return str(own.get(option, row_of(question, option)["text"]))


def chart_rows(question: QuestionTable) -> list[ChartRow]:
    """Return a question as bars, or no bars where nothing of it may be told."""
    if tells_nothing(question):
        return []
    return [
        {
            "label": answer_words(question, row["key"]),
            "words": value_words(row),
            "share": row["share"],
        }
        for row in question["options"]
    ]


def by_band(question: QuestionTable) -> CellTable | None:
    """Return the answers by age band, where the release breaks them down by it."""
    table = next(
        (one for one in question["breakdowns"] if one["by"] == "age_band"), None
    )
    if table is None or not table["groups"]:
        return None
    cells = [
        {cell["option"]: words_for(cell["told"]) for cell in group["cells"]}
        for group in table["groups"]
    ]
    return {
        "caption": _("%(question)s By age") % {"question": question_words(question)},
        "head": [_("Answer"), *(group_words(table, one) for one in table["groups"])],
        "rows": [
            [
                answer_words(question, row["key"]),
                *(cell.get(row["key"], "") for cell in cells),
            ]
            for row in question["options"]
        ],
    }


def answered_words(answered: Figure) -> str:
    """Return how many answered; in words where only words are told."""
    if answered["code"] == "count":
        return _("About %(number)s young people from the same groups answered.") % {
            "number": answered["number"]
        }
    return _("Some young people from the same groups answered.")


def answered_then_words(frozen: Frozen) -> str:
    """Return how many had answered before the promise was made; "" where not told."""
    then = frozen.get("then")
    if then is None or then["answered"]["code"] != "count":
        return ""
    return _("Before the promise, about %(number)s had.") % {
        "number": then["answered"]["number"]
    }


def change_words(frozen: Frozen) -> str:
    """Return what may be said of the question that was asked again; "" where none was.

    Each answer is compared as rounds are, and all of them count as compared.
    """
    then, now = frozen.get("asked_then"), frozen.get("asked_now")
    if then is None or now is None:
        return ""
    said = [
        line
        for row in now["options"]
        if (line := _changed(row["text"], _compared(then, now, row["key"])))
    ]
    return " ".join(said) or _(
        "The numbers are too close, or too small, to say that anything changed."
    )


def _compared(then: QuestionTable, now: QuestionTable, option: str) -> Compared:
    """Return what may be said of one answer now beside then."""
    shares = [
        share_of_count(row_of(one, option)["count"], one["answered"])
        for one in (then, now)
    ]
    return compare(*shares, pairs=len(now["options"]))


def _changed(option: str, compared: Compared) -> str:
    """Return the sentence for one answer that more, or fewer, give now; or ""."""
    if compared == Compared.MORE:
        return _("A larger share says “%(option)s” now.") % {"option": option}
    if compared == Compared.FEWER:
        return _("A smaller share says “%(option)s” now.") % {"option": option}
    return ""


def in_short(frozen: Frozen) -> str:
    """Return the verdict in one sentence, with the figures that were released."""
    kept = frozen["kept"]
    if tells_nothing(kept):
        return _(
            "Too few young people from the same groups answered for anything to be told."
        )
    parts = [
        _("“%(answer)s” %(share)s")
        % {
            "answer": answer_words(kept, row["key"]),
            "share": _share(row["count"], row["percent"]),
        }
        for row in kept["options"]
    ]
    return _("Young people from the same groups say: %(answers)s.") % {
        "answers": " · ".join(parts)
    }


def _share(count: Figure, percent: Figure | None) -> str:
    """Return a share where one is told, otherwise what is told of the count."""
    return words_for(percent or count)


def beside_officers(frozen: Frozen, rating: str) -> str:
    """Return how the verdict and the officers' own rating stand to each other."""
    said = said_of(frozen)
    agrees = agree(said, rating)
    yes = row_of(frozen["kept"], YES)
    told = {
        "rating": PromiseState(rating).label,
        "yes": _share(yes["count"], yes["percent"]),
    }
    if agrees is None:
        return _not_said(said, rating)
    if agrees:
        return _("Officers and young people from the same groups say the same.")
    if said == Said.NOT_KEPT:
        return (
            _(
                "Officers say “%(rating)s”. Young people from the same groups do not: "
                "fewer than half of them say it was kept (%(yes)s)."
            )
            % told
        )
    return (
        _(
            "Officers say “%(rating)s”. Young people from the same groups see it "
            "better: more than half of them say it was kept (%(yes)s)."
        )
        % told
    )


def _not_said(said: Said, rating: str) -> str:
    """Return why nobody can say whether they agree."""
    if rating in {state.value for state in PromiseState.open()}:
        return _("Officers have not said yet whether it was kept.")
    if said == Said.NOT_TOLD:
        return _("Too few answered to put it beside what officers say.")
    return _(
        "The numbers are too close, or too few, to say whether young people agree "
        "with officers. Read both."
    )
