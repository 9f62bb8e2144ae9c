"""A number of children reaches others through disclosure control, or not at all.

By kind: only one module makes a protected value. By reach: the rooms that others read
import nothing that knows true numbers.
"""

import ast
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
# What others read: the board, the public, action owners; and the pages of releases.
ROOMS = (
    "cms",
    "voice/briefings",
    "voice/replies",
    "voice/statement",
    "voice/releases/exports",
    "voice/releases/presentation.py",
    "voice/releases/templatetags",
)
# Who knows true numbers, by the beginning of a module's or a name's address.
TRUE = (
    "surveys.models.Response",
    "surveys.models.Comment",
    "surveys.models.CountSheet",
    "surveys.models.count_sheet",
    "surveys.models.response",
    "surveys.queries.counted",
    "surveys.queries.results",
    "surveys.logic.tallying",
    "surveys.logic.packing",
    "voice.releases.logic.cells",
    "voice.releases.logic.grouping",
    "voice.releases.logic.making",
    "voice.releases.logic.material",
    "voice.releases.logic.tally",
    "voice.releases.queries.material",
    "voice.themes.queries.themes_by_response",
)


def sources(*places):
    """Yield every Python file of these places, without migrations."""
    for place in places:
        path = HOUSE / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            if "migrations" not in file.parts:
                yield file


def imported(file):
    """Yield the address of each thing a file imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)


def knows_true_numbers(file):
    """Return what a file imports that knows true numbers."""
    return {
        name
        for name in imported(file)
        if any(name == one or name.startswith(f"{one}.") for one in TRUE)
    }


def test_no_room_that_others_read_knows_a_true_number():
    found = {
        str(file.relative_to(HOUSE)): names
        for file in sources(*ROOMS)
        if (names := knows_true_numbers(file))
    }
    assert found == {}


def test_the_sweep_finds_what_knows_true_numbers():
    """The pages of those who run a survey do know them."""
    assert knows_true_numbers(HOUSE / "surveys/views/results.py")
    assert knows_true_numbers(HOUSE / "voice/releases/domain/releases.py")


def figures_written_out(file):
    """Yield the lines where a file writes a figure out itself."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
            if {"code", "number", "words"} <= keys:
                yield node.lineno


def test_only_one_module_writes_a_figure_out():
    """But for what an intruder supposes, which nobody is shown."""
    made = {
        str(file.relative_to(HOUSE))
        for file in sources("voice", "cms", "surveys")
        if list(figures_written_out(file))
        and "voice/releases/logic/intruder/" not in str(file)
    }
    assert made == {"voice/releases/logic/protected.py"}
