"""Every setting read from the environment is in .env.example, and nothing else is."""

import re
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
READ = re.compile(r'\b(?:environment\.)?(?:text|yes|whole|words)\(\s*"([A-Z_]+)"')


def test_environment_example_names_every_setting_read():
    read = {
        name
        for file in (HOUSE / "voice" / "settings").glob("*.py")
        for name in READ.findall(file.read_text(encoding="utf-8"))
    }
    listed = {
        line.split("=")[0]
        for line in (HOUSE / ".env.example").read_text(encoding="utf-8").splitlines()
        if re.match(r"[A-Z_]+=", line)
    }
    assert listed == read


def test_only_settings_read_the_environment():
    offenders = [
        str(file.relative_to(HOUSE))
        for root in ("voice", "surveys", "cms")
        for file in (HOUSE / root).rglob("*.py")
        if "settings" not in file.parts
        and file.name not in {"wsgi.py", "asgi.py"}
        and "os.environ" in file.read_text(encoding="utf-8")
    ]
    assert offenders == []
