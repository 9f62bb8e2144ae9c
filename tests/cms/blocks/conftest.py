"""What tests of blocks share."""

import pytest

from tests.factories.accounts import UserFactory


@pytest.fixture
def editor(sign_in):
    """Return a client that a web editor is signed in with."""
    return sign_in(UserFactory(editor=True))


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
