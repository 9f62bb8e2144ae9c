import pytest

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.surveys import EditionFactory, ResponseFactory, SurveyMemberFactory
from voice.replies.whereabouts import late_replies, where_consultations_are

pytestmark = pytest.mark.django_db


def asked(**how):
    how = {f"survey__consultation__{name}": said for name, said in how.items()}
    return EditionFactory(survey__live=True, **how).survey


def next_of(consultation):
    return where_consultations_are([consultation])[consultation.pk].next


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"scheduled": True}, "It opens by itself on"),
        ({}, "It closes by itself after"),
        ({"closed": True}, "Find the themes, sign a release and write the reply"),
        ({"overdue": True}, "Write the reply. It was promised for"),
    ],
)
def test_what_comes_next_is_said_of_each_state(how, words):
    survey = asked(**how)
    ResponseFactory(finished=True, edition=survey.editions.get())
    assert next_of(survey.consultation).startswith(words)


@pytest.mark.parametrize("how", [{"closed": True}, {"overdue": True}])
def test_where_nobody_answered_a_reply_comes_next(how):
    assert next_of(asked(**how).consultation).startswith("Nobody answered. Say so")


def test_what_waits_to_be_read_comes_first():
    for how, words in (({"closed": True}, "Read what"), ({"overdue": True}, "Read")):
        survey = asked(**how)
        response = ResponseFactory(finished=True, edition=survey.editions.get())
        ReadingFactory(comment__response=response)
        assert next_of(survey.consultation).startswith(words)


def test_reply_leads_to_its_promises_or_to_its_end():
    reply = ReplyFactory(published=True)
    assert next_of(reply.consultation).startswith("Nothing was promised")
    PromiseFactory(reply=reply)
    assert next_of(reply.consultation).startswith("When a promise is due")


def test_desk_says_how_many_of_a_workers_replies_are_late(
    sign_in, django_assert_max_num_queries
):
    worker = UserFactory(worker=True, outsider=True)
    asked(overdue=True)
    assert late_replies(worker) == ""
    for _ in range(2):
        SurveyMemberFactory(user=worker, survey=asked(overdue=True))
    with django_assert_max_num_queries(4):
        assert late_replies(worker) == "2 replies are late."
    assert "2 replies are late." in sign_in(worker).get("/desk/").parsed.text()
    assert late_replies(UserFactory(owner=True)) == ""
