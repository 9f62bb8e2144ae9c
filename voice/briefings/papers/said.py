"""The sentences around a paper's blocks, for versions that no template sets."""

from django.conf import settings
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Figures, Reach, Source


def base_of(block: Figures) -> str:
    """Return how many answered, or "" where that is not told."""
    base = block["base"]
    return _("How many answered: %(base)s") % {"base": base["words"]} if base else ""


def source_called(number: int) -> str:
    """Return “Source 1”."""
    return _("Source %(number)s") % {"number": number}


def reach_rows(block: Reach) -> list[tuple[str, str]]:
    """Return what each row of reach is called, and its protected words."""
    return [
        (_("Answered"), block["answered"]["words"]),
        (_("Could have answered"), block["asked"]["words"]),
        (_("Share who answered"), block["share"]["words"]),
    ]


def who(block: Reach) -> list[tuple[str, str]]:
    """Return who could have answered and who is missing, where that was said."""
    said = [
        (_("Who could have answered:"), block["asked_who"]),
        (_("Who is missing:"), block["missing"]),
    ]
    return [(name, words) for name, words in said if words]


def source_line(source: Source) -> str:
    """Return where a source is from: survey, release and day."""
    names = [source["survey"]]
    if source["consultation"] != source["survey"]:
        names.append(f"({source['consultation']})")
    issued = _("Release %(release)s, issued on %(day)s") % {
        "release": source["release"],
        "day": day(source["issued_on"]),
    }
    return f"{' '.join(names)}. {issued}"


def address_of(source: Source) -> str:
    """Return where the board reads what was asked, and what came of it."""
    path = reverse("briefings:source", args=[source["hash"]])
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def day(iso: str) -> str:
    """Return an ISO date as people write it."""
    found = parse_date(iso)
    return date_format(found, "j F Y") if found else iso
