import copy

import pytest
from django.urls import reverse

from surveys.models import CountSheet
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    DEFINITION,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory()


@pytest.fixture
def finish(edition):
    invitation = InvitationFactory(survey=edition.survey)

    def finished(value, *, of=None, **more):
        return ResponseFactory(
            edition=of or edition,
            invitation=invitation,
            finished=True,
            answers={"know_worker": {"state": "answered", "value": value}},
            **more,
        )

    return finished


@pytest.fixture
def look(sign_in, edition):
    client = sign_in(UserFactory(worker=True))
    address = reverse("surveys:results", kwargs={"slug": edition.survey.slug})

    def page(**query):
        return client.get(address, query)

    return page


def rows(page, question="know_worker"):
    """Return the rows of one question's table, as lists of words."""
    table = next(
        one
        for one in page.parsed.all("section")
        if one.get("aria-labelledby") == f"q-{question}"
    )
    return [[page.parsed.text(cell) for cell in row] for row in table.iter("tr")][1:]


def test_what_came_since_is_counted_before_it_is_shown(look, finish):
    finish("yes")
    finish("yes")
    finish("no")
    assert rows(look()) == [["Yes", "2", "67 %"], ["No", "1", "33 %"]]
    finish("no")
    assert rows(look()) == [["Yes", "2", "50 %"], ["No", "2", "50 %"]]


def test_counts_stand_side_by_side_by_who_was_with_them(look, finish):
    finish("yes", company="alone")
    finish("no", company="helping")
    finish("no", company="helping")
    assert rows(look(by="company")) == [
        ["Yes", "1", "33 %", "1 (100 %)", "0 (0 %)"],
        ["No", "2", "67 %", "0 (0 %)", "2 (100 %)"],
    ]


def test_with_help_and_without_stand_side_by_side(look, finish):
    finish("yes", company="alone")
    finish("yes", company="nearby")
    finish("no", company="nearby")
    finish("no", company="helping")
    finish("yes", company="not_said")
    page = look(by="help")
    assert rows(page) == [
        ["Yes", "3", "60 %", "0 (0 %)", "2 (67 %)", "1 (100 %)"],
        ["No", "2", "40 %", "1 (100 %)", "1 (33 %)", "0 (0 %)"],
    ]
    head = page.parsed.text(page.parsed.all("thead")[0])
    assert head.endswith("Somebody helpedNobody helpedNobody said")


def test_edition_that_asks_otherwise_is_left_out_and_named(look, finish, edition):
    finish("yes")
    other = copy.deepcopy(DEFINITION)
    question = other["questions"][0]
    question["options"] = ["yes", "no", "sometimes"]
    question["wordings"]["en"][""]["options"]["sometimes"] = "Sometimes"
    second = EditionFactory(survey=edition.survey, number=2, definition=other)
    finish("sometimes", of=second)
    page = look()
    assert rows(page) == [
        ["Yes", "0", "0 %"],
        ["No", "0", "0 %"],
        ["Sometimes", "1", "100 %"],
    ]
    assert "Asked otherwise in edition 1" in page.parsed.text()


def test_nobody_yet_says_what_to_do(look):
    assert "Nobody has finished yet" in look().parsed.text()


def test_breakdown_nobody_knows_is_all_together(look, finish):
    finish("yes")
    assert rows(look(by="eye_colour")) == [["Yes", "1", "100 %"], ["No", "0", "0 %"]]


def test_queries_stay_flat(look, finish, django_assert_max_num_queries):
    finish("yes")
    look()
    for _one in range(30):
        finish("no")
    look()
    with django_assert_max_num_queries(14):
        look()


def test_worker_of_another_survey_finds_nothing(sign_in, edition, finish):
    finish("yes")
    client = sign_in(UserFactory(outsider=True))
    address = reverse("surveys:results", kwargs={"slug": edition.survey.slug})
    assert client.get(address).status_code == 404
    assert CountSheet.objects.count() == 0
