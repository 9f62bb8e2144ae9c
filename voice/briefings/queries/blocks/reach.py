"""How many answered of how many could have, and who is missing."""

from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Block
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing, told
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.tables import Reach
from voice.releases.presentation import words_for


def reach_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return the reach of the section's release."""
    release = section.release
    if release is None:
        return []
    tables = release.tables
    return [
        reach_block(
            tables["reach"],
            consultation=tables["consultation"]["title"],
            source=composing.source(release),
        )
    ]


def reach_block(reach: Reach, *, consultation: str, source: int) -> Block:
    """Return one consultation's reach as it was released."""
    return {
        "kind": "reach",
        "consultation": consultation,
        "answered": told(reach["answered"]),
        "asked": told(reach["asked"]),
        "share": told(reach["share"]),
        "sentence": reach_sentence(reach),
        "asked_who": reach["asked_who"],
        "missing": reach["missing"],
        "source": source,
        "language": BASE_LANGUAGE,
    }


def reach_sentence(reach: Reach) -> str:
    """Return the reach as somebody understands it who knows nothing of surveys."""
    answered, asked = reach["answered"], reach["asked"]
    if answered["code"] != "count":
        return _(
            "A small number answered, so only words are told: reasons to ask more."
        )
    if asked["code"] != "count":
        return _("About %(answered)s answered: a prompt to ask, not a measure.") % {
            "answered": words_for(answered)
        }
    return _(
        "%(answered)s of about %(asked)s answered: a prompt to ask, not a measure."
    ) % {"answered": words_for(answered), "asked": words_for(asked)}
