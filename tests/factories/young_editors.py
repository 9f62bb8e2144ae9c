"""Makes groups of young editors, what they are shown and what they say."""

from uuid import uuid4

import factory

from tests.factories.accounts import UserFactory
from tests.factories.replies import PromiseFactory, ReplyWordingFactory
from tests.factories.surveys import SurveyMemberFactory, in_days
from voice.young_editors.domain.answering import receive_answer
from voice.young_editors.domain.inviting import ask_group, make_code
from voice.young_editors.domain.worries import screen_answer
from voice.young_editors.enums import Kind, Verdict
from voice.young_editors.models import EditorsGroup


class EditorsGroupFactory(factory.django.DjangoModelFactory):
    """A Children in Care Council of about eight, with an adult."""

    class Meta:
        model = EditorsGroup

    name = factory.Sequence(lambda number: f"Children in Care Council {number}")
    about_how_many = 8
    supported_by = "Participation officer"
    languages = factory.LazyFunction(lambda: ["en"])
    made_by = factory.SubFactory(UserFactory, worker=True)


def reply_to_read():
    """Return a reply being written that can be published, and a worker who writes it."""
    reply = ReplyWordingFactory().reply
    PromiseFactory(reply=reply)
    return reply, writer_of(reply)


def writer_of(reply):
    """Return a worker who runs the survey that a reply speaks from."""
    return SurveyMemberFactory(survey=reply.release.survey).user


def asked_about(reply, *, by, group=None, **facts):
    """Return an invitation to look at `reply`, and its code."""
    given = {"languages": ["en"], "expires_on": in_days(7), **facts}
    invitation = ask_group(
        group or EditorsGroupFactory(), kind=Kind.REPLY, pk=reply.pk, by=by, **given
    )
    code = make_code(invitation, by=by)
    invitation.refresh_from_db()
    return invitation, code


def said(invitation, verdict=Verdict.YES, *, screened=True, **comments):
    """Return what a group says of the words it was shown last; `whole` is of the whole."""
    keys = {"" if name == "whole" else name: text for name, text in comments.items()}
    answer = receive_answer(
        invitation.shown.first(),
        once=uuid4(),
        verdict=verdict,
        language="en",
        comments=keys,
    )
    if screened:
        screen_answer(answer)
        answer.refresh_from_db()
    return answer
