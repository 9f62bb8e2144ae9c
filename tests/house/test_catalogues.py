"""Every catalogue says to young people all that the house says, in its own words.

When a test here fails after a change of words: run `python manage.py
interface_words pl pa`, and translate what it says is empty (`msgattrib
--untranslated`, or `msgstr ""` in the file); run it once more to compile.
"""

import gettext
import re
from datetime import date

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format, localize

from surveys.queries.spoken import spoken_messages
from tests.house.messages import HOUSE

CODES = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w[^>]*>|%%")
PHONE_OR_CODE = re.compile(r"\b(?:999|Childline|0800 1111|A4|QR)\b")


def path_of(code):
    """Return the file of a language's words."""
    return HOUSE / "locale" / code / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module", params=CODES)
def catalogue(request):
    """Return the words of each language in turn."""
    file = polib.pofile(str(path_of(request.param)))
    file[:] = [entry for entry in file if entry.translated()]
    return file


def forms_of(entry):
    """Return each translation of an entry."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def test_the_languages_are_those_with_a_file_of_words():
    there = {path.parts[-3] for path in (HOUSE / "locale").glob("*/LC_MESSAGES/*.po")}
    assert set(CODES) == there
    assert {"pa", "pl", "ur"} <= there


def test_every_sentence_young_people_see_is_translated(catalogue):
    told = {(entry.msgid, entry.msgctxt or "") for entry in catalogue}
    missing = [m.one for m in spoken_messages() if (m.one, m.context) not in told]
    assert missing == []


def test_placeholders_and_numbers_to_ring_are_kept(catalogue):
    for entry in catalogue:
        english = [entry.msgid, *filter(None, [entry.msgid_plural])]
        for words in forms_of(entry):
            for pattern in (PLACEHOLDER, PHONE_OR_CODE):
                kept = sorted(pattern.findall(words))
                allowed = [sorted(pattern.findall(told)) for told in english]
                assert kept in allowed, entry.msgid


def test_each_form_of_a_number_has_words(catalogue):
    forms = int(re.search(r"nplurals=(\d)", catalogue.metadata["Plural-Forms"])[1])
    for entry in catalogue:
        if entry.msgid_plural:
            assert len([w for w in forms_of(entry) if w]) == forms, entry.msgid


def test_space_at_the_ends_is_kept(catalogue):
    for entry in catalogue:
        for words in forms_of(entry):
            kept = (words[:1].isspace(), words[-1:].isspace())
            told = entry.msgid
            assert kept == (told[:1].isspace(), told[-1:].isspace()), entry.msgid


def test_what_is_compiled_agrees_with_the_words(catalogue):
    code = catalogue.metadata["Language"]
    with path_of(code).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    told = compiled.info()
    for line in ("X-Own-Name", "X-English-Name", "X-Direction", "X-Covers"):
        assert told[line.lower()] == catalogue.metadata[line]
    for entry in catalogue:
        if entry.msgid_plural:
            form = compiled.ngettext(entry.msgid, entry.msgid_plural, 1)
            assert form == entry.msgstr_plural[0]
        elif entry.msgctxt:
            assert compiled.pgettext(entry.msgctxt, entry.msgid) == entry.msgstr
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr


def test_a_catalogue_says_that_it_is_a_draft_and_names_no_day_of_ours(catalogue):
    assert "A DRAFT" in catalogue.header
    assert "POT-Creation-Date" not in catalogue.metadata


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("en", "14 March 2026"),
        ("pa", "14 ਮਾਰਚ 2026"),
        ("pl", "14 marca 2026"),
        ("ur", "14 مارچ 2026"),
    ],
)
def test_dates_read_as_people_write_them(code, day):
    with translation.override(code):
        assert date_format(date(2026, 3, 14)) == day


def test_numbers_are_written_as_in_the_language():
    with translation.override("pl"):
        assert localize(2.5) == "2,5"
    with translation.override("en"):
        assert localize(2.5) == "2.5"


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 dzień"), (2, "2 dni"), (5, "5 dni"), (22, "22 dni")]
)
def test_polish_counts_as_polish_does(days, said):
    with translation.override("pl"):
        words = translation.ngettext("%(number)s day", "%(number)s days", days)
        assert words % {"number": days} == said
        weeks = translation.ngettext("%(number)s week", "%(number)s weeks", 3)
        assert weeks % {"number": 3} == "3 tygodnie"
