"""Reads of the statement: its tree, an owner's actions, its evidence and where it led."""

from voice.statement.queries.chain import (
    Back,
    Fed,
    Forward,
    back_from,
    forward_from,
    surveys_heard,
)
from voice.statement.queries.evidence import (
    Citable,
    Place,
    citables,
    cited_here,
    every_evidence,
    evidence_in_full,
    places,
)
from voice.statement.queries.statements import (
    action_in_full,
    current_statement,
    key_themes_in_full,
    own_actions,
)

__all__ = [
    "Back",
    "Citable",
    "Fed",
    "Forward",
    "Place",
    "action_in_full",
    "back_from",
    "citables",
    "cited_here",
    "current_statement",
    "every_evidence",
    "evidence_in_full",
    "forward_from",
    "key_themes_in_full",
    "own_actions",
    "places",
    "surveys_heard",
]
