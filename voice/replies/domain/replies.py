"""Writing and publishing “you said, we did”."""

from django.db import transaction
from django.utils import timezone

from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.releases.models import Release
from voice.replies.domain.errors import (
    CannotPublishReply,
    NotThisConsultationsRelease,
    ReplyIsPublished,
)
from voice.replies.domain.readiness import reasons_not_to_publish
from voice.replies.domain.young_editors import note_nobody_there, say_why_without
from voice.replies.models import Reply, ReplyWording


def held_for_change(reply: Reply) -> Reply:
    """Return `reply`, locked and fresh; raises ReplyIsPublished once it is out."""
    held = Reply.objects.select_for_update().get(pk=reply.pk)
    if held.is_published:
        raise ReplyIsPublished
    return held


@transaction.atomic
def write_reply(
    consultation: Consultation, *, release: Release | None, by: User
) -> Reply:
    """Begin the reply to `consultation`, or choose another release for it.

    Raises NotThisConsultationsRelease, and ReplyIsPublished once it is out.
    """
    if release and release.survey.consultation_id != consultation.pk:
        raise NotThisConsultationsRelease
    reply, is_new = Reply.objects.get_or_create(consultation=consultation)
    reply = held_for_change(reply)
    if is_new or reply.release_id != (release.pk if release else None):
        reply.release = release
        reply.save(update_fields=["release"])
        record(
            "replies.write", of=reply, by=by, release=release.pk if release else None
        )
    return reply


@transaction.atomic
def word_reply(
    reply: Reply,
    *,
    language: str,
    by: User,
    you_said: str,
    we_did: str = "",
    we_will: str = "",
    we_will_not: str = "",
    next: str = "",
    thanks: str = "",
) -> ReplyWording:
    """Write the reply as `language` reads it, in place of what was there.

    Raises ReplyIsPublished once it is out.
    """
    reply = held_for_change(reply)
    wording, _is_new = ReplyWording.objects.update_or_create(
        reply=reply,
        language=language,
        defaults={
            "you_said": you_said.strip(),
            "we_did": we_did.strip(),
            "we_will": we_will.strip(),
            "we_will_not": we_will_not.strip(),
            "next": next.strip(),
            "thanks": thanks.strip(),
        },
    )
    record("replies.word", of=reply, by=by, language=language)
    return wording


@transaction.atomic
def publish_reply(reply: Reply, *, by: User, without_yes: str = "") -> Reply:
    """Put the reply before young people, as it stands, for good.

    `without_yes` is why it goes out though the young editors have not said yes; the
    board reads it. Raises CannotPublishReply with every reason, and ReplyIsPublished
    the second time.
    """
    reply = held_for_change(reply)
    reasons = say_why_without(reply, reason=without_yes, by=by)
    reasons = reasons or reasons_not_to_publish(reply)
    if reasons:
        raise CannotPublishReply(reasons)
    note_nobody_there(reply, by=by)
    reply.published_by = by
    reply.published_at = timezone.now()
    reply.save(update_fields=["published_by", "published_at"])
    record("replies.publish", of=reply, by=by, release=reply.release_id)
    return reply
