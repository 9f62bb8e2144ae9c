"""Hears what the house says all day: logs, what is printed, and letters."""

import contextlib
import io
import logging
from collections.abc import Iterator
from types import TracebackType

from django.core import mail

from voice.leaks.places.needles import Needles

Hit = tuple[str, str]


class Ears(logging.Handler):
    """Keeps every line that any logger writes while it listens, tracebacks too."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
        self.lines: list[tuple[str, str]] = []
        self.letters: list[str] = []
        self.printed = io.StringIO()
        self._open = contextlib.ExitStack()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append((record.name, self.format(record)))

    def __enter__(self) -> "Ears":
        """Listen in place of whoever listens now, also where nothing is passed on."""
        mail.outbox = []
        for logger in _loggers():
            self._open.callback(setattr, logger, "handlers", logger.handlers)
            self._open.callback(logger.setLevel, logger.level)
            logger.handlers = [self]
            logger.setLevel(logging.INFO)
        self._open.enter_context(contextlib.redirect_stdout(self.printed))
        self._open.enter_context(contextlib.redirect_stderr(self.printed))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self._open.close()

    def gather_letters(self) -> None:
        """Keep every letter that was sent, headers included."""
        self.letters = [letter.message().as_string() for letter in mail.outbox]
        self.letters += [
            f"{letter.subject}\n{letter.body}\n{letter.to}" for letter in mail.outbox
        ]

    def heard(self, needles: Needles) -> Iterator[Hit]:
        """Yield each planted word that was heard, and where."""
        for logger, line in self.lines:
            for name in needles.in_text(line):
                yield name, f"log {logger}"
        for name in needles.in_text(self.printed.getvalue()):
            yield name, "printed"
        for letter in self.letters:
            for name in needles.in_value(letter):
                yield name, "letter"


def _loggers() -> list[logging.Logger]:
    """Return the root, and every logger that does not pass on to it."""
    named = [logging.getLogger(name) for name in logging.root.manager.loggerDict]
    return [logging.root, *(logger for logger in named if not logger.propagate)]
