"""Writing and publishing “you said, we did”."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.queries.bands import bands_called
from voice.releases.models import Release
from voice.replies.domain.errors import (
    BandReadsOtherWords,
    CannotPublishReply,
    NotThisConsultationsRelease,
    ReplyIsPublished,
)
from voice.replies.domain.readiness import reasons_not_to_publish
from voice.replies.domain.young_editors import note_nobody_there, say_why_without
from voice.replies.logic.coverage import taken_by_others
from voice.replies.models import Reply, ReplyWording
from voice.replies.queries.few import too_few_to_tell
from voice.replies.queries.heard import nobody_heard
from voice.replies.queries.replies import bands_to_answer
from voice.replies.queries.versions import ages_called


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
        _say_whose(reply)
        reply.save(update_fields=["release", "without_answers", "of_few"])
        record(
            "replies.write", of=reply, by=by, release=release.pk if release else None
        )
    return reply


def _say_whose(reply: Reply) -> None:
    """Keep with `reply` why it speaks from no release, where it does; unsaved."""
    alone = reply.release_id is None
    reply.without_answers = alone and nobody_heard(reply.consultation)
    reply.of_few = alone and too_few_to_tell(reply.consultation)


@transaction.atomic
def word_reply(
    reply: Reply,
    *,
    language: str,
    by: User,
    you_said: str,
    heard_from_few: str = "",
    we_did: str = "",
    we_will: str = "",
    we_will_not: str = "",
    why_not: str = "",
    next: str = "",
    thanks: str = "",
    age_bands: Sequence[str] | None = None,
    wording: ReplyWording | None = None,
) -> ReplyWording:
    """Write the reply as `age_bands` (keys) read it in `language`.

    Without bands, every band that was asked in it. The words go in place of `wording`,
    or of the words that serve just these bands, or beside what is there. Raises
    BandReadsOtherWords when other words serve one of the bands, and ReplyIsPublished
    once it is out.
    """
    reply = held_for_change(reply)
    if age_bands is None:
        age_bands = bands_to_answer(reply.consultation).get(language, ())
    bands = list(bands_called(age_bands))
    said = wording or _serving(reply, language, bands)
    _refuse_twice(reply, language, bands, but=said)
    said = said or ReplyWording(reply=reply)
    said.language, said.age_bands = language, bands
    said.you_said, said.heard_from_few = you_said.strip(), heard_from_few.strip()
    said.we_did, said.we_will = we_did.strip(), we_will.strip()
    said.we_will_not, said.why_not = we_will_not.strip(), why_not.strip()
    said.next, said.thanks = next.strip(), thanks.strip()
    said.save()
    record("replies.word", of=reply, by=by, language=language, age_bands=bands)
    return said


def _serving(reply: Reply, language: str, bands: list[str]) -> ReplyWording | None:
    """Return the words in `language` that serve just these bands, if any do."""
    ours = reply.wordings.filter(language=language)
    return next((said for said in ours if said.age_bands == bands), None)


def _refuse_twice(
    reply: Reply, language: str, bands: list[str], *, but: ReplyWording | None
) -> None:
    """Raise BandReadsOtherWords when words other than `but` serve one of the bands."""
    others = [said for said in reply.wordings.all() if said != but]
    if twice := taken_by_others(bands, others, language=language):
        raise BandReadsOtherWords(ages_called(twice))


@transaction.atomic
def drop_wording(wording: ReplyWording, *, by: User) -> None:
    """Take words out of a reply nobody has read; ReplyIsPublished once it is out."""
    reply = held_for_change(wording.reply)
    record(
        "replies.drop_wording",
        of=reply,
        by=by,
        language=wording.language,
        age_bands=wording.age_bands,
    )
    wording.delete()


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
    _say_whose(reply)
    reply.save(
        update_fields=["published_by", "published_at", "without_answers", "of_few"]
    )
    record("replies.publish", of=reply, by=by, release=reply.release_id)
    return reply
