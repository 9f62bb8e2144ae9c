"""A worker and their desk, for every page of reading."""

import pytest

from tests.factories.accounts import UserFactory


@pytest.fixture
def worker():
    """Return a worker who runs every survey of the test."""
    return UserFactory(worker=True, name="Amina Rahman")


@pytest.fixture
def desk(sign_in, worker):
    """Return a client signed in as the worker."""
    return sign_in(worker)
