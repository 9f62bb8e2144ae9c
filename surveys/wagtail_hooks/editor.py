"""What the survey editor's script reads, put on the page."""

from typing import Any

from wagtail.admin.panels import Panel

from surveys.drafting.editing import editor_data


class EditorPanel(Panel):
    """Words, choices and addresses for the script; nothing to see."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one survey."""

        template_name = "surveys/editor_panel.html"

        def get_context_data(
            self, parent_context: dict[str, Any] | None = None
        ) -> dict[str, Any]:
            """Return what the script is told."""
            context = super().get_context_data(parent_context)
            return {**context, "editor": editor_data()}
