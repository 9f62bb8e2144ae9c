"""What docs/install.md hands out names things that are there."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from gunicorn.app.wsgiapp import WSGIApplication

HOUSE = Path(__file__).resolve().parents[2]
DEPLOYMENT = HOUSE / "docs" / "deployment"
GUIDE = (HOUSE / "docs" / "install.md").read_text(encoding="utf-8")
UNITS = sorted(DEPLOYMENT.glob("*.service"))
EVERYTHING = [*sorted(DEPLOYMENT.iterdir()), HOUSE / "docs" / "install.md"]
COMMAND = re.compile(r"manage\.py ([a-z_]+)")


@pytest.mark.parametrize("file", EVERYTHING, ids=lambda file: file.name)
def test_every_command_named_is_there(file):
    commands = get_commands()
    named = COMMAND.findall(file.read_text(encoding="utf-8"))
    assert [name for name in named if name not in commands] == []


def test_the_units_run_all_that_must_run():
    told = "\n".join(unit.read_text(encoding="utf-8") for unit in UNITS)
    for must in ("gunicorn", "db_worker", "keep_counting", "seal_audit", "run_due"):
        assert f"{must}" in told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_unit_is_in_the_guide_and_can_write_its_own_folder_alone(unit):
    told = unit.read_text(encoding="utf-8")
    assert unit.stem in GUIDE
    assert "ProtectSystem=strict" in told
    assert re.findall(r"ReadWritePaths=(.*)", told) == ["/var/lib/voice"]
    assert "LimitCORE=0" in told


def test_every_setting_of_the_guide_is_in_the_example():
    listed = set(re.findall(r"^([A-Z_]+)=", (HOUSE / ".env.example").read_text(), re.M))
    named = set(
        re.findall(
            r"`((?:VOICE_|MEDIA_|ALLOWED|BASE_|TRUSTED|DATABASE_|METRICS)[A-Z_]+)",
            GUIDE,
        )
    )
    assert named - listed == set()
    assert len(named) > 5


def test_gunicorn_reads_its_file_and_keeps_no_list_of_addresses(monkeypatch):
    monkeypatch.setattr(
        "sys.argv",
        ["gunicorn", "-c", str(DEPLOYMENT / "gunicorn.conf.py"), "voice.wsgi"],
    )
    read = WSGIApplication().cfg
    assert read.worker_class_str == "gthread"
    assert read.accesslog is None


def test_the_proxy_keeps_no_list_of_addresses():
    told = (DEPLOYMENT / "nginx.conf").read_text(encoding="utf-8")
    servers = told.count("server {")
    assert told.count("access_log off;") == servers == 2
    assert "limit_req" not in told
    assert told.count("{") == told.count("}")


@pytest.mark.parametrize(("section", "command"), [("6", "backup"), ("7", "restore")])
def test_backing_up_and_restoring_are_said_as_they_are_done(section, command):
    told = re.search(rf"^## {section}\. .+?(?=^## )", GUIDE, re.M | re.S)[0]
    ours = [line for line in told.splitlines() if f"manage.py {command} " in line]
    parser = load_command_class("voice.records", command).create_parser("", command)
    assert len(ours) == 1
    parser.parse_args(ours[0].partition(f"manage.py {command} ")[2].split())
    assert not re.search(r"\b(pg_restore|tar|age)\b", told)


def test_a_page_asks_the_database_no_longer_than_thirty_seconds(monkeypatch):
    monkeypatch.delenv("VOICE_STATEMENT_SECONDS", raising=False)
    monkeypatch.setattr(
        "sys.argv",
        ["gunicorn", "-c", str(DEPLOYMENT / "gunicorn.conf.py"), "voice.wsgi"],
    )
    assert WSGIApplication().cfg.env == {"DATABASE_STATEMENT_SECONDS": "30"}


def test_the_proxy_hands_out_pictures_of_pages_and_films_and_nothing_else_of_media():
    told = (DEPLOYMENT / "nginx.conf").read_text(encoding="utf-8")
    places = re.findall(r"location (~\* )?(\S+) \{([^}]*)\}", told)
    files = {
        (kind, place) for kind, place, said in places if re.search("alias|root", said)
    }
    films = next(place for kind, place in files if kind)
    assert files == {("", "/media/images/"), ("~* ", films)}
    assert re.search(films, "/media/documents/how we answered.mp4")
    for kept in (
        "/media/documents/minutes.pdf",
        "/media/documents/minutes.mp4.pdf",
        "/media/original_images/a.mp4",
        "/media/documents/../original_images/a.mp4",
    ):
        assert not re.search(films, kept)
    assert [said.strip() for _, place, said in places if place == "/media/"] == [
        "return 404;"
    ]


def test_the_guide_makes_each_folder_that_the_proxy_reads_open_to_it():
    made = re.search(r"install -d -o voice -g www-data -m 2750 (.+)", GUIDE)[1].split()
    told = (DEPLOYMENT / "nginx.conf").read_text(encoding="utf-8")
    read = set(re.findall(r"location (?:~\* \^)?(/media/\w+/)", told))
    assert {f"{folder}/" for folder in made} == {f"/var/lib/voice{one}" for one in read}


def test_the_shell_reads_the_example_without_a_word():
    read = subprocess.run(
        ["sh", "-c", "set -a; . ./.env.example && printenv OIDC_NAME"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (read.stdout, read.stderr) == ("your council account\n", "")


def test_everything_kept_is_where_the_units_may_write():
    kept = re.findall(
        r"^(?:VOICE_ERASURES_FILE|VOICE_AUDIT_CHECKPOINT|MEDIA_ROOT)=(.+)",
        (HOUSE / ".env.example").read_text(encoding="utf-8"),
        re.M,
    )
    assert len(kept) == 3
    assert all(place.startswith("/var/lib/voice/") for place in kept)
