import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from surveys import answering_script
from surveys.answering_script import NAME, NEAR, AnsweringScript, composed_script


def test_every_enhancement_of_answering_pages_is_in_the_one_script():
    text = composed_script()
    assert "const near = {};" not in text
    for name in NEAR:
        assert f"\n{name}: {{ default:" in text
    assert "export default" not in text


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


@pytest.mark.parametrize(
    "text",
    ["const a = 1;\n", 'import x from "./x.js";\nexport default function a() {}'],
)
def test_a_module_that_does_not_stand_alone_is_refused(settings, tmp_path, text):
    folder = tmp_path / "js" / "enhancements"
    folder.mkdir(parents=True)
    (tmp_path / "js" / "enhance.js").write_text("const near = {};\n")
    for name in NEAR:
        (folder / f"{name}.js").write_text("export default function a() {}\n")
    settings.STATICFILES_DIRS = [tmp_path]
    assert "sending: { default: (() => {" in composed_script()
    (folder / "leave.js").write_text(text)
    with pytest.raises(ValueError, match=r"leave\.js is not one function"):
        composed_script()


def test_enhance_must_have_a_place_for_them(settings, tmp_path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "enhance.js").write_text("nothing\n")
    settings.STATICFILES_DIRS = [tmp_path]
    with pytest.raises(ValueError, match="no place"):
        composed_script()
