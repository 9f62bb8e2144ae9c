"""Full, friendly, fast, followed-up: what refuses a reply, and what to look at again.

Lundy's four Fs. A theme left out and an undertaking that is no promise refuse it; the
rest is said beside the words and leaves the decision to the worker (docs/decisions/0046).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.queries.jargon import jargon_now
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.bands import every_band
from voice.replies.enums import ReplyPart
from voice.replies.logic import friendly, full
from voice.replies.logic.fast import Waited, says_sorry, waited
from voice.replies.logic.followed_up import undertakings
from voice.replies.logic.friendly import Hard, Trouble, age_for, hard_in
from voice.replies.models import Reply, ReplyWording
from voice.replies.queries.replies import bands_to_answer, language_name
from voice.replies.queries.share import answered_from
from voice.replies.queries.versions import ages_called

EVERY_PART = (*ReplyPart.values, "why_not")
# Where an undertaking may stand that is no promise yet.
UNDERTAKING = (ReplyPart.WE_DID, ReplyPart.WE_WILL, ReplyPart.NEXT)


def reasons_by_the_four_fs(reply: Reply) -> list[str]:
    """Return what refuses the reply: a theme left out, an undertaking not promised."""
    return [*_left_out(reply), *_not_promised(reply)]


def advice_by_the_four_fs(reply: Reply, *, on: date) -> list[str]:
    """Return what to look at again before the reply is published on the day `on`."""
    wordings = list(reply.wordings.all())
    return [
        *_few_left_out(reply, wordings),
        *_hard_to_read(reply, wordings),
        *_not_easy(reply, wordings),
        *_late(reply, wordings, on=on),
        *_more_than_promised(reply, wordings),
    ]


def time_waited(reply: Reply, *, on: date) -> Waited:
    """Return how long young people have waited for the reply on the day `on`."""
    asked = reply.consultation
    return waited(closed_on=asked.closes_on, promised_on=asked.owed_by, on=on)


def _themes(reply: Reply) -> list[full.ThemeTold]:
    """Return the themes of the release a reply speaks from, as they were told."""
    return list(reply.release.tables.get("themes", [])) if reply.release else []


def _left_out(reply: Reply) -> Iterator[str]:
    """Yield each theme that many said and that the reply neither answers nor explains."""
    answered = {one.theme for one in reply.theme_answers.all()}
    for theme in full.left_out(_themes(reply), answered, share=answered_from()):
        yield _(
            "The theme “%(theme)s” is left out. Say which part of the reply answers "
            "it, or why none does."
        ) % {"theme": theme["name"]}


def _not_promised(reply: Reply) -> Iterator[str]:
    """Yield that something is undertaken and nothing promised."""
    if reply.promises.exists():
        return
    for wording in reply.wordings.all():
        found = wording.we_will or next(_undertaken(wording), "")
        if found:
            yield _(
                "“%(passage)s” is no promise yet. Add a promise: what, whose it is, "
                "and by when."
            ) % {"passage": _short(found)}
            return


def _undertaken(wording: ReplyWording) -> Iterator[str]:
    """Yield the sentences of a wording in which we undertake something."""
    for part in UNDERTAKING:
        yield from undertakings(getattr(wording, part), language=wording.language)


def _few_left_out(reply: Reply, wordings: Iterable[ReplyWording]) -> Iterator[str]:
    """Yield that what few said, and was kept, is not told."""
    few = full.from_few(_themes(reply))
    if few and not any(said.heard_from_few for said in wordings):
        names = ", ".join(theme["name"] for theme in few)
        yield _(
            "Full: a few young people told us about something else, and it was kept: "
            "%(themes)s. Nothing is said of it under “What we heard from few”."
        ) % {"themes": names}


def _hard_to_read(reply: Reply, wordings: Iterable[ReplyWording]) -> Iterator[str]:
    """Yield each passage that is hard for those it is written for."""
    jargon = jargon_now()
    bands = {band.key: band for band in every_band()}
    for wording in wordings:
        served = [bands[key] for key in wording.age_bands if key in bands]
        age = min(
            (age_for(band.youngest, band.oldest) for band in served),
            default=friendly.HIGHEST_AGE,
        )
        text = "\n".join(getattr(wording, part) for part in EVERY_PART)
        name = f"{language_name(wording.language)}, {ages_called(wording.age_bands)}"
        terms = jargon.get(wording.language, {})
        for hard in hard_in(text, language=wording.language, age=age, jargon=terms):
            yield _friendly(hard, name=name, age=age, instead=terms)
    for row in reply.easy_rows.all():
        terms = jargon.get(row.language, {})
        name = f"{language_name(row.language)}, {_('Easy read')}"
        found = hard_in(
            row.words,
            language=row.language,
            age=friendly.EASY_READ_AGE,
            jargon=terms,
            longest=friendly.LONGEST_IN_EASY_READ,
        )
        for hard in found:
            yield _friendly(hard, name=name, age=friendly.EASY_READ_AGE, instead=terms)


def _friendly(hard: Hard, *, name: str, age: int, instead: dict[str, str]) -> str:
    """Return what is hard to read, where, and what to do."""
    said = {
        "where": name,
        "passage": _short(hard.passage),
        "age": age,
        "measured": round(hard.age or 0),
    }
    if hard.trouble == Trouble.TOO_OLD:
        return (
            _(
                "Friendly (%(where)s): it reads like age %(measured)s; %(age)s is "
                "better. Hardest: “%(passage)s”"
            )
            % said
        )
    if hard.trouble == Trouble.LONG:
        return _("Friendly (%(where)s): a long sentence. “%(passage)s”") % said
    other = instead.get(hard.passage, "")
    if other:
        return _(
            "Friendly (%(where)s): “%(passage)s” is a word of ours. Say: %(other)s."
        ) % (said | {"other": other})
    return (
        _("Friendly (%(where)s): “%(passage)s” is a word of ours. Say it plainly.")
        % said
    )


def _not_easy(reply: Reply, wordings: Iterable[ReplyWording]) -> Iterator[str]:
    """Yield each language written in that has no easy read."""
    spoken = {said.language for said in wordings}
    easy = {row.language for row in reply.easy_rows.all()}
    for language in bands_to_answer(reply.consultation):
        if language in spoken - easy:
            yield _("Friendly: there is no easy read in %(language)s.") % {
                "language": language_name(language)
            }


def _late(reply: Reply, wordings: Iterable[ReplyWording], *, on: date) -> Iterator[str]:
    """Yield each wording of a late reply that does not say sorry."""
    if not time_waited(reply, on=on).is_late:
        return
    for wording in wordings:
        text = "\n".join(getattr(wording, part) for part in EVERY_PART)
        if not says_sorry(text):
            yield _(
                "Fast: this reply is late, and %(language)s does not say sorry for it."
            ) % {"language": language_name(wording.language)}


def _more_than_promised(
    reply: Reply, wordings: Iterable[ReplyWording]
) -> Iterator[str]:
    """Yield the undertakings of the base language where promises are fewer."""
    promised = reply.promises.count()
    for wording in wordings:
        if wording.language != BASE_LANGUAGE or not promised:
            continue
        found = list(_undertaken(wording))
        if len(found) > promised:
            listed = " ".join(f"“{_short(one)}”" for one in found)
            yield ngettext(
                "Followed-up: only %(count)s promise has an owner and a date. Is each "
                "of these one? %(passages)s",
                "Followed-up: only %(count)s promises have an owner and a date. Is "
                "each of these one? %(passages)s",
                promised,
            ) % {"count": promised, "passages": listed}


def _short(passage: str) -> str:
    """Return a passage as it is quoted: its first words, if it is long."""
    words = passage.split()
    longest = 14
    return " ".join(words[:longest]) + ("…" if len(words) > longest else "")
