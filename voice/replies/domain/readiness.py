"""What still stands between a reply and the young people it answers."""

from django.utils.translation import gettext as _

from voice.council.enums import BASE_LANGUAGE
from voice.releases.enums import ReleaseState
from voice.releases.models import Release
from voice.replies.domain.young_editors import of_editors
from voice.replies.logic.linting import Fault, Finding, lint
from voice.replies.logic.released import released_numbers
from voice.replies.models import Reply, ReplyWording
from voice.replies.queries.evidence import evidence_for
from voice.replies.queries.replies import language_name, languages_to_answer

PARTS = ("you_said", "we_did", "we_will", "we_will_not", "next", "thanks")


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


def lint_text(text: str, *, release: Release | None) -> list[str]:
    """Return a sentence for each passage of `text` that cannot be said."""
    released = released_numbers(release.tables) if release else frozenset()
    return [sentence(finding) for finding in lint(text, released=released)]


def lint_wording(wording: ReplyWording, *, release: Release | None) -> list[str]:
    """Return a sentence for each passage of a wording that cannot be said."""
    text = "\n".join(getattr(wording, part) for part in PARTS)
    return lint_text(text, release=release)


def _of_release(reply: Reply) -> list[str]:
    """A reply speaks from an issued release."""
    if reply.release is None or reply.release.state != ReleaseState.ISSUED:
        return [_("Choose an issued release for the reply to speak from.")]
    if reply.release.is_recalled:
        return [_("The release it speaks from was recalled. Choose another one.")]
    if evidence_for(reply.release) is None:
        return [_("The release is not what was signed. Choose another one.")]
    return []


def _of_words(wording: ReplyWording, *, name: str) -> list[str]:
    """A wording says what was said, what comes of it, and what is next."""
    reasons = []
    if not wording.you_said:
        reasons.append(
            _("Say what young people said (%(language)s).") % {"language": name}
        )
    if not (wording.we_did or wording.we_will or wording.we_will_not):
        reasons.append(
            _("Say what you did, will do or will not do, and why (%(language)s).")
            % {"language": name}
        )
    if not wording.next:
        reasons.append(_("Say what happens next (%(language)s).") % {"language": name})
    return reasons


def _of_languages(reply: Reply) -> list[str]:
    """Whoever was asked in a language is answered in it, promises included."""
    reasons = []
    wordings = {wording.language: wording for wording in reply.wordings.all()}
    promises = list(reply.promises.prefetch_related("wordings"))
    for language in languages_to_answer(reply.consultation):
        name = language_name(language)
        if language not in wordings:
            reasons.append(
                _("Write the reply in %(language)s: young people were asked in it.")
                % {"language": name}
            )
            continue
        reasons += _of_words(wordings[language], name=name)
        reasons += [
            f"{name}: {fault}"
            for fault in lint_wording(wordings[language], release=reply.release)
        ]
        if language != BASE_LANGUAGE:
            reasons += [
                _("Put the promise “%(promise)s” into %(language)s.")
                % {"promise": promise.text, "language": name}
                for promise in promises
                if language not in {said.language for said in promise.wordings.all()}
            ]
    return reasons


def _of_promises(reply: Reply) -> list[str]:
    """What is promised holds no number the release does not."""
    texts = [promise.text for promise in reply.promises.all()]
    return [fault for text in texts for fault in lint_text(text, release=reply.release)]


def reasons_not_to_publish(reply: Reply) -> list[str]:
    """Return every sentence that refuses the reply; none means it may go out."""
    return [*reasons_but_editors(reply), *of_editors(reply)]


def reasons_but_editors(reply: Reply) -> list[str]:
    """Return every sentence that refuses it whatever the young editors say."""
    return [*_of_release(reply), *_of_languages(reply), *_of_promises(reply)]
