from cms.logic.reading import how_it_reads

HARD = (
    "The multidisciplinary safeguarding partnership will facilitate participation in "
    "the statutory reviewing arrangements and communicate organisational priorities "
    "to accommodated individuals accordingly."
)
EASY = "We read what you write. We tell you what we did. You can ask us. " * 3


def reads(text, language="en", jargon=None):
    return how_it_reads(text, language=language, jargon=jargon or {})


def test_a_hard_page_is_hard_and_an_easy_one_is_not():
    assert reads(HARD).is_hard
    assert not reads(EASY).is_hard
    assert reads(EASY).age < reads(HARD).age


def test_a_page_of_few_words_has_no_age():
    assert reads("Safeguarding participation.").age is None


def test_only_languages_with_a_measure_have_an_age():
    assert reads(EASY, language="ur").age is None


def test_a_workers_words_are_found_with_what_to_say_instead():
    found = reads("Your placement and LAC review.", jargon={"placement": "home"})
    assert found.jargon == {"placement": "home"}


def test_a_very_long_sentence_is_found():
    long = "We " + "really " * 40 + "listen."
    assert reads(f"Short. {long} Short.").longest.startswith("We really")
    assert reads(EASY).longest == ""
