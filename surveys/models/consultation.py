"""What we ask, why, what it can change, who decides, and when we reply."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from surveys.audience import ConsultationKind
from surveys.models.answered_questions import refuse_emptying
from voice.council.domain.keys import retention_is_over, survey_owner
from voice.council.enums import Colour, KeyPurpose


class Consultation(models.Model):
    """What we ask young people, why, what it can change, who decides, when we reply."""

    slug = models.SlugField(_("short name"), unique=True)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(
        _("how we ask"),
        max_length=10,
        choices=ConsultationKind,
        default=ConsultationKind.SURVEY,
        help_text=_(
            "In sessions and events nobody answers by themselves: workers write up what "
            "a group said."
        ),
    )
    asking = models.TextField(_("what we want to know"))
    why = models.TextField(_("why we ask"))
    how_safe = models.TextField(
        _("how it is safe"),
        blank=True,
        help_text=_(
            "For example: You choose where you answer and who is with you. You can "
            "skip any question, and leave the page with one tap."
        ),
    )
    left_out = models.TextField(
        _("who might be left out, and what we do about it"),
        blank=True,
        help_text=_(
            "For example: Those who live far away. A worker visits and brings a tablet."
        ),
    )
    how_to_say = models.TextField(
        _("how they can say it"),
        blank=True,
        help_text=_(
            "For example: In writing, with your voice, with pictures or on paper, in "
            "English or Urdu. Somebody helps you if you want."
        ),
    )
    who_listens = models.TextField(
        _("who will listen, and what they have the power to do"),
        blank=True,
        help_text=_(
            "For example: The Head of Social Work hears all of it in May, and decides "
            "how workers start and hand over."
        ),
    )
    can_change = models.TextField(
        _("what it can change"),
        help_text=_("For example: How workers start, keep in touch and hand over."),
    )
    cannot_change = models.TextField(
        _("what it cannot change"),
        help_text=_("For example: Who is in care. A court decides that."),
    )
    decision_maker = models.CharField(
        _("who decides"), max_length=200, help_text=_("A job title, never a name.")
    )
    who_reads = models.TextField(
        _("who reads what is written"),
        help_text=_("For example: Two participation workers, whose job is to listen."),
    )
    asked_who = models.CharField(
        _("who is asked"), max_length=200, help_text=_("For example: 8 to 17 in care.")
    )
    asked = models.PositiveIntegerField(
        _("how many could answer"),
        help_text=_("Shown beside every figure."),
    )
    missing = models.CharField(
        _("who is missing"),
        max_length=200,
        blank=True,
        help_text=_("Who has hardly been heard, in words."),
    )
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(
        _("closes on"),
        help_text=_(
            "Closing later keeps for longer what young people have answered already, "
            "who were told otherwise. So it may be moved by a few weeks in all, and "
            "that it was is written down."
        ),
    )
    told_closing = models.DateField(
        null=True,
        editable=False,
        help_text="When the first to answer were told it closes, if it was moved since.",
    )
    reply_due_on = models.DateField(_("we reply by"))
    reply_moved_why = models.CharField(
        _("why we reply later than we first said"),
        max_length=300,
        blank=True,
        help_text=_(
            "Needed when the reply date moves later after people were asked. Young "
            "people read it, and the first date stays: the reply is late from then on."
        ),
    )
    first_reply_due_on = models.DateField(
        null=True,
        editable=False,
        help_text="When young people were first told we reply, if it is later now.",
    )
    reply_moved_on = models.DateField(
        null=True, editable=False, help_text="The day it was last moved later."
    )
    colour = models.CharField(
        _("colour"), max_length=10, choices=Colour, default=Colour.TEAL
    )

    class Meta:
        """Newest first; dates in order."""

        ordering = ("-opens_on", "title")
        verbose_name = _("consultation")
        constraints = (
            models.CheckConstraint(
                name="consultation_closes_after_it_opens",
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                violation_error_message=_("It must close after it opens."),
            ),
            models.CheckConstraint(
                name="consultation_replies_after_it_closes",
                condition=models.Q(reply_due_on__gt=models.F("closes_on")),
                violation_error_message=_("The reply date must be after it closes."),
            ),
            models.CheckConstraint(
                name="consultation_moved_reply_is_dated_and_reasoned",
                condition=models.Q(first_reply_due_on=None, reply_moved_on=None)
                | models.Q(
                    first_reply_due_on__isnull=False,
                    first_reply_due_on__lt=models.F("reply_due_on"),
                    reply_moved_on__isnull=False,
                    reply_moved_why__gt="",
                ),
                violation_error_message=_("Say why we reply later than we said."),
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    def clean(self) -> None:
        """Raise ValidationError when it would close later than its words are kept for.

        Or later than those who have answered were told, by more than the days allowed:
        how long their words are kept is reckoned from the closing date.
        """
        super().clean()
        was_asked = Consultation.objects.filter(surveys__editions__isnull=False)
        refuse_emptying(self, saved=was_asked.filter(pk=self.pk).first())
        if self.closes_on and self.closes_later and self.over:
            raise ValidationError(
                {
                    "closes_on": _(
                        "It cannot close later. The time of “%(survey)s” is over: what "
                        "young people wrote was destroyed, as we promised. Make a new "
                        "consultation to ask again."
                    )
                    % {"survey": self.over[0]}
                }
            )
        self._refuse_keeping_for_much_longer()
        self._refuse_sessions_alone()
        self._remember_first_told()

    def _refuse_sessions_alone(self) -> None:
        """Raise ValidationError when people have a way in that it would not have."""
        if not self.is_sessions_alone or self.pk is None:
            return
        if self.surveys.filter(invitations__isnull=False).exists():
            raise ValidationError(
                {
                    "kind": _(
                        "Links or codes of it were given out, so people answer it by "
                        "themselves. Make a new consultation for sessions alone."
                    )
                }
            )

    def _remember_first_told(self) -> None:
        """Keep the reply date that people were first told, where it is later now.

        Raises ValidationError when nothing says why.
        """
        first, saved = self.first_told, Consultation.objects.filter(pk=self.pk)
        self.first_reply_due_on = first
        self.reply_moved_why = self.reply_moved_why.strip() if first else ""
        if first is None:
            self.reply_moved_on = None
        elif not saved.filter(reply_due_on=self.reply_due_on).exists():
            self.reply_moved_on = timezone.localdate()
        if first and not self.reply_moved_why:
            raise ValidationError(
                {"reply_moved_why": _("Say why we reply later than we said.")}
            )

    @property
    def is_sessions_alone(self) -> bool:
        """Say whether it is heard in sessions alone, with no way in to answer."""
        return self.kind == ConsultationKind.SESSIONS

    def _refuse_keeping_for_much_longer(self) -> None:
        """Raise ValidationError when it would close too long after what was told."""
        told = self.told_before
        if told is None:
            return
        latest = told + timedelta(days=settings.LONGEST_EXTENSION_DAYS)
        if self.closes_on > latest:
            raise ValidationError(
                {
                    "closes_on": _(
                        "It can close on %(day)s at the latest. Young people have "
                        "answered, and were told how long after %(told)s their words "
                        "are kept. Make a new consultation to ask for longer."
                    )
                    % {
                        "day": date_format(latest, "j F Y"),
                        "told": date_format(told, "j F Y"),
                    }
                }
            )

    @property
    def owed_by(self) -> date:
        """Return the day by which young people were first told that we reply."""
        return self.first_reply_due_on or self.reply_due_on

    @property
    def first_told(self) -> date | None:
        """Return when those who were asked were first told we reply; None without them.

        Only where it would now be later than that.
        """
        if self.pk is None or not self.reply_due_on:
            return None
        asked = Consultation.objects.filter(pk=self.pk, surveys__editions__isnull=False)
        found = asked.values_list("first_reply_due_on", "reply_due_on").first()
        first = found and (found[0] or found[1])
        return first if first and first < self.reply_due_on else None

    @property
    def told_before(self) -> date | None:
        """Return when those who have answered were told it closes; None if nobody has.

        Only where it would now close later than it was saved to.
        """
        if self.pk is None or not self.closes_on:
            return None
        saved = Consultation.objects.filter(pk=self.pk, closes_on__lt=self.closes_on)
        found = saved.values_list("told_closing", "closes_on").first()
        has_answers = self.surveys.filter(editions__responses__isnull=False)
        if found is None or not has_answers.exists():
            return None
        return found[0] or found[1]

    @property
    def closes_later(self) -> bool:
        """Say whether it would close later than it was saved to."""
        saved = Consultation.objects.filter(pk=self.pk)
        return saved.filter(closes_on__lt=self.closes_on).exists()

    @property
    def over(self) -> list[str]:
        """Return the titles of its surveys whose words were destroyed on their day."""
        return [
            title
            for pk, title in self.surveys.values_list("pk", "title")
            if retention_is_over(owner=survey_owner(pk), purpose=KeyPurpose.RAW)
        ]
