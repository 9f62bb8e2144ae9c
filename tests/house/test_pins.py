"""Every package that is installed is pinned to the version that is installed."""

import re
import tomllib
from importlib.metadata import distributions
from itertools import pairwise
from pathlib import Path

PROJECT = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8")
)
# What a virtual environment brings of its own.
ENVIRONMENT = {"pip", "setuptools", "wheel", "uv"}


def plain(name):
    """Return a package's name as the registry spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned():
    """Return every pin of the project: name to version."""
    lines = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["server"],
        *PROJECT["project"]["optional-dependencies"]["meaning"],
        *PROJECT["project"]["optional-dependencies"]["papers"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["tool"]["uv"]["constraint-dependencies"],
    ]
    found = [
        re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)", line) for line in lines
    ]
    assert all(found), "Every dependency is pinned with == and nothing else."
    return {plain(match[1]): match[2] for match in found}


def test_every_installed_package_is_pinned():
    installed = {
        plain(found.metadata["Name"]): found.version for found in distributions()
    }
    loose = {
        name: version
        for name, version in installed.items()
        if name not in ENVIRONMENT and pinned().get(name) != version
    }
    assert loose == {}


def test_every_direct_dependency_says_why_it_is_there():
    text = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8")
    block = text[
        text.index("dependencies = [") : text.index("]\n\n[dependency-groups]")
    ]
    lines = [line.strip() for line in block.splitlines()]
    for before, line in pairwise(lines):
        if line.startswith('"'):
            assert before.startswith("#"), line
