"""Rows that are written once: no save of an existing row, no update, no delete.

What a kind of row says when somebody tries is its own: `refusal`, an exception.
"""

from typing import Any, ClassVar, Never

from django.db import models


class FrozenQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows in numbers: found, read and added, never changed."""

    def update(self, **kwargs: Any) -> Never:
        """Refuse: raises the row's own refusal."""
        raise self.model.refusal  # type: ignore[attr-defined]

    def bulk_update(self, *args: Any, **kwargs: Any) -> Never:
        """Refuse: raises the row's own refusal."""
        raise self.model.refusal  # type: ignore[attr-defined]

    def delete(self) -> Never:
        """Refuse: raises the row's own refusal."""
        raise self.model.refusal  # type: ignore[attr-defined]


class FrozenRow(models.Model):
    """A row that is written once; `refusal` is raised by whoever would change it."""

    refusal: ClassVar[type[Exception]]

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, **kwargs: Any) -> None:
        """Insert the row; raises its refusal when it is there already."""
        if not self._state.adding:
            raise self.refusal
        super().save(**{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        """Refuse: raises the row's own refusal."""
        raise self.refusal
