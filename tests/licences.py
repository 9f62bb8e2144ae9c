"""Says what Voice is built of: python -m tests.licences [--write] [--sbom].

With --write, docs/licences.md is written anew: each package that pyproject.toml asks
for, its licence and why it is there. With --sbom, everything installed is printed as
CycloneDX 1.6 JSON. Both are read from what is installed; nothing asks a network.
"""

import argparse
import json
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
PAGE = HOUSE / "docs" / "licences.md"
# What a virtual environment brings of its own.
ENVIRONMENT = {"pip", "setuptools", "wheel", "uv"}
REQUIRED = re.compile(r'^"([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)"', re.M)
# Names of licences as packages write them: as SPDX writes them.
SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Packages whose own description says nothing: read in their licence file.
READ_IN_ITS_FILE = {"axe-playwright-python": "MIT"}
HEAD = """# Licences

What Voice asks for, under which licence, and why. Written by `python -m tests.licences --write` from what is installed. `python -m tests.licences --sbom` prints everything that is installed, with what these packages bring, as CycloneDX JSON.

Voice itself is under the MIT licence.

"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A package that pyproject.toml asks for, and why."""

    name: str
    version: str
    reason: str
    served: bool
    """It runs where young people are served; otherwise only where Voice is tested."""


def plain(name: str) -> str:
    """Return a package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed() -> dict[str, Distribution]:
    """Return what is installed, by name."""
    found = {plain(one.metadata["Name"]): one for one in distributions()}
    return {name: found[name] for name in sorted(found) if name not in ENVIRONMENT}


def licence(package: Distribution) -> str:
    """Return the SPDX name of a package's licence; empty when it says none."""
    said = package.metadata
    if expression := said.get("License-Expression"):
        return str(expression)
    classes = [
        one.rsplit("::", 1)[-1].strip()
        for one in said.get_all("Classifier") or []
        if one.startswith("License ::")
    ]
    known = [SPDX[one] for one in classes if one in SPDX]
    if known:
        return " OR ".join(sorted(set(known)))
    written = (said.get("License") or "").strip().split("\n")[0]
    return SPDX.get(written, written) or READ_IN_ITS_FILE.get(plain(said["Name"]), "")


def asked() -> list[Asked]:
    """Return what pyproject.toml asks for; one in two places is served.

    The reason is the comment above a package, or above the list it is first in.
    """
    text = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, Asked] = {}
    reason, above, served, reading = "", "", True, False
    for raw in text.splitlines():
        line = raw.strip()
        if re.match(r"^[\w-]+ = \[", line):
            served = served and line != "dev = ["
            reading = not line.startswith("constraint-dependencies")
        if line.startswith("[tool."):
            reading = False
        if line.startswith("#"):
            reason = f"{above} {line[2:]}".strip()
            above = reason
            continue
        above = ""
        for name, version in REQUIRED.findall(line.partition("= [")[2] or line):
            if reading and plain(name) not in found:
                found[plain(name)] = Asked(name, version, reason, served)
    return sorted(found.values(), key=lambda one: plain(one.name))


def main() -> int:
    """Write or print what is wanted; return 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.licences")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sbom", action="store_true")
    wanted = parser.parse_args()
    if wanted.write:
        PAGE.write_text(page(), encoding="utf-8")
    if wanted.sbom:
        print(json.dumps(sbom(), indent=1))
    if not (wanted.write or wanted.sbom):
        print(page())
    return 0


def page() -> str:
    """Return docs/licences.md."""
    there = installed()
    blocks = []
    for title, served in (("Served", True), ("Only where it is tested", False)):
        rows = [
            f"| {one.name} | {licence(there[plain(one.name)])} | {one.reason} |"
            for one in asked()
            if one.served == served
        ]
        head = f"## {title}\n\n| Package | Licence | Why |\n|---|---|---|\n"
        blocks.append(head + "\n".join(rows) + "\n")
    return HEAD + "\n".join(blocks)


def sbom() -> dict[str, object]:
    """Return everything installed as CycloneDX 1.6, without times or hosts."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    voice = project["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": voice["name"],
                "version": voice["version"],
                "licenses": [{"expression": voice["license"]}],
            }
        },
        "components": [
            {
                "type": "library",
                "name": name,
                "version": package.version,
                "purl": f"pkg:pypi/{name}@{package.version}",
                "licenses": [{"expression": licence(package)}],
            }
            for name, package in installed().items()
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
