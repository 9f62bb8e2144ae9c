"""The calendar of asks, the workers' words and the figures, at the desk."""

import pytest
from django.urls import reverse

from surveys.domain.publishing import publish_survey
from surveys.models import JargonList
from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory
from tests.factories.surveys import SurveyFactory
from voice.council.models import Council

pytestmark = pytest.mark.django_db
ASKS = reverse("surveys:asks")
FIGURES = reverse("surveys:reckoning")


def jargon(language="en"):
    return reverse("surveys:jargon", args=[language])


def test_an_empty_calendar_says_so(sign_in):
    text = sign_in(UserFactory(worker=True)).get(ASKS).parsed.text()
    assert "Nobody is asked anything yet." in text


def test_ones_own_and_what_is_published_are_told_by_title_and_drafts_are_not(sign_in):
    UserFactory(lead=True)
    me, other = UserFactory(worker=True), UserFactory(outsider=True, name="Bo")
    SurveyFactory(title="Mine", members=[me])
    SurveyFactory(title="quokkaberry", members=[other])
    published = SurveyFactory(title="Theirs and open", members=[me])
    publish_survey(published, by=me)
    published.members.all().delete()
    published.members.create(user=other)
    page = sign_in(me).get(ASKS)
    text = page.parsed.text()
    assert "Mine" in text
    assert "Theirs and open" in text
    assert "quokkaberry" not in page.content.decode()
    assert "Still being written" in text
    assert "Bo" in text


def test_a_spent_budget_is_said_beside_its_band(sign_in):
    CouncilFactory(questions_a_quarter=4)
    SurveyFactory()
    text = sign_in(UserFactory(worker=True)).get(ASKS).parsed.text()
    assert "5 of 4 questions" in text
    assert "more than we said" in text


def test_the_calendar_is_read_in_few_queries(sign_in, django_assert_max_num_queries):
    desk = sign_in(UserFactory(worker=True))
    for _number in range(5):
        SurveyFactory()
    desk.get(ASKS)
    with django_assert_max_num_queries(30):
        desk.get(ASKS)


def test_workers_words_are_changed_at_the_desk(sign_in):
    desk = sign_in(UserFactory(worker=True))
    assert "placement: where you live" in desk.get(jargon()).content.decode()
    page = desk.post(jargon(), {"lines": "unit: home"}, follow=True)
    assert "Saved." in page.parsed.text()
    assert JargonList.objects.get().lines == "unit: home"


def test_a_list_too_long_is_refused_with_everything_typed(sign_in):
    desk = sign_in(UserFactory(worker=True))
    page = desk.post(jargon(), {"lines": "quokkaberry\n" * 3000})
    assert page.status_code == 422
    assert "quokkaberry" in page.content.decode()
    assert not JargonList.objects.exists()


def test_a_language_nobody_speaks_here_has_no_list(sign_in):
    assert sign_in(UserFactory(worker=True)).get(jargon("xx")).status_code == 404


def test_figures_are_set_by_administrators_and_recorded(sign_in):
    CouncilFactory()
    desk = sign_in(UserFactory(administrator=True))
    sent = {
        "answering_share": "20",
        "writing_share": "50",
        "minutes_a_comment": "4",
        "reading_hours": "5",
        "questions_a_quarter": "40",
    }
    page = desk.post(FIGURES, sent | {"writing_share": "101"})
    assert page.status_code == 422
    desk.post(FIGURES, sent)
    council = Council.objects.get()
    assert (council.writing_share, council.questions_a_quarter) == (50, 40)
