"""Bringing a plan as a spreadsheet: the file, and then the plan as it was shown."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.domain.opening_files import open_grid
from surveys.logic.grid import LONGEST_FILE, BadGrid, Grid, is_spreadsheet
from voice.shown import ShownForm
from voice.statement.importing_words import (
    FILES,
    directions_known,
    headings_known,
    statuses_known,
    troubles_told,
)
from voice.statement.logic.plan import Plan
from voice.statement.logic.plan_columns import BadPlan
from voice.statement.logic.plan_merging import merged
from voice.statement.logic.plan_rows import rows_of
from voice.statement.models import Statement
from voice.themes.logic.csv_cells import as_written


class ImportForm(forms.Form):
    """A spreadsheet of the plan."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_("The sheet, filled in (XLSX or CSV)."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )

    def __init__(
        self, *args: Any, plan: Plan, proven: Collection[int], **kwargs: Any
    ) -> None:
        """Compare the file with `plan`; `proven` as plan_merging.merged takes it."""
        super().__init__(*args, **kwargs)
        self.plan, self.proven = plan, proven
        self.row_errors: list[str] = []

    def clean_file(self) -> Plan:
        """Return the plan as the file would make it; what is wrong is in `row_errors`."""
        try:
            rows = rows_of(
                _grid(self.cleaned_data["file"].read(LONGEST_FILE + 1)),
                headings=headings_known(),
                statuses=statuses_known(),
                directions=directions_known(),
            )
            return merged(self.plan, rows, proven=self.proven)
        except BadGrid as bad:
            raise forms.ValidationError(str(FILES[bad.trouble])) from None
        except BadPlan as bad:
            self.row_errors = troubles_told(bad.troubles)
            raise forms.ValidationError(
                _("The file cannot be taken yet. What to put right stands below.")
            ) from None


def _grid(content: bytes) -> Grid:
    """Return the cells of a file as they were written; raises BadGrid."""
    grid = open_grid(content)
    if is_spreadsheet(content):
        return grid
    return [[as_written(cell) for cell in row] for row in grid]


class KeepPlanForm(ShownForm):
    """A plan as it was shown, signed by this house, sent back to be kept."""

    def __init__(
        self, *args: Any, statement: Statement, by: int, **kwargs: Any
    ) -> None:
        """Take what was shown to this person, of this statement."""
        super().__init__(*args, of=f"statement.import:{statement.pk}", by=by, **kwargs)

    def showing(self, after: Plan, *, seen: str) -> str:
        """Return a plan, and the hash of the one before, so that nobody can change it."""
        return self.signed({"after": after, "seen": seen})
