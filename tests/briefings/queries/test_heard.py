import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    FEW,
    KeyThemeFactory,
    ReleaseFactory,
    cited_theme,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory
from voice.briefings.queries.heard import voices_of
from voice.briefings.templatetags.briefing_words import weight_words
from voice.statement.domain.evidence import cite_quote

pytestmark = pytest.mark.django_db

MANY, FEW_SAY = "Workers keep changing", "I like my worker"


@pytest.fixture
def heard():
    """Return a key theme with six quotes on what many say, and an old one of a few."""
    key_theme, edition = KeyThemeFactory(), EditionFactory()
    shape = tables(edition.survey, themes=[theme_row(MANY), theme_row(FEW_SAY) | FEW])
    quotes = [
        {"text": "she is kind", "themes": [FEW_SAY]},
        *({"text": f"new one again {at}", "themes": [MANY]} for at in range(6)),
    ]
    release = ReleaseFactory(edition=edition, tables=shape, quotes=quotes)
    worker = UserFactory(worker=True)
    for name in (MANY, FEW_SAY):
        cited_theme(key_theme, release=release, theme_name=name)
    for quote in release.quotes.order_by("pk"):
        cite_quote(quote, key_theme=key_theme, stance="supports", by=worker)
    return key_theme


def test_minority_view_stays_in_a_sentence_of_its_own(heard):
    voices = voices_of(heard.evidence.all(), headline=None)
    assert [one.frozen["words"] for one in voices.few] == [FEW_SAY]
    assert [bar.label for chart in voices.charts for bar in chart.bars] == [MANY]


def test_a_quote_of_the_few_is_among_the_four(heard):
    voices = voices_of(heard.evidence.all(), headline=None)
    words = [one.frozen["words"] for one in voices.quotes]
    assert len(words) == 4
    assert "she is kind" in words


def test_page_keeps_the_minority_view(sign_in, heard):
    page = sign_in(UserFactory(board=True)).get(f"/board/key-themes/{heard.pk}/")
    text = page.parsed.text()
    assert "Heard from few, and kept" in text
    assert "Young people say: i like my worker. · a small number" in text


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ({"code": "percent", "number": 5, "words": "5%"}, "A prompt to ask"),
        ({"code": "percent", "number": 45, "words": "45%"}, "A prompt to ask"),
        ({"code": "not_shown", "number": None, "words": "not shown"}, "A prompt"),
        ({"code": "percent", "number": 50, "words": "50%"}, "At least half"),
    ],
)
def test_reach_says_what_it_lets_one_say(share, words):
    assert weight_words({"share": share}).startswith(words)
