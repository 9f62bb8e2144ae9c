"""Replies: what changed, what will not and why, and what is promised by when."""

from surveys.models import Consultation
from voice.demonstration.domain.telling import Telling
from voice.demonstration.domain.young_editors import read_reply
from voice.demonstration.story.replies import (
    OWNERS_IN_URDU,
    REPLIES,
)
from voice.demonstration.story.told_replies import ToldPromise, ToldReply
from voice.releases.models import Release
from voice.replies.domain.answering import Answered, answer_themes
from voice.replies.domain.easy_read import Row, write_easy_read
from voice.replies.domain.promises import make_promise, update_promise, word_promise
from voice.replies.domain.replies import publish_reply, word_reply, write_reply
from voice.replies.enums import PromiseState, ReplyPart
from voice.replies.models import Promise, Reply
from voice.statement.models import Action

ENGLISH, URDU = 0, 1


def reply_to_all(
    telling: Telling, releases: dict[str, Release], actions: dict[str, Action]
) -> None:
    """Write, word and publish both replies, and say how each promise stands."""
    worker = telling.people["worker"]
    for told in REPLIES:
        release = releases[told.consultation]
        reply = write_reply(
            Consultation.objects.get(slug=told.consultation), release=release, by=worker
        )
        for words in told.words:
            said = words._asdict() | {
                "you_said": words.you_said.format(answered=answered_figure(release))
            }
            word_reply(reply, by=worker, **said)
        for language, rows in told.easy.items():
            write_easy_read(
                reply,
                language=language,
                rows=[Row(*row) for row in rows],
                by=worker,
            )
        answer_themes(reply, answers=_answers(release, told), by=worker)
        promises = [
            (_promise(telling, reply, promise, actions), promise)
            for promise in told.promises
        ]
        why = read_reply(telling, reply) if told.read_first else ""
        publish_reply(reply, by=worker, without_yes=why)
        for promise, promise_told in promises:
            _stand(telling, promise, promise_told)


def _answers(release: Release, told: ToldReply) -> dict[str, Answered]:
    """Return where each theme that the release tells is answered, by its key."""
    found = {}
    for theme in release.tables["themes"]:
        where = told.themes.get(theme["name"], "")
        if isinstance(where, ReplyPart):
            found[theme["key"]] = Answered(part=where)
        elif where:
            found[theme["key"]] = Answered(why=where)
    return found


def answered_figure(release: Release) -> str:
    """Return how many answered, as the release says it, protected."""
    return str(release.tables["reach"]["answered"]["number"])


def _promise(
    telling: Telling, reply: Reply, told: ToldPromise, actions: dict[str, Action]
) -> Promise:
    """Make one promise in English and Urdu."""
    worker = telling.people["worker"]
    promise = make_promise(
        reply,
        text=told.text[ENGLISH],
        owner_title=told.owner_title,
        due_on=telling.on(told.due),
        action=actions.get(told.action),
        by=worker,
    )
    word_promise(
        promise,
        language="ur",
        text=told.text[URDU],
        owner_title=OWNERS_IN_URDU[told.owner_title],
        reason=told.reason[URDU],
        by=worker,
    )
    return promise


def _stand(telling: Telling, promise: Promise, told: ToldPromise) -> None:
    """Say how one promise stands, where it has moved since it was made."""
    if told.state == PromiseState.ON_TRACK and told.new_due is None:
        return
    update_promise(
        promise,
        state=told.state,
        reason=told.reason[ENGLISH],
        new_due_on=None if told.new_due is None else telling.on(told.new_due),
        by=telling.people["worker"],
    )
