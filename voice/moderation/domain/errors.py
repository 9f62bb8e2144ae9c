"""What can stand in the way of a decision, in sentences for people."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voice.hours import hour
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading
from voice.moderation.queries.queue import last_decision


class CannotDecide(Exception):
    """Something stands in the way; `sentence` says what."""

    sentence: str | Promise = gettext_lazy(
        "That cannot be done now. Nothing was changed."
    )


class AlreadyDecided(CannotDecide):
    """Somebody, or the child, was first; nothing was changed.

    `sentence` says who decided what and when.
    """

    def __init__(self, reading: Reading) -> None:
        """Remember the reading as it is now."""
        self.reading = reading
        self.sentence = _sentence(reading)
        super().__init__(str(reading.pk))


class QuoteNotAllowed(CannotDecide):
    """The child said no to being quoted, and that holds."""

    sentence = gettext_lazy(
        "The young person did not say yes to being quoted. Nothing was changed."
    )


class QuoteOwnNote(CannotDecide):
    """Two yeses are two people's: the writer of a session note has given theirs."""

    sentence = gettext_lazy(
        "You wrote up this session, and told us that they said yes. Somebody else says "
        "whether it may be quoted. Nothing was changed."
    )


class QuoteNotCounted(CannotDecide):
    """What is quoted is counted too."""

    sentence = gettext_lazy("Words that may be quoted must be counted too.")


class NothingReplaced(CannotDecide):
    """A redaction without passages, or with passages that do not fit."""

    sentence = gettext_lazy(
        "Choose the words to replace, inside the comment and not twice."
    )


class PassedOnStays(CannotDecide):
    """What was passed on is with the safeguarding lead, who alone gives it back."""

    sentence = gettext_lazy(
        "This was passed on and is with the safeguarding lead. It cannot be undone here."
    )


class NotWrittenDown(CannotDecide):
    """A voice or drawing travels on only in a reader's words, and has none yet."""

    sentence = gettext_lazy(
        "Write down what is said or drawn first. Only your words for it travel on."
    )


class NothingToWriteDown(CannotDecide):
    """The comment is in writing already."""

    sentence = gettext_lazy("This comment is in writing already.")


class UsedInRelease(CannotDecide):
    """A release holds this decision; from here it only goes forward."""

    sentence = gettext_lazy(
        "A release that two people signed holds this decision, and keeps it as it was. "
        "You can decide again from now on: what you choose holds for later releases."
    )


class NotYourOwn(CannotDecide):
    """Nobody is the second reader of their own decision."""

    sentence = gettext_lazy("You decided this one yourself. Somebody else reads it.")


class ReadAgainAlready(CannotDecide):
    """Somebody read or settled it first, or the decision is no longer the one drawn."""

    sentence = gettext_lazy(
        "Somebody was a moment before you, or it was decided anew. Nothing was changed."
    )


class TalkFirst(CannotDecide):
    """Two readers who differ settle it together, or leave it to a third."""

    sentence = gettext_lazy(
        "Talk with the other reader first, or leave it to somebody else."
    )


class TranslationChanged(CannotDecide):
    """Somebody wrote the translation anew meanwhile."""

    sentence = gettext_lazy(
        "Somebody wrote in this translation a moment before you. Nothing of theirs was "
        "changed; yours is still on the page."
    )


class NotKept(CannotDecide):
    """Only what stands beside kept words can be shown."""

    sentence = gettext_lazy(
        "Decide on the comment first: a translation is shown only beside words that are."
    )


class NotToPassOn(CannotDecide):
    """Thanks are quoted: both yeses, a finished response and no open concern."""

    sentence = gettext_lazy(
        "These words cannot be passed on as thanks: the young person and the reader "
        "must both have said yes to quoting them."
    )


class NoSuchRecipient(CannotDecide):
    """Thanks go to somebody who signs in at the desk."""

    sentence = gettext_lazy("Choose somebody who signs in to Voice.")


