from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.plain import plain_words

WORD = (
    "<!--[if gte mso 9]><xml><o:Planted/></xml><![endif]-->"
    "<style>p.MsoNormal {margin:0cm; planted}</style>"
    '<p class="MsoNormal"><b><span lang="EN-GB">How is&nbsp;it</span></b><o:p></o:p></p>'
    "<p>where you live?</p>"
)


def test_markup_of_word_is_gone_and_its_words_stay():
    assert plain_words(WORD) == "How is it where you live?"
    assert plain_words(WORD, lines=True) == "How is it\nwhere you live?"


def test_what_only_looks_like_markup_stays():
    for words in ("I <3 my dog", "5 < 6 and 7 > 6", "Mum & Dad", "R&amp;B"):
        assert plain_words(words) == words


def test_hidden_characters_go_and_those_that_join_letters_stay():
    assert plain_words("so\u00adcial\u200b work\ufeffer\u00a0now\x0b") == (
        "social worker now"
    )
    assert plain_words("می\u200cخواهم") == "می\u200cخواهم"
    wales = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert plain_words(wales) == wales


def test_lines_stay_only_where_they_are_wanted():
    assert plain_words("one\r\ntwo\n\n\n\nthree", lines=True) == "one\ntwo\n\nthree"
    assert plain_words("one\r\ntwo\n\n\n\nthree") == "one two three"


@given(st.text())
def test_plain_words_hold_no_tags_and_no_control_characters(text):
    said = plain_words(text)
    assert not [c for c in said if ord(c) < 32]
    assert said == said.strip()
