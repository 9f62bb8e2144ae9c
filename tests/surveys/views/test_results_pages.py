"""The pages beside the results: who answered, who finished, round by round."""

import copy

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.asked import keep_asked
from surveys.domain.stopping import note_stops
from surveys.models import Response
from surveys.queries.finishing import finishing_of
from surveys.queries.response_rate import rates_of
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
    in_days,
)

pytestmark = pytest.mark.django_db
PAGES = ("response_rate", "finishing", "rounds")


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


@pytest.fixture
def edition(worker):
    definition = copy.deepcopy(DEFINITION) | {"age_bands": ["8-11", "11-17"]}
    return EditionFactory(definition=definition)


@pytest.fixture
def way(edition):
    return InvitationFactory(survey=edition.survey, label="Library wall")


def answered(value):
    return {"know_worker": {"state": "answered", "value": value}}


def finish(way, value="yes", *, edition=None, **more):
    return ResponseFactory(
        edition=edition or way.survey.editions.get(),
        invitation=way,
        finished=True,
        answers=answered(value),
        **more,
    )


def left(way, *keys):
    return ResponseFactory(
        edition=way.survey.editions.get(),
        invitation=way,
        answers={key: {"state": "skipped"} for key in keys},
        capability_hash=None,
        touched_at=None,
    )


def look(desk, name, survey, **query):
    return desk.get(reverse(f"surveys:{name}", kwargs={"slug": survey.slug}), query)


def table(page, labelled):
    found = next(
        one
        for one in page.parsed.all("section")
        if one.get("aria-labelledby") == labelled
    )
    return [[page.parsed.text(cell) for cell in row] for row in found.iter("tr")][1:]


@pytest.mark.parametrize("name", PAGES)
def test_nobody_but_who_runs_it_finds_the_page(sign_in, edition, name):
    assert (
        look(sign_in(UserFactory(outsider=True)), name, edition.survey).status_code
        == 404
    )


@pytest.mark.parametrize("name", PAGES)
def test_empty_page_says_what_to_do(desk, edition, name):
    said = look(desk, name, edition.survey).parsed.text()
    assert "Go to ways in" in said or "Copy it" in said


def test_rate_is_of_those_who_were_asked_through_each_way_in(desk, way, worker):
    keep_asked(way, groups={"": 8}, by=worker)
    for _one in range(2):
        finish(way)
    finish(InvitationFactory(survey=way.survey))
    page = look(desk, "response_rate", way.survey)
    assert table(page, "ways") == [
        ["Library wall", "8", "2", "25 %"],
        ["All of these", "8", "2", "25 %"],
    ]
    assert "1 more finished through a way in of which nobody said" in page.parsed.text()


def test_rate_by_group_where_the_frame_names_groups_as_answers_do(desk, way, worker):
    keep_asked(way, groups={"8 to 11": 4, "11 to 17": 2, "Short breaks": 9}, by=worker)
    finish(way, age_band="8-11")
    for _one in range(3):
        finish(way, age_band="11-17")
    page = look(desk, "response_rate", way.survey)
    by = dict(rates_of(way.survey).by)
    assert [
        (one.name, one.asked, one.finished, one.percent) for one in by["Age band"]
    ] == [
        ("8 to 11", 4, 1, 25),
        ("11 to 17", 2, 3, None),
    ]
    assert table(page, "by-1") == [
        ["8 to 11", "4", "1", "25 %"],
        ["11 to 17", "2", "3", "more than asked"],
    ]
    assert "Short breaks: 9" in page.parsed.text()


def test_group_of_which_nobody_answered_has_a_rate_of_nothing(way, worker):
    keep_asked(way, groups={"8 to 11": 4}, by=worker)
    finish(way, age_band="11-17")
    ((_name, (rate,)),) = rates_of(way.survey).by
    assert (rate.asked, rate.finished, rate.percent) == (4, 0, 0)


