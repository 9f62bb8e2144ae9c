"""A consultation that was asked, released, cited and answered, and one that was not."""

import pytest

from tests.factories.packs import a_loop
from voice.briefings.domain.packs import paper_for


@pytest.fixture
def loop():
    """Return what was asked, released, cited and answered."""
    return a_loop()


@pytest.fixture
def paper(today, in_days):
    """Return a function that makes the paper of the last year, narrowed as asked."""

    def made(**chosen):
        given = {"since": in_days(-365), "until": today, "today": today}
        return paper_for(**(given | chosen))

    return made
