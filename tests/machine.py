"""Brings what the tests need of the machine: Chromium, a PostgreSQL server, Pango."""

import ctypes.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# What sets the letters of papers, and the families it sets them in (Debian's names).
PANGO = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
PANGO_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
LETTERS = ("Noto Sans", "Noto Nastaliq Urdu")


class Missing(Exception):
    """Something the tests need is not on this machine; the sentence says what."""


def chromium() -> str | None:
    """Return the path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def postgresql_programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's server programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def machine_voice() -> str | None:
    """Return the path of what speaks draft recordings, or None when a part is missing."""
    found = [shutil.which(name) for name in ("espeak-ng", "ffmpeg")]
    return found[0] if all(found) else None


def typesetter() -> bool:
    """Say whether Pango and the letters of papers are on this machine."""
    lister = shutil.which("fc-list")
    if lister is None or not all(map(ctypes.util.find_library, PANGO)):
        return False
    listed = subprocess.run(
        [lister, ":", "family"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return all(family in listed for family in LETTERS)


def bring_chromium() -> None:
    """Install Chromium and letters for Urdu where needed; raise Missing when that cannot be."""
    if chromium() is None:
        _apt("Chromium", "chromium", "fonts-noto-core")
    if chromium() is None:
        raise Missing("The tests need Chromium: install it and run this again.")


def bring_postgresql() -> None:
    """Install a PostgreSQL server where needed; raise Missing when that cannot be."""
    if postgresql_programs() is None:
        _apt("a PostgreSQL server", "postgresql")
    if postgresql_programs() is None:
        raise Missing("The tests need a PostgreSQL server: install it and try again.")


def bring_machine_voice() -> None:
    """Install what speaks draft recordings; raise Missing when that cannot be."""
    if machine_voice() is None:
        _apt("espeak-ng and ffmpeg", "espeak-ng", "ffmpeg")
    if machine_voice() is None:
        raise Missing(
            "The tests need espeak-ng and ffmpeg: install them and try again."
        )


def bring_typesetter() -> None:
    """Install what sets papers where needed; raise Missing when that cannot be."""
    if not typesetter():
        _apt("Pango and Noto letters", *PANGO_PACKAGES, "fontconfig", "fonts-noto-core")
    if not typesetter():
        raise Missing(
            "The tests need Pango and Noto letters: install them and try again."
        )


def _apt(what: str, *packages: str) -> None:
    """Install Debian packages as root; raise Missing when this is not root on Debian."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Missing(
            f"The tests need {what}; install it (on Debian: apt-get install "
            f"{' '.join(packages)}) and run this again."
        )
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run(
            ["apt-get", *command], env=quiet, check=False, stdout=subprocess.DEVNULL
        )


@contextmanager
def postgresql(under: Path | None = None) -> Iterator[str]:
    """Run a PostgreSQL of our own while the block lasts; give its DATABASE_URL.

    It keeps what it holds in a new folder `under` this one.
    """
    programs = postgresql_programs()
    if programs is None:
        raise Missing("The tests need a PostgreSQL server: install it and try again.")
    folder = Path(tempfile.mkdtemp(prefix="voice-postgresql-", dir=under))
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    port = _free_port()
    data = folder / "data"
    _run(
        *as_user,
        str(programs / "initdb"),
        "--pgdata",
        str(data),
        "--username=voice",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        "-c max_connections=200 -c fsync=off"
    )
    control = [*as_user, str(programs / "pg_ctl"), "--pgdata", str(data)]
    _run(*control, "--wait", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://voice@127.0.0.1:{port}/postgres"
    finally:
        _run(*control, "--mode=immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str) -> None:
    """Run a program quietly; raise with what it said when it fails."""
    done = subprocess.run(
        command, cwd="/", capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise Missing(f"{command[-1]}: {done.stdout}{done.stderr}")


def _free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
