"""What must be true of people before a survey opens: readers and safeguarding cover."""

from collections.abc import Iterator
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.languages import language_name
from surveys.logic.findings import Finding, error
from surveys.models import Survey
from surveys.queries.capacity import read_by
from voice.accounts.enums import Role
from voice.council.queries.rota import gaps, rota_is_kept
from voice.hours import hour
from voice.moderation.queries.concerns import active_with
from voice.moderation.queries.readers import readers_of


def readers_and_cover(survey: Survey) -> Iterator[Finding]:
    """Give an error for each kind of person that is missing, and each time without one."""
    yield from _readers(survey)
    if not active_with(Role.SAFEGUARDING_LEAD).exists():
        yield error(
            _("There is no safeguarding cover: invite a safeguarding lead first.")
        )
    yield from _uncovered(survey)


def _readers(survey: Survey) -> Iterator[Finding]:
    """Give that nobody reads the survey, or one of its languages."""
    readers = list(readers_of(survey))
    if not readers:
        yield error(
            _(
                "Nobody is there to read what young people write: "
                "invite a participation worker first."
            )
        )
        return
    read = {code for reader in readers for code in reader.reads_languages}
    for code in survey.languages:
        if code not in read:
            yield error(
                _(
                    "No reader of this survey reads %(language)s: ask one who does to "
                    "say so on their own page, or invite a worker who reads it."
                )
                % {"language": language_name(code)},
                href=reverse("surveys:people", args=[survey.slug]),
                action=_("See who runs it"),
            )


def _uncovered(survey: Survey) -> Iterator[Finding]:
    """Give that the rota leaves duty hours empty until the last comment must be read.

    From now or its opening to two working days (a setting) after it closes. Where no
    rota is kept, every lead is told of a worry: there is nothing to leave empty.
    """
    now, until = timezone.now(), read_by(survey)
    if not rota_is_kept(now):
        return
    opens = datetime.combine(
        survey.consultation.opens_on, time.min, timezone.get_default_timezone()
    )
    empty = gaps(max(now, opens), until)
    if empty:
        starts, ends = (timezone.localtime(moment) for moment in empty[0])
        facts = {
            "day": date_format(starts, "j F Y"),
            "starts": hour(starts),
            "ends": hour(ends),
            "last": date_format(timezone.localtime(until), "j F Y"),
            "count": len(empty) - 1,
        }
        yield error(
            _("No safeguarding lead is on duty on %(day)s, %(starts)s to %(ends)s.")
            % facts
            + _others(len(empty) - 1),
            _("Fill the rota until %(last)s, when the last comment must be read.")
            % facts,
            href=reverse("duty:rota"),
            action=_("Open the rota"),
        )


def _others(count: int) -> str:
    """Return how many other times are empty, in a sentence after the first; or nothing."""
    if not count:
        return ""
    said = ngettext(
        "There is %(count)d other time.", "There are %(count)d other times.", count
    )
    return " " + said % {"count": count}
