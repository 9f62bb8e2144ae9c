"""Names that breed cycles or clash with our own words are not used."""

from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
AVOIDED = {"services", "actions", "utils", "helpers", "core", "common", "misc"}
TOP = {
    "voice",
    "cms",
    "surveys",
    "templates",
    "static",
    "locale",
    "tests",
    "docs",
    "var",
}


def sources(pattern):
    """Yield our own files that match `pattern`."""
    for root in ("voice", "surveys", "cms", "templates", "static"):
        yield from (HOUSE / root).rglob(pattern)


def test_no_module_has_an_avoided_name():
    found = {
        str(file.relative_to(HOUSE))
        for file in sources("*.py")
        if file.stem in AVOIDED or file.parent.name in AVOIDED
    } - {
        # The statement's own word: the verbs of an Action.
        "voice/statement/domain/actions.py",
    }
    assert found == set()


def test_top_level_is_the_one_drawn():
    folders = {
        path.name
        for path in HOUSE.iterdir()
        if path.is_dir() and not path.name.startswith(".") and path.name != "build"
    }
    assert folders - TOP == set()


def test_no_template_switches_escaping_off():
    found = {
        f"{file.relative_to(HOUSE)}: {word}"
        for file in sources("*.html")
        for word in ("|safe", "autoescape off", "safeseq", "|urlize")
        if word in file.read_text(encoding="utf-8")
    }
    assert found == set()


def test_no_source_file_is_two_nouns_long():
    long = {
        str(file.relative_to(HOUSE)): count
        for file in sources("*.py")
        if "migrations" not in file.parts
        and (count := len(file.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}
