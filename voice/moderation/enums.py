"""States of reading, decisions and concerns."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReadingState(TextChoices):
    """Where the reading of one comment is."""

    WAITING = "waiting", _("Waiting to be read")
    APPROVED = "approved", _("Approved")
    REDACTED = "redacted", _("Redacted")
    WITHHELD = "withheld", _("Withheld")
    PASSED_ON = "passed_on", _("Passed on")
    TAKEN_BACK = "taken_back", _("Taken back by the child")

    @classmethod
    def settled(cls) -> frozenset["ReadingState"]:
        """Return the states in which a person has decided."""
        return frozenset({cls.APPROVED, cls.REDACTED, cls.WITHHELD, cls.PASSED_ON})

    @classmethod
    def kept(cls) -> frozenset["ReadingState"]:
        """Return the states whose text may travel on to themes."""
        return frozenset({cls.APPROVED, cls.REDACTED})


class HintKind(TextChoices):
    """What screening thinks it saw; it only ever offers."""

    WORRY = "worry", _("Possible worry")
    PHONE = "phone", _("Telephone number")
    POSTCODE = "postcode", _("Postcode")
    EMAIL = "email", _("E-mail address")
    HANDLE = "handle", _("Name on an app")
    ADDRESS = "address", _("Address")
    SCHOOL = "school", _("School")
    NAME = "name", _("Name")
    WORKER = "worker", _("A worker's name")
    DATE = "date", _("Date of birth, or another date")
    NHS_NUMBER = "nhs_number", _("NHS number")
    NI_NUMBER = "ni_number", _("National Insurance number")


class ListKind(TextChoices):
    """The lists that screening looks for, kept by the safeguarding leads."""

    WORRIES = "worries", _("Worries")
    EXAMPLES = "examples", _("Examples of worries")
    SCHOOLS = "schools", _("Schools")


class MeaningState(TextChoices):
    """Whether nearness in meaning is looked for."""

    ON = "on", _("Looked for")
    SWITCHED_OFF = "switched_off", _("Switched off")
    NOT_INSTALLED = "not_installed", _("Not installed")


class Replacement(TextChoices):
    """What stands in for words that are redacted; a word of their kind."""

    NAME = "[name]", _("A name")
    WORKER = "[worker]", _("A worker's name")
    SCHOOL = "[school]", _("A school")
    PLACE = "[place]", _("A place or address")
    PHONE = "[phone]", _("A telephone number")
    HANDLE = "[handle]", _("A name on an app, or an e-mail address")
    AGES = "[ages]", _("An age or a date")
    NUMBER = "[number]", _("A number that belongs to one person")
    SOMETHING = "[something]", _("Something else")


class WithholdReason(TextChoices):
    """Why a comment is withheld; a short, closed list."""

    IDENTIFIES = "identifies", _("Identifies someone even when redacted")
    UNKIND = "unkind", _("Unkind about someone")
    DUPLICATE = "duplicate", _("Duplicate")
    TEST = "test", _("Test or blank")


class PutBackReason(TextChoices):
    """Why a decided comment goes back to be read; a short, closed list."""

    UNDO = "undo", _("Undone within ten seconds")
    GIVEN_BACK = "given_back", _("Given back by the safeguarding lead")
    MISSED = "missed", _("Something that tells who it is was missed")
    TOO_MUCH = "too_much", _("More was replaced or kept back than needed")
    MISREAD = "misread", _("It was misread")
    ASKED = "asked", _("Somebody asked us to look again")
    CHECKED = "checked", _("A second reading came to something else")

    @classmethod
    def to_choose(cls) -> tuple["PutBackReason", ...]:
        """Return those a reader chooses from, in the order shown."""
        return (cls.MISSED, cls.TOO_MUCH, cls.MISREAD, cls.ASKED)


class SecondState(TextChoices):
    """Where a second reading is."""

    WAITING = "waiting", _("Waiting for a second reader")
    AGREED = "agreed", _("Both came to the same")
    DIFFERS = "differs", _("To be settled")
    SETTLED = "settled", _("Settled")


class Settled(TextChoices):
    """How a difference between two readers was settled."""

    FIRST_STANDS = "first_stands", _("The first decision stands")
    DECIDE_AGAIN = "decide_again", _("It is decided again")


class RaisedBy(TextChoices):
    """Where a concern came from; never a NULL."""

    READER = "reader", _("A reader passed it on")
    SCREENING = "screening", _("A possible worry that screening saw")
    CONTACT_ME = "contact_me", _("A young person wants to be contacted")
    REQUEST = "request", _("A young person asked for something to be sorted out")
    EDITORS = "editors", _("Young editors wrote it")

    @classmethod
    def by_themselves(cls) -> frozenset["RaisedBy"]:
        """Return where a concern comes from a young person, not from a comment."""
        return frozenset({cls.CONTACT_ME, cls.REQUEST, cls.EDITORS})


class RequestState(TextChoices):
    """Where something practical is that a young person asked to be sorted out."""

    OPEN = "open", _("To be sorted out")
    SORTED = "sorted", _("Sorted out")
    NOT_POSSIBLE = "not_possible", _("Could not be sorted out")
    PASSED_ON = "passed_on", _("With the safeguarding leads")

    @classmethod
    def settled(cls) -> frozenset["RequestState"]:
        """Return the states in which the workers who run the survey ended it."""
        return frozenset({cls.SORTED, cls.NOT_POSSIBLE})


class ConcernState(TextChoices):
    """Where a concern is."""

    NEW = "new", _("New")
    SEEN = "seen", _("Seen")
    DECIDED = "decided", _("Decided")

    @classmethod
    def open(cls) -> frozenset["ConcernState"]:
        """Return the states that keep the comment locked away."""
        return frozenset({cls.NEW, cls.SEEN})


class Outcome(TextChoices):
    """What a safeguarding lead decided."""

    NO_FURTHER_ACTION = "no_further_action", _("No further action")
    ADVICE = "advice", _("Advice given")
    IMMEDIATE_DANGER = "immediate_danger", _("Immediate danger: rang 999 or front door")
    FRONT_DOOR = "front_door", _("Referred to the front door")
    DESIGNATED_OFFICER = "designated_officer", _("Designated officer (about staff)")
    POLICE = "police", _("Police")
    ADULT = "adult", _("Adult safeguarding (18 to 25)")
    COMPLAINT = "complaint", _("Complaint or advocate")
    KNOWN = "known", _("Already known")

    @classmethod
    def referred(cls) -> frozenset["Outcome"]:
        """Return the outcomes by which somebody outside was told.

        Contact details are then kept as long as the words (issue 3, "Retention").
        """
        return frozenset(
            {
                cls.IMMEDIATE_DANGER,
                cls.FRONT_DOOR,
                cls.DESIGNATED_OFFICER,
                cls.POLICE,
                cls.ADULT,
            }
        )


class Reached(TextChoices):
    """What came of a try at reaching a young person who asked to be contacted."""

    SPOKE = "spoke", _("We spoke, or they answered")
    MESSAGE = "message", _("Left a message that gives nothing away")
    NO_ANSWER = "no_answer", _("No answer")
    SOMEBODY_ELSE = "somebody_else", _("Somebody else answered; nothing was said")
    WRONG = "wrong", _("It does not work, or is not theirs")


class WallReason(TextChoices):
    """Why somebody must not see a concern."""

    NAMED = "named", _("It is about this person")
    NOT_THIS_LEAD = "not_this_lead", _("The reader chose “not this lead”")


class WallOrigin(TextChoices):
    """Who put a wall up."""

    MACHINE = "machine", _("Voice found their name in the words")
    READER = "reader", _("A reader")
    LEAD = "lead", _("A safeguarding lead")
