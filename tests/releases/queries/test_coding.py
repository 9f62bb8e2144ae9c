"""What agreement between coders lets into a release."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.surveys import DEFINITION, CommentFactory, words
from tests.factories.themes import double_coded
from voice.releases.domain.releases import preview_tables
from voice.releases.hidden import hidden_and_why
from voice.releases.logic.canonical import canonical
from voice.themes.domain.codebooks import retire_theme
from voice.themes.domain.double_coding import end_double_coding

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WHY = {
    "key": "why",
    "kind": "long_text",
    "options": [],
    "wordings": {"en": {"": words("Why is that?")}},
}
TWO_OPEN = {**DEFINITION, "questions": [*DEFINITION["questions"], WHY]}
LEFT_OUT = (
    "Themes of what was said to “Why is that?”. Two people who read it apart heard too "
    "different things."
)


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return AnsweredSurveyFactory(definition=TWO_OPEN)


def said(survey, key, count, **decided):
    """Return the readings of so many kept comments on one question."""
    question = survey.question_rows.get(key=key)
    return [
        ReadingFactory(
            approved=True,
            comment=CommentFactory(
                response=response, question=question, may_quote=True
            ),
            **decided,
        )
        for response in answer(survey, yes=count)
    ]


def told(tables):
    """Return each theme's name, and its count as it is told."""
    return [(row["name"], row["count"]["words"]) for row in tables["themes"]]


def test_with_one_coder_themes_travel_in_words_without_digits(survey):
    readings = said(survey, "do_more", 40)
    tagged(survey, "Moves", readings[:21])
    tables = ReleaseFactory(survey=survey).tables
    assert told(tables) == [("Moves", "about half")]
    assert (tables["themes"][0]["percent"], tables["themes"][0]["share"]) == (
        None,
        None,
    )
    told_of = [
        {name: value for name, value in row.items() if name != "key"}
        for row in tables["themes"]
    ]
    assert "21" not in canonical(told_of)
    assert "themes_in_words" in tables["notes"]
    assert any("One person alone" in sentence for sentence in hidden_and_why(tables))


def test_with_two_who_agree_their_counts_travel(survey):
    readings = said(survey, "do_more", 40)
    moves = tagged(survey, "Moves", readings[:21])
    double_coded(readings[0].comment.question, themes=[moves])
    tables = ReleaseFactory(survey=survey).tables
    assert told(tables) == [("Moves", "20")]
    assert tables["themes"][0]["percent"]["words"] == "50%"
    assert tables["notes"] == ["may_not_add_up"]


def test_below_six_tenths_no_theme_count_of_that_question_enters(survey):
    readings, whys = said(survey, "do_more", 40), said(survey, "why", 30)
    moves = tagged(survey, "Moves", [*readings[:21], *whys[:20]])
    tagged(survey, "Family", whys)
    double_coded(readings[0].comment.question, themes=[moves])
    double_coded(whys[0].comment.question, themes=[moves], alike=False)
    tables = preview_tables(survey)
    assert told(tables) == [("Moves", "20")]
    assert tables["wrote"]["words"] == "40"
    assert tables["themes_left_out"] == ["why"]
    assert LEFT_OUT in hidden_and_why(tables)


def test_whoever_also_wrote_to_a_question_that_stays_in_brings_no_theme_of_the_other(
    survey,
):
    readings = said(survey, "do_more", 30)
    why = survey.question_rows.get(key="why")
    whys = [
        ReadingFactory(
            approved=True,
            comment=CommentFactory(response=one.comment.response, question=why),
        )
        for one in readings
    ]
    moves = tagged(survey, "Moves", readings[:16])
    tagged(survey, "Family", whys)
    double_coded(readings[0].comment.question, themes=[moves])
    double_coded(why, themes=[moves], alike=False)
    assert told(preview_tables(survey)) == [("Moves", "15")]


