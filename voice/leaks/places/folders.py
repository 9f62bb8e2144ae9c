"""Files of the house: media, and what runs beside it wrote since the day began."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from voice.leaks.places.needles import Needles

Hit = tuple[str, str]


def in_folders(needles: Needles, *, since: float) -> Iterator[Hit]:
    """Yield each planted word found in a file, and “file path”."""
    for path in written_files(since=since):
        for name in needles.in_file(path.read_bytes()):
            yield name, f"file {path.name}"


def written_files(*, since: float) -> Iterator[Path]:
    """Yield every file of media and of var/ written since then, but the database."""
    database = str(connection.settings_dict["NAME"])
    for folder in {Path(settings.MEDIA_ROOT), Path(settings.HOUSE) / "var"}:
        for path in sorted(folder.rglob("*")):
            is_database = str(path).startswith(database)
            if path.is_file() and not is_database and path.stat().st_mtime >= since:
                yield path
