"""Keys what young people wrote on paper; a sample twice, by different people.

That a sheet was keyed is audited, with its number; what is on it never is.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy

from surveys.domain.answering import (
    CAPABILITY_BYTES,
    NoSuchQuestion,
    finish_response,
    monday_of,
    save_answer,
)
from surveys.domain.counting import uncount
from surveys.domain.paper_slips import give_receipt, hold_slip
from surveys.domain.said_words import keep_words, take_back
from surveys.domain.telling import Told, keep_told
from surveys.enums import (
    Agreement,
    AnswerState,
    Company,
    HelpedBy,
    InvitationKind,
)
from surveys.logic.keyed import Keyed
from surveys.models import (
    Edition,
    Invitation,
    PaperSheet,
    PaperSlip,
    Response,
    Survey,
)
from surveys.queries.keyed import differences, keyed_questions
from surveys.queries.opening import words_are_over
from surveys.queries.responses import capability_hash
from surveys.queries.steps import definition_of
from voice.accounts.models import User
from voice.audit.domain.record import record


class CannotKey(Exception):
    """Paper of this survey is not keyed now."""

    sentence = gettext_lazy(
        "Paper can be keyed from the day the survey opens until two weeks after it "
        "closes."
    )


class AlreadyKeyed(Exception):
    """This sheet was keyed a second time, or settled, by somebody else."""

    sentence = gettext_lazy("Somebody else was first. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What stands at the top of a paper: in which language, for whom, with whom."""

    language: str
    age_band: str
    helped_by: HelpedBy
    agreed: bool


@transaction.atomic
def key_sheet(
    survey: Survey,
    *,
    edition: Edition,
    paper: OnPaper,
    keyed: Mapping[str, Keyed],
    by: User,
    slip: int | None = None,
) -> PaperSheet:
    """Keep one paper as a finished response, and draw whether it is keyed twice.

    What stands beside a question that was not to be answered is not counted; words
    there are read for safety all the same. `slip` is the number of the slip that came
    with it: its receipt is theirs. Raises CannotKey, NoSuchSlip, AnswerRefused.
    """
    if not may_key(survey):
        raise CannotKey
    held = None if slip is None else hold_slip(survey, slip)
    row = _begun(survey, edition, paper, by)
    _fill(row, keyed)
    finish_response(row)
    number = _next_number(survey)
    sheet = PaperSheet.objects.create(
        survey=survey,
        number=number,
        response=row,
        keyed_by=by,
        is_sample=number == 1 or secrets.randbelow(settings.PAPER_SAMPLE) == 0,
    )
    record("surveys.key_sheet", of=sheet, by=by, number=number)
    if held is not None:
        give_receipt(held, sheet=sheet)
    return sheet


def _next_number(survey: Survey) -> int:
    """Return a number that stands on no paper yet, also none whose answers are gone."""
    sheets = PaperSheet.objects.filter(survey=survey).aggregate(last=Max("number"))
    slips = PaperSlip.objects.filter(survey=survey).aggregate(last=Max("keyed_as"))
    return max(sheets["last"] or 0, slips["last"] or 0) + 1


@transaction.atomic
def key_again(sheet: PaperSheet, *, keyed: Mapping[str, Keyed], by: User) -> PaperSheet:
    """Keep what a second person keyed from the same paper, and compare the two.

    Where nothing differs it is settled at once. Raises AlreadyKeyed.
    """
    row = _locked(sheet)
    if row.second_by_id is not None:
        raise AlreadyKeyed
    found = differences(row.response, keyed)
    row.second_by, row.second_on = by, timezone.localdate()
    row.asked = len(keyed_questions(row.response))
    row.differed = len(found)
    if found:
        row.write_second({key: one.as_json() for key, one in keyed.items()})
    else:
        row.settled_by, row.settled_on = by, timezone.localdate()
    row.save()
    record("surveys.key_again", of=row, by=by, number=row.number, differed=row.differed)
    return row


@transaction.atomic
def settle_sheet(
    sheet: PaperSheet, *, second_is_right: set[str], by: User
) -> PaperSheet:
    """Take what the second person keyed for these questions; the rest stays.

    Raises AlreadyKeyed when nothing is left to settle, KeyDestroyed, AnswerRefused.
    """
    row = _locked(sheet)
    if row.second_by_id is None or row.settled_by_id is not None:
        raise AlreadyKeyed
    second = {key: Keyed.of(said) for key, said in row.read_second().items()}
    response = row.response
    questions = {q["key"]: q for q in definition_of(response.edition)["questions"]}
    for key in sorted(second_is_right & set(second)):
        response.answers[key] = keep_told(
            response, questions[key], _told(second[key], response)
        )
    # What was counted of it before is taken off; the next roll-up counts it anew.
    uncount(Response.objects.filter(pk=response.pk))
    response.save(update_fields=("answers",))
    row.sealed_second = None
    row.settled_by, row.settled_on = by, timezone.localdate()
    row.save()
    record(
        "surveys.settle_sheet",
        of=row,
        by=by,
        number=row.number,
        taken=len(second_is_right & set(second)),
    )
    return row


def may_key(survey: Survey) -> bool:
    """Say whether paper of `survey` may be keyed: it comes by post, after the close."""
    consultation = survey.consultation
    last = consultation.closes_on + timedelta(days=settings.PAPER_DAYS_AFTER_CLOSING)
    return (
        not consultation.is_sessions_alone
        and consultation.opens_on <= timezone.localdate() <= last
        and survey.editions.exists()
        and not words_are_over(survey)
    )


def _begun(survey: Survey, edition: Edition, paper: OnPaper, by: User) -> Response:
    """Return a response under way that nobody's device can open."""
    invitation, _ = Invitation.objects.get_or_create(
        survey=survey,
        kind=InvitationKind.PAPER,
        label="",
        defaults={"made_by": by},
    )
    helps = paper.helped_by not in {HelpedBy.NOT_SAID, HelpedBy.NOBODY}
    now = timezone.now()
    return Response.objects.create(
        edition=edition,
        invitation=invitation,
        language=paper.language,
        age_band=paper.age_band,
        helped_by=paper.helped_by,
        company=Company.HELPING if helps else Company.NOT_SAID,
        agreement=Agreement.OWN if paper.agreed else Agreement.NOT_ASKED,
        week=monday_of(now),
        capability_hash=capability_hash(secrets.token_urlsafe(CAPABILITY_BYTES)),
        touched_at=now,
    )


def _fill(row: Response, keyed: Mapping[str, Keyed]) -> None:
    """Save each answer in the order it was asked."""
    for question in definition_of(row.edition)["questions"]:
        said = keyed.get(question["key"])
        if said is None:
            continue
        try:
            save_answer(
                row,
                key=question["key"],
                value=said.value,
                words=said.words,
                state=said.state,
                may_quote=False,
            )
        except NoSuchQuestion:
            words = said.own_words(question["kind"])
            if words:
                key = question["key"]
                keep_words(row, key=key, words=words, may_quote=False, week=row.week)
                take_back(row, key=key)


def _told(said: Keyed, response: Response) -> Told:
    """Return what was keyed as an answer is kept."""
    state = said.state
    if said.value is None and state == AnswerState.ANSWERED:
        state = AnswerState.SKIPPED
    return Told(
        said.value,
        said.words,
        state,
        recording=None,
        may_quote=False,
        week=response.week,
    )


def _locked(sheet: PaperSheet) -> PaperSheet:
    """Return the row as it is now, held until the transaction ends."""
    return (
        PaperSheet.objects.select_for_update(of=("self",))
        .select_related("response__edition")
        .get(pk=sheet.pk)
    )
