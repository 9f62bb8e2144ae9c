"""Takes codes out of a batch once, takes them back, and counts them once a week."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.domain.answering import monday_of
from surveys.domain.code_links import let_lapsed_go
from surveys.domain.told_through_workers import NO_WISH
from surveys.enums import CodeKind, CodesOut, CodeState, Mode, ResponseState
from surveys.logic.personal_codes import signs_of
from surveys.models import CodeBatch, Invitation, InvitationCode
from surveys.queries.codes_told import mode_told
from surveys.queries.responses import code_hash
from voice.audit.domain.record import record
from voice.council.domain.keys import open_text, survey_owner
from voice.council.enums import KeyPurpose

if TYPE_CHECKING:
    from voice.accounts.models import User

# What one print run can hold, and a browser can lay out.
MOST_PRINTED = {CodesOut.LETTERS: 500, CodesOut.SLIPS: 1000}


class CodesAreGone(Exception):
    """The codes were taken out before, or taken back: they are no longer here."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__(
            _(
                "These codes are no longer here. If the paper was lost, take the batch "
                "back and make another."
            )
        )


class TooManyToPrint(Exception):
    """A batch this large is taken out as a table."""

    def __init__(self, most: int) -> None:
        """Say how many can be printed, and what to do."""
        super().__init__(
            _(
                "At most %(most)s can be printed like this. Take the table, and let a "
                "print room merge it into letters."
            )
            % {"most": most}
        )


class NoSuchCode(Exception):
    """What was typed is no code of this batch; nothing was changed."""

    def __init__(self) -> None:
        """Say what may be wrong."""
        super().__init__(
            _(
                "This is not a code of this batch. Look at the letters once more, and "
                "at which batch the paper names."
            )
        )


@transaction.atomic
def take_out_codes(
    invitation: Invitation, *, out: CodesOut, by: "User", at: datetime | None = None
) -> list[str]:
    """Return the codes of a batch, in the order of their numbers, for the only time.

    They are destroyed here in the same moment. Raises CodesAreGone, TooManyToPrint.
    """
    batch = _held(invitation)
    if batch.size > MOST_PRINTED.get(out, batch.size):
        raise TooManyToPrint(MOST_PRINTED[out])
    if batch.sealed_codes is None:
        raise CodesAreGone
    codes = open_text(
        batch.sealed_codes,
        owner=survey_owner(invitation.survey_id),
        purpose=KeyPurpose.RAW,
        bound_to=batch.place(),
    )
    batch.sealed_codes = None
    batch.taken_out_at = at or timezone.now()
    batch.taken_out_by, batch.taken_out_as = by, out
    batch.save()
    record("surveys.take_out_codes", of=invitation, by=by, out=out.value)
    return codes.split("\n")


@transaction.atomic
def take_batch_back(invitation: Invitation) -> None:
    """Have no code of a batch open anything any more; destroy those still here.

    Called when the way in is stopped. Whoever has started may finish on their device.
    """
    batch = _held(invitation)
    batch.sealed_codes = None
    batch.save(update_fields=("sealed_codes",))
    codes = InvitationCode.objects.filter(invitation=invitation)
    codes.exclude(state=CodeState.USED).update(state=CodeState.REVOKED, draft=None)


@transaction.atomic
def take_code_back(invitation: Invitation, *, typed: str, by: "User") -> None:
    """Have one code of a batch open nothing any more; twice is once.

    A used one stays used, and nothing here tells which it was. Raises NoSuchCode.
    """
    signs = signs_of(typed)
    code = (
        InvitationCode.objects.select_for_update()
        .filter(
            invitation=invitation,
            code_hash=code_hash(CodeKind.INVITATION, signs),
        )
        .first()
        if signs
        else None
    )
    if code is None:
        raise NoSuchCode
    if code.state != CodeState.USED:
        code.state, code.draft = CodeState.REVOKED, None
        code.save(update_fields=("state", "draft"))
    record("surveys.take_code_back", of=invitation, by=by)


def look_after_codes(now: datetime) -> list[str]:
    """Do what is due for codes: forget lapsed drafts, count each batch on Mondays."""
    gone = let_lapsed_go(now)
    counted = count_batches(now)
    unnumbered = forget_numbers()
    told = {
        "Codes let %s drafts go that nobody can go on with.": gone,
        "Counted %s batches of codes, as every Monday.": counted,
        "Numbers of %s batches of codes were forgotten.": unnumbered,
    }
    return [sentence % number for sentence, number in told.items() if number]


@transaction.atomic
def count_batches(now: datetime) -> int:
    """Count the batches not counted since Monday; return how many.

    Where names are not asked only this is told of them, so that nobody learns from a
    number that one more young person has just answered. All used codes are written
    anew, as they are: no row's place or transaction tells then which came last.
    """
    monday = monday_of(now)
    due = CodeBatch.objects.filter(is_numbered=False, counted_on__lt=monday)
    batches = list(due.select_for_update(of=("self",)).order_by("pk"))
    for batch in batches:
        codes = InvitationCode.objects.filter(
            invitation=batch.invitation_id, state=CodeState.USED
        )
        batch.used = codes.update(state=F("state"))
        counts = batch.invitation.responses.aggregate(
            under_way=Count(
                "pk", filter=Q(state=ResponseState.UNDER_WAY) & ~Q(answers={})
            ),
            finished=Count("pk", filter=Q(state__in=sorted(ResponseState.heard()))),
        )
        batch.under_way, batch.finished = counts["under_way"], counts["finished"]
        batch.counted_on = monday
        batch.save(update_fields=("used", "under_way", "finished", "counted_on"))
    return len(batches)


@transaction.atomic
def forget_numbers() -> int:
    """Forget the numbers of batches whose survey does not ask names any more.

    Said of the newest edition, which promises young people so; return how many.
    """
    numbered = CodeBatch.objects.filter(is_numbered=True)
    surveys = numbered.select_related("invitation__survey")
    over = [
        batch
        for batch in surveys
        if mode_told(batch.invitation.survey) != Mode.KNOWN_TO_WORKER
    ]
    for batch in over:
        batch.is_numbered = False
        # Counted on the next Monday; nothing is told until then.
        batch.counted_on = monday_of(timezone.now())
        batch.save(update_fields=("is_numbered", "counted_on"))
        batch.invitation.codes.update(number=None, **NO_WISH)
    return len(over)


def _held(invitation: Invitation) -> CodeBatch:
    """Return the batch of a way in, held until the transaction ends."""
    return CodeBatch.objects.select_for_update(of=("self",)).get(invitation=invitation)
