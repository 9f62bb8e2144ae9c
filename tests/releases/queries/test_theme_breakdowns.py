"""Who of a group says a theme, gathered from the database."""

import pytest

from surveys.models import Response
from tests.factories.releases import ReleaseFactory, answer, comment_on, tagged
from tests.factories.surveys import DEFINITION, EditionFactory, SurveyFactory, words
from tests.factories.themes import TagFactory, double_coded
from voice.releases.queries.material import release_material

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

BY_AGE = {**DEFINITION, "age_bands": ["8-11", "11-17"]}
ONLY_AFTER_NO = {
    "key": "do_more",
    "kind": "long_text",
    "options": [],
    "wordings": {"en": {"": words("What then?")}},
    "show_if": {"question": "know_worker", "operator": "is", "value": "no"},
}


def survey_of(definition):
    """Return a closed survey answered by 25 of 8 to 11 and 35 of 11 to 17."""
    survey = SurveyFactory(live=True, consultation__closed=True)
    EditionFactory(survey=survey, definition=definition)
    for band, count in (("8-11", 25), ("11-17", 35)):
        for response in answer(survey, yes=count, age_band=band):
            comment_on(response, "words")
    return survey


def test_themes_are_told_by_the_age_that_was_declared():
    survey = survey_of(BY_AGE)
    young = Response.objects.filter(edition__survey=survey, age_band="8-11")
    readings = [one.comments.get().reading for one in young]
    theme = tagged(survey, "Moves", readings[:15])
    others = Response.objects.filter(edition__survey=survey, age_band="11-17")
    for one in others[:12]:
        tagged_again(theme, one)
    double_coded(readings[0].comment.question, themes=[theme])
    (table,) = ReleaseFactory(survey=survey).tables["theme_breakdowns"]
    assert [
        (group["keys"], group["cells"][0]["told"]["words"]) for group in table["groups"]
    ] == [(["8-11"], "about half"), (["11-17"], "30%")]


def tagged_again(theme, response):
    """Tag the comment of a response with a theme there is."""
    TagFactory(reading=response.comments.get().reading, theme=theme)


def test_groups_are_not_known_where_only_some_were_asked_to_write():
    asked = [one for one in BY_AGE["questions"] if one["kind"] != "long_text"]
    survey = survey_of({**BY_AGE, "questions": [*asked, ONLY_AFTER_NO]})
    material = release_material(survey)
    assert (sorted(material.breakdowns), material.group_of) == (["age_band"], {})
