"""Reads editions."""

from surveys.models import Edition, Survey


def current_edition(survey: Survey) -> Edition | None:
    """Return the newest edition of `survey`; None when it was never published."""
    return survey.editions.order_by("-number").first()
