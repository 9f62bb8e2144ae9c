"""Answering evidence that challenges what the council does."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.enums import Stance
from voice.statement.models import ChallengeAnswer, Evidence

if TYPE_CHECKING:
    from voice.accounts.models import User


class NothingToAnswer(Exception):
    """There is nothing to answer, or nothing is said; the message is for people."""


@transaction.atomic
def answer_challenge(evidence: Evidence, *, text: str, by: "User") -> ChallengeAnswer:
    """Return what is said to evidence that challenges; earlier answers stay.

    Raises NothingToAnswer for evidence that does not challenge, and for no words.
    """
    if evidence.stance != Stance.CHALLENGES:
        raise NothingToAnswer(_("This evidence does not challenge what we do."))
    if not text.strip():
        raise NothingToAnswer(_("Say what you make of it, and what you will do."))
    answer = ChallengeAnswer.objects.create(evidence=evidence, text=text.strip(), by=by)
    record("statement.answer_challenge", of=evidence, by=by, answer=answer.pk)
    return answer
