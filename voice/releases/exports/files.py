"""A release as a file: CSV, a spreadsheet, or JSON with what was signed."""

import csv
import json
from collections.abc import Callable
from io import StringIO

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from voice.releases.exports.sheets import sheets_of
from voice.releases.logic.sheets import lines
from voice.releases.logic.xlsx import SPREADSHEET, xlsx_file
from voice.releases.models import Release
from voice.themes.logic.csv_cells import neutral

# What each kind of file is, for browsers.
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": f"{SPREADSHEET}.sheet",
    "json": "application/json",
}


def release_csv(release: Release) -> bytes:
    """Return every protected value of a release, one a line, as UTF-8 with its mark."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([_("Sheet"), _("Table"), _("Row"), _("Column"), _("Value")])
    for line in lines(sheets_of(release)):
        writer.writerow([neutral(cell) for cell in line])
    return table.getvalue().encode("utf-8-sig")


def release_xlsx(release: Release) -> bytes:
    """Return a release as a spreadsheet, one sheet a table."""
    return xlsx_file(sheets_of(release), right_to_left=get_language_bidi())


def release_json(release: Release) -> bytes:
    """Return the tables of a release as they were signed; quotes stay on its page."""
    whole = {
        "release": release.number,
        "hash": release.content_hash,
        "tables": release.tables,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


WRITERS: dict[str, Callable[[Release], bytes]] = {
    "csv": release_csv,
    "xlsx": release_xlsx,
    "json": release_json,
}
