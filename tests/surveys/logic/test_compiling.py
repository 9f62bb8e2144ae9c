"""The same words always compile to the same definition, and nothing is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.compiling import (
    compile_definition,
    hash_of,
    missing_parts,
    words_hash,
)
from surveys.logic.definition import question_words, survey_words
from surveys.logic.drafts import OPTION, Draft, DraftQuestion, Written, parts_of
from tests.surveys.logic.drafts import BANDS, WORDS, drafts, worded_drafts


def shown(definition, part, language, band):
    """Return what the definition shows for `part`."""
    if not part.key:
        words = survey_words(definition, language=language, age_band=band)
        return words[part.part]
    [question] = [q for q in definition["questions"] if q["key"] == part.key]
    words = question_words(question, language=language, age_band=band)
    if part.part.startswith(OPTION):
        return words["options"][part.part.removeprefix(OPTION)]
    return words[part.part]


@given(worded_drafts())
def test_every_part_is_shown_in_its_own_words_or_those_for_everybody(made):
    draft, written = made
    definition = compile_definition(draft, written)
    own = {(w.key, w.part, w.language, w.age_band): w.text for w in written}
    for part in parts_of(draft):
        for language in draft.languages:
            every = own.get((*part.name, language, ""), part.text)
            for band in BANDS:
                expected = own.get((*part.name, language, band), every)
                assert shown(definition, part, language, band) == expected


@given(worded_drafts(), st.randoms())
def test_order_of_the_wordings_changes_neither_definition_nor_hash(made, random):
    draft, written = made
    shuffled = random.sample(written, len(written))
    first, second = (compile_definition(draft, w) for w in (written, shuffled))
    assert first == second
    assert hash_of(first) == hash_of(second)
    assert words_hash(draft, written, "ur") == words_hash(draft, shuffled, "ur")


@given(worded_drafts(), st.data())
def test_another_word_is_another_hash(made, data):
    draft, written = made
    place = data.draw(st.integers(0, len(written) - 1))
    old = written[place]
    text = data.draw(WORDS.filter(lambda text: text != old.text))
    changed = [*written[:place], replace(old, text=text), *written[place + 1 :]]
    assert hash_of(compile_definition(draft, changed)) != hash_of(
        compile_definition(draft, written)
    )
    assert words_hash(draft, changed, old.language) != words_hash(
        draft, written, old.language
    )


@given(worded_drafts())
def test_nothing_is_missing_once_everything_is_worded(made):
    draft, written = made
    assert missing_parts(draft, written, "ur") == []
    assert missing_parts(draft, [], "en") == []


@given(worded_drafts(), st.data())
def test_wording_taken_away_is_missing(made, data):
    draft, written = made
    part = data.draw(st.sampled_from(parts_of(draft)))
    left = [w for w in written if (w.key, w.part, w.age_band) != (*part.name, "")]
    assert missing_parts(draft, left, "ur") == [part]


@given(drafts())
def test_wording_of_nothing_that_is_asked_is_left_out(draft):
    stray = [
        Written("gone_question", "prompt", "", "ur", "planted", "x"),
        Written("", "title", "", "pl", "planted", "x"),
        Written("", "title", "4-7", "ur", "planted", "x"),
        Written("", "title", "", "en", "planted", "x"),
    ]
    assert compile_definition(draft, stray) == compile_definition(draft, [])
    assert words_hash(draft, stray, "ur") == words_hash(draft, [], "ur")


@given(drafts())
def test_question_for_bands_that_are_gone_is_asked_of_nobody(draft):
    lonely = replace(draft.questions[0], age_bands=("16-25",))
    definition = compile_definition(replace(draft, questions=(lonely,)), [])
    assert definition["questions"][0]["age_bands"] == []


def asked(**changes):
    """Return a draft in few words, as told."""
    usual = {"title": "T", "introduction": "I", "thanks": "Th", "mode": "m"}
    bands = {"age_bands": (), "breakdowns": (), "base_language": "en"}
    return Draft(**(usual | bands | changes))


HOUSE = {"medium": "h" * 64, "alt": "A house", "width": 8, "height": 8}
SAID = {"medium": "s" * 64, "media_type": "audio/ogg", "size": 9}


def test_what_a_picture_shows_is_said_in_the_readers_words():
    question = DraftQuestion("home", "single", "Home?", picture=HOUSE)
    made = asked(questions=(question,), languages=("en", "ur"))
    assert ("home", "alt.prompt") in {part.name for part in parts_of(made)}
    words = Written("home", "prompt", "", "ur", "گھر؟", "Home?")
    told = Written("home", "alt.prompt", "", "ur", "ایک گھر", "A house")
    [asked_now] = compile_definition(made, [words, told])["questions"]
    shown = {
        code: bands[""]["pictures"]["prompt"]
        for code, bands in asked_now["wordings"].items()
    }
    assert shown == {"en": HOUSE, "ur": HOUSE | {"alt": "ایک گھر"}}
    own = replace(words, picture=HOUSE | {"medium": "o" * 64, "alt": "مکان"})
    assert [p.name for p in missing_parts(made, [own], "ur") if p.key] == []
    assert [p.part for p in missing_parts(made, [words], "ur") if p.key] == [
        "alt.prompt"
    ]


def test_a_band_with_words_of_its_own_never_hears_those_of_every_band():
    question = DraftQuestion("home", "single", "Home?", help="Where you live.")
    made = asked(questions=(question,), languages=("en",), age_bands=("4-7",))
    common = [
        Written("home", part, "", "en", "", "", sound=SAID)
        for part in ("prompt", "help")
    ]
    own = Written("home", "prompt", "4-7", "en", "Your home?", "Home?")
    [found] = compile_definition(made, [*common, own])["questions"]
    bands = found["wordings"]["en"]
    assert bands[""]["sounds"] == {"prompt": SAID, "help": SAID}
    assert bands["4-7"]["sounds"] == {"help": SAID}
