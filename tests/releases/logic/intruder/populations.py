"""Invented populations, and tables of them as the measurements of SECURITY.md 9.1 were."""

import random
from itertools import combinations

from voice.releases.logic.intruder.knowing import Crowd, Kind, Seen
from voice.releases.logic.protected import Code
from voice.releases.logic.rule import Rule

LABELS = {
    "age": ([1, 1, 1, 1], "0123"),
    "gender": ([48, 48, 4], "012"),
    "placement": ([1, 1, 1, 1], "0123"),
    "area": ([1, 1, 1, 1], "0123"),
}
YES = 0.18


def population(n, seed):
    """Return n people: their labels, and whether they say yes."""
    draw = random.Random(seed)
    return [
        (
            {
                by: draw.choices(keys, weights)[0]
                for by, (weights, keys) in LABELS.items()
            },
            draw.random() < YES,
        )
        for _ in range(n)
    ]


def filters(most):
    """Return every breakdown by so many labels at once, or fewer."""
    return [by for many in range(1, most + 1) for by in combinations(LABELS, many)]


def exactly(count):
    """Return a count as it is."""
    return {"code": Code.COUNT, "number": count, "words": str(count)}


def by_ten_five(count):
    """Return a count by 10/5."""
    rule = Rule()
    if count < rule.threshold:
        return {"code": Code.FEWER_THAN, "number": 10, "words": "fewer than 10"}
    return {"code": Code.COUNT, "number": rule.rounded(count), "words": ""}


def seen(people, most, tell, *, base, threshold):
    """Return one release of a question by every filter, told by `tell`."""
    breakdowns = []
    for labels in filters(most):
        keys = sorted({_key(one, labels) for one, _ in people})
        groups = [
            _group([yes for one, yes in people if _key(one, labels) == key], key, tell)
            for key in keys
        ]
        breakdowns.append({"by": "+".join(labels), "why": "", "groups": groups})
    everybody = _group([yes for _, yes in people], "", tell)
    question = {
        "key": "q",
        "kind": "single",
        "answered": everybody["answered"],
        "options": [
            {"key": cell["option"], "count": cell["told"]}
            for cell in everybody["cells"]
        ],
        "breakdowns": breakdowns,
    }
    tables = {
        "kind": "figures",
        "rule": {"threshold": threshold, "base": base},
        "questions": [question],
        "themes": [],
        "wrote": exactly(0),
        "reach": {"answered": everybody["answered"], "asked": exactly(470)},
    }
    return Seen(1, tables)


def _group(said, key, tell):
    """Return one group's row: how many say yes; how many there are, everybody knows."""
    yes = sum(said)
    return {
        "keys": [key],
        "answered": tell(len(said)),
        "cells": [
            {"option": "yes", "told": tell(yes)},
            {"option": "no", "told": {"code": Code.NOT_SHOWN, "number": None}},
        ],
    }


def _key(person, labels):
    """Return the group of one person by some labels at once."""
    return "".join(person[by] for by in labels)


def crowd(people, most):
    """Return everybody as somebody counts them who knows all labels."""
    by = ["+".join(labels) for labels in filters(most)]
    answered = {}
    for person, _yes in people:
        kind = Kind(
            tuple(_key(person, labels) for labels in filters(most)), frozenset({1})
        )
        answered[kind] = answered.get(kind, 0) + 1
    return Crowd(tuple(by), {"q": answered}, {"q": answered}, {})
