"""A Children in Care Council reads what Calderwick wrote: a yes, and two not-yets."""

from uuid import uuid4

from voice.accounts.models import User
from voice.briefings.domain.headlines import agree_by_their_yes, propose_headline
from voice.briefings.models import ProposedHeadline
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story import young_editors as story
from voice.replies.models import Reply
from voice.replies.queries.to_look_at import subject_of_reply
from voice.statement.models import KeyTheme
from voice.young_editors.domain.answering import receive_answer
from voice.young_editors.domain.groups import keep_group
from voice.young_editors.domain.inviting import ask_group, show_again
from voice.young_editors.domain.telling import tell_what_came_of_it
from voice.young_editors.domain.worries import screen_answer
from voice.young_editors.enums import CameOfIt, Kind, Verdict
from voice.young_editors.models import EditorsAnswer, EditorsGroup, EditorsInvitation

LANGUAGES = ("en", "ur")
OPEN_FOR = 21


def read_reply(telling: Telling, reply: Reply) -> str:
    """Let a group say not yet to a reply; return why it goes out all the same."""
    worker = telling.people["worker"]
    invitation = _ask(telling, Kind.REPLY, reply.pk)
    shown = subject_of_reply(reply).passages
    next_step = next(one.key for one in shown if one.key.startswith("next.en."))
    answer = _say(invitation, Verdict.NOT_YET, {next_step: story.ABOUT_NEXT})
    _tell(answer, CameOfIt.NOT_CHANGED, story.WHY_NOT, by=worker)
    return story.WITHOUT


def read_headlines(telling: Telling) -> None:
    """Let the group say yes to one sentence for the board, and not yet to another."""
    worker = telling.people["worker"]
    number, words = story.SAID_YES
    agreed = _propose(number, words, by=worker)
    _say(_ask(telling, Kind.HEADLINE, agreed.pk), Verdict.YES, {})
    agree_by_their_yes(agreed, by=worker)
    number, before, since, comment, told = story.SAID_NOT_YET
    proposed = _propose(number, before, by=worker)
    invitation = _ask(telling, Kind.HEADLINE, proposed.pk)
    answer = _say(invitation, Verdict.NOT_YET, {"sentence.en": comment})
    _propose(number, since, by=worker)
    show_again(invitation, by=worker)
    _tell(answer, CameOfIt.CHANGED, told, by=worker)


def _group(by: User) -> EditorsGroup:
    """Return the group, made the first time it is asked."""
    known = EditorsGroup.objects.filter(name=story.GROUP).first()
    return known or keep_group(
        EditorsGroup(),
        name=story.GROUP,
        about_how_many=story.ABOUT_HOW_MANY,
        supported_by=story.SUPPORTED_BY,
        languages=LANGUAGES,
        by=by,
    )


def _ask(telling: Telling, kind: Kind, pk: int) -> EditorsInvitation:
    """Ask the group to look at one thing, in English and Urdu."""
    worker = telling.people["worker"]
    return ask_group(
        _group(worker),
        kind=kind,
        pk=pk,
        languages=LANGUAGES,
        expires_on=telling.on(OPEN_FOR),
        by=worker,
    )


def _propose(number: int, words: tuple[str, str], *, by: User) -> ProposedHeadline:
    """Propose a sentence in English and Urdu, or put it otherwise."""
    english, urdu = words
    key_theme = KeyTheme.objects.get(number=number)
    return propose_headline(key_theme, sentence=english, wordings={"ur": urdu}, by=by)


def _say(
    invitation: EditorsInvitation, verdict: Verdict, comments: dict[str, str]
) -> EditorsAnswer:
    """Let the group say something of what it sees, and look through it."""
    answer = receive_answer(
        invitation.shown.all()[0],
        once=uuid4(),
        verdict=verdict,
        language="en",
        comments=comments,
    )
    screen_answer(answer)
    return answer


def _tell(answer: EditorsAnswer, came: CameOfIt, told: str, *, by: User) -> None:
    """Tell the group what came of what it wrote."""
    for comment in answer.comments.all():
        tell_what_came_of_it(comment, came_of_it=came, told=told, by=by)
