"""The rule this house protects its numbers by."""

from django.conf import settings

from voice.releases.logic.rule import Rule


def current_rule() -> Rule:
    """Return the rule of the settings; raises RuleTooWeak under the floor."""
    return Rule(settings.DISCLOSURE_THRESHOLD, settings.DISCLOSURE_BASE)
