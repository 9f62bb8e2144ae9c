"""Records that a fluent reader approves words of the interface."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.domain.approvals import CannotApprove
from surveys.models import InterfaceApproval
from surveys.queries.interface_words import interface_in, interface_languages
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def approve_interface_words(
    language: str, *, hashes: Iterable[str], reader_name: str, by: User
) -> InterfaceApproval:
    """Record that the fluent reader `reader_name` approves sentences of `language`.

    `hashes` are those of the sentences that were shown to them. Raises CannotApprove
    when nobody is named, for a language the house does not have, when nothing was
    shown, and when one of them has changed since.
    """
    reader_name, read = reader_name.strip(), sorted(set(hashes))
    if not reader_name:
        raise CannotApprove(_("Give the name of the fluent reader."))
    if language not in interface_languages():
        raise CannotApprove(_("There is no such language here."))
    there = {one.hash for one in interface_in(language).sentences if not one.is_missing}
    if not read:
        raise CannotApprove(_("There is nothing here to approve."))
    if not there.issuperset(read):
        raise CannotApprove(_("The words have changed since. Read them once more."))
    approval = InterfaceApproval.objects.create(
        language=language, reader_name=reader_name, hashes=read, recorded_by=by
    )
    record(
        "surveys.approve_interface_words",
        of=approval,
        by=by,
        language=language,
        sentences=len(read),
    )
    return approval
