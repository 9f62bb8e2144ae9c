"""When a paper about it is before the board, and what was decided; told to whoever answered."""

from datetime import date

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.models import Consultation
from surveys.travelled import Line, Told, Travelled
from voice.briefings.enums import BriefingState
from voice.briefings.models import Briefing, Decision
from voice.briefings.queries.meetings import meetings_around
from voice.council.enums import BASE_LANGUAGE
from voice.statement.models import Evidence


def how_far_in_a_paper(consultation: Consultation, language: str) -> Told:
    """Return the issued papers that stand on its releases, by their title and meeting.

    None of those that another took the place of, or that stand on what was recalled.
    """
    papers = _to_read(list(_papers(consultation)), language)
    if not papers:
        return Told(Travelled.LATER)
    today = timezone.localdate()
    is_over = papers[0].meeting_on < today
    return Told(
        Travelled.DONE if is_over else Travelled.NOW,
        lines=tuple(_paper(one, on=today) for one in papers),
    )


def _papers(consultation: Consultation) -> QuerySet[Briefing]:
    """Return those papers, the first meeting first."""
    return (
        Briefing.objects.filter(
            releases__survey__consultation=consultation, state=BriefingState.ISSUED
        )
        .exclude(followed_by__state=BriefingState.ISSUED)
        .exclude(releases__recall__isnull=False)
        .defer("paper")
        .distinct()
        .order_by("meeting_on", "pk")
    )


def _to_read(papers: list[Briefing], language: str) -> list[Briefing]:
    """Return of each meeting the papers in `language`, or else in the base one, or all."""
    found: list[Briefing] = []
    for day in dict.fromkeys(one.meeting_on for one in papers):
        of_it = [one for one in papers if one.meeting_on == day]
        for code in (language, BASE_LANGUAGE):
            if said := [one for one in of_it if one.language == code]:
                of_it = said
                break
        found += of_it
    return found


def _paper(briefing: Briefing, *, on: date) -> Line:
    """Return one paper and its meeting, as a line."""
    day = {"day": date_format(briefing.meeting_on, "DATE_FORMAT")}
    if briefing.meeting_on < on:
        standing = _("They had this in front of them on %(day)s:") % day
    else:
        standing = _("They have this in front of them on %(day)s:") % day
    return Line(briefing.title, briefing.language, standing=standing)


def how_far_decided(consultation: Consultation, language: str) -> Told:
    """Return what meetings decided of it, in the words kept for young people.

    A decision is told where somebody has put it in such words, at a meeting since what
    was heard first stood in its key theme. Otherwise, when they meet next.
    """
    cited = _cited(consultation)
    if not cited:
        return Told(Travelled.LATER)
    made = [
        one
        for one in Decision.objects.filter(
            key_theme__in=cited,
            meeting__on__lte=timezone.localdate(),
            meeting__is_cancelled=False,
        )
        .exclude(told={})
        .select_related("meeting")
        .order_by("meeting__on", "pk")
        if one.meeting.on >= cited[one.key_theme_id]  # type: ignore[index]
    ]
    if made:
        return Told(
            Travelled.DONE, lines=tuple(_decision(one, language) for one in made)
        )
    following = meetings_around(timezone.localdate()).next
    if following is None:
        return Told(Travelled.LATER)
    day = date_format(following.on, "DATE_FORMAT")
    return Told(Travelled.NOW, _("They meet next on %(day)s.") % {"day": day})


def _cited(consultation: Consultation) -> dict[int, date]:
    """Return the key themes in which it stands as evidence, and since which day."""
    found = (
        Evidence.objects.standing()
        .filter(release__survey__consultation=consultation)
        .order_by()
        .values_list("key_theme")
        .annotate(first=Min("added_at"))
    )
    return {theme: timezone.localdate(first) for theme, first in found}


def _decision(decision: Decision, language: str) -> Line:
    """Return one decision in the words kept for young people."""
    words, said_in = decision.told_in(language)
    day = date_format(decision.meeting.on, "DATE_FORMAT")
    return Line(words, said_in, standing=_("On %(day)s they decided:") % {"day": day})
