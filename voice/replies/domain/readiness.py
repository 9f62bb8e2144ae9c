"""What still stands between a reply and the young people it answers."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from voice.council.enums import BASE_LANGUAGE
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.replies.domain.four_fs import reasons_by_the_four_fs
from voice.replies.domain.young_editors import of_editors
from voice.replies.enums import ReplyPart
from voice.replies.logic.coverage import unanswered
from voice.replies.logic.linting import Fault, Finding, lint, number_signs
from voice.replies.logic.released import released_numbers
from voice.replies.models import Reply, ReplyWording
from voice.replies.queries.evidence import evidence_for
from voice.replies.queries.few import too_few_to_tell
from voice.replies.queries.heard import nobody_heard
from voice.replies.queries.replies import bands_to_answer, language_name
from voice.replies.queries.versions import ages_called

PARTS = (*ReplyPart.values, "why_not")


def sentence(finding: Finding) -> str:
    """Return what is wrong with a passage, kindly, naming it."""
    said = {"passage": finding.passage}
    if finding.fault == Fault.NOT_RELEASED:
        return (
            _(
                "The number %(passage)s is not in the release. Use a number from "
                "the release, or say it in words: a few, some, about half, most."
            )
            % said
        )
    if finding.fault == Fault.EVERYBODY_OR_NOBODY:
        return (
            _(
                "“%(passage)s” tells what each single person said. "
                "Say “nearly all of you” or “hardly any of you”."
            )
            % said
        )
    return (
        _(
            "“%(passage)s” is so few that somebody could tell who it was. "
            "Say “a small number of you”."
        )
        % said
    )


def lint_text(
    text: str, *, release: Release | None, from_nobody: bool = False
) -> list[str]:
    """Return a sentence for each passage of `text` that cannot be said."""
    released = released_numbers(release.tables) if release else frozenset()
    found = lint(text, released=released)
    if from_nobody:
        found = [one for one in found if one.fault != Fault.EVERYBODY_OR_NOBODY]
    return [sentence(finding) for finding in found]


def lint_wording(
    wording: ReplyWording, *, release: Release | None, from_nobody: bool = False
) -> list[str]:
    """Return a sentence for each passage of a wording that cannot be said.

    What was heard from few is told in words alone: no number at all stands there.
    Where nobody answered, “none of you” points at nobody.
    """
    parts = [part for part in PARTS if part != ReplyPart.HEARD_FROM_FEW]
    text = "\n".join(getattr(wording, part) for part in parts)
    faults = lint_text(text, release=release, from_nobody=from_nobody)
    few = wording.heard_from_few
    faults += [
        _(
            "“%(passage)s” stands under “What we heard from few”. Say there how many "
            "in words: a few, a small number."
        )
        % {"passage": passage}
        for passage in number_signs(few)
    ]
    rest = [
        one for one in lint(few, released=frozenset()) if one.fault in Fault.in_words()
    ]
    return faults + [sentence(one) for one in rest]


def called(wording: ReplyWording) -> str:
    """Return how people know a wording: its language and ages."""
    return f"{language_name(wording.language)}, {ages_called(wording.age_bands)}"


def _of_release(reply: Reply, *, from_nobody: bool) -> list[str]:
    """A reply speaks from an issued release, where there is one to speak from."""
    if reply.release is None and (from_nobody or too_few_to_tell(reply.consultation)):
        return []
    if reply.release is None or reply.release.state != ReleaseState.ISSUED:
        return [_("Choose an issued release for the reply to speak from.")]
    if reply.release.is_recalled:
        return [_("The release it speaks from was recalled. Choose another one.")]
    if evidence_for(reply.release) is None:
        return [_("The release is not what was signed. Choose another one.")]
    return []


def _of_words(wording: ReplyWording, *, from_nobody: bool) -> list[str]:
    """A wording says what was said, what comes of it, why not, and what is next."""
    reasons = []
    said = {"language": called(wording)}
    if not wording.you_said and from_nobody:
        reasons.append(_("Say that nobody answered (%(language)s).") % said)
    elif not wording.you_said and wording.is_from_no_release:
        reasons.append(_("Say what happened (%(language)s).") % said)
    elif not wording.you_said:
        reasons.append(_("Say what young people said (%(language)s).") % said)
    if not (wording.we_did or wording.we_will or wording.we_will_not):
        reasons.append(
            _("Say what you did, will do or will not do, and why (%(language)s).")
            % said
        )
    if wording.we_will_not and not wording.why_not:
        reasons.append(_("Say why you will not (%(language)s).") % said)
    if not wording.next:
        reasons.append(_("Say what happens next (%(language)s).") % said)
    return reasons


def _of_coverage(reply: Reply, wordings: Iterable[ReplyWording]) -> list[str]:
    """Whoever was asked, in whichever language and age band, is answered so."""
    owed = bands_to_answer(reply.consultation)
    written = list(wordings)
    spoken = {said.language for said in written}
    reasons = [
        _("Write the reply in %(language)s: young people were asked in it.")
        % {"language": language_name(language)}
        for language in owed
        if language not in spoken
    ]
    missing = unanswered(owed, written)
    return reasons + [
        _("Write the reply in %(language)s for ages %(ages)s: they were asked too.")
        % {"language": language_name(language), "ages": ages_called(bands)}
        for language, bands in missing.items()
        if language in spoken
    ]


def _of_wordings(
    reply: Reply, wordings: Iterable[ReplyWording], *, from_nobody: bool
) -> list[str]:
    """Each wording is whole, and says nothing that cannot be said."""
    reasons = []
    for wording in wordings:
        reasons += _of_words(wording, from_nobody=from_nobody)
        faults = lint_wording(wording, release=reply.release, from_nobody=from_nobody)
        reasons += [f"{called(wording)}: {fault}" for fault in faults]
    return reasons


def _of_easy_read(reply: Reply, *, from_nobody: bool) -> list[str]:
    """Easy read holds no number the release does not."""
    return [
        f"{language_name(row.language)}, {_('Easy read')}: {fault}"
        for row in reply.easy_rows.all()
        for fault in lint_text(
            row.words, release=reply.release, from_nobody=from_nobody
        )
    ]


def _of_promises(reply: Reply) -> list[str]:
    """Each promise is in every language written in, without a number of our own."""
    reasons = []
    written = {said.language for said in reply.wordings.all()}
    others = [
        language
        for language in bands_to_answer(reply.consultation)
        if language != BASE_LANGUAGE and language in written
    ]
    for promise in reply.promises.prefetch_related("wordings"):
        wordings = promise.wordings.all()
        spoken = {said.language for said in wordings}
        reasons += [
            _("Put the promise “%(promise)s” into %(language)s.")
            % {"promise": promise.text, "language": language_name(language)}
            for language in others
            if language not in spoken
        ]
        for text in (promise.text, *(said.text for said in wordings)):
            reasons += lint_text(text, release=reply.release)
    return reasons


def reasons_not_to_publish(reply: Reply) -> list[str]:
    """Return every sentence that refuses the reply; none means it may go out."""
    return [*reasons_but_editors(reply), *of_editors(reply)]


def reasons_but_editors(reply: Reply) -> list[str]:
    """Return every sentence that refuses it whatever the young editors say."""
    wordings = list(reply.wordings.all())
    from_nobody = nobody_heard(reply.consultation)
    return [
        *_of_release(reply, from_nobody=from_nobody),
        *_of_coverage(reply, wordings),
        *_of_wordings(reply, wordings, from_nobody=from_nobody),
        *_of_easy_read(reply, from_nobody=from_nobody),
        *_of_promises(reply),
        *reasons_by_the_four_fs(reply),
    ]
