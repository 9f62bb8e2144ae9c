"""A disk so small that it can be filled: a tmpfs, where mounting one is possible."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# What a migrated database and its log take, and what each child writes, in bytes.
EMPTY, EACH = 700_000_000, 25_000
PIECE = 1024 * 1024
CANNOT = "mounting a small disk is not possible here: it is not filled"


@contextmanager
def small_disk(children: int) -> Iterator[Path | None]:
    """Give a small disk while the block lasts; None, and a printed reason, without.

    It has room for the responses of so many `children`.
    """
    folder = Path(tempfile.mkdtemp(prefix="voice-small-disk-"))
    size = f"size={EMPTY + EACH * children}"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    is_there = os.geteuid() == 0 and shutil.which("mount") is not None
    if not is_there or subprocess.run(command, capture_output=True).returncode:
        folder.rmdir()
        print(f"  {CANNOT}")
        yield None
        return
    try:
        # PostgreSQL is another user.
        folder.chmod(0o755)
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)
        with suppress(OSError):
            folder.rmdir()


def fill(disk: Path, seconds: float) -> None:
    """Leave not a byte free for so many seconds."""
    ballast = disk / "ballast"
    until = time.monotonic() + seconds
    try:
        with ballast.open("wb", buffering=0) as file:
            # Again and again: what others free meanwhile is taken too.
            while time.monotonic() < until:
                _write_all(file)
                time.sleep(0.05)
    finally:
        ballast.unlink(missing_ok=True)


def _write_all(file) -> None:
    """Write until the disk is full."""
    with suppress(OSError):
        while True:
            file.write(bytes(PIECE))
