"""Queries whose SQL is written once a thread, for what every page asks.

Django writes the SQL of a query anew each time; of the few that an answering page asks,
writing took longer than the database. Here the text is kept, with holes for the values.
Never a row: each call asks the database.
"""

from collections.abc import Callable, Iterable
from threading import local
from typing import Any, cast

from django.db import router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    AutoField,
    Exists,
    Expression,
    Field,
    Model,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.query import ModelIterable
from django.db.models.sql import InsertQuery, UpdateQuery
from django.db.models.sql.compiler import SQLCompiler, SQLInsertCompiler


class Hole(Expression):
    """Stands in a kept query for a value that each call gives by its column's name."""

    def __init__(self, model: type[Model], name: str) -> None:
        """Remember the column, which says how the database takes the value."""
        self.name, self.column = name, _column(model, name)
        super().__init__(output_field=self.column)

    def as_sql(
        self, _compiler: SQLCompiler, _connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        """Return the mark of a value, with itself where the value will stand."""
        return "%s", (self,)


def any_stands_on[M: Model](
    base: type[M], rows: Iterable[tuple[type[Model], str]]
) -> QuerySet[M]:
    """Return one row of `base`, when any row stands on it; its id is a hole.

    `rows` names models, each with its column that points at `base`.
    """
    any_of_them = Q()
    for model, column in rows:
        there: QuerySet[Any] = QuerySet(model).filter(**{column: OuterRef("pk")})
        any_of_them |= Q(Exists(there.order_by()))
    return QuerySet(base).filter(any_of_them, id=Hole(base, "id")).order_by()


class _Written:
    """The SQL that a compiler wrote once, for one connection."""

    def __init__(self, compiler: SQLCompiler) -> None:
        self.compiler, self.connection = compiler, compiler.connection
        self.sql, self.holes = compiler.as_sql()

    def filled(self, values: dict[str, Any]) -> tuple[Any, ...]:
        """Return what the SQL is sent with; raises KeyError where a value is missing."""
        return tuple(
            hole.column.get_db_prep_value(values[hole.name], self.connection)
            if isinstance(hole, Hole)
            else hole
            for hole in self.holes
        )


class _WrittenInsert(_Written):
    """The SQL of an insert, which Django writes as a list of one."""

    def __init__(self, compiler: SQLInsertCompiler) -> None:
        self.compiler, self.connection = compiler, compiler.connection
        ((self.sql, self.holes),) = compiler.as_sql()


class KeptQuery[M: Model]:
    """A query that is the same each time but for the values in its holes."""

    def __init__(self, build: Callable[[], QuerySet[M]]) -> None:
        """Keep how the query is built; that is done at the first call."""
        self._build, self._kept = build, local()

    def rows(self, **values: Any) -> list[M]:
        """Return what the database holds now; `values` are put in the holes.

        Raises KeyError where one is missing; TransactionManagementError, as Django does,
        when rows are to be held and there is no transaction.
        """
        queryset, written = self._written()
        if queryset.query.select_for_update and not written.connection.in_atomic_block:
            raise transaction.TransactionManagementError(
                "Rows are held in a transaction only."
            )
        ready = written.sql, written.filled(values)
        vars(written.compiler)["as_sql"] = lambda *_, **__: ready
        return list(ModelIterable(queryset))

    def _written(self) -> tuple[QuerySet[M], _Written]:
        """Return the query as this thread has written it."""
        kept: tuple[QuerySet[M], _Written] | None = getattr(self._kept, "query", None)
        if kept is not None:
            return kept
        queryset = self._build()
        written = _Written(queryset.query.get_compiler(queryset.db))
        compiler = written.compiler
        shown = [one[0] for one in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(shown)
        vars(compiler)["get_converters"] = lambda _shown: converters
        vars(queryset.query)["get_compiler"] = lambda *_, **__: compiler
        self._kept.query = queryset, written
        return queryset, written


class KeptUpdate:
    """A change of the columns of one row that is the same each time but for its values."""

    def __init__(self, model: type[Model], *names: str) -> None:
        """Keep which columns of which model are changed."""
        self._model, self._names, self._kept = model, names, local()

    def of(self, row: Model) -> int:
        """Write these columns of `row` as they are on it; return how many rows that was."""
        written = self._written()
        values = {name: getattr(row, name) for name in ("id", *self._names)}
        with (
            transaction.mark_for_rollback_on_error(using=written.connection.alias),
            written.connection.cursor() as cursor,
        ):
            cursor.execute(written.sql, written.filled(values))
            return int(cursor.rowcount)

    def _written(self) -> _Written:
        """Return the change as this thread has written it."""
        kept: _Written | None = getattr(self._kept, "update", None)
        if kept is None:
            model = self._model
            rows: QuerySet[Any] = QuerySet(model).filter(pk=Hole(model, "id"))
            query = cast("UpdateQuery", rows.query.chain(UpdateQuery))
            query.add_update_values({name: Hole(model, name) for name in self._names})
            kept = _Written(query.get_compiler(router.db_for_write(model)))
            self._kept.update = kept
        return kept


class KeptInsert:
    """A new row of a model that is the same each time but for its values."""

    def __init__(self, model: type[Model]) -> None:
        """Keep which model it is; the database numbers its rows, or they come with an id."""
        meta = model._meta  # noqa: SLF001 - how Django tells a model's columns
        self._numbers = isinstance(meta.pk, AutoField)
        self._fields = [
            field
            for field in meta.local_concrete_fields
            if not (self._numbers and field.primary_key)
        ]
        self._model, self._pk, self._kept = model, meta.pk, local()

    def of(self, row: Model) -> None:
        """Write a row that is not there yet, and tell it its number where it gets one.

        As Django's save(force_insert=True), but no signal is sent.
        """
        written = self._written()
        values = {field.name: field.pre_save(row, add=True) for field in self._fields}
        alias = written.connection.alias
        with (
            transaction.mark_for_rollback_on_error(using=alias),
            written.connection.cursor() as cursor,
        ):
            cursor.execute(written.sql, written.filled(values))
            if self._numbers:
                row.pk = cursor.fetchone()[0]
        row._state.adding, row._state.db = False, alias  # noqa: SLF001 - as Django's own save

    def _written(self) -> _Written:
        """Return the insert as this thread has written it."""
        kept: _Written | None = getattr(self._kept, "insert", None)
        if kept is None:
            model = self._model
            row = model()
            for field in self._fields:
                vars(row)[field.attname] = Hole(model, field.name)
            query = InsertQuery(model)
            query.insert_values(self._fields, [row], raw=True)
            compiler = query.get_compiler(router.db_for_write(model))
            compiler.returning_fields = [self._pk] if self._numbers else None
            kept = _WrittenInsert(compiler)
            self._kept.insert = kept
        return kept


def _column(model: type[Model], name: str) -> "Field[Any, Any]":
    """Return the column `name` of `model`."""
    field = model._meta.get_field(name)  # noqa: SLF001 - how Django tells a model's columns
    assert isinstance(field, Field)  # noqa: S101 - of our own models, by name
    return field
