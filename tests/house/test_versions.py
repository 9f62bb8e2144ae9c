"""What is installed is above every floor set by a known advisory."""

from importlib.metadata import version

import pytest

FLOORS = {
    "Django": (6, 1, 3),
    "wagtail": (8, 0, 1),
    "django-allauth": (65, 21, 1),
    "pillow": (12, 2),
}


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_installed_version_is_above_the_floor(package, floor):
    installed = tuple(int(part) for part in version(package).split(".")[:3])
    assert installed >= floor
