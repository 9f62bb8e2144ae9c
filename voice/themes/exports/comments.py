"""Kept comments with their themes, for those who run the survey."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from itertools import batched
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from surveys.models import Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings, kept_texts, kept_translations
from voice.themes.logic.csv_cells import neutral
from voice.themes.models import Tag
from voice.themes.queries import IN_USE
from voice.themes.queries.agreement import hidden_while_coded_blind

# How many comments one entry of the audit names.
IN_AN_ENTRY = 500


@transaction.atomic
def comments_csv(survey: Survey, *, by: User) -> str:
    """Return every kept comment of a survey with its themes, as CSV; an audited read.

    The kept text alone: approved, redacted by replacement, finished, not taken back,
    without an open concern. No id, no time, no order of time, nothing of who said it;
    what may be quoted needs the young person's yes and the reader's.
    """
    readings = list(
        kept_readings(survey).order_by("comment__question__position", "comment_id")
    )
    for some in batched(readings, IN_AN_ENTRY):
        record(
            "themes.take_out_comments",
            of=survey,
            by=by,
            comments=[str(reading.comment_id) for reading in some],
        )
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(
        [_("Question"), _("Comment"), _("In English"), _("Themes"), _("May be quoted")]
    )
    for row in _rows(survey, readings):
        writer.writerow([neutral(cell) for cell in row])
    return table.getvalue()


def _rows(survey: Survey, readings: list[Reading]) -> Iterator[list[str]]:
    """Yield the cells of each comment."""
    texts, translations = kept_texts(readings), kept_translations(readings)
    themes = _themes(survey)
    for reading in readings:
        comment, translated = reading.comment, translations.get(reading.pk)
        yield [
            comment.question.prompt,
            texts[reading.pk],
            translated.words if translated else "",
            "; ".join(themes[comment.pk]),
            _("yes") if reading.may_quote and comment.may_quote else "",
        ]


def _themes(survey: Survey) -> dict[UUID, list[str]]:
    """Return the names of the themes in use that each comment says, by name.

    Of those being coded blind, that alone.
    """
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = (
        Tag.objects.filter(comment__survey=survey, theme__state__in=IN_USE)
        .order_by("theme__name")
        .values_list("comment", "theme__name")
        .distinct()
    )
    for comment, name in rows:
        found[comment].append(name)
    hidden = hidden_while_coded_blind().filter(survey=survey)
    for comment in hidden.order_by().values_list("pk", flat=True):
        found[comment] = [_("being coded apart")]
    return found
