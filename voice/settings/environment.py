"""Reads the environment, in this one place; a wrong value is named in a sentence."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

HOUSE = Path(__file__).resolve().parents[2]


def text(name: str, default: str | None = None) -> str:
    """Return the variable `name`, or `default`.

    Raises ImproperlyConfigured, naming the variable, when it is missing and
    there is no default.
    """
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def yes(name: str, *, default: bool) -> bool:
    """Return the variable `name` read as yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in {"1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def whole(name: str, default: int) -> int:
    """Return the variable `name` read as a whole number."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} must be a whole number, not {value!r}."
        ) from None


def words(name: str, default: str = "") -> list[str]:
    """Return the variable `name` read as words parted by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def database(url: str) -> dict[str, object]:
    """Return Django's settings for the database that `url` names.

    `sqlite:///PATH` (a relative path is taken from the house) and
    `postgresql://user:password@host:port/name` are understood.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(HOUSE / unquote(parts.path.removeprefix("/"))),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                    "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
                ),
            },
            # Opening a database of many tables took longer than what a page asks of it.
            "CONN_MAX_AGE": 60,
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "voice.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": _line_to_postgresql(),
        }
    raise ImproperlyConfigured(
        "DATABASE_URL must begin with sqlite:/// or postgresql://."
    )


def _line_to_postgresql() -> dict[str, object]:
    """Return how a line is opened, and found dead, by both ends (docs/decisions/0058).

    Where a machine is gone without a word, the other would wait for a quarter of an
    hour for what it sent, and for what it should receive for ever.
    """
    statement = whole("DATABASE_STATEMENT_SECONDS", 0)
    theirs = {
        "tcp_keepalives_idle": "20",
        "tcp_keepalives_interval": "5",
        "tcp_keepalives_count": "3",
        "tcp_user_timeout": "30s",
        **({"statement_timeout": f"{statement}s"} if statement else {}),
    }
    return {
        "connect_timeout": 5,
        "keepalives_idle": 20,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        # Milliseconds, here alone.
        "tcp_user_timeout": 30_000,
        "options": " ".join(f"-c {name}={value}" for name, value in theirs.items()),
    }
