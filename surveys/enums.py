"""Kinds, states and named sets of states of asking and answering."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionKind(TextChoices):
    """What kind of answer a question asks for."""

    SINGLE = "single", _("One choice")
    SEVERAL = "several", _("Several choices")
    PICTURE = "picture", _("Choose a picture")
    FACES = "faces", _("Faces with words")
    AGREE = "agree", _("How much they agree")
    SCALE = "scale", _("0 to 10")
    ORDER = "order", _("Put in order")
    DATE = "date", _("A year or a month")
    SHORT_TEXT = "short_text", _("A few words")
    LONG_TEXT = "long_text", _("In your own words")
    VOICE = "voice", _("Say it aloud")
    DRAWING = "drawing", _("Draw it")
    MESSAGE = "message", _("A message, nothing to answer")
    BREAK = "break", _("A short rest")

    @classmethod
    def closed(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose answers can be counted by option."""
        return cls.with_options() | {cls.SCALE}

    @classmethod
    def with_options(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose answer names options of the question."""
        return frozenset(
            {cls.SINGLE, cls.SEVERAL, cls.PICTURE, cls.FACES, cls.AGREE, cls.ORDER}
        )

    @classmethod
    def one_of(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose answer is exactly one option."""
        return frozenset({cls.SINGLE, cls.PICTURE, cls.FACES, cls.AGREE})

    @classmethod
    def graded(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose five options go from least to most."""
        return frozenset({cls.FACES, cls.AGREE})

    @classmethod
    def worded(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose whole answer is a comment in writing."""
        return frozenset({cls.SHORT_TEXT, cls.LONG_TEXT})

    @classmethod
    def recorded(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose answer is a comment that is heard or seen."""
        return frozenset({cls.VOICE, cls.DRAWING})

    @classmethod
    def told(cls) -> frozenset["QuestionKind"]:
        """Return the kinds whose whole answer is a comment, written or recorded."""
        return cls.worded() | cls.recorded()

    @classmethod
    def silent(cls) -> frozenset["QuestionKind"]:
        """Return the kinds that ask nothing."""
        return frozenset({cls.MESSAGE, cls.BREAK})


class DateParts(TextChoices):
    """How much of a date is asked for; never the day."""

    YEAR = "year", _("The year")
    MONTH = "month", _("Month and year")


class Mode(TextChoices):
    """How well we will know who answered; told before typing."""

    NAME_NOT_ASKED = "name_not_asked", _("We don't ask your name")
    KNOWN_TO_WORKER = "known_to_worker", _("Known to a worker")


class CommentKind(TextChoices):
    """How a child said it; a comment without words holds a recording."""

    TEXT = "text", _("In writing")
    VOICE = "voice", _("Spoken")
    DRAWING = "drawing", _("Drawn")
    PHOTO = "photo", _("Photographed")

    @classmethod
    def recorded(cls) -> frozenset["CommentKind"]:
        """Return the kinds that are heard or seen, and told by a reader in words."""
        return cls.seen() | {cls.VOICE}

    @classmethod
    def seen(cls) -> frozenset["CommentKind"]:
        """Return the kinds that are looked at."""
        return frozenset({cls.DRAWING, cls.PHOTO})


class MediaType(TextChoices):
    """What a picture or a sound may be; nothing else is kept, or served."""

    OGG = "audio/ogg", "Ogg"
    WEBM = "audio/webm", "WebM"
    MP4 = "audio/mp4", "MP4"
    MP3 = "audio/mpeg", "MP3"
    PNG = "image/png", "PNG"
    WEBP = "image/webp", "WebP"

    @classmethod
    def of(cls, kind: CommentKind) -> frozenset["MediaType"]:
        """Return what a voice, or a drawing, may be kept as; nothing for words."""
        return {
            CommentKind.VOICE: frozenset({cls.OGG, cls.WEBM, cls.MP4}),
            CommentKind.DRAWING: frozenset({cls.PNG, cls.WEBP}),
            CommentKind.PHOTO: frozenset({cls.PNG, cls.WEBP}),
        }.get(kind, frozenset())


class PausedBy(TextChoices):
    """Who closed the text questions of a survey; never a NULL."""

    PERSON = "person", _("A person")
    MACHINE = "machine", _("The clock")


class HelpedBy(TextChoices):
    """Who was beside a young person while they answered, as far as anybody said."""

    NOT_SAID = "not_said", _("Nobody said")
    NOBODY = "nobody", _("Nobody")
    FAMILY = "family", _("Somebody in their family")
    CARER = "carer", _("A carer")
    WORKER = "worker", _("A worker")
    TEACHER = "teacher", _("A teacher")
    ADVOCATE = "advocate", _("An advocate")
    FRIEND = "friend", _("A friend")
    INTERPRETER = "interpreter", _("An interpreter")


class Company(TextChoices):
    """Who was near while somebody answered, as far as they said."""

    NOT_SAID = "not_said", _("Nobody said")
    ALONE = "alone", _("Alone")
    NEARBY = "nearby", _("Somebody nearby")
    HELPING = "helping", _("Somebody helping")


class HelpGiven(TextChoices):
    """What somebody beside a young person did; several may be true."""

    READ_ALOUD = "read_aloud", _("Read it aloud")
    EXPLAINED = "explained", _("Explained words")
    TYPED = "typed", _("Typed or pressed for them")
    INTERPRETED = "interpreted", _("Interpreted or signed")


class Agreement(TextChoices):
    """How a young person agreed to take part; never why the council may hold it."""

    NOT_ASKED = "not_asked", _("Not asked")
    OWN = "own", _("They said yes themselves")
    TOLD = "told", _("They said yes to who was with them")


class CodeState(TextChoices):
    """Where a single-use code is; nothing says when it came there."""

    UNUSED = "unused", _("Not used")
    STARTED = "started", _("Started")
    USED = "used", _("Used")
    REVOKED = "revoked", _("Taken back")

    @classmethod
    def over(cls) -> frozenset["CodeState"]:
        """Return the states in which a code opens nothing any more."""
        return frozenset({cls.USED, cls.REVOKED})


class CodesOut(TextChoices):
    """As what the codes of a batch are taken out, once."""

    LETTERS = "letters", _("Letters, a sheet each")
    SLIPS = "slips", _("Slips to cut out")
    TABLE = "table", _("A table (CSV)")


class CodeKind(TextChoices):
    """What a personal code opens; one of a kind never opens another."""

    INVITATION = "invitation", _("Start")
    GROUP = "group", _("Join a group")
    RETURN = "return", _("Come back and go on")
    RECEIPT = "receipt", _("See how far it has travelled")
    EDITORS = "editors", _("Read something before it is out")


class CodeSpace(TextChoices):
    """Among how many codes somebody guesses who types one: told by its length alone."""

    PERSONAL = "personal", _("Codes of one person")
    ROOM = "room", _("Codes on a wall")


class InvitationKind(TextChoices):
    """Ways in."""

    LINK = "link", _("Open link")
    CODES = "codes", _("Batch of codes")
    GROUP = "group", _("Group session")
    ASSISTED = "assisted", _("Assisted entry")
    PAPER = "paper", _("Paper")


class ResponseState(TextChoices):
    """Where a response is; only finished ones are counted."""

    UNDER_WAY = "under_way", _("Under way")
    FINISHED = "finished", _("Finished")
    SET_ASIDE = "set_aside", _("Set aside")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ENDED = "ended", _("Kept no longer")

    @classmethod
    def heard(cls) -> frozenset["ResponseState"]:
        """Return the states whose kept words count: also once the answers are gone."""
        return frozenset({cls.FINISHED, cls.ENDED})

    @classmethod
    def counted(cls) -> frozenset["ResponseState"]:
        """Return the states whose answers are counted."""
        return frozenset({cls.FINISHED})


class NoteState(TextChoices):
    """Where the write-up of a session is; only what was sent is heard."""

    DRAFT = "draft", _("Being written")
    SENT = "sent", _("Sent to be read")
    TAKEN_BACK = "taken_back", _("Taken back")
    ENDED = "ended", _("Kept no longer")

    @classmethod
    def heard(cls) -> frozenset["NoteState"]:
        """Return the states whose kept words may be quoted."""
        return frozenset({cls.SENT, cls.ENDED})


class Kept(TextChoices):
    """What a survey keeps for a time of its own."""

    WORDS = "words", _("Words as written, recordings")
    RESPONSES = "responses", _("Answers of each young person")
    CONTACT = "contact", _("How to reach somebody who asked us to")


class SetAsideKind(TextChoices):
    """By what a rule knows hoaxes and duplicates."""

    SAME_WORDS = "same_words", _("The same words pasted many times")
    TOO_QUICK = "too_quick", _("Finished too quickly, the same answer all through")
    BURST = "burst", _("Many with all the same answers in one week")


class AnswerState(TextChoices):
    """What became of one question; a question not asked has no answer at all."""

    ANSWERED = "answered", _("Answered")
    NOT_SURE = "not_sure", _("Not sure")
    NOT_SAID = "not_said", _("Prefers not to say")
    SKIPPED = "skipped", _("Skipped")


class ConsultationState(TextChoices):
    """Where a consultation is, read from its dates and from what has truly happened."""

    DRAFT = "draft", _("Being written")
    SCHEDULED = "scheduled", _("Opens soon")
    OPEN = "open", _("Open")
    READING = "reading", _("Closed; we are reading")
    UNDERSTANDING = "understanding", _("All read; we work out what it means")
    OVERDUE = "overdue", _("Our reply is late")
    REPLIED = "replied", _("We have replied")
    CHECKED = "checked", _("Young people have said what we kept")


class SurveyState(TextChoices):
    """Where a survey is, read from its editions, its consultation's days and the archive."""

    DRAFT = "draft", _("Being written")
    WAITING = "waiting", _("Opens later")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    ARCHIVED = "archived", _("Archived")
