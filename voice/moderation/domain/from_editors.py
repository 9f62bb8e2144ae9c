"""Gives the safeguarding leads what young editors wrote about a draft, as a concern."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from surveys.enums import InvitationKind
from surveys.models import Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.concern_alarms import tell_of
from voice.moderation.domain.named import wall_off_named
from voice.moderation.enums import RaisedBy
from voice.moderation.models import Concern


@dataclass(frozen=True, slots=True)
class EditorsWords:
    """What a group wrote: the exact words, and what leads need to find the group.

    `group` names it, `beside` says by job title who is with it; nobody is named.
    """

    survey: Survey
    words: str
    about: str
    language: str
    week: date
    group: str
    beside: str


@transaction.atomic
def pass_editors_words_on(said: EditorsWords, *, by: User | None) -> Concern:
    """Copy the exact words under the safeguarding key; tell those on duty at once.

    `by` is None when screening saw a possible worry in them.
    """
    concern = Concern(
        survey=said.survey,
        asked=said.about,
        language=said.language,
        age_band="",
        week=said.week,
        mode=said.survey.mode,
        way_in=InvitationKind.GROUP,
        way_in_label=said.group[:100],
        beside=said.beside[:400],
        raised_from=RaisedBy.EDITORS,
        raised_by=by,
    )
    concern.write(words=said.words)
    concern.save(force_insert=True)
    wall_off_named(concern)
    record(
        "moderation.raise_concern",
        of=concern,
        by=by,
        raised_from=concern.raised_from,
    )
    tell_of(concern)
    return concern
