"""Receives a young person's wish to be contacted, as a concern without a comment."""

from django.db import IntegrityError, transaction

from surveys.wants_contact import ContactWish
from voice.audit.domain.record import record
from voice.moderation.domain.concern_alarms import tell_of
from voice.moderation.domain.named import wall_off_named
from voice.moderation.enums import RaisedBy
from voice.moderation.models import Concern, ContactDetails
from voice.moderation.queries.floods import alarm_for


@transaction.atomic
def receive_contact_wish(wish: ContactWish) -> Concern:
    """Seal how to reach the young person, and tell those on duty; once for each wish.

    The same wish sent again, after a lost connection, is the first one and changes
    nothing. It is tied to no response: what they answered stays unnamed. Every wish is
    kept; of many through one open link within an hour the first alone raises an alarm.
    """
    concern = Concern(
        id=wish.once,
        survey=wish.survey,
        language=wish.language,
        age_band=wish.age_band,
        week=wish.week,
        mode=wish.survey.mode,
        way_in=wish.way_in,
        way_in_label=wish.way_in_label,
        raised_from=RaisedBy.CONTACT_ME,
    )
    if wish.words.strip():
        concern.write(words=wish.words)
    try:
        with transaction.atomic():
            concern.save(force_insert=True)
    except IntegrityError:
        return Concern.objects.get(pk=wish.once)
    details = ContactDetails(concern=concern)
    details.write(
        called=wish.called, how=wish.how, who_sees=wish.who_sees, when=wish.when
    )
    details.save(force_insert=True)
    record("moderation.wants_contact", of=concern, by=None)
    wall_off_named(concern)
    concern.told_with = alarm_for(concern, concern.raised_at)
    if concern.told_with:
        concern.save(update_fields=("told_with",))
    else:
        tell_of(concern)
    return concern
