import re

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from surveys import answering_script
from surveys.answering_script import (
    NAME,
    NEAR,
    SHARED,
    AnsweringScript,
    composed_script,
)


def test_every_enhancement_of_answering_pages_is_in_the_one_script():
    text = composed_script()
    assert "const near = {};" not in text
    for name in NEAR:
        assert f"\n{name}: (() => {{" in text
    assert re.search(r"^\s*(export|import) ", text, re.MULTILINE) is None


def test_the_script_is_found_as_django_looks_for_static_files(settings, tmp_path):
    settings.COMPOSED_ROOT = tmp_path
    found = finders.find(NAME)
    assert found == str(tmp_path / NAME)
    assert (tmp_path / NAME).read_text() == composed_script()
    assert AnsweringScript().find("js/other.js") == []
    assert AnsweringScript().find(NAME, find_all=True) == [found]
    [(name, storage)] = AnsweringScript().list(None)
    assert (name, isinstance(storage, FileSystemStorage)) == (NAME, True)
    with storage.open(name) as file:
        assert file.read().decode() == composed_script()


def test_the_script_is_written_anew_when_a_module_changed(
    settings, tmp_path, monkeypatch
):
    settings.COMPOSED_ROOT = tmp_path
    finders.find(NAME)
    monkeypatch.setattr(answering_script, "NEAR", ("leave",))
    finders.find(NAME)
    assert "sending" not in (tmp_path / NAME).read_text()
    assert [one.name for one in (tmp_path / "js").iterdir()] == ["answering.js"]


@pytest.fixture
def modules(settings, tmp_path):
    """Return a folder of modules that do nothing, one by one as they are wanted."""
    for folder in ("enhancements", "aloud"):
        (tmp_path / "js" / folder).mkdir(parents=True)
    (tmp_path / "js" / "enhance.js").write_text("const near = {};\n")
    for name in NEAR:
        path = tmp_path / "js" / "enhancements" / f"{name}.js"
        path.write_text("export default function work() {}\n")
    for name in SHARED:
        path = tmp_path / "js" / "aloud" / f"{name}.js"
        path.write_text("export const play = 1;\n")
    settings.STATICFILES_DIRS = [tmp_path]
    return tmp_path / "js"


def test_a_module_may_lean_on_what_is_shared(modules):
    (modules / "enhancements" / "leave.js").write_text(
        'import { play } from "../aloud/player.js";\n'
        'export default function leave() { return await import("../aloud/reader.js"); }\n'
    )
    text = composed_script()
    assert (
        "const { play } = shared.player;\nfunction leave() { return shared.reader; }"
        in text
    )
    assert "return { default: leave };" in text
    assert "shared.player = (() => {\nconst play = 1;\nreturn { play };" in text


@pytest.mark.parametrize(
    "text",
    [
        "const a = 1;\n",
        'import x from "./x.js";\nexport default function a() {}\n',
        'import { x } from "./x.js";\nexport default function a() {}\n',
        'export default function a() { import("./x.js"); }\n',
    ],
)
def test_a_module_that_leans_on_something_else_is_refused(modules, text):
    assert "sending: (() => {" in composed_script()
    (modules / "enhancements" / "leave.js").write_text(text)
    with pytest.raises(ValueError, match=r"leave\.js leans on"):
        composed_script()


def test_enhance_must_have_a_place_for_them(modules):
    (modules / "enhance.js").write_text("nothing\n")
    with pytest.raises(ValueError, match="no place"):
        composed_script()
