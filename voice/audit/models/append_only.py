"""Rows that are written once: no save of an existing row, no update, no delete."""

from typing import Never

from django.db import models


class AppendOnly(Exception):
    """The audit can only be added to."""

    def __init__(self) -> None:
        super().__init__("The audit can only be added to, never changed or deleted.")


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that may be read and added."""

    def update(self, **kwargs: object) -> Never:
        """Refuse. Raises AppendOnly."""
        raise AppendOnly

    def delete(self) -> Never:
        """Refuse. Raises AppendOnly."""
        raise AppendOnly

    def bulk_update(self, *args: object, **kwargs: object) -> Never:
        """Refuse. Raises AppendOnly."""
        raise AppendOnly


class AppendOnlyModel(models.Model):
    """A row that is written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, **kwargs: object) -> None:
        """Insert the row. Raises AppendOnly when it is there already."""
        if not self._state.adding:
            raise AppendOnly
        super().save(**{**kwargs, "force_insert": True})  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> Never:
        """Refuse. Raises AppendOnly."""
        raise AppendOnly
