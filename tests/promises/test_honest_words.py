"""No page, poster or message says that nobody could know who answered."""

import re
from pathlib import Path

import polib
import pytest

HOUSE = Path(__file__).parents[2]
# In the languages of the house, and in most that are written as English is.
PROMISED = re.compile(r"anon[iy]m|گمنام|ਗੁਮਨਾਮ|مجهول", re.IGNORECASE)
NAMES_OF_CODE = re.compile(
    r"\bAnonymousUser\b|\bis_anonymous\b"
    r"|\b(?:anonymous_in|warn_of_anonymous|_anonymous|(?:logic|wagtail_hooks)\.anonymous)\b"
    r'|\bANONYMOUS\b(?: = "anonymous")?'
)
SAYING = ("templates", "surveys", "cms", "voice", "static/js")
ENDINGS = {".html", ".txt", ".py", ".toml", ".js", ".json"}
# Easter is reckoned there by a rule of that name.
COMPUTUS = "voice/council/logic/bank_holidays.py"
# Warns a worker who writes the word.
LOOKS_FOR_IT = "surveys/logic/anonymous.py"


def sources():
    """Yield each file whose words could reach a young person, and its text."""
    for place in SAYING:
        for path in sorted((HOUSE / place).rglob("*")):
            if path.suffix in ENDINGS and "migrations" not in path.parts:
                yield path.relative_to(HOUSE).as_posix(), path.read_text()


def test_sources_are_many_enough_to_mean_anything():
    assert len(list(sources())) > 300


@pytest.mark.parametrize(
    "said", ["This is anonymous", "Ankieta anonimowa", "یہ گمنام ہے", "ਗੁਮਨਾਮ"]
)
def test_the_word_is_found_in_each_language(said):
    assert PROMISED.search(said)


def test_no_source_promises_that_nobody_can_know():
    found = [
        path
        for path, text in sources()
        if PROMISED.search(NAMES_OF_CODE.sub("", text))
        and path not in {COMPUTUS, LOOKS_FOR_IT}
    ]
    assert found == []


def test_no_catalogue_promises_that_nobody_can_know():
    catalogues = sorted((HOUSE / "locale").rglob("*.po"))
    assert catalogues
    found = [
        f"{path.parts[-3]}: {entry.msgid[:60]}"
        for path in catalogues
        for entry in polib.pofile(str(path))
        if PROMISED.search(
            " ".join([entry.msgid, entry.msgstr, *entry.msgstr_plural.values()])
        )
    ]
    assert found == []
