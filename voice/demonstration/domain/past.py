"""Moves dates back, where the story needs a past; nothing but dates is touched.

The rooms' own functions write the time at which they are called. A story that
begins three hundred days ago cannot wait, so these dates alone are set afterwards.
The audit is left as it is: it says truly when the demonstration was built.
"""

from datetime import datetime, timedelta

from django.db.models import Model, QuerySet
from django.utils import timezone

from surveys.models import Consultation, Edition, SurveyMember
from voice.accounts.models import AccessReview, BreakGlass, User
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.replies import REPLIES
from voice.demonstration.story.statement import STARTS, all_told_actions
from voice.moderation.models import Concern, Decision, Opening, Reading
from voice.releases.models import Release, Signature
from voice.replies.models import Reply
from voice.statement.models import (
    Action,
    ActionNote,
    ChallengeAnswer,
    Evidence,
    EvidenceSetAside,
)
from voice.themes.models import BlindCoding, DoubleCoding, SampledComment
from voice.young_editors.enums import Kind
from voice.young_editors.models import (
    EditorsAnswer,
    EditorsComment,
    EditorsInvitation,
    ShownWords,
    WithoutYes,
)

CONCERNS = {
    "front_door": (-160, (10, 40), (10, 52), (11, 5)),
    "designated_officer": (-158, (15, 10), (15, 30), (15, 45)),
}
BOARD_BEFORE = -35
EVERYBODY_CAME = -330
ACCESS_REVIEWED = -20
GLASS_BROKEN = -41
JUST_NOW = timedelta(minutes=20)


def move_what_was_heard_back(telling: Telling) -> None:
    """Give asking, reading and releasing the days on which they happened."""
    for consultation in Consultation.objects.all():
        opens = (consultation.opens_on - telling.today).days
        closes = (consultation.closes_on - telling.today).days
        _published(telling, consultation, opens)
        _read(telling, consultation, opens, min(closes, -1))
        if closes < 0:
            _coded_apart(consultation, telling.at(closes + 7, 10))
            _released(telling, consultation, closes)
    _passed_on(telling)


def move_what_was_done_back(telling: Telling) -> None:
    """Give evidence, notes and replies the days on which they happened."""
    for told in REPLIES:
        plain(Reply).filter(consultation__slug=told.consultation).update(
            published_at=telling.at(told.published, 15)
        )
        _read_by_editors(telling, told.consultation, told.published)
    plain(Evidence).update(added_at=telling.at(BOARD_BEFORE, 11))
    plain(EvidenceSetAside).update(at=telling.at(BOARD_BEFORE + 2, 9))
    plain(ChallengeAnswer).update(at=telling.at(BOARD_BEFORE + 6, 14))
    plain(Action).update(added_at=telling.at(STARTS + 20, 10))
    for action in all_told_actions():
        plain(ActionNote).filter(action__title=action.title).update(
            at=telling.at(action.said, 16)
        )


def _read_by_editors(telling: Telling, slug: str, published: int) -> None:
    """Let young editors have read a reply in the two weeks before it was published."""
    (pk,) = Reply.objects.filter(consultation__slug=slug).values_list("pk", flat=True)
    of_it = {"kind": Kind.REPLY, "object_id": pk}
    plain(WithoutYes).filter(**of_it).update(at=telling.at(published, 15))
    asked = plain(EditorsInvitation).filter(**of_it)
    asked.update(made_at=telling.at(published - 14), expires_on=telling.on(published))
    shown = plain(ShownWords).filter(invitation__in=asked.values("pk"))
    shown.update(shown_at=telling.at(published - 14))
    said = plain(EditorsAnswer).filter(shown__in=shown.values("pk"))
    said.update(
        answered_at=telling.at(published - 9, 18),
        screened_at=telling.at(published - 9, 18, 1),
    )
    plain(EditorsComment).filter(answer__in=said.values("pk")).update(
        told_at=telling.at(published - 6, 10)
    )


