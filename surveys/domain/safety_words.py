"""Records that a fluent reader approves the fixed words about safety and privacy."""

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.domain.approvals import CannotApprove
from surveys.models import SafetyApproval
from surveys.queries.safety_words import safety_hash, safety_languages
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def approve_safety_words(
    language: str, *, reader_name: str, by: User, seen: str | None = None
) -> SafetyApproval:
    """Record that the fluent reader `reader_name` approves the words of `language`.

    It holds for exactly the words of now; `seen` is the hash of those that were
    shown. Raises CannotApprove when nobody is named, for a language the house does
    not have, and when the words have changed since they were shown.
    """
    reader_name = reader_name.strip()
    if not reader_name:
        raise CannotApprove(_("Give the name of the fluent reader."))
    if language not in safety_languages():
        raise CannotApprove(_("There is no such language here."))
    words_hash = safety_hash(language)
    if seen is not None and seen != words_hash:
        raise CannotApprove(_("The words have changed since. Read them once more."))
    approval = SafetyApproval.objects.create(
        language=language,
        reader_name=reader_name,
        words_hash=words_hash,
        recorded_by=by,
    )
    record("surveys.approve_safety_words", of=approval, by=by, language=language)
    return approval
