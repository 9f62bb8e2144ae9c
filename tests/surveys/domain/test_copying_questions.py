"""A question is copied from the library into a draft, with all its wordings."""

from copy import deepcopy

import pytest

from surveys.domain.closing import archive_survey
from surveys.domain.copying_questions import CannotCopy, copy_question
from surveys.domain.publishing import publish_survey
from surveys.drafting.reading import latest_draft_of
from surveys.logic.piping import pipe
from surveys.models import Medium, Survey, Wording
from surveys.queries.editions import next_definition
from surveys.queries.wordings import every_version
from tests.factories.accounts import UserFactory
from tests.factories.surveys import DEFINITION, EditionFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def into():
    return SurveyFactory(questions=[], age_bands=["8-11", "11-17"])


def asked(**more):
    """Return the row of a published question with `more` in its definition."""
    definition = deepcopy(DEFINITION)
    definition["questions"][0] |= more
    edition = EditionFactory(definition=definition)
    return edition.survey.question_rows.get(key="know_worker")


def newest(survey):
    """Return the questions of the newest draft."""
    return latest_draft_of(Survey.objects.get(pk=survey.pk)).questions


def test_a_copy_asks_the_same(into, worker):
    question = asked(not_sure=True, sensitive=True, alone=["no"])
    done = copy_question(question, into=into, by=worker)
    assert (done.key, done.lost_condition) == ("know_worker", False)
    (copied,) = next_definition(Survey.objects.get(pk=into.pk))["questions"]
    original = question.survey.editions.get().definition["questions"][0]
    assert copied == {k: v for k, v in original.items() if k != "decision"}
    entry = Entry.objects.get(verb="surveys.copy_question")
    assert entry.details == {"question": question.pk, "key": "know_worker"}


def test_wordings_pictures_and_recordings_come_along(into, worker):
    sound = Medium.objects.create(
        sha256="a" * 64, media_type="audio/ogg", content=b"OggS", size=4
    )
    picture = Medium.objects.create(
        sha256="b" * 64, media_type="image/webp", content=b"RIFF", size=4
    )
    words = deepcopy(DEFINITION["questions"][0]["wordings"])
    words["en"][""]["sounds"] = {
        "prompt": {"medium": sound.pk, "media_type": "audio/ogg", "size": 4}
    }
    words["en"][""]["pictures"] = {
        "prompt": {"medium": picture.pk, "alt": "A door", "width": 1, "height": 1}
    }
    words["en"]["8-11"] = deepcopy(words["en"][""]) | {"prompt": "Who visits you?"}
    copy_question(asked(wordings=words), into=into, by=worker)
    (copied,) = next_definition(Survey.objects.get(pk=into.pk))["questions"]
    assert copied["wordings"]["en"] == words["en"]


def test_a_copied_recording_of_other_words_is_told_out_of_date(into, worker):
    sound = Medium.objects.create(
        sha256="a" * 64, media_type="audio/ogg", content=b"OggS", size=4
    )
    words = deepcopy(DEFINITION["questions"][0]["wordings"])
    words["en"][""]["sounds"] = {
        "prompt": {"medium": sound.pk, "media_type": "audio/ogg", "size": 4}
    }
    question = asked(wordings=words)
    row = Wording.objects.create(
        survey=question.survey,
        key=question.key,
        part="prompt",
        language="en",
        sound=sound,
        said="Have you met your worker?",
    )
    copy_question(question, into=into, by=worker)
    assert into.wordings.get().said == "Have you met your worker?"
    assert [one.said_before for one in every_version(newly(into))] == [1, 0, 0]
    row.delete()
    copy_question(question, into=into, by=worker)
    again = into.wordings.exclude(key="know_worker").get()
    assert again.said == "Do you know your worker?"


def newly(survey):
    """Return `survey` as it is saved now."""
    return Survey.objects.get(pk=survey.pk)


def test_another_language_comes_along(into, worker):
    definition = deepcopy(DEFINITION)
    definition["languages"] = ["en", "ur"]
    for question in definition["questions"]:
        words = deepcopy(question["wordings"]["en"][""])
        question["wordings"]["ur"] = {"": words | {"prompt": "کیا؟"}}
    definition["wordings"]["ur"] = definition["wordings"]["en"]
    survey = EditionFactory(definition=definition).survey
    copy_question(survey.question_rows.get(key="know_worker"), into=into, by=worker)
    row = into.wordings.get(language="ur", part="prompt")
    assert (row.text, row.base) == ("کیا؟", "Do you know your worker?")


def test_conditions_and_earlier_answers_stay_behind(into, worker):
    condition = {"question": "happy", "operator": "is", "value": "1"}
    words = deepcopy(DEFINITION["questions"][0]["wordings"])
    words["en"][""]["prompt"] = f"Do you know {pipe('who', 'your worker')}?"
    question = asked(show_if=condition, wordings=words, decision="Who visits.")
    done = copy_question(question, into=into, by=worker)
    (copied,) = newest(into)
    assert (done.lost_condition, copied.show_if) == (True, None)
    assert copied.prompt == "Do you know your worker?"
    assert copied.decision == ""


def test_a_condition_on_who_answers_comes_along(into, worker):
    condition = {"about": "age_band", "operator": "is", "value": "11-17"}
    done = copy_question(asked(show_if=condition), into=into, by=worker)
    assert (done.lost_condition, newest(into)[0].show_if) == (False, condition)


def test_age_bands_that_are_not_asked_stay_behind(into, worker):
    copy_question(asked(age_bands=["4-7", "8-11"]), into=into, by=worker)
    assert newest(into)[0].age_bands == ("8-11",)


def test_a_copy_of_a_copy_gets_a_key_of_its_own(into, worker):
    question = asked()
    keys = [copy_question(question, into=into, by=worker).key for _ in range(2)]
    assert keys == ["know_worker", "know_worker_2"]
    assert len({one.block_id for one in newest(into)}) == 2


def test_what_is_live_is_not_changed_by_a_copy(worker):
    into = SurveyFactory()
    publish_survey(into, by=worker)
    before = Survey.objects.get(pk=into.pk)
    done = copy_question(asked(), into=into, by=worker)
    after = Survey.objects.get(pk=into.pk)
    assert len(after.questions) == len(before.questions) == 5
    assert after.has_unpublished_changes
    assert [one.key for one in newest(into)][-1] == done.key == "know_worker_2"


def test_a_part_of_a_locked_instrument_is_only_taken_whole(into, worker):
    with pytest.raises(CannotCopy) as refused:
        copy_question(asked(pack="ons4/1"), into=into, by=worker)
    assert refused.value.sentence.endswith("which is only taken whole.")
    assert newest(into) == ()


def test_nothing_is_copied_into_the_archive(into, worker):
    archive_survey(into, by=worker)
    with pytest.raises(CannotCopy):
        copy_question(asked(), into=into, by=worker)
    assert newest(into) == ()


def test_nothing_is_copied_into_what_somebody_else_locked(into, worker):
    Survey.objects.filter(pk=into.pk).update(
        locked=True, locked_by=UserFactory(worker=True)
    )
    with pytest.raises(CannotCopy):
        copy_question(asked(), into=into, by=worker)
    assert newest(into) == ()