class ThankedAlready(CannotDecide):
    """The same words go to the same person once."""

    sentence = gettext_lazy("They have these words already.")


class TooLateToUndo(CannotDecide):
    """The ten seconds are over."""

    sentence = gettext_lazy(
        "The ten seconds for undoing are over. You can still put the comment back to "
        "be read from its own page, and say why."
    )


class SomebodyElsesDecision(CannotDecide):
    """Only the person who decided undoes it in passing."""

    sentence = gettext_lazy(
        "Somebody else decided this. You can put it back to be read from its own "
        "page, and say why."
    )


class NotOpened(CannotDecide):
    """Nobody approves what they have not opened."""

    sentence = gettext_lazy(
        "You have not opened this one as it is now. Open it and read it first."
    )


class NeedsALookAlone(CannotDecide):
    """Screening put it forward, so it is decided on its own page."""

    sentence = gettext_lazy(
        "Screening noticed something in this one. Please decide it on its own page."
    )


class TooManyAtOnce(CannotDecide):
    """More than one screenful."""

    sentence = gettext_lazy(
        "That is more than one screenful. Nothing was changed: choose again."
    )


class ConcernIsDecided(CannotDecide):
    """The concern was decided already; nothing was changed."""

    sentence = gettext_lazy("This concern was decided already. Nothing was changed.")


class ConcernIsOpen(CannotDecide):
    """This can be done only once the concern is decided."""

    sentence = gettext_lazy("Decide this concern first. Nothing was changed.")


class NothingToGiveBack(CannotDecide):
    """The comment is not there any more; the concern has its own copy."""

    sentence = gettext_lazy("The comment is not there any more. Nothing was changed.")


class WordsAreDeleted(CannotDecide):
    """The concern's time is over, and what it held was deleted."""

    sentence = gettext_lazy(
        "The words of this concern were deleted when their time was over."
    )


class WallStays(CannotDecide):
    """A reader's choice stays, and nobody takes down a wall around themselves."""

    sentence = gettext_lazy("This stays as it is. Nothing was changed.")


class HeldAlready(CannotDecide):
    """A legal hold stands already."""

    sentence = gettext_lazy("This concern is on hold already. Nothing was changed.")


class NotHeld(CannotDecide):
    """There is no hold to lift."""

    sentence = gettext_lazy("No hold stands on this concern. Nothing was changed.")


class NoWorryHere(CannotDecide):
    """The comment does not wait as a possible worry any more."""

    sentence = gettext_lazy("A reader has decided about this comment meanwhile.")


class NotYours(CannotDecide):
    """Only the reader who raised a concern may ask this."""

    sentence = gettext_lazy("Only the reader who passed it on may do that.")


def _sentence(reading: Reading) -> str:
    """Return who decided what and when, for somebody who came second."""
    decision = last_decision(reading)
    if reading.state == ReadingState.TAKEN_BACK:
        return _("The young person has taken these words back. Nothing was changed.")
    if decision is None or decision.version != reading.version:
        if reading.comment.is_recorded:
            return _(
                "Somebody wrote down what is said a moment before you, or the young "
                "person changed it. Please read it again. Nothing was changed."
            )
        return _(
            "The young person changed their words while you were reading. "
            "Please read them again. Nothing was changed."
        )
    at = timezone.localtime(decision.at)
    said = {
        "name": str(decision.by),
        "time": hour(at),
        "date": date_format(at, "j F Y"),
        "state": decision.get_state_display().lower(),
    }
    if decision.state == ReadingState.WAITING:
        return (
            _(
                "%(name)s put this back to be read at %(time)s on %(date)s. "
                "Nothing of yours was saved over it."
            )
            % said
        )
    return (
        _(
            "%(name)s was a moment before you: %(state)s, at %(time)s on %(date)s. "
            "Nothing of theirs was changed."
        )
        % said
    )
