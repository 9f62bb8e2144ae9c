"""How many answered of how many could have, and who is missing."""

from voice.briefings.logic.paper import Block
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing, reach_sentence, told
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.tables import Reach


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
