"""The question library and the map of a survey."""

from copy import deepcopy

import pytest
from django.urls import reverse

from surveys.domain.publishing import publish_survey
from surveys.drafting.values import extras_of
from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory
from tests.factories.surveys import DEFINITION, EditionFactory, SurveyFactory

pytestmark = pytest.mark.django_db
LIBRARY = "/desk/questions/"


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


def at(question):
    """Return the address of one question of the library."""
    return reverse("surveys:question", args=[question.pk])


def row(survey, key):
    """Return a question's row."""
    return survey.question_rows.get(key=key)


def test_each_question_is_there_once_with_every_use(desk):
    first = EditionFactory(survey__title="First time").survey
    second = EditionFactory(survey__title="Second time").survey
    page = desk.get(LIBRARY)
    assert "5 questions" in page.parsed.text()
    text = page.parsed.text()
    assert text.count("Do you know your worker?") == 1
    assert "First time" in text
    assert "Second time" in text
    links = [link.get("href") for link in page.parsed.all("a")]
    known = [at(row(survey, "know_worker")) for survey in (first, second)]
    assert len([link for link in links if link in known]) == 1


def test_it_is_looked_up_by_words_and_kind(desk):
    EditionFactory()
    text = desk.get(LIBRARY, {"search": "worker know"}).parsed.text()
    assert "1 question" in text
    assert "What helps?" not in text
    text = desk.get(LIBRARY, {"kind": "scale"}).parsed.text()
    assert "How safe do you feel, 0 to 10?" in text
    assert "Do you know your worker?" not in text
    text = desk.get(LIBRARY, {"search": "nobody asked this"}).parsed.text()
    assert "No question with these words" in text
    assert desk.get(LIBRARY, {"kind": "nonsense"}).status_code == 200


def test_questions_of_others_come_once_their_results_are_out(sign_in):
    release = ReleaseFactory(issued=True)
    survey = release.survey
    outsider = UserFactory(outsider=True)
    text = sign_in(outsider).get(LIBRARY).parsed.text()
    (first, *_others) = release.tables["questions"]
    assert first["prompt"] in text
    assert f"Answered by {first['answered']['words']}, says the release of" in text
    assert sign_in(outsider).get(at(row(survey, first["key"]))).status_code == 200


def test_the_size_is_the_protected_one(desk):
    survey = AnsweredSurveyFactory(yes=41, no=22)
    ReleaseFactory(survey=survey, issued=True)
    text = desk.get(at(row(survey, "know_worker"))).parsed.text()
    assert "Answered by 65, says the release of" in text
    assert "Answered by 63" not in text


def test_a_release_that_waits_tells_nothing(desk, sign_in):
    release = ReleaseFactory()
    text = desk.get(at(row(release.survey, "know_worker"))).parsed.text()
    assert "No release tells yet how many answered." in text
    outside = sign_in(UserFactory(outsider=True))
    assert outside.get(at(row(release.survey, "know_worker"))).status_code == 404


def test_nothing_of_others_before_a_release(sign_in):
    desk = sign_in(UserFactory(outsider=True))
    question = row(EditionFactory().survey, "know_worker")
    assert desk.get(at(question)).status_code == 404
    assert "No question yet" in desk.get(LIBRARY).parsed.text()


def test_a_question_shows_its_wordings_and_editions(desk, worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    survey.title = "Second"
    publish_survey(survey, by=worker)
    text = desk.get(at(row(survey, "know_worker"))).parsed.text()
    assert "Asked in editions 1, 2." in text
    assert "English, every age Do you know your worker? YesNo" in text
    assert "No release tells yet how many answered." in text


def test_it_is_copied_into_a_draft(desk, worker):
    survey = EditionFactory().survey
    into = SurveyFactory(questions=[])
    question = row(survey, "know_worker")
    page = desk.post(at(question), {"into": into.pk}, follow=True)
    assert "Copied to the end of the draft." in page.parsed.text()
    newest = Survey.objects.get(pk=into.pk).get_latest_revision_as_object()
    assert [block.value["key"] for block in newest.questions] == ["know_worker"]


def test_it_is_copied_into_no_survey_of_others(desk):
    question = row(EditionFactory().survey, "know_worker")
    theirs = SurveyFactory(members=[], questions=[])
    assert desk.post(at(question), {"into": theirs.pk}).status_code == 422
    assert desk.post(at(question), {}).status_code == 422
    assert len(Survey.objects.get(pk=theirs.pk).questions) == 0


def test_a_long_library_takes_few_queries(desk, django_assert_max_num_queries):
    for number in range(4):
        definition = deepcopy(DEFINITION)
        for question in definition["questions"]:
            question["wordings"]["en"][""]["prompt"] += f" {number}"
        EditionFactory(definition=definition)
    with django_assert_max_num_queries(12):
        page = desk.get(LIBRARY)
    assert "20 questions" in page.parsed.text()


def test_the_map_tells_the_shortest_and_the_longest_way(desk):
    survey = SurveyFactory(age_bands=["8-11", "11-17"])
    survey.questions[1].value["extras"] = extras_of(
        {"show_if": {"question": "know_worker", "operator": "is", "value": "no"}}
    )
    survey.questions[4].value["extras"] = extras_of({"age_bands": ["11-17"]})
    survey.save_revision()
    address = reverse("surveys:map", args=[survey.slug])
    page = desk.get(address)
    cells = [page.parsed.text(cell) for cell in page.parsed.all("td")]
    assert cells[:2] == ["3", "4"]
    assert cells[4:6] == ["4", "5"]
    text = page.parsed.text()
    assert "Shown when “Do you know your worker?” is No." in text
    assert "What should your worker do more of?" not in text
    assert "Decides whether these are shown: 2" in text
    older = desk.get(address, {"band": "11-17"}).parsed.text()
    assert "What should your worker do more of?" in older


def test_what_can_never_be_shown_is_on_the_map(desk):
    survey = SurveyFactory()
    both = [
        {"question": "know_worker", "operator": "is", "value": value}
        for value in ("yes", "no")
    ]
    survey.questions[1].value["extras"] = extras_of({"show_if": {"all": both}})
    survey.save_revision()
    text = desk.get(reverse("surveys:map", args=[survey.slug])).parsed.text()
    assert "No answers lead here" in text


def test_nothing_to_map_says_what_to_do(desk):
    survey = SurveyFactory(questions=[])
    text = desk.get(reverse("surveys:map", args=[survey.slug])).parsed.text()
    assert "Nothing to map yet" in text
