"""Every declared breakdown, gathered from the database."""

import pytest

from surveys.enums import Company, InvitationKind
from tests.factories.releases import ReleaseFactory, answer
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
    words,
)
from voice.releases.queries.editions import declared_breakdowns

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
GENDER = {
    "key": "gender",
    "kind": "single",
    "options": ["girl", "boy"],
    "about_them": True,
    "wordings": {"en": {"": words("Are you a girl or a boy?", girl="Girl", boy="Boy")}},
}
ALL = ["age_band", "language", "company", "way_in", "q:gender"]


def definition(*breakdowns, **changes):
    """Return a definition that declares these, and asks for gender."""
    questions = [*DEFINITION["questions"], GENDER | changes]
    return {**DEFINITION, "breakdowns": list(breakdowns), "questions": questions}


def edition(*breakdowns, **changes):
    """Return an edition of it."""
    return EditionFactory(definition=definition(*breakdowns, **changes))


def groups_told(release, by):
    """Return the groups and what they say “yes” to, of the first question."""
    (table,) = [
        one for one in release.tables["questions"][0]["breakdowns"] if one["by"] == by
    ]
    return [
        (group["keys"], group["answered"]["words"], group["cells"][0]["told"]["words"])
        for group in table["groups"]
    ]


def test_results_are_broken_down_by_company_way_in_and_who_they_are():
    survey = SurveyFactory(live=True, consultation__closed=True)
    EditionFactory(survey=survey, definition=definition(*ALL))
    link = InvitationFactory(survey=survey)
    paper = InvitationFactory(survey=survey, kind=InvitationKind.PAPER)
    girls, boys = (
        {"gender": {"state": "answered", "value": value}} for value in ("girl", "boy")
    )
    for company, way_in, gender, yes, no in (
        (Company.ALONE, link, girls, 40, 20),
        (Company.HELPING, paper, boys, 20, 40),
    ):
        for one in answer(survey, yes=yes, no=no, company=company):
            one.answers |= gender
            one.invitation = way_in
            one.save()
    release = ReleaseFactory(survey=survey)
    assert groups_told(release, "company") == [
        (["alone", "nearby"], "60", "65%"),
        (["helping", "not_said"], "60", "35%"),
    ]
    assert groups_told(release, "way_in") == [
        (["link", "codes", "group", "assisted"], "60", "65%"),
        (["paper"], "60", "35%"),
    ]
    assert groups_told(release, "q:gender") == [
        (["girl"], "60", "65%"),
        (["boy", ""], "60", "35%"),
    ]


def test_groups_go_in_the_order_that_was_declared():
    declared = declared_breakdowns([edition(*reversed(ALL))])
    assert list(declared) == list(reversed(ALL))
    assert declared["q:gender"] == ["girl", "boy", ""]
    assert declared["company"] == ["alone", "nearby", "helping", "not_said"]


@pytest.mark.parametrize(
    "otherwise",
    [
        {"kind": "several"},
        {"show_if": {"question": "know_worker", "operator": "is", "value": "no"}},
        {"key": "who"},
    ],
)
def test_a_question_nothing_can_be_broken_down_by_is_left_out(otherwise):
    assert declared_breakdowns([edition(*ALL, **otherwise)]).keys() == set(ALL[:4])


def test_a_question_whose_choices_changed_after_opening_is_left_out():
    first = edition("q:gender")
    later = definition("q:gender", options=["girl", "boy", "other"])
    second = EditionFactory(survey=first.survey, number=2, definition=later)
    assert declared_breakdowns([second, first]) == {}


def test_a_breakdown_added_after_opening_is_left_out():
    first = edition("company")
    second = EditionFactory(survey=first.survey, number=2, definition=definition(*ALL))
    assert list(declared_breakdowns([second, first])) == ["company"]
