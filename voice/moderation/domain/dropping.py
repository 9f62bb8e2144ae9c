"""What falls with words that no longer stand."""

from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.kept_queries import KeptQuery, any_stands_on
from voice.moderation.models import Reading, Thanks, Transcript, Translation

_STANDS = KeptQuery(
    lambda: any_stands_on(
        Reading, [(model, "reading") for model in (Thanks, Translation, Transcript)]
    )
)


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
