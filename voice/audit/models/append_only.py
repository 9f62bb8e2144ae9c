"""The audit's rows are written once."""

from voice.frozen_rows import FrozenQuerySet, FrozenRow


class AppendOnly(Exception):
    """The audit can only be added to."""

    def __init__(self) -> None:
        super().__init__("The audit can only be added to, never changed or deleted.")


class AppendOnlyModel(FrozenRow):
    """A row of the audit."""

    refusal = AppendOnly
    objects = FrozenQuerySet.as_manager()

    class Meta:
        """No table of its own."""

        abstract = True
