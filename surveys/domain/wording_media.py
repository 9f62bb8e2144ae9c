"""Has a wording heard and seen: its recording, and a picture of its own."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.domain.wordings import CannotWord, is_base, refuse_what_is_not_asked
from surveys.drafting.reading import latest_draft_of
from surveys.logic.definition import ANY_BAND
from surveys.logic.drafts import Draft, Part, parts_to_word
from surveys.logic.plain import plain_words
from surveys.models import Medium, Survey, Wording
from surveys.models.draft_recording import DraftState
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def show_wording_with(
    survey: Survey,
    *,
    key: str,
    part: str,
    language: str,
    sound: Medium | None,
    picture: Medium | None,
    picture_alt: str,
    by: User,
    age_band: str = ANY_BAND,
) -> bool:
    """Keep the recording and the picture of one wording; say whether any changed.

    None takes one away. A recording remembers the words it says: once they change it
    is told to be out of date. Raises CannotWord for a part the newest draft does not
    have or that is never heard or seen, and for a picture nobody describes.
    """
    draft = latest_draft_of(survey)
    refuse_what_is_not_asked(draft, language, age_band)
    found = {one.name: one for one in parts_to_word(draft)}.get((key, part))
    if found is None or not found.is_heard:
        raise CannotWord(
            _("The survey has no part “%(part)s”.") % {"part": f"{key}.{part}"}
        )
    alt = plain_words(picture_alt)
    if picture:
        _refuse_picture(draft, found, language, age_band, alt)
    row = _row(survey, found, language, age_band)
    before = (row.sound_id, row.picture_id, row.picture_alt, row.said)
    if row.sound != sound:
        row.says_with(sound, said=row.text or found.text)
        _put_aside_the_draft(survey, row, by=by)
    row.picture = picture
    row.picture_alt = alt if picture else ""
    if before == (row.sound_id, row.picture_id, row.picture_alt, row.said):
        return False
    if row.holds_something:
        row.save()
    elif row.pk:
        row.delete()
    record(
        "surveys.show_wording_with",
        of=survey,
        by=by,
        language=language,
        age_band=age_band,
        part=f"{key}.{part}",
        sound=sound.sha256 if sound else "",
        picture=picture.sha256 if picture else "",
    )
    return True


def _put_aside_the_draft(survey: Survey, row: Wording, *, by: User) -> None:
    """End the machine's draft of this wording: a person decided otherwise."""
    draft = survey.draft_recordings.filter(
        key=row.key,
        part=row.part,
        language=row.language,
        age_band=row.age_band,
        state__in=DraftState.audible(),
    )
    draft.update(state=DraftState.DROPPED, decided_by=by, decided_at=timezone.now())


def _refuse_picture(
    draft: Draft, part: Part, language: str, age_band: str, alt: str
) -> None:
    """Raise CannotWord for a picture where none can be, or that nobody describes."""
    if is_base(draft, language, age_band):
        raise CannotWord(
            _("The picture of the base words is chosen in the survey itself.")
        )
    if not part.is_seen:
        raise CannotWord(_("Only a question or an option can have a picture."))
    if not alt:
        raise CannotWord(_("Say what the picture shows, for those who cannot see it."))


def _row(survey: Survey, part: Part, language: str, age_band: str) -> Wording:
    """Return the wording there is, or a new one that has no words yet."""
    place = {
        "key": part.key,
        "part": part.part,
        "language": language,
        "age_band": age_band,
    }
    found = survey.wordings.filter(**place).first()
    return found or Wording(survey=survey, base=part.text, **place)
