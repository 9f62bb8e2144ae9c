"""Opens a table that somebody brings, spreadsheets in a process of their own."""

import json
import subprocess
import sys

from django.conf import settings

from surveys.logic import grid
from surveys.logic.grid import (
    LONGEST_FILE,
    BadGrid,
    Grid,
    GridTrouble,
    grid_of_csv,
    is_spreadsheet,
)

PATIENCE = 10


def open_grid(content: bytes) -> Grid:
    """Return the cells of a CSV or XLSX file, row by row; raises BadGrid.

    A spreadsheet that takes more than ten seconds, or too much memory, is too long.
    """
    if len(content) > LONGEST_FILE:
        raise BadGrid(GridTrouble.TOO_LONG)
    if not is_spreadsheet(content):
        return grid_of_csv(content)
    try:
        child = subprocess.run(  # noqa: S603 - our own module, the file by its input
            [sys.executable, "-m", grid.__name__],
            input=content,
            capture_output=True,
            check=True,
            timeout=PATIENCE,
            cwd=settings.HOUSE,
            env={"OPENBLAS_NUM_THREADS": "1"},
        )
    except subprocess.TimeoutExpired:
        raise BadGrid(GridTrouble.TOO_LONG) from None
    except (OSError, subprocess.SubprocessError):
        raise BadGrid(GridTrouble.UNREADABLE) from None
    said = json.loads(child.stdout)
    if "trouble" in said:
        raise BadGrid(GridTrouble(said["trouble"]))
    cells: Grid = said["cells"]
    return cells
