"""Says kindly to a young person why an answer could not be kept."""

from django.utils.translation import gettext as _

from surveys.enums import DateParts
from surveys.logic.answers import Refusal, longest_words
from surveys.logic.definition import QuestionDefinition


class AnswerRefused(Exception):
    """The answer does not fit its question; nothing was changed."""

    def __init__(self, why: Refusal, question: QuestionDefinition) -> None:
        """Remember `why`, and say it in the language in use."""
        self.why = why
        self.sentence = _sentence(why, question)
        super().__init__(why.value)


def _sentence(why: Refusal, question: QuestionDefinition) -> str:
    """Return what to tell the child, in the language in use."""
    sentences = {
        Refusal.NOTHING_WRITTEN: _("Write something, or press Skip."),
        Refusal.TOO_LONG: _(
            "That is more than we can keep: up to %(limit)s letters fit here. "
            "Nothing you wrote is lost. Please make it a little shorter."
        )
        % {"limit": f"{longest_words(question):,}"},
        Refusal.UNKEEPABLE_CHARACTER: _(
            "There is a hidden sign in your words that we cannot keep. "
            "We took it out. Please press Next again."
        ),
        Refusal.TOO_MANY: _("Choose up to %(most)s, or press Skip.")
        % {"most": question.get("most", len(question["options"]))},
        Refusal.NOT_ALONE: _(
            "You chose one answer that says none of the others fit. "
            "Choose that one, or the others."
        ),
        Refusal.TWICE: _("Give each a place of its own, or press Skip."),
        Refusal.NOT_ALL: _("Give every one a place, or press Skip.")
        if "most" not in question
        else _("Choose %(most)s, or press Skip.") % {"most": question["most"]},
        Refusal.NOT_A_DATE: _("Choose the year and the month, or press Skip.")
        if question.get("date_parts") == DateParts.MONTH
        else _("Choose the year, or press Skip."),
        Refusal.NOT_RECORDED: _(
            "That is not something we can keep. Please record it, or draw it, once "
            "more, or use words."
        ),
        Refusal.RECORDED_TOO_LONG: _(
            "That is too long to keep. Please make a shorter recording, or a smaller "
            "picture, or use words."
        ),
    }
    return sentences.get(why, _("Choose an answer, or press Skip."))
