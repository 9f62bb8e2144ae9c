"""What they said: the newest release of each survey, its figures, themes and quotes."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from surveys.audience import Audience
from surveys.audience_words import survey_called, told_apart
from surveys.models import Consultation
from voice.briefings.logic.paper import Block, Figures, Item
from voice.briefings.pack.scope import Scope
from voice.briefings.pack.section import (
    Section,
    heading,
    item,
    listing,
    note,
    words,
)
from voice.briefings.queries.blocks.quotes import QUOTES_ON_A_PAGE, quote_block
from voice.briefings.queries.blocks.results import question_table, themes_table
from voice.briefings.queries.composing import day, issued_on
from voice.moderation.enums import WithholdReason
from voice.releases.logic.tables import Tables, audience_told
from voice.releases.models import Quote, Release
from voice.releases.presentation import tells_nothing, words_for
from voice.releases.queries import quotes_of
from voice.statement.models import Evidence


def what_they_said(scope: Scope) -> Section:
    """Return the section; one query."""
    section = Section(_("What they said"))
    cited = set(
        Evidence.objects.standing()
        .filter(release__in=scope.newest, quote__isnull=False)
        .values_list("quote", flat=True)
    )
    for one in scope.consultations:
        releases = scope.newest_of(one)
        for release in releases:
            section.blocks += _said(scope, release, cited)
        if not releases:
            section.missing.append(_nothing_told(one, scope))
    if not scope.consultations:
        section.missing.append(_("Nothing was said, as nobody was asked."))
    return section


def _nothing_told(one: Consultation, scope: Scope) -> str:
    """Return that nothing of a consultation is told, and why as far as that is known."""
    if one.closes_on >= scope.today:
        return _("Nothing is released of “%(title)s” yet: it is open.") % {
            "title": one.title
        }
    return _("Nothing of “%(title)s” was released in this period.") % {
        "title": one.title
    }


def _said(scope: Scope, release: Release, cited: set[int]) -> Iterable[Block]:
    """Yield what one release tells; quotes that are evidence come first."""
    tables, source = release.tables, scope.number_of(release)
    audience = audience_told(tables)
    yield heading(survey_called(release.survey.title, audience))
    if audience != Audience.YOUNG_PEOPLE:
        yield note(told_apart(audience))
    yield words(
        _(
            "Release %(number)s, issued on %(day)s and signed by two people: source %(source)s."
        )
        % {"number": release.number, "day": day(issued_on(release)), "source": source}
    )
    if release.is_words_only:
        yield note(_("Few answered, so this is told in words."))
    many = [one for one in tables["themes"] if not one["heard_from_few"]]
    few = [one for one in tables["themes"] if one["heard_from_few"]]
    if many:
        yield _told(themes_table(many, tables["wrote"]), source)
    if few:
        kept = themes_table(few, tables["wrote"])
        yield _told(kept | {"title": _("Heard from few, and kept")}, source)
    for question in tables["questions"]:
        if not tells_nothing(question):
            yield _told(question_table(question), source)
    for quote in _chosen(release, cited):
        yield quote_block(quote, release, source)
    yield from listing(_kept_back(tables))


def _told(table: Figures, source: int) -> Figures:
    """Return a table that names its source; a title is not said twice."""
    table["source"] = source
    if table["question"] == table["title"]:
        table["question"] = ""
    return table


def _kept_back(tables: Tables) -> Iterable[Item]:
    """Yield what readers kept back of what was written, and why, as it was released."""
    reasons = [
        f"{WithholdReason(row['reason']).label}: {words_for(row['count'])}"
        for row in tables.get("withheld", [])
    ]
    if reasons:
        yield item(_("What readers kept back, and why"), detail=", ".join(reasons))


def _chosen(release: Release, cited: set[int]) -> list[Quote]:
    """Return a few quotes of a release, those that are evidence before the others."""
    return sorted(quotes_of(release), key=lambda one: one.pk not in cited)[
        :QUOTES_ON_A_PAGE
    ]
