"""Says in sentences what a look through a draft found, and what to do about it."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.languages import band_name, language_name
from surveys.logic.findings import Code, Found

Sentence = tuple[str, str]


def said(found: Found) -> Sentence:
    """Return what was found, in a sentence, and what to do about it in another."""
    facts = {
        **found.facts,
        "language": language_name(found.language),
        "bands": ", ".join(band_name(band) for band in found.bands),
    }
    return SAID[found.code](facts)


def _reading_age(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(language)s, for %(bands)s: reads at about age %(age)s.") % facts,
        _("Write for age %(aim)s: shorter sentences, shorter words.") % facts,
    )


def _long_sentence(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _(
            "%(language)s, for %(bands)s: “%(sentence)s” has %(words)s words in one "
            "sentence."
        )
        % facts,
        _("Keep to %(most)s words for younger children: make two of it.") % facts,
    )


def _jargon(facts: Mapping[str, str | int]) -> Sentence:
    instead = _("Say “%(instead)s”, or what you mean by it, in their words.")
    plain = _("Say what you mean by it, in their words.")
    return (
        _("%(language)s, for %(bands)s: “%(term)s” is a worker's word.") % facts,
        (instead if facts["instead"] else plain) % facts,
    )


def _anonymous(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(language)s, for %(bands)s: it says “%(term)s”.") % facts,
        _(
            "Nobody can promise that: a code, a small group, a voice or their own words "
            "may show who they are. Say what is true: “We don't ask your name.”"
        ),
    )


def _too_many(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: %(count)s questions; %(most)s is a lot already.") % facts,
        _("Leave out what nobody will decide anything by."),
    )


def _too_long(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: about %(minutes)s minutes; %(most)s is the most.") % facts,
        _("Ask fewer questions, or fewer in their own words."),
    )


def _sensitive_first(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: it begins with a question that may be hard.") % facts,
        _("Begin with an easy one."),
    )


def _sensitive_last(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: it ends with a question that may be hard.") % facts,
        _("End with something good, so that nobody leaves with it."),
    )


def _no_support(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("A question may be hard, and you say no words of support of your own."),
        _("Say who young people can talk to. Until then we use our own words."),
    )


def _scale(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("A point of its scale that needs a word has none."),
        _("Put a word at both ends, or under each face."),
    )


def _no_alt(facts: Mapping[str, str | int]) -> Sentence:
    where = (
        _("%(language)s: the picture of an option is not described.")
        if str(facts["part"]).startswith("option.")
        else _("%(language)s: its picture is not described.")
    )
    return (
        where % facts,
        _("Say in a few words what it shows, for those who cannot see it."),
    )


def _no_sound(facts: Mapping[str, str | int]) -> Sentence:
    return (
        ngettext(
            "%(language)s: %(missing)d of %(parts)d part has no recording.",
            "%(language)s: %(missing)d of %(parts)d parts have no recording.",
            int(facts["parts"]),
        )
        % facts,
        _(
            "Many phones cannot read it aloud well, least of all in other languages. "
            "Record it beside the words."
        ),
    )


def _no_decision(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("It does not say what decision its answers will inform."),
        _("Say it in the question's box; the board reads it, young people do not."),
    )


def _about_them(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: %(count)s questions ask who they are.") % facts,
        _("Ask %(most)s at most: each one makes somebody easier to recognise.") % facts,
    )


def _not_asked(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("Nobody can ever be shown this question."),
        _("Look at when it is shown, and for which age bands."),
    )


def _dead_end(facts: Mapping[str, str | int]) -> Sentence:
    return (
        _("%(bands)s: there is a way through it on which nothing is asked.") % facts,
        _("Have at least one question that everybody is asked."),
    )


SAID: dict[Code, Callable[[Mapping[str, str | int]], Sentence]] = {
    Code.READING_AGE: _reading_age,
    Code.LONG_SENTENCE: _long_sentence,
    Code.JARGON: _jargon,
    Code.ANONYMOUS: _anonymous,
    Code.TOO_MANY: _too_many,
    Code.TOO_LONG: _too_long,
    Code.SENSITIVE_FIRST: _sensitive_first,
    Code.SENSITIVE_LAST: _sensitive_last,
    Code.NO_SUPPORT: _no_support,
    Code.SCALE_WITHOUT_WORDS: _scale,
    Code.NO_ALT: _no_alt,
    Code.NO_SOUND: _no_sound,
    Code.NO_DECISION: _no_decision,
    Code.ABOUT_THEM: _about_them,
    Code.NOT_ASKED: _not_asked,
    Code.DEAD_END: _dead_end,
}
