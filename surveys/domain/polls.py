"""Begins a poll, or sessions: a consultation with up to three questions, ready to publish.

What is heard in sessions alone has questions too: they are what a group is asked, and
each thing it says is written up under one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.audience import ConsultationKind
from surveys.domain.beginning import free_slug
from surveys.domain.consultations import keep_consultation
from surveys.domain.members import begin_membership
from surveys.drafting.building import question_block
from surveys.drafting.starts import start_options
from surveys.enums import QuestionKind
from surveys.logic.drafts import DraftOption, DraftQuestion
from surveys.models import Consultation, Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.settings import council_settings

MOST_QUESTIONS = 3
REPLY_AFTER = timedelta(weeks=4)
YES_NO = "yes_no"


@dataclass(frozen=True)
class PollQuestion:
    """One question of a poll: its words, and yes_no, "faces" or "long_text"."""

    prompt: str
    kind: str


@dataclass(frozen=True)
class PollFacts:
    """What a worker says of a poll, or of sessions; the rest is the house's own words."""

    title: str
    asked_who: str
    asked: int
    age_bands: Sequence[str]
    decision_maker: str
    closes_on: date
    questions: Sequence[PollQuestion]
    kind: ConsultationKind = ConsultationKind.POLL


@transaction.atomic
def start_poll(facts: PollFacts, *, by: User) -> Survey:
    """Return the draft of a poll, its consultation made with it; `by` runs it.

    Raises ValidationError when a fact cannot be so, ValueError for no question or
    more than three.
    """
    if not 0 < len(facts.questions) <= MOST_QUESTIONS:
        raise ValueError("A poll has one to three questions.")
    with translation.override(BASE_LANGUAGE):
        consultation = keep_consultation(_consultation(facts), by=by)
        survey = _survey(facts, consultation)
    survey.full_clean()
    survey.save()
    record("surveys.create_survey", of=survey, by=by)
    begin_membership(survey, by=by)
    survey.save_revision(user=by)
    return survey


def _consultation(facts: PollFacts) -> Consultation:
    """Return the consultation of a poll, in the house's own words."""
    readers = council_settings().about_readers
    return Consultation(
        slug=free_slug(facts.title, of=Consultation, otherwise="poll"),
        kind=facts.kind,
        title=facts.title,
        asking=_("What you think about it, in a few questions."),
        why=_("We want to hear from you before it is decided."),
        **_told_before(facts),
        who_listens=_("%(who)s hears what you say, and decides what is done.")
        % {"who": facts.decision_maker},
        can_change=_("What is done about it."),
        cannot_change=_("What the law or a court has decided."),
        decision_maker=facts.decision_maker,
        who_reads=readers or _("Workers whose job is to listen."),
        asked_who=facts.asked_who,
        asked=facts.asked,
        opens_on=timezone.localdate(),
        closes_on=facts.closes_on,
        reply_due_on=facts.closes_on + REPLY_AFTER,
    )


def _told_before(facts: PollFacts) -> dict[str, str]:
    """Return how it is safe, who might be left out and how it can be said."""
    if facts.kind == ConsultationKind.SESSIONS:
        return {
            "how_safe": _(
                "You choose whether you come. You can say nothing, and leave when you "
                "like. We write down no names."
            ),
            "left_out": _("Those who cannot come. Tell a worker, who comes to them."),
            "how_to_say": _("By talking together, or by telling the worker alone."),
        }
    return {
        "how_safe": _(
            "You choose where you answer. You can skip any question, and stop when "
            "you like."
        ),
        "left_out": _(
            "Those whom the link does not reach. Tell a worker, who asks them another "
            "way."
        ),
        "how_to_say": _(
            "By choosing answers, and in your own words. A worker helps you if you want."
        ),
    }


def _survey(facts: PollFacts, consultation: Consultation) -> Survey:
    """Return the survey of a poll, not saved yet."""
    return Survey(
        consultation=consultation,
        slug=free_slug(facts.title, otherwise="poll"),
        title=facts.title,
        introduction=_first_words(facts),
        thanks=_("Thank you. We will tell you what happens because of what you said."),
        age_bands=list(facts.age_bands),
        expected=facts.asked,
        questions=[
            question_block(_question(question, facts.decision_maker))
            for question in facts.questions
        ],
        live=False,
    )


def _first_words(facts: PollFacts) -> str:
    """Return what is read first: how much is asked, or that a group talks about it."""
    if facts.kind == ConsultationKind.SESSIONS:
        return _("We talk about it together. Say as much or as little as you like.")
    count = len(facts.questions)
    return ngettext(
        "One short question. Skip it if you like.",
        "%(count)d short questions. Skip any you like.",
        count,
    ) % {"count": count}


def _question(question: PollQuestion, decision_maker: str) -> DraftQuestion:
    """Return one question with its options, and what its answers inform."""
    is_yes_no = question.kind == YES_NO
    kind = QuestionKind.SINGLE if is_yes_no else QuestionKind(question.kind)
    options: tuple[DraftOption, ...] = ()
    if is_yes_no:
        options = (DraftOption("yes", _("Yes")), DraftOption("no", _("No")))
    elif kind in QuestionKind.with_options():
        options = tuple(
            DraftOption(option["key"], option["text"])
            for option in start_options(kind.value)
        )
    return DraftQuestion(
        key="",
        kind=kind.value,
        prompt=question.prompt,
        options=options,
        not_sure=kind not in QuestionKind.told(),
        decision=_("What is done about it; %(who)s decides.") % {"who": decision_maker},
    )
