"""One key theme: what children said of it, who answered, and how its actions stand."""

from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Block, FigureRow, Figures, Quote
from voice.briefings.models import BriefingSection
from voice.briefings.queries.blocks.reach import reach_block
from voice.briefings.queries.composing import Composing, day, told
from voice.briefings.queries.heard import Bar, Chart, Voices, voices_of
from voice.briefings.queries.standing import actions_of, standing_of
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.protected import NOT_SHOWN
from voice.releases.models import Release
from voice.statement.models import Evidence, KeyTheme
from voice.statement.queries import evidence_in_full, key_themes_in_full


def key_theme_title(key_theme: KeyTheme) -> str:
    """Return a key theme's number and title."""
    return str(key_theme)


def key_theme_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return what children say of a key theme, from the evidence that stands."""
    key_theme = section.key_theme
    if key_theme is None:
        return []
    pieces = evidence_in_full().defer(None).filter(key_theme=key_theme)
    voices = voices_of(pieces, headline=key_theme.headline_id)
    return [
        *_gap(voices, composing),
        *_quotes(voices, composing),
        *_charts(voices, composing),
        *_reach(voices, composing),
        *_standing(key_theme, composing),
    ]


def _gap(voices: Voices, composing: Composing) -> list[Block]:
    """Return a note when nothing new was heard for six months."""
    if not voices.is_gap(composing.on):
        return []
    if voices.last_on is None:
        said = _("There is no evidence from children on this yet.")
    else:
        said = _("There is nothing new from children on this since %(day)s.") % {
            "day": day(voices.last_on)
        }
    return [{"kind": "note", "tone": "careful", "text": said}]


def _quotes(voices: Voices, composing: Composing) -> list[Block]:
    """Return the headline and the other quotes."""
    first = [voices.headline] if voices.headline else []
    return [_quote(piece, composing) for piece in [*first, *voices.quotes]]


def _quote(piece: Evidence, composing: Composing) -> Quote:
    """Return one quote as it was frozen when it was cited."""
    frozen = piece.frozen
    block: Quote = {
        "kind": "quote",
        "words": frozen["words"],
        "language": frozen["language"] or BASE_LANGUAGE,
        "translation": frozen.get("translation", ""),
    }
    if piece.release is not None:
        block["source"] = composing.source(piece.release)
    if frozen["questions"]:
        block["about"] = frozen["questions"][0]["prompt"]
    return block


def _charts(voices: Voices, composing: Composing) -> list[Block]:
    """Return a table for each release's themes and for each question's answers."""
    releases = {one.content_hash: one for one in _cited(voices)}
    blocks: list[Block] = []
    for chart in voices.charts:
        table = _table(chart)
        cited = releases.get(chart.frozen["release_hash"])
        if cited is not None:
            table["source"] = composing.source(cited)
        blocks.append(table)
    return blocks


def _table(chart: Chart) -> Figures:
    """Return one chart's rows as a table."""
    width = max(len(bar.figures) for bar in chart.bars)
    columns = [_("How many"), _("Share")][:width]
    frozen = chart.frozen
    asked = frozen["questions"]
    return {
        "kind": "figures",
        "title": chart.title,
        "question": asked[0]["prompt"] if len(asked) == 1 else "",
        "note": "",
        "label": _("What was said"),
        "columns": columns,
        "base": told(chart.base) if chart.base else None,
        "language": BASE_LANGUAGE,
        "rows": [_row(bar, width) for bar in chart.bars],
    }


def _row(bar: Bar, width: int) -> FigureRow:
    """Return one bar as a row of `width` cells."""
    unsaid = NOT_SHOWN.figure()
    figures = [*bar.figures, *[unsaid] * (width - len(bar.figures))]
    row: FigureRow = {
        "label": bar.label,
        "told": [told(figure) for figure in figures],
        "share": bar.share,
        "language": BASE_LANGUAGE,
    }
    if bar.sentence:
        row["note"] = bar.sentence
    return row


def _reach(voices: Voices, composing: Composing) -> list[Block]:
    """Return how many answered, for each consultation that was heard."""
    newest = {
        release.tables["consultation"]["title"]: release
        for release in reversed(_cited(voices))
    }
    return [
        reach_block(
            heard.reach,
            consultation=heard.consultation,
            source=composing.source(newest[heard.consultation]),
        )
        for heard in voices.heard
    ]


def _cited(voices: Voices) -> list[Release]:
    """Return the releases cited that stand, the newest first."""
    return [one.release for one in voices.cited if one.release is not None]


def _standing(key_theme: KeyTheme, composing: Composing) -> list[Block]:
    """Return how many actions stand how, the worst first."""
    full = key_themes_in_full(key_theme.statement)
    found = next((one for one in full if one.pk == key_theme.pk), None)
    actions = actions_of(found) if found else []
    if not actions:
        return []
    standing = standing_of(actions, on=composing.on)
    said = [f"{status.label}: {number}" for status, number in standing.counts]
    if standing.late:
        said.append(_("Late: %(number)s") % {"number": len(standing.late)})
    words = _("How its actions stand: %(standing)s") % {"standing": ", ".join(said)}
    return [{"kind": "text", "text": words}]
