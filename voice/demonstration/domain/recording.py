"""Says aloud and draws: two comments that no keyboard wrote, and what stands beside one."""

from datetime import timedelta

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.recordings import keep_recording
from surveys.enums import CommentKind, MediaType, QuestionKind
from surveys.models import Comment, Invitation
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.recordings import drawing, voice
from voice.demonstration.story.told_surveys import ToldSurvey
from voice.moderation.domain.notes import add_note
from voice.moderation.domain.second_reading import read_again
from voice.moderation.enums import SecondState
from voice.moderation.models import Reading, SecondReading

RECORDED = (
    (CommentKind.VOICE, MediaType.OGG, voice),
    (CommentKind.DRAWING, MediaType.PNG, drawing),
)
NOTE = "Asked the duty line how long grant forms take now: three weeks."


def record_answers(telling: Telling, told: ToldSurvey, invitation: Invitation) -> None:
    """Have two young people answer the open question by voice and with a drawing."""
    key = next(one.key for one in told.questions if one.kind in QuestionKind.told())
    at = telling.at(-1, 17)
    for kind, media_type, content in RECORDED:
        response = start_response(
            invitation, language="en", age_band=told.age_bands[-1], at=at
        ).response
        later = at + timedelta(seconds=30)
        save_answer(response, key=key, value="(recorded)", may_quote=True, at=later)
        keep_recording(
            Comment.objects.get(response=response),
            kind=kind,
            media_type=media_type,
            content=content(),
        )
        finish_response(response, at=later + timedelta(minutes=4))


def write_beside(telling: Telling, comment: Comment) -> None:
    """Leave a note beside a comment for the other reader."""
    add_note(
        Reading.objects.get(comment=comment), words=NOTE, by=telling.people["worker"]
    )


def read_some_again(telling: Telling) -> None:
    """Have the second reader read what was drawn by lot, all but the newest."""
    drawn = SecondReading.objects.filter(state=SecondState.WAITING).order_by("pk")
    for second in list(drawn.select_related("first__reading"))[:-1]:
        read_again(
            second,
            came_to=second.first.state,
            reason=second.first.reason,
            by=telling.people["worker2"],
        )