def test_below_six_tenths_no_share_enters_words_alone_either(worker):
    survey = AnsweredSurveyFactory(yes=0, no=0)
    readings = said(survey, "do_more", 12)
    moves = tagged(survey, "Moves", readings[:8])
    before = preview_tables(survey)
    assert told(before) == [("Moves", "most")]
    double_coded(readings[0].comment.question, themes=[moves], alike=False)
    tables = preview_tables(survey)
    assert (tables["themes"], tables["themes_left_out"]) == ([], ["do_more"])
    [why] = set(hidden_and_why(tables)) - set(hidden_and_why(before))
    assert "“What should your worker do more of?”" in why


def test_what_one_person_found_in_one_question_takes_the_digits_from_all(survey):
    readings, whys = said(survey, "do_more", 40), said(survey, "why", 30)
    moves = tagged(survey, "Moves", readings[:21])
    double_coded(readings[0].comment.question, themes=[moves])
    assert told(preview_tables(survey)) == [("Moves", "20")]
    family = tagged(survey, "Family", whys[:20])
    assert told(preview_tables(survey)) == [("Family", "some"), ("Moves", "some")]
    retire_theme(family, by=UserFactory(worker=True))
    assert told(preview_tables(survey)) == [("Moves", "20")]


def test_a_quote_from_a_question_that_is_left_out_names_no_theme(survey, worker):
    readings, whys = said(survey, "do_more", 40), said(survey, "why", 20)
    moves = tagged(survey, "Moves", [*readings[:21], *whys])
    for question, alike in ((readings[0], True), (whys[0], False)):
        double_coded(question.comment.question, themes=[moves], alike=alike)
    release = ReleaseFactory(
        survey=survey, quotes=[readings[0].comment, whys[0].comment]
    )
    quotes = dict(release.quotes.values_list("question_key", "themes"))
    assert quotes == {"do_more": ["Moves"], "why": []}


def test_a_later_double_coding_alters_no_release_there_is(survey, worker):
    readings = said(survey, "do_more", 40)
    moves = tagged(survey, "Moves", readings[:21])
    end_double_coding(
        double_coded(readings[0].comment.question, themes=[moves]), by=worker
    )
    release = ReleaseFactory(survey=survey, issued=True)
    before = canonical(release.tables)
    double_coded(readings[0].comment.question, themes=[moves], alike=False)
    release.refresh_from_db()
    assert canonical(release.tables) == before
    assert preview_tables(survey)["themes"] == []


def test_groups_are_not_known_where_who_may_always_write_is_left_out(worker):
    after_no = WHY | {
        "show_if": {"question": "know_worker", "operator": "is", "value": "no"}
    }
    survey = AnsweredSurveyFactory(
        definition={**DEFINITION, "questions": [*DEFINITION["questions"], after_no]}
    )
    readings, whys = said(survey, "do_more", 40), said(survey, "why", 40)
    moves = tagged(survey, "Moves", [*readings[:21], *whys[:21]])
    for reading in (readings[0], whys[0]):
        double_coded(reading.comment.question, themes=[moves])
    assert preview_tables(survey)["theme_breakdowns"] != []
    end_double_coding(readings[0].comment.question.double_codings.get(), by=worker)
    double_coded(readings[0].comment.question, themes=[moves], alike=False)
    assert preview_tables(survey)["theme_breakdowns"] == []


def test_the_page_says_that_one_person_found_them(sign_in, survey, worker):
    readings = [comment_on(one, "moved") for one in answer(survey, yes=40)]
    tagged(survey, "Moves", readings[:21])
    page = sign_in(worker).get(f"/desk/releases/{ReleaseFactory(survey=survey).pk}/")
    assert "One person found these themes" in page.parsed.text()


def test_the_page_names_the_question_that_is_left_out(sign_in, survey, worker):
    whys = said(survey, "why", 30)
    moves = tagged(survey, "Moves", whys)
    double_coded(whys[0].comment.question, themes=[moves], alike=False)
    page = sign_in(worker).get(f"/desk/releases/{ReleaseFactory(survey=survey).pk}/")
    text = page.parsed.text()
    assert "What was said to “Why is that?” is in no theme here" in text
    assert "Of about" not in text
