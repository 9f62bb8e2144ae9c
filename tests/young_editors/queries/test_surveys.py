import pytest

from tests.factories.surveys import SurveyFactory, SurveyMemberFactory, in_days
from tests.factories.young_editors import EditorsGroupFactory, said
from voice.young_editors.domain.inviting import ask_group
from voice.young_editors.domain.without import go_without_yes
from voice.young_editors.enums import Kind
from voice.young_editors.queries.surveys import (
    subject_of_draft,
    survey_to_look_at,
    without_their_yes,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def survey():
    return SurveyFactory()


@pytest.fixture
def worker(survey):
    return SurveyMemberFactory(survey=survey).user


def asked(survey, worker):
    return ask_group(
        EditorsGroupFactory(),
        kind=Kind.SURVEY,
        pk=survey.pk,
        languages=["en"],
        expires_on=in_days(7),
        by=worker,
    )


def sentences(survey):
    return [one.sentence for one in without_their_yes(survey)]


def test_a_survey_is_read_question_by_question_with_its_options(survey):
    passages = survey_to_look_at(survey.pk).passages
    assert passages[0].text.startswith(survey.title)
    assert passages[1].heading == "Question 1"
    assert "• " in "".join(one.text for one in passages)


def test_a_survey_nobody_was_asked_about_does_not_wait(survey):
    EditorsGroupFactory()
    assert sentences(survey) == []


def test_a_survey_they_were_asked_about_waits_for_their_yes(survey, worker):
    invitation = asked(survey, worker)
    assert sentences(survey) == [
        "The young editors you asked have not said yes to these words."
    ]
    said(invitation)
    assert sentences(survey) == []


def test_a_changed_word_waits_again(survey, worker):
    said(asked(survey, worker))
    survey.title = "Other words"
    assert sentences(survey) != []


def test_a_reason_lets_it_open(survey, worker):
    asked(survey, worker)
    reason = "The school asked us to open on Monday."
    go_without_yes(subject_of_draft(survey), reason=reason, by=worker)
    assert sentences(survey) == []