def move_access_back(telling: Telling) -> None:
    """Let people come before the story, and be reviewed and opened to within it."""
    plain(User).update(date_joined=telling.at(EVERYBODY_CAME, 9))
    plain(AccessReview).update(reviewed_at=telling.at(ACCESS_REVIEWED, 10))
    plain(BreakGlass).update(
        asked_at=telling.at(GLASS_BROKEN, 14, 5),
        answered_at=telling.at(GLASS_BROKEN, 14, 20),
        officers_told_at=telling.at(GLASS_BROKEN, 14, 20),
        leads_told_at=telling.at(GLASS_BROKEN, 14, 20),
        closed_at=telling.at(GLASS_BROKEN, 14, 50),
        closes_at=telling.at(GLASS_BROKEN, 15, 20),
        reported_at=telling.at(GLASS_BROKEN + 1, 0, 5),
    )


def plain(model: type[Model]) -> QuerySet[Model]:
    """Return every row, also of models that refuse to be changed by anyone else."""
    return QuerySet(model)


def _published(telling: Telling, consultation: Consultation, opens: int) -> None:
    """Publish a week before it opens, and have it run from the week before that."""
    plain(SurveyMember).filter(survey__consultation=consultation).update(
        added_at=telling.at(opens - 14, 10)
    )
    plain(Edition).filter(survey__consultation=consultation).update(
        published_at=telling.at(opens - 7, 10)
    )


def _read(
    telling: Telling, consultation: Consultation, opens: int, closes: int
) -> None:
    """Let each comment arrive in its week and be read the working day after.

    Those still waiting arrived within the last working day, and possible worries just
    now: nothing of the story is late on the day it is told.
    """
    readings = Reading.objects.filter(comment__survey__consultation=consultation)
    waiting = readings.filter(decided_at=None).order_by("comment_id")
    last = telling.at(_working_day_before(telling, 0), 9)
    for number, reading in enumerate(waiting):
        arrived = last + timedelta(minutes=13 * number)
        if reading.worry:
            arrived = timezone.now() - JUST_NOW
        _move(reading, arrived=arrived)
    for reading in readings.exclude(decided_at=None).select_related("comment"):
        week = (reading.comment.week - telling.today).days
        day = max(opens, min(week + 2, closes))
        _move(
            reading,
            arrived=telling.at(day, 9),
            decided=telling.at(day + 1, 11),
        )


def _move(
    reading: Reading, *, arrived: datetime, decided: datetime | None = None
) -> None:
    """Set when a comment arrived and, where it is decided, when."""
    plain(Reading).filter(pk=reading.pk).update(arrived_at=arrived, decided_at=decided)
    if decided:
        plain(Decision).filter(reading=reading).update(at=decided)
        plain(Opening).filter(reading=reading).update(at=decided)


def _working_day_before(telling: Telling, day: int) -> int:
    """Return the offset of the working day before the one at `day`."""
    day -= 1
    while telling.on(day).weekday() > 4:
        day -= 1
    return day


def _coded_apart(consultation: Consultation, at: datetime) -> None:
    """Have two people code apart the week after it closes, and settle the day after."""
    coded = DoubleCoding.objects.filter(question__survey__consultation=consultation)
    settled = at + timedelta(days=1)
    plain(BlindCoding).filter(sampled__double_coding__in=coded).update(at=at)
    plain(SampledComment).filter(double_coding__in=coded).update(settled_at=settled)
    coded.update(made_at=at, ended_at=settled)


def _released(telling: Telling, consultation: Consultation, closes: int) -> None:
    """Propose two weeks after it closes, issue the day after."""
    releases = Release.objects.filter(survey__consultation=consultation)
    plain(Release).filter(pk__in=releases).update(
        proposed_at=telling.at(closes + 14, 10), issued_at=telling.at(closes + 15, 14)
    )
    for release in releases:
        for number, signature in enumerate(release.signatures.order_by("pk")):
            plain(Signature).filter(pk=signature.pk).update(
                at=telling.at(closes + 14 + number, 14)
            )


def _passed_on(telling: Telling) -> None:
    """Give both concerns the hours of the story."""
    for outcome, (day, raised, seen, decided) in CONCERNS.items():
        plain(Concern).filter(outcome=outcome).update(
            raised_at=telling.at(day, *raised),
            seen_at=telling.at(day, *seen),
            decided_at=telling.at(day, *decided),
        )
