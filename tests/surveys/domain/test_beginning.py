"""Surveys begin from what is ready, or from a file, and come out as they went in."""

import json
from base64 import b64encode
from copy import deepcopy
from dataclasses import replace

import pytest

from surveys.domain.beginning import CannotBegin, begin_from_file, begin_survey
from surveys.domain.media import keep_medium
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.domain.wordings import CannotWord, write_wording
from surveys.drafting.building import pack_block
from surveys.drafting.reading import draft_of, written_of
from surveys.logic.compiling import compile_definition, hash_of
from surveys.logic.definition import question_words
from surveys.logic.drafts import parts_to_word
from surveys.models import Medium, Survey, Wording
from surveys.queries.exchange import file_of
from surveys.queries.members import surveys_run_by
from surveys.ready import packs, ready_survey, ready_surveys
from tests.factories.accounts import UserFactory
from tests.factories.media import ogg, photo
from tests.factories.surveys import ConsultationFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True, reads_languages=["en", "ur"])


@pytest.fixture
def consultation():
    return ConsultationFactory()


def begin(ready, consultation, worker):
    return begin_survey(
        ready.draft,
        ready.written,
        consultation=consultation,
        title=ready.draft.title,
        by=worker,
        came_from=f"ready/{ready.name}",
    )


@pytest.fixture
def file(worker):
    """Return the file of an edition with a picture, a sound and a band's own words."""
    survey = SurveyFactory(age_bands=["8-11", "11-17"])
    picture = keep_medium(photo(), media_type="image/jpeg", by=worker)
    sound = keep_medium(ogg(), media_type="audio/ogg", by=worker)
    Wording.objects.create(
        survey=survey,
        key="know_worker",
        part="prompt",
        language="en",
        picture=picture,
        picture_alt="A door",
        sound=sound,
    )
    write_wording(
        survey,
        key="know_worker",
        part="prompt",
        age_band="8-11",
        language="en",
        text="Who helps you?",
        by=worker,
    )
    return json.loads(json.dumps(file_of(publish_survey(survey, by=worker))))


@pytest.mark.parametrize("ready", ready_surveys(), ids=lambda ready: ready.name)
def test_a_ready_survey_becomes_a_draft_that_says_the_same(ready, consultation, worker):
    survey = begin(ready, consultation, worker)
    assert compile_definition(
        draft_of(survey), written_of(survey)
    ) == compile_definition(ready.draft, ready.written)
    assert not survey.live
    assert list(surveys_run_by(worker)) == [survey]
    assert Entry.objects.filter(
        verb="surveys.create_survey", details__came_from=f"ready/{ready.name}"
    ).exists()


def test_two_of_the_same_title_get_short_names_of_their_own(consultation, worker):
    ready = ready_survey("school")
    slugs = [begin(ready, consultation, worker).slug for _ in range(2)]
    assert slugs == ["school", "school-2"]


def test_a_file_becomes_a_survey_with_the_same_hash(file, consultation, worker):
    survey = begin_from_file(file, consultation=consultation, by=worker)
    definition = compile_definition(draft_of(survey), written_of(survey))
    assert hash_of(definition) == file["hash"]


def test_a_file_brings_its_pictures_and_sounds_to_a_house_without_them(
    file, consultation, worker
):
    Wording.objects.all().delete()
    Medium.objects.all().delete()
    survey = begin_from_file(file, consultation=consultation, by=worker)
    assert set(Medium.objects.values_list("pk", flat=True)) == set(file["media"])
    edition = publish_survey(survey, by=worker)
    assert edition.content_hash == file["hash"]
    assert file_of(edition) == file


def test_a_picture_with_something_hidden_in_it_is_refused(file, consultation, worker):
    Wording.objects.all().delete()
    Medium.objects.all().delete()
    name = next(n for n, m in file["media"].items() if m["media_type"] == "image/webp")
    file["media"][name]["content"] = b64encode(photo(fmt="WEBP")).decode()
    with pytest.raises(CannotBegin):
        begin_from_file(file, consultation=consultation, by=worker)
    assert Medium.objects.count() == 0
    assert not Survey.objects.filter(consultation=consultation).exists()


@pytest.mark.parametrize("content", ["not base64!", "", "T2dnUwAC"])
def test_a_sound_that_is_another_is_refused(file, content, consultation, worker):
    Wording.objects.all().delete()
    Medium.objects.all().delete()
    name = next(n for n, m in file["media"].items() if m["media_type"] == "audio/ogg")
    file["media"][name]["content"] = content
    with pytest.raises(CannotBegin):
        begin_from_file(file, consultation=consultation, by=worker)


