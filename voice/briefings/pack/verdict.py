"""Their verdict: what young people say of each promise, beside what officers say."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Block
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, heading, note, words
from voice.briefings.queries.blocks.reach import reach_block
from voice.briefings.queries.blocks.results import question_table
from voice.replies.models import Promise
from voice.replies.queries.verdicts import VerdictTold, tell
from voice.replies.verdict_words import question_words


def their_verdict(scope: Scope) -> Section:
    """Return the section; where the two disagree comes first; no queries."""
    section = Section(_("Their verdict on our promises"))
    promises = {
        one.pk: one for reply in scope.replies.values() for one in reply.promises.all()
    }
    told = [(one, tell(one, promises[one.promise_id])) for one in scope.verdicts]
    told.sort(key=lambda pair: (not pair[1].disagrees, pair[0].promise_id))
    for verdict, said in told:
        section.blocks += _verdict(
            promises[verdict.promise_id], said, scope.number_of(verdict.release)
        )
        for key in ("kept", "difference"):
            if key in verdict.frozen:
                question = verdict.frozen[key]
                table = question_table(question)
                table |= {
                    "title": question_words(question),
                    "question": "",
                    "source": scope.number_of(verdict.release),
                }
                section.blocks.append(table)
    section.missing = _unasked(scope, promises)
    return section


def _verdict(promise: Promise, said: VerdictTold, source: int) -> Iterable[Block]:
    """Yield what was promised, what young people say of it, and what officers say."""
    yield heading(promise.text)
    yield words(said.words, source=source)
    if said.disagrees:
        yield note(said.sentence)
    else:
        yield words(said.sentence)
    yield reach_block(said.reach, consultation=said.release.survey.title, source=source)
    if said.change:
        yield words(said.change, source=source)


def _unasked(scope: Scope, promises: dict[int, Promise]) -> list[str]:
    """Return which promises are due and have no verdict yet, in a sentence each."""
    judged = {one.promise_id for one in scope.verdicts}
    due = [
        one
        for one in promises.values()
        if one.pk not in judged and one.due_on <= scope.until
    ]
    if not promises:
        return [_("Nothing was promised, so nobody could say whether it was kept.")]
    return [
        _("Nobody has said yet whether this was kept: “%(promise)s”")
        % {"promise": one.text}
        for one in due
    ]
