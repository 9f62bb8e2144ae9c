"""Who was asked: what for, when, by which ways in, in which languages and ages."""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from surveys.enums import InvitationKind
from surveys.models import Consultation, Edition, Invitation
from voice.briefings.logic.paper import Block, Item
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import Section, heading, item, listing
from voice.briefings.queries.composing import day
from voice.council.queries.bands import ADULTS, bands_called


def who_was_asked(scope: Scope) -> Section:
    """Return the section; three queries."""
    section = Section(_("Who was asked"))
    ways = _ways_in(scope.consultations)
    languages, bands = _asked_in(scope.consultations)
    for one in scope.consultations:
        section.blocks += _asked(one, ways[one.pk], languages[one.pk], bands[one.pk])
    if not scope.consultations:
        section.missing.append(_("Nobody was asked in this period."))
    return section


def _asked(
    one: Consultation, ways: set[str], languages: set[str], bands: set[str]
) -> Iterable[Block]:
    """Yield what one consultation asked, and of whom."""
    yield heading(one.title)
    yield from listing(_facts(one, ways, languages, bands))


def _facts(
    one: Consultation, ways: set[str], languages: set[str], bands: set[str]
) -> Iterable[Item]:
    """Yield each thing about who was asked."""
    yield item(_("Who"), detail=one.asked_who)
    young = bands - set(ADULTS)
    if young:
        ages = ", ".join(bands_called(sorted(young)).values())
        yield item(_("Ages"), detail=ages)
    if bands & set(ADULTS):
        adults = ", ".join(bands_called(sorted(bands & set(ADULTS))).values())
        yield item(_("Adults, counted apart"), detail=adults)
    yield item(_("What we wanted to know"), detail=one.asking)
    yield item(
        _("Open"),
        detail=_("%(opens)s to %(closes)s")
        % {"opens": day(one.opens_on), "closes": day(one.closes_on)},
    )
    if ways:
        told = [str(kind.label) for kind in InvitationKind if kind.value in ways]
        yield item(_("Ways in"), detail=", ".join(told))
    if languages:
        named = [language_named(code) for code in sorted(languages)]
        yield item(_("Languages"), detail=", ".join(named))
    yield from _before_it_opened(one)
    yield item(_("Who decides"), detail=one.decision_maker)
    yield item(_("What it could change"), detail=one.can_change)
    yield item(_("What it could not change"), detail=one.cannot_change)


def _before_it_opened(one: Consultation) -> Iterable[Item]:
    """Yield what young people were told before they answered, as far as they were."""
    told = (
        (_("How it was safe"), one.how_safe),
        (_("Who might have been left out"), one.left_out),
        (_("How they could say it"), one.how_to_say),
        (_("Who listened, and what they could do"), one.who_listens),
    )
    for name, words in told:
        if words:
            yield item(name, detail=words)


def language_named(code: str) -> str:
    """Return what a language is called in the language of the paper."""
    if code in dict(settings.LANGUAGES):
        return str(get_language_info(code)["name_translated"])
    return code


def _ways_in(consultations: list[Consultation]) -> dict[int, set[str]]:
    """Return the kinds of ways in that each consultation had; how many came is told nowhere."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = Invitation.objects.filter(survey__consultation__in=consultations)
    for pk, kind in rows.order_by().values_list("survey__consultation", "kind"):
        found[pk].add(kind)
    return found


def _asked_in(
    consultations: list[Consultation],
) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Return the languages and the age bands that each consultation was asked in."""
    languages: dict[int, set[str]] = defaultdict(set)
    bands: dict[int, set[str]] = defaultdict(set)
    rows = Edition.objects.filter(survey__consultation__in=consultations).values_list(
        "survey__consultation", "definition__languages", "definition__age_bands"
    )
    for pk, spoken, ages in rows:
        languages[pk] |= set(spoken or ())
        bands[pk] |= set(ages or ())
    return languages, bands