def test_a_link_to_a_key_theme_of_another_house_is_left_out(consultation, worker):
    ready = ready_survey("school")
    first = replace(ready.draft.questions[0], key_theme="987")
    draft = replace(ready.draft, questions=(first, *ready.draft.questions[1:]))
    definition = compile_definition(draft, ready.written)
    file = {
        "voice": "survey",
        "format": 2,
        "hash": hash_of(definition),
        "definition": definition,
        "media": {},
    }
    survey = begin_from_file(file, consultation=consultation, by=worker)
    assert draft_of(survey).questions[0].key_theme == ""


def with_pack(*, change=None):
    """Return a file whose survey takes an instrument, perhaps with a word changed."""
    ready, ons4 = ready_survey("leaving_care"), packs()[0]
    questions = ons4.draft.questions
    if change:
        questions = change(questions)
    draft = replace(ready.draft, questions=(*ready.draft.questions, *questions))
    definition = compile_definition(draft, ready.written)
    return {
        "voice": "survey",
        "format": 2,
        "hash": hash_of(definition),
        "definition": definition,
        "media": {},
    }


def test_a_file_may_bring_a_whole_instrument(consultation, worker):
    file = with_pack()
    survey = begin_from_file(deepcopy(file), consultation=consultation, by=worker)
    assert [block.block_type for block in survey.questions][-1] == "pack"
    definition = compile_definition(draft_of(survey), written_of(survey))
    assert hash_of(definition) == file["hash"]


@pytest.mark.parametrize(
    "change",
    [
        lambda questions: questions[:-1],
        lambda questions: (
            *questions[:-1],
            replace(questions[-1], prompt="Are you anxious?"),
        ),
        lambda questions: (*questions[:-1], replace(questions[-1], pack="ons4/2")),
    ],
    ids=["a question short", "a word changed", "unknown version"],
)
def test_a_file_with_an_instrument_in_pieces_is_refused(change, consultation, worker):
    with pytest.raises(CannotBegin) as refused:
        begin_from_file(with_pack(change=change), consultation=consultation, by=worker)
    assert "ons4" in refused.value.sentence


@pytest.fixture
def surveyed(worker):
    """Return a survey in two languages that takes an instrument."""
    survey = SurveyFactory(age_bands=["16-25"], languages=["en", "ur"])
    survey.questions = [*survey.questions.raw_data, pack_block("ons4/1")]
    survey.save()
    survey.save_revision(user=worker)
    return Survey.objects.get(pk=survey.pk)


def test_an_instrument_is_asked_whole_in_its_owners_words(surveyed):
    definition = compile_definition(draft_of(surveyed), [])
    asked = [q for q in definition["questions"] if q.get("pack") == "ons4/1"]
    assert [q["key"] for q in asked] == [
        "ons4_intro",
        "ons4_satisfied",
        "ons4_worthwhile",
        "ons4_happy",
        "ons4_anxious",
    ]
    words = question_words(asked[1], language="en", age_band="16-25")
    assert words["prompt"] == "Overall, how satisfied are you with your life nowadays?"


def test_an_instrument_is_refused_in_a_language_it_does_not_have(surveyed, worker):
    with pytest.raises(CannotPublish) as refused:
        publish_survey(surveyed, by=worker)
    assert (
        "“Personal well-being (ONS-4)” is not offered in Urdu, and nobody may "
        "translate it. Leave one of the two out." in refused.value.reasons
    )


def test_nobody_words_an_instrument_otherwise(surveyed, worker):
    keys = {part.key for part in parts_to_word(draft_of(surveyed))}
    assert not any(key.startswith("ons4") for key in keys)
    with pytest.raises(CannotWord):
        write_wording(
            surveyed,
            key="ons4_happy",
            part="prompt",
            age_band="16-25",
            language="en",
            text="Happy yesterday?",
            by=worker,
        )


def test_a_row_for_an_instrument_changes_nothing(surveyed):
    Wording.objects.create(
        survey=surveyed,
        key="ons4_happy",
        part="prompt",
        age_band="16-25",
        language="en",
        text="Happy yesterday?",
    )
    definition = compile_definition(draft_of(surveyed), written_of(surveyed))
    (happy,) = [q for q in definition["questions"] if q["key"] == "ons4_happy"]
    assert list(happy["wordings"]["en"]) == [""]
