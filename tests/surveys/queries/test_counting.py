import pytest

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.queries.counted import counted_responses
from surveys.queries.reach import LiveCounts, live_counts
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_only_finished_responses_count():
    edition = EditionFactory()
    invitation = InvitationFactory(survey=edition.survey)
    for finished in (True, False):
        response = start_response(invitation, language="en", age_band="11-17").response
        save_answer(response, key="know_worker", value="yes")
        if finished:
            finish_response(response)
            counted = response
    ResponseFactory(finished=True)
    (one,) = counted_responses(edition.survey)
    assert (one.id, one.age_band, one.language) == (counted.id, "11-17", "en")
    assert one.answers == {"know_worker": {"state": "answered", "value": "yes"}}
    assert live_counts(edition.survey) == LiveCounts(under_way=1, finished=1)


def test_responses_to_every_edition_count():
    edition = EditionFactory()
    second = EditionFactory(survey=edition.survey, number=2)
    for each in (edition, second):
        ResponseFactory(edition=each, finished=True)
    assert len(list(counted_responses(edition.survey))) == 2
