"""A copy asks the same, with all its wordings, and is its own survey."""

import pytest

from surveys.domain.copying import COPIED, copy_survey
from surveys.domain.members import NotAWorker
from surveys.domain.publishing import publish_survey
from surveys.domain.wordings import write_wording
from surveys.drafting.reading import draft_of
from surveys.models import Medium, Survey, Wording
from surveys.queries.editions import next_definition
from surveys.queries.wordings import every_version
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory, SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

# What a copy has of its own, or begins anew.
ITS_OWN = {
    "id",
    "consultation",
    "slug",
    "title",
    "questions",
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "live_revision",
    "latest_revision",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
}


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


def without_titles(definition):
    """Return a definition without what a copy calls itself."""
    definition["wordings"]["en"][""].pop("title")
    return definition


def test_a_copy_asks_what_the_newest_draft_asks(worker):
    survey = SurveyFactory(languages=["en", "ur"], older_too=True, keep_words_days=30)
    publish_survey_without_urdu(survey)
    sound = Medium.objects.create(
        sha256="a" * 64, media_type="audio/ogg", content=b"OggS", size=4
    )
    write_wording(survey, key="safe", part="low", language="ur", text="نہیں", by=worker)
    Wording.objects.create(survey=survey, part="title", language="en", sound=sound)
    survey.thanks = "Thank you for all of it."
    survey.save_revision(user=worker)
    there = ConsultationFactory()
    copy = copy_survey(survey, title="Copied", consultation=there, by=worker)
    assert (copy.title, copy.slug, copy.consultation) == ("Copied", "copied", there)
    assert without_titles(next_definition(copy)) == without_titles(
        next_definition(survey)
    )
    assert copy.wordings.get(language="ur").base == "not safe"
    assert copy.wordings.get(language="en").sound == sound
    assert survey.wordings.count() == 2


def test_a_copied_recording_of_other_words_is_told_out_of_date(worker):
    survey = SurveyFactory()
    sound = Medium.objects.create(
        sha256="a" * 64, media_type="audio/ogg", content=b"OggS", size=4
    )
    row = Wording.objects.create(
        survey=survey,
        key="safe",
        part="prompt",
        language="en",
        sound=sound,
        said="Planted other words",
        picture_alt="A door",
    )
    copy = copy_survey(
        survey, title="Copied", consultation=survey.consultation, by=worker
    )
    copied = copy.wordings.get()
    names = {field.name for field in Wording._meta.concrete_fields}
    assert {n: getattr(copied, n) for n in names - {"id", "survey"}} == {
        n: getattr(row, n) for n in names - {"id", "survey"}
    }
    assert sum(one.said_before for one in every_version(copy)) == 1


def publish_survey_without_urdu(survey):
    """Save a first draft; nothing is published yet."""
    survey.save_revision()


def test_a_copy_is_not_published_and_its_keys_are_free(worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    copy = copy_survey(
        survey, title="Copied", consultation=survey.consultation, by=worker
    )
    copy = Survey.objects.get(pk=copy.pk)
    assert (copy.live, copy.editions.count(), copy.locked_keys) == (False, 0, {})
    ids = {q.block_id for q in draft_of(survey).questions}
    assert ids.isdisjoint({q.block_id for q in draft_of(copy).questions})
    assert publish_survey(copy, by=worker).number == 1


def test_whoever_copies_runs_the_copy_and_it_is_written_down(worker):
    survey = SurveyFactory()
    copy = copy_survey(
        survey, title="Copied", consultation=survey.consultation, by=worker
    )
    assert [member.user for member in copy.members.all()] == [worker]
    entry = Entry.objects.get(verb="surveys.copy_survey")
    assert (entry.object_id, entry.details) == (str(copy.pk), {"copied": survey.pk})


def test_only_a_worker_copies():
    survey, board = SurveyFactory(), UserFactory(board=True)
    with pytest.raises(NotAWorker):
        copy_survey(survey, title="C", consultation=survey.consultation, by=board)
    assert Survey.objects.count() == 1


def test_every_field_is_copied_or_its_own():
    names = {field.name for field in Survey._meta.concrete_fields}
    assert names == set(COPIED) | ITS_OWN
