"""Reads of the statement: its tree, an owner's actions, its evidence and where it led."""

from voice.statement.queries.evidence import (
    Citable,
    Place,
    citables,
    cited_here,
    evidence_in_full,
    places,
)
from voice.statement.queries.fed import Fed, surveys_heard, what_it_fed
from voice.statement.queries.statements import (
    action_in_full,
    current_statement,
    key_themes_in_full,
    own_actions,
)

__all__ = [
    "Citable",
    "Fed",
    "Place",
    "action_in_full",
    "citables",
    "cited_here",
    "current_statement",
    "evidence_in_full",
    "key_themes_in_full",
    "own_actions",
    "places",
    "surveys_heard",
    "what_it_fed",
]
