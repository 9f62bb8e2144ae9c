"""The interface is whole in every language it is offered in.

When a test here fails after a change of words: run `python manage.py makemessages
-l ur --no-obsolete --no-location --ignore="tests/*"`, translate what is empty or
fuzzy, and run `msgfmt -o django.mo django.po` beside the file.
"""

import gettext
import html
import re
from datetime import date, timedelta

import polib
import pytest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.timesince import timesince

from tests.factories import cms
from tests.factories.answering import whole_definition
from tests.factories.surveys import ConsultationFactory
from tests.house.messages import (
    HOUSE,
    messages_in_use,
    messages_of_code,
    messages_of_template,
)
from tests.surveys.views import conftest as answering
from voice.council.models import HelpLine

link, start, send = answering.link, answering.start, answering.send

FOLDER = HOUSE / "locale" / "ur" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w[^>]*>|%%")
PHONE_OR_CODE = re.compile(r"\b(?:999|Childline|A4|QR)\b")
# Shorter ones may stand in a name or an address by chance.
LONG = 13


@pytest.fixture(scope="module")
def entries():
    """Return every message of the Urdu file, with its translation."""
    return list(polib.pofile(str(FOLDER / "django.po")))


def said(entry):
    """Return each msgid of an entry with each translation it may become."""
    if not entry.msgid_plural:
        return [({entry.msgid}, entry.msgstr)]
    both = {entry.msgid, entry.msgid_plural}
    return [(both, words) for words in entry.msgstr_plural.values()]


def test_messages_are_found_in_code_and_templates():
    assert messages_of_code("x = _('one' ' two'); ngettext('a', 'b', 2); _(x)") == {
        "one two",
        "a",
        "b",
    }
    assert messages_of_template(
        '{% load i18n %}<p title="{% translate "It’s (so)" %}">{{ _("two") }}</p>'
        "{% blocktranslate with a=b count c=d %}{{ a }} is{% plural %}{{ a }} are"
        "{% endblocktranslate %}"
    ) == {"It’s (so)", "two", "%(a)s is", "%(a)s are"}


def test_every_message_of_the_house_is_in_the_urdu_file(entries):
    kept = {entry.msgid for entry in entries} | {e.msgid_plural for e in entries}
    missing = {m: path for m, path in messages_in_use().items() if m not in kept}
    assert missing == {}


def test_no_urdu_message_is_empty_or_fuzzy(entries):
    assert [entry.msgid for entry in entries if not entry.translated()] == []
    assert [entry.msgid for entry in entries if entry.fuzzy] == []
    assert len(entries) > 0


def test_urdu_keeps_every_placeholder(entries):
    for entry in entries:
        for english, urdu in said(entry):
            kept = sorted(PLACEHOLDER.findall(urdu))
            allowed = [sorted(PLACEHOLDER.findall(words)) for words in english]
            assert kept in allowed, entry.msgid


def test_urdu_keeps_numbers_to_ring_in_plain_digits(entries):
    for entry in entries:
        for english, urdu in said(entry):
            kept = sorted(PHONE_OR_CODE.findall(urdu))
            assert kept in [sorted(PHONE_OR_CODE.findall(words)) for words in english]
            assert re.findall(r"[٠-٩۰-۹]", urdu) == [], entry.msgid


def test_compiled_file_agrees_with_the_words(entries):
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for entry in entries:
        if entry.msgid_plural:
            kept = [
                compiled.ngettext(entry.msgid, entry.msgid_plural, n) for n in (1, 2)
            ]
            assert kept == [entry.msgstr_plural[0], entry.msgstr_plural[1]]
        elif entry.msgctxt:
            assert compiled.pgettext(entry.msgctxt, entry.msgid) == entry.msgstr
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr


def test_urdu_file_says_that_it_is_a_draft_to_be_approved():
    header = polib.pofile(str(FOLDER / "django.po")).header
    assert "A DRAFT by the makers" in header
    assert "Approved by:" in header


def english_left(page, entries):
    """Return our English sentences, or whole parts of them, found in a page."""
    shown = re.sub(r"\s+", " ", html.unescape(page.content.decode()))
    told = str(whole_definition())
    left = []
    for entry in entries:
        parts = PLACEHOLDER.split(entry.msgid)
        long = [" ".join(part.split()) for part in parts]
        left += [p for p in long if len(p) > LONG and p in shown and p not in told]
    return left


def is_urdu(page):
    """Say whether a page names Urdu and runs from right to left."""
    whole = page.parsed.all("html")[0]
    return (whole.get("lang"), whole.get("dir")) == ("ur", "rtl")


@pytest.mark.django_db
def test_no_english_sentence_of_ours_is_on_an_urdu_answering_page(
    client, link, start, send, entries
):
    HelpLine.objects.update(about="مفت، دن رات۔")
    address = reverse("surveys:start", args=[link.token])
    pages = [client.get(address, {"language": "ur"}, headers={"accept-language": "ur"})]
    pages.append(start(language="ur"))
    for answer in ("yes", ["texts"], "3", "7", "", "turn up"):
        pages.append(send(pages[-1], answer))
    pages.append(client.get(reverse("surveys:help")))
    pages.append(send(pages[-2]))
    for page in pages:
        assert is_urdu(page)
        assert english_left(page, entries) == []
    assert pages[-1].parsed.heading == "شکریہ"


@pytest.mark.django_db
def test_no_english_sentence_of_ours_is_on_an_urdu_public_page(client, entries):
    consultation = ConsultationFactory()
    cms.build()
    cms.page_of(consultation)
    for address in ("/ur/", "/ur/help/", "/ur/about/"):
        page = client.get(address)
        assert (page.status_code, is_urdu(page)) == (200, True)
        assert english_left(page, entries) == []


@pytest.mark.django_db
def test_english_pages_would_be_caught(client, start, entries):
    assert english_left(start(language="en"), entries) != []


def test_urdu_dates_read_as_people_write_them():
    with translation.override("ur"):
        assert date_format(date(2026, 3, 14), "j F Y") == "14 مارچ 2026"
        assert date_format(date(2026, 3, 14)) == "14 مارچ 2026"


def test_urdu_says_how_long_ago_in_urdu():
    then = timezone.now() - timedelta(days=1, hours=18, minutes=5)
    with translation.override("ur"):
        assert timesince(then).replace("\xa0", " ") == "1 دن، 18 گھنٹے"


def test_no_word_is_marked_by_a_name_that_is_not_looked_for():
    """The search for words knows gettext's own names and `_`; another is passed over."""
    alias = re.compile(r"import (?:n|p|np)?gettext\w* as (?!_\b)\w+")
    found = [
        str(path)
        for folder in ("voice", "surveys", "cms")
        for path in (HOUSE / folder).rglob("*.py")
        if alias.search(path.read_text())
    ]
    assert found == []
