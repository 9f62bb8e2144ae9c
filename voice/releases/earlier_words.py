"""What the sheet of an earlier round says, and what may be wrong with one, in sentences."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.logic.grid import GridTrouble
from voice.releases.logic.earlier_sheet import ANSWERED, WROTE
from voice.releases.logic.round_trouble import MOST_TOLD, RowError, Trouble

FILES: dict[GridTrouble, str | Promise] = {
    GridTrouble.TOO_LONG: gettext_lazy(
        "The file is too large: more than 5 MB, or far more rows than a round has."
    ),
    GridTrouble.UNREADABLE: gettext_lazy(
        "That is not a spreadsheet (XLSX) or a CSV file we can read. Save it again as "
        "one of these."
    ),
    GridTrouble.EMPTY: gettext_lazy("The file is empty."),
}

SENTENCES: dict[Trouble, str | Promise] = {
    Trouble.NOT_OURS: gettext_lazy(
        "We do not know this file. Take the sheet out here and fill it in, or bring an "
        "export whose columns are headed with the questions exactly as asked here."
    ),
    Trouble.OTHER_SURVEY: gettext_lazy(
        "This sheet is of another survey: “%(said)s”. Take the one of this survey out."
    ),
    Trouble.NOTHING: gettext_lazy(
        "No number is filled in. Fill in at least one question, or the themes."
    ),
    Trouble.UNKNOWN_KEY: gettext_lazy(
        "“%(said)s” is nothing this survey asks. Leave the first column as it was, and "
        "no row between."
    ),
    Trouble.TWICE: gettext_lazy(
        "“%(said)s” stands here a second time. Keep one of the rows."
    ),
    Trouble.NOT_A_NUMBER: gettext_lazy("“%(said)s” is not a whole number."),
    Trouble.PERCENT: gettext_lazy(
        "“%(said)s” is a percentage. Write how many young people it was."
    ),
    Trouble.HIDDEN: gettext_lazy(
        "“%(said)s” hides a small number. Ask for the number, or leave the whole "
        "question empty: here small numbers are hidden for you."
    ),
    Trouble.FORMULA: gettext_lazy("A formula stands here. Write the number itself."),
    Trouble.TOO_BIG: gettext_lazy(
        "“%(said)s” is more than we can take: at most 100,000."
    ),
    Trouble.MISSING: gettext_lazy(
        "No number for “%(other)s”. Write 0 if it was nobody, or leave the whole "
        "question empty if it was not asked."
    ),
    Trouble.NO_TOTAL: gettext_lazy(
        "How many young people answered the survey is missing."
    ),
    Trouble.DOES_NOT_ADD_UP: gettext_lazy(
        "The answers add up to %(said)s, but %(other)s answered. Each young person "
        "chose one, so both must be the same."
    ),
    Trouble.MORE_THAN_ANSWERED: gettext_lazy(
        "%(said)s chose one answer, but only %(other)s answered the question."
    ),
    Trouble.FEWER_THAN_ANSWERED: gettext_lazy(
        "The answers add up to %(said)s, but %(other)s answered. Each of them chose at "
        "least one."
    ),
    Trouble.MORE_THAN_ALL: gettext_lazy(
        "%(said)s here are more than the %(other)s who answered the survey."
    ),
    Trouble.MORE_THAN_WROTE: gettext_lazy(
        "%(said)s said this, but only %(other)s wrote in their own words."
    ),
    Trouble.NO_SUCH_ANSWER: gettext_lazy(
        "“%(said)s” is not an answer to “%(other)s”. Put the answers of that time into "
        "those of today, or take the column out."
    ),
}


def sheet_words() -> dict[str, str]:
    """Return the words of the sheet's rows."""
    return {
        "everybody": _("Everybody"),
        "themes": _("Themes"),
        "answered": _("Young people who answered this question"),
        ANSWERED: _("Young people who answered the survey"),
        WROTE: _("Young people who wrote in their own words"),
    }


def sheet_headings() -> list[str]:
    """Return the headings of the sheet's columns."""
    return [
        _("Key (leave as it is)"),
        _("Question"),
        _("Answer"),
        _("How many young people"),
    ]


def error_sentences(errors: Iterable[RowError]) -> list[str]:
    """Return what is wrong, row by row; of very much, the beginning."""
    sentences = [_sentence(one) for one in errors]
    told = list(dict.fromkeys(sentences))[:MOST_TOLD]
    if len(sentences) > len(told):
        told.append(
            _("And %(more)d more. Put these right first.")
            % {"more": len(sentences) - len(told)}
        )
    return told


def _sentence(error: RowError) -> str:
    """Return what is wrong in one row, with its number."""
    said = {"said": error.said[:60], "other": error.other}
    words = str(SENTENCES[error.trouble]) % said
    if not error.row:
        return words
    return _("Row %(row)d: %(words)s") % {"row": error.row, "words": words}