def test_what_was_begun_is_finished_left_or_going_on(desk, way):
    for took in ("5", "5", "10", "longer", "not_known"):
        finish(way, took=took)
    left(way, "know_worker")
    left(way, "know_worker", "what_helps")
    left(way, "what_helps")
    left(way)
    ResponseFactory(
        edition=way.survey.editions.get(), invitation=way, answers=answered("yes")
    )
    note_stops(timezone.now())
    page = look(desk, "finishing", way.survey)
    said = page.parsed.text()
    assert "9 young people have begun and 56 % finished." in said
    assert "1 more opened it and sent nothing." in said
    assert "The one in the middle took: 2 to 5 minutes." in said
    assert (
        "More stopped after “What helps?” than after any other question: 2 of 3" in said
    )
    assert table(page, "stops")[:2] == [
        ["Do you know your worker?", "1", "33 %"],
        ["What helps?", "2", "67 %"],
    ]
    of = finishing_of(way.survey)
    assert (of.started, of.finished, of.left, of.going, of.opened) == (9, 5, 3, 1, 1)
    assert [one.count for one in of.times] == [0, 2, 1, 0, 0, 0, 0, 0, 1]
    assert of.not_timed == 1


def test_what_is_erased_stopped_nowhere_any_more(way):
    gone = left(way, "know_worker")
    note_stops(timezone.now())
    assert finishing_of(way.survey).left == 1
    Response.objects.filter(pk=gone.pk).delete()
    assert finishing_of(way.survey).left == 0


def earlier(*, opens=-400, **definition):
    """Return a way in to an earlier round that asks the same."""
    consultation = ConsultationFactory(
        opens_on=in_days(opens), closes_on=in_days(opens + 20)
    )
    survey = SurveyFactory(
        consultation=consultation, title="The round before", live=True
    )
    edition = EditionFactory(
        survey=survey, definition=copy.deepcopy(DEFINITION) | definition
    )
    return InvitationFactory(survey=edition.survey)


def test_rounds_that_ask_alike_stand_side_by_side_the_oldest_first(desk, way):
    before = earlier()
    for value in ("yes", "no", "no", "no"):
        finish(before, value)
    look(desk, "results", before.survey)
    finish(way, "yes")
    page = look(desk, "rounds", way.survey)
    assert table(page, "q-know_worker") == [
        ["Yes", "1 (25 %)", "1 (100 %)"],
        ["No", "3 (75 %)", "0 (0 %)"],
        ["Answered", "4", "1"],
    ]
    head = page.parsed.text(page.parsed.all("thead")[0])
    assert head.index("The round before") < head.index(way.survey.title)


def test_round_that_asks_otherwise_has_no_numbers_and_other_words_are_said(desk, way):
    questions = copy.deepcopy(DEFINITION["questions"])
    questions[0]["options"] = ["yes", "no", "sometimes"]
    questions[0]["wordings"]["en"][""]["options"]["sometimes"] = "Sometimes"
    questions[1]["wordings"]["en"][""]["prompt"] = "What would help?"
    before = earlier(questions=questions)
    finish(before, "sometimes")
    look(desk, "results", before.survey)
    finish(way)
    page = look(desk, "rounds", way.survey)
    assert table(page, "q-know_worker")[0] == ["Yes", "–", "1 (100 %)"]
    assert table(page, "q-know_worker")[-1] == ["Answered", "not asked so", "1"]
    assert table(page, "q-what_helps")[-1] == ["Words", "other words", ""]


def test_round_is_left_out_that_is_not_chosen(desk, way):
    one, _other = earlier(), earlier(opens=-800)
    page = look(desk, "rounds", way.survey, beside=str(one.survey.pk))
    head = page.parsed.text(page.parsed.all("thead")[0])
    assert head.count("The round before") == 1


def test_round_somebody_else_runs_is_never_shown(sign_in, way, worker):
    desk = sign_in(worker)
    theirs = earlier()
    theirs.survey.members.filter(user=worker).delete()
    page = look(desk, "rounds", way.survey, beside=str(theirs.survey.pk))
    assert "The round before" not in page.parsed.text()


def test_page_of_rounds_takes_two_queries_more_a_round(
    desk, way, django_assert_max_num_queries
):
    for number in range(4):
        earlier(opens=-400 - 30 * number)
    look(desk, "rounds", way.survey)
    with django_assert_max_num_queries(26):
        look(desk, "rounds", way.survey)


@pytest.mark.parametrize("name", ["response_rate", "finishing"])
def test_queries_stay_flat(desk, way, worker, name, django_assert_max_num_queries):
    keep_asked(way, groups={"8 to 11": 40}, by=worker)
    for _one in range(12):
        finish(InvitationFactory(survey=way.survey))
        left(way, "know_worker")
    note_stops(timezone.now())
    look(desk, name, way.survey)
    with django_assert_max_num_queries(18):
        look(desk, name, way.survey)
