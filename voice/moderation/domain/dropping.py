"""What falls with words that no longer stand."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.kept_queries import Hole, KeptQuery
from voice.moderation.models import Reading, Thanks, Transcript, Translation


def _with_something() -> QuerySet[Reading]:
    """Return one reading, when any of the below stands on it."""
    stands = (Thanks, Translation, Transcript)
    any_of_them = Q()
    for model in stands:
        any_of_them |= Q(Exists(QuerySet(model).filter(reading=OuterRef("pk"))))
    return Reading.objects.filter(any_of_them, id=Hole(Reading, "id")).order_by()


_STANDS = KeptQuery(_with_something)


def drop_what_stood_on(reading: Reading, by: User | None) -> None:
    """Take back thanks and the yes to a translation; registered with kept_dropped.

    When the child said something else (`by` is None), the translation of the old
    words and what was written down of an old recording are gone as well.
    """
    if not _STANDS.rows(id=reading.pk):
        return
    thanks = Thanks.objects.filter(reading=reading)
    if count := thanks.count():
        thanks.delete()
        record("moderation.take_back_thanks", of=reading, by=by, letters=count)
    translations = Translation.objects.filter(reading=reading)
    if by is not None:
        translations.update(sealed_kept=None, approved_by=None, approved_at=None)
        return
    translations.delete()
    Transcript.objects.filter(reading=reading).delete()
