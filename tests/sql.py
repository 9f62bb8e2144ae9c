"""Counts how often Django writes the SQL of a query, which costs more than asking it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.db.models import Model
from django.db.models.sql import compiler

WRITERS = (
    compiler.SQLCompiler,
    compiler.SQLInsertCompiler,
    compiler.SQLUpdateCompiler,
    compiler.SQLDeleteCompiler,
)


@contextmanager
def sql_written() -> Iterator[list[type[Model]]]:
    """Give a list that grows by the model of each query that is written."""
    models: list[type[Model]] = []

    def noted(write: Callable) -> Callable:
        def as_sql(self, *args, **kwargs):
            models.append(self.query.model)
            return write(self, *args, **kwargs)

        return as_sql

    with ExitStack() as patched:
        for writer in WRITERS:
            patched.enter_context(patch.object(writer, "as_sql", noted(writer.as_sql)))
        yield models
