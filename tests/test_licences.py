import json
import re
import subprocess
import sys
from importlib.metadata import distribution

from tests.licences import PAGE, asked, installed, licence, page, plain, sbom

HOST = re.compile(r"https?://|[a-z0-9-]+\.(?:com|org|io|net|dev)\b")
ROW = re.compile(r"^\| (\S+) \| ([^|]+) \| ([^|]+) \|$", re.M)


def test_every_package_that_is_asked_for_has_a_licence_and_a_reason_listed():
    listed = {plain(name): (said, why) for name, said, why in ROW.findall(page())}
    listed.pop("package", None)
    assert set(listed) == {plain(one.name) for one in asked()}
    assert [
        name for name, (said, why) in listed.items() if not (said.strip() and why)
    ] == []
    assert "django" in listed
    assert len(listed) > 40


def test_the_page_in_docs_is_the_one_that_is_written():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_everything_installed_has_a_licence():
    assert [name for name, one in installed().items() if not licence(one)] == []


def test_what_is_served_and_what_is_only_tested_are_told_apart():
    served = {one.name: one.served for one in asked()}
    assert (served["django"], served["gunicorn"], served["weasyprint"]) == (True,) * 3
    assert (served["pytest"], served["playwright"]) == (False, False)


def test_bill_of_materials_names_everything_and_no_host():
    parts = {one["name"]: one for one in sbom()["components"]}
    assert parts["django"]["version"] == distribution("django").version
    assert parts["django"]["purl"].startswith("pkg:pypi/django@")
    assert set(parts) == set(installed())
    assert HOST.findall(json.dumps(sbom())) == []


def test_it_is_printed_by_the_command():
    command = [sys.executable, "-m", "tests.licences", "--sbom"]
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    assert json.loads(told.stdout) == sbom()
