"""Error reports that hold nothing personal: no form, no cookie, no local variable."""

from collections.abc import ItemsView
from types import TracebackType

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class NothingPersonal(SafeExceptionReporterFilter):
    """Drops every submitted value and every local variable from a report."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Say yes always: a laptop's error page may hold a child's words too."""
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, str]:
        """Return no submitted value."""
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: TracebackType
    ) -> ItemsView[str, object]:
        """Return no local variable."""
        return dict[str, object]().items()
