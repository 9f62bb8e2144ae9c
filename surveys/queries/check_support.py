"""Looks whether every age that is asked has somebody to turn to on its pages."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from surveys.languages import band_name
from surveys.logic.drafts import Draft
from surveys.logic.findings import Finding, warning
from voice.council.models import HelpLine


def found_in_support(
    draft: Draft, ages: Mapping[str, tuple[int, int]]
) -> Iterator[Finding]:
    """Give the age bands for which no help line is shown on the page of support."""
    lines = list(HelpLine.objects.values_list("youngest", "oldest"))
    alone = [
        band
        for band in draft.age_bands
        if not any(
            youngest <= ages[band][1] and oldest >= ages[band][0]
            for youngest, oldest in lines
            if band in ages
        )
    ]
    if alone:
        yield warning(
            _("%(bands)s: no help line for their age is shown on their pages.")
            % {"bands": ", ".join(band_name(band) for band in alone)},
            _("Ask an administrator to add one under the council's help lines."),
        )
