"""A language is there as soon as its catalogue is; staff's rooms stay whole."""

import polib
import pytest

from surveys.domain.catalogues import fill_catalogue
from surveys.queries.spoken import spoken_messages
from voice.settings.languages import (  # noqa: TID251 - this is what reads them
    ENGLISH,
    Catalogue,
    found_in,
)


def compiled(folder, code, **header):
    """Put a compiled catalogue of one word into `folder`."""
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"} | header
    file.append(polib.POEntry(msgid="Yes", msgstr="…"))
    path = folder / code / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    file.save_as_mofile(str(path))


def test_a_catalogue_dropped_in_is_a_language(tmp_path):
    compiled(
        tmp_path,
        "ps",
        **{"X-Own-Name": "پښتو", "X-English-Name": "Pashto", "X-Direction": "rtl"},
    )
    compiled(tmp_path, "zh_Hans", **{"X-Covers": "everything"})
    assert found_in(tmp_path) == [
        ENGLISH,
        Catalogue("ps", "پښتو", "Pashto", is_right_to_left=True),
        Catalogue("zh-hans", "简体中文", "Simplified Chinese", covers_staff=True),
    ]


def test_a_new_language_gets_a_file_of_all_that_young_people_see(tmp_path):
    filled = fill_catalogue("ckb", tmp_path)
    file = polib.pofile(str(filled.path))
    assert len(file) == filled.added == filled.empty == len(spoken_messages())
    assert file.metadata["X-Direction"] == "rtl"
    assert "A DRAFT" in file.header
    assert filled.path.with_suffix(".mo").exists()


def test_filling_again_keeps_words_and_drops_what_nobody_sees(tmp_path):
    path = fill_catalogue("ro", tmp_path).path
    file = polib.pofile(str(path))
    file.find("Next").msgstr = "Înainte"
    file.append(polib.POEntry(msgid="Nobody says this", msgstr="…"))
    file.save()
    again = fill_catalogue("ro", tmp_path)
    assert (again.added, again.gone) == (0, 1)
    assert again.empty == len(spoken_messages()) - 1
    assert polib.pofile(str(path)).find("Next").msgstr == "Înainte"
    assert [one.code for one in found_in(tmp_path)] == ["en", "ro"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "asked", "given"),
    [
        ("/account/login/", "pl", "en"),
        ("/account/login/", "ur", "ur"),
        ("/help/", "pl", "pl"),
        ("/help/", "pa", "pa"),
    ],
)
def test_rooms_of_staff_are_never_half_translated(client, address, asked, given):
    page = client.get(address, headers={"accept-language": asked})
    assert page.parsed.all("html")[0].get("lang") == given
