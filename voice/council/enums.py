"""Colours, languages, duty, alarms, and what keys are for."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Colour(TextChoices):
    """The house's colours, by token; one for each consultation."""

    TEAL = "teal", _("Teal")
    PLUM = "plum", _("Plum")
    INDIGO = "indigo", _("Indigo")
    RUST = "rust", _("Rust")
    MOSS = "moss", _("Moss")


class KeyPurpose(TextChoices):
    """What a data key seals (DESIGN.md section 9)."""

    RAW = "raw", _("What a child wrote")
    KEPT = "kept", _("Redacted, approved text")
    SAFEGUARDING = "safeguarding", _("Concerns")


class Weekday(IntegerChoices):
    """Days of the week, as Python numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class DutyRole(TextChoices):
    """Who acts, and who stands in; both are told at once."""

    FIRST = "first", _("First")
    SECOND = "second", _("Second")


class Pulse(TextChoices):
    """Work that leaves a sign each time it was done, so that its stopping is seen."""

    DUE = "due", _("What is due")
    COUNTING = "counting", _("Counting")


class AlarmKind(TextChoices):
    """What an alarm is about; the words say nothing of a child."""

    WORRY = "worry", _("A possible worry to be read")
    WORRY_UNREAD = "worry_unread", _("A possible worry has waited too long")
    CONCERN = "concern", _("A concern")
    CONTACT = "contact", _("Somebody asked to be contacted")
    CONCERN_UNDECIDED = "undecided", _("A concern has waited too long")
    ESCALATED = "escalated", _("A reader asks a manager to look at a concern")
    COMMENTS_UNREAD = "unread", _("Comments have waited too long to be read")
    CLOSED_TEXT = "closed_text", _("Text questions closed until the queue moves")
    RETENTION_HELD = "held", _("Comments past their time are still unread")


class AlarmStep(TextChoices):
    """Whom an alarm has reached."""

    ROTA = "rota", _("The person on duty")
    NEXT = "next", _("The next person")
    MANAGER = "manager", _("The manager")


class Channel(TextChoices):
    """How somebody is told."""

    DESK = "desk", _("In the desk")
    EMAIL = "email", _("E-mail")
    WEBHOOK = "webhook", _("Webhook")
    TEXT = "text", _("Text message")


class DeliveryOutcome(TextChoices):
    """What came of telling somebody."""

    WAITING = "waiting", _("On its way")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Could not be sent")
    NO_NUMBER = "no_number", _("No mobile number known")
    NOT_NEEDED = "not_needed", _("No longer needed")


BASE_LANGUAGE = "en"


class EasyPicture(TextChoices):
    """Our own drawings for easy read, by the name of the file in static/img/easy."""

    ASKING = "asking", _("Somebody asks a question")
    TALKING = "talking", _("Two people talk at a table")
    WRITING = "writing", _("A hand writes on paper")
    HOME = "home", _("A home")
    MOVING = "moving", _("Bags packed for a move")
    WORKER = "worker", _("A young person with a worker")
    FAMILY = "family", _("A family together")
    SCHOOL = "school", _("A school")
    HEALTH = "health", _("A heart, for feeling well")
    SAFE = "safe", _("An umbrella that keeps somebody dry")
    MEETING = "meeting", _("People meet and decide")
    PROMISE = "promise", _("Two hands agree")
    CHANGE = "change", _("Something grows")
    LATE = "late", _("A clock")
    DONE = "done", _("A tick")
