from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from voice.replies.logic.coverage import taken_by_others, unanswered, wording_for

BANDS = ["4-7", "8-11", "11-17", "16-25"]
LANGUAGES = ["en", "ur"]


@dataclass
class Said:
    language: str
    age_bands: list[str]


bands = st.lists(st.sampled_from(BANDS), unique=True)
wordings = st.lists(st.builds(Said, st.sampled_from(LANGUAGES), bands))
owing = st.dictionaries(st.sampled_from(LANGUAGES), bands)


@given(owing, wordings)
def test_a_band_is_unanswered_exactly_where_no_wording_serves_it(owed, said):
    missing = unanswered(owed, said)
    for language, asked in owed.items():
        for band in asked:
            served = any(
                one.language == language and band in one.age_bands for one in said
            )
            assert (band in missing.get(language, [])) != served


@given(wordings, st.sampled_from(LANGUAGES), st.sampled_from([*BANDS, "", "nobody"]))
def test_words_are_in_the_language_and_for_the_band_where_there_are_any(
    said, language, band
):
    found = wording_for(said, language=language, band=band)
    ours = [one for one in said if one.language == language]
    if not ours:
        assert found is None
    elif any(band in one.age_bands for one in ours):
        assert band in found.age_bands
    else:
        assert len(found.age_bands) == max(len(one.age_bands) for one in ours)


def test_a_band_of_another_language_is_not_taken():
    others = [Said("ur", ["8-11"])]
    assert taken_by_others(["8-11"], others, language="en") == []
    assert taken_by_others(["8-11"], others, language="ur") == ["8-11"]
