"""Those who sign a release see its themes by age too."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import ReleaseFactory, figure, tables, theme_row
from tests.factories.surveys import EditionFactory

pytestmark = pytest.mark.django_db


def test_release_tells_its_themes_by_age_in_a_table(sign_in):
    edition = EditionFactory()
    group = {
        "keys": ["11-17"],
        "answered": figure("count", 85),
        "cells": [{"option": "7", "told": figure("percent", 35), "share": 35}],
    }
    by_age = {"by": "age_band", "why": "", "groups": [group]}
    release = ReleaseFactory(
        edition=edition,
        tables=tables(
            edition.survey,
            themes=[theme_row("Moves", key="7"), theme_row("Untold", key="8")],
            theme_breakdowns=[by_age],
        ),
    )
    page = sign_in(UserFactory(worker=True)).get(f"/desk/releases/{release.pk}/")
    table = next(
        one
        for one in page.parsed.all("table")
        if "what young people told us" in page.parsed.text(one)
    )
    rows = [[page.parsed.text(cell) for cell in row] for row in table.iter("tr")]
    assert rows[1:] == [["How many wrote", "85"], ["Moves", "35%"]]
