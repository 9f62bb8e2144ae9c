"""What was heard, as releases tell it; told to whoever answered."""

import logging
from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.travelled import Line, Told, Travelled
from voice.council.enums import BASE_LANGUAGE
from voice.releases.enums import ReleaseState
from voice.releases.logic.tables import ThemeRow
from voice.releases.models import Release
from voice.releases.queries.releases import ReleaseAltered, verified
from voice.themes.enums import ThemeKind
from voice.themes.queries.wordings import sentences_in

MOST_THEMES = 6
log = logging.getLogger(__name__)


def how_far_understood(consultation: Consultation, language: str) -> Told:
    """Return what two people have signed of what was heard, in themes' own sentences.

    Of each survey its newest release alone. One that was taken back says that, and why;
    one that is not what was signed says nothing.
    """
    newest = _newest(consultation)
    standing = [one for one in newest if not one.is_recalled and _is_whole(one)]
    taken_back = tuple(_taken_back(one) for one in newest if one.is_recalled)
    if not standing:
        now = Travelled.NOW if newest else Travelled.LATER
        return Told(now, lines=taken_back)
    day = max(timezone.localdate(one.issued_at) for one in standing)
    said = {"day": date_format(day, "DATE_FORMAT")}
    heard = _heard(standing, language=language)
    if heard:
        when = _("Two people checked and signed this on %(day)s.") % said
    else:
        when = _("The results have been out since %(day)s.") % said
    return Told(Travelled.DONE, when, (*heard, *taken_back))


def _newest(consultation: Consultation) -> list[Release]:
    """Return the newest issued release of each survey; two queries."""
    issued = (
        Release.objects.filter(
            survey__consultation=consultation, state=ReleaseState.ISSUED
        )
        .select_related("survey", "recall")
        .prefetch_related("quotes")
        .order_by("survey", "number")
    )
    return list({one.survey_id: one for one in issued}.values())


def _is_whole(release: Release) -> bool:
    """Say whether a release is what was signed."""
    try:
        verified(release)
    except ReleaseAltered:
        log.error("Release %s is not what was signed; it is not told.", release.pk)
        return False
    return True


def _heard(releases: Iterable[Release], *, language: str) -> list[Line]:
    """Return the sentence of each theme these tell, once each.

    They are as they were signed, in the base language, or in the reader's own where a
    worker worded that very sentence in it; else the reader is told that it is not.
    """
    rows: Iterable[ThemeRow] = (
        row
        for release in releases
        for row in release.tables["themes"]
        if row["kind"] == ThemeKind.THEME
    )
    said = dict.fromkeys(row["sentence"] or row["name"] for row in rows)
    told = list(said)[:MOST_THEMES]
    worded = sentences_in(language, told)
    note = "" if language == BASE_LANGUAGE else _("This is still in English.")
    return [
        Line(worded[words], language)
        if words in worded
        else Line(words, BASE_LANGUAGE, note=note)
        for words in told
    ]


def _taken_back(release: Release) -> Line:
    """Return that a release was taken back, and why."""
    day = date_format(timezone.localdate(release.recall.at), "DATE_FORMAT")
    return Line(
        release.recall.why,
        BASE_LANGUAGE,
        standing=_("We took back what stood here on %(day)s.") % {"day": day},
        is_bad=True,
    )
