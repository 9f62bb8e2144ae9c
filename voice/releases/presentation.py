"""Protected values and codes of releases in the language of the page."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from voice.releases.logic.gates import Gate
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import Figure

WORDS: dict[str, str | Promise] = {
    Code.COUNT: "%(number)s",
    Code.FEWER_THAN: lazy("fewer than %(number)s"),
    Code.PERCENT: lazy("%(number)s%%"),
    Code.FEW: lazy("a few"),
    Code.SOME: lazy("some"),
    Code.ABOUT_HALF: lazy("about half"),
    Code.MOST: lazy("most"),
    Code.NEARLY_ALL: lazy("nearly all"),
    Code.SMALL_GROUP: lazy("a small number"),
    Code.NOT_SHOWN: lazy("not shown"),
}

GATES: dict[str, str | Promise] = {
    Gate.NO_ANSWERS: lazy("Nobody has finished this survey yet."),
    Gate.WAITING: lazy(
        "A release of this survey is waiting for its second signature. Sign or drop "
        "that one first."
    ),
    Gate.TOO_MANY: lazy(
        "This survey has had four releases. More would let people compare them and "
        "learn what one young person said."
    ),
    Gate.TOO_SOON: lazy("The last release is less than seven days old."),
    Gate.TOO_FEW_WHILE_OPEN: lazy(
        "Fewer than 30 young people have finished. Wait until it closes: then the "
        "results can be told in words."
    ),
    Gate.TOO_FEW_NEW: lazy(
        "Not enough young people have answered since the last release. With so few "
        "more, people could work out what one of them said."
    ),
    Gate.UNREAD: lazy(
        "Some comments have not been read yet. Everything young people wrote is read "
        "before results are released."
    ),
}


def words_for(figure: Figure) -> str:
    """Return a protected value in the language of the page; only protected ones."""
    return str(WORDS[figure["code"]]) % {"number": figure["number"]}


def gate_sentence(gate: str) -> str:
    """Return why a gate is shut, in a sentence."""
    return str(GATES[gate])


def group_words(by: str, keys: Sequence[str]) -> str:
    """Return what a group of a breakdown is called; merged ones are joined."""
    name = _language_name if by == "language" else _band_name
    return _(" and ").join(name(key) for key in keys)


def _band_name(key: str) -> str:
    """Return an age band as people read it."""
    return key.replace("-", "–") if key else _("not said")


def _language_name(key: str) -> str:
    """Return a language's own name in the language of the page."""
    if key in dict(settings.LANGUAGES):
        return str(get_language_info(key)["name_translated"])
    return key or _("not said")
