"""Proof the children were told: each reply, when, to which ages in which languages."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.models import Consultation
from voice.briefings.logic.paper import Block, Item
from voice.briefings.pack.asked import language_named
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import (
    Section,
    days_late,
    heading,
    item,
    listing,
    note,
    words,
)
from voice.briefings.queries.composing import day
from voice.council.enums import BASE_LANGUAGE
from voice.replies.logic.coverage import wording_for
from voice.replies.models import Reply, ReplyWording
from voice.replies.queries.reading import corrections_of
from voice.replies.queries.versions import ages_called


def proof_they_were_told(scope: Scope) -> Section:
    """Return the section; no queries."""
    section = Section(_("Proof that the children were told"))
    for one in scope.consultations:
        reply = scope.replies.get(one.pk)
        if reply is None:
            section.missing.append(_not_told(scope, one))
        else:
            section.blocks += _told(scope, one, reply)
    if not scope.consultations:
        section.missing.append(_("Nobody was told anything, as nobody was asked."))
    return section


def _not_told(scope: Scope, one: Consultation) -> str:
    """Return that nobody was told, and whether somebody should have been."""
    facts = {"title": one.title, "day": day(one.owed_by)}
    late = (scope.today - one.owed_by).days
    if late > 0:
        told = _(
            "Nobody has been told what came of “%(title)s”. We said we would reply by "
            "%(day)s: %(late)s."
        )
        return told % {**facts, "late": days_late(late)}
    told = _(
        "Nobody has been told yet what came of “%(title)s”. We said we would reply by "
        "%(day)s."
    )
    return told % facts


def _told(scope: Scope, one: Consultation, reply: Reply) -> Iterable[Block]:
    """Yield when and how the young people of one consultation were answered."""
    yield heading(one.title)
    yield from listing(_facts(one, reply))
    if reply.without_answers:
        yield note(_("Nobody answered, so the reply speaks from no release."))
        return
    if reply.of_few:
        yield note(_("So few answers counted that the reply speaks from no release."))
        return
    if reply.release is None or reply.release.is_recalled:
        yield note(
            _(
                "The results this reply speaks from were taken back, so its words are "
                "not repeated here."
            )
        )
        return
    source = scope.number_of(reply.release)
    if said := wording_for(reply.wordings.all(), language=BASE_LANGUAGE):
        yield from (words(text, source=source) for text in _parts(said))
    for note_of in corrections_of(reply, language=BASE_LANGUAGE):
        put_right = _("Put right on %(day)s: %(words)s")
        on = day(timezone.localdate(note_of.at))
        yield words(put_right % {"day": on, "words": note_of.text}, source=source)


def _facts(one: Consultation, reply: Reply) -> Iterable[Item]:
    """Yield on which day and in which languages it was said."""
    on = timezone.localdate(reply.published_at)
    late = (on - one.owed_by).days
    when = _("in time") if late <= 0 else days_late(late)
    yield item(_("Published"), status=when, detail=day(on))
    yield item(_("We said we would reply by"), detail=day(one.owed_by))
    yield from _in_each_band(reply, on)
    yield item(_("Promises made"), detail=str(len(reply.promises.all())))


def _in_each_band(reply: Reply, on: date) -> Iterable[Item]:
    """Yield which ages were told in which language, and when; and easy read."""
    for said in sorted(reply.wordings.all(), key=lambda one: (one.language, one.pk)):
        title = _("Told in %(language)s: ages %(ages)s")
        facts = {
            "language": language_named(said.language),
            "ages": ages_called(said.age_bands),
        }
        yield item(title % facts, detail=day(on))
    for language in sorted({row.language for row in reply.easy_rows.all()}):
        title = _("Told in easy read in %(language)s")
        yield item(title % {"language": language_named(language)}, detail=day(on))


def _parts(said: ReplyWording) -> list[str]:
    """Return what was said, part by part; empty ones left out."""
    parts = [
        (_("You said: %(words)s"), said.you_said),
        (_("What we heard from few: %(words)s"), said.heard_from_few),
        (_("We did: %(words)s"), said.we_did),
        (_("We will: %(words)s"), said.we_will),
        (_("What next: %(words)s"), said.next),
    ]
    return [begun % {"words": text} for begun, text in parts if text]
