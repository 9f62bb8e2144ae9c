"""Words for another language or band: what is written, what is refused."""

import pytest
from django.db import IntegrityError, transaction

from surveys.domain.approvals import CannotApprove, approve_language
from surveys.domain.wordings import CannotWord, follow_keys, write_wording
from surveys.models import LanguageApproval, Wording
from surveys.queries.wordings import versions_of, wording_rows
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return SurveyFactory(languages=["en", "ur"])


def word(survey, by, **changes):
    """Word the survey's title in Urdu, unless said otherwise."""
    wording = {"key": "", "part": "title", "language": "ur", "text": "عنوان"}
    write_wording(survey, by=by, **(wording | changes))


def test_wording_remembers_the_base_it_was_written_from(survey, worker):
    word(survey, worker)
    row = survey.wordings.get()
    assert (row.text, row.base) == ("عنوان", "My social worker and me")


def test_wording_is_recorded_without_its_words(survey, worker):
    word(survey, worker, text="planted")
    entry = Entry.objects.get(verb="surveys.write_wordings")
    assert entry.details == {"language": "ur", "age_band": "", "changed": 1}


def test_empty_wording_is_taken_away(survey, worker):
    word(survey, worker)
    word(survey, worker, text="  ")
    assert not survey.wordings.exists()


def test_same_words_again_change_and_record_nothing(survey, worker):
    word(survey, worker)
    word(survey, worker)
    assert Entry.objects.filter(verb="surveys.write_wordings").count() == 1


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"key": "nothing", "part": "prompt"}, "no part “nothing.prompt”"),
        ({"part": "option.yes"}, "no part"),
        ({"key": "safe", "part": "help"}, "no part “safe.help”"),
        ({"language": "pl"}, "not asked in “pl”"),
        ({"age_band": "4-7"}, "not asked of the age band “4-7”"),
        ({"language": "en"}, "in the survey itself"),
    ],
)
def test_wording_of_what_is_not_asked_is_refused(survey, worker, changes, says):
    with pytest.raises(CannotWord, match=says):
        word(survey, worker, **changes)
    assert not Wording.objects.exists()


def test_base_language_may_be_worded_for_one_band(survey, worker):
    word(survey, worker, language="en", age_band="11-17", text="You and your worker")
    assert survey.wordings.get().age_band == "11-17"


def test_one_wording_a_part_band_and_language(survey, worker):
    word(survey, worker)
    row = survey.wordings.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_wording_is_stale_once_its_base_has_changed(survey, worker):
    word(survey, worker)
    survey.title = "You and your social worker"
    survey.save_revision()
    [row] = [
        row for row in wording_rows(survey, language="ur", age_band="") if row.is_stale
    ]
    assert (row.part, row.text) == ("title", "عنوان")
    [every, _band] = [v for v in versions_of(survey) if v.language == "ur"]
    assert (every.stale, every.missing) == (1, 18)


def test_wordings_follow_a_renamed_question(survey, worker):
    word(survey, worker, key="safe", part="prompt", text="planted")
    word(survey, worker, key="happy", part="prompt", text="other")
    follow_keys(survey, renamed={"safe": "happy", "happy": "safe"}, by=worker)
    assert dict(survey.wordings.values_list("key", "text")) == {
        "happy": "planted",
        "safe": "other",
    }


def test_language_cannot_be_approved_without_a_name(survey, worker):
    with pytest.raises(CannotApprove, match="name of the fluent reader"):
        approve_language(survey, language="ur", reader_name=" ", by=worker)


def test_language_cannot_be_approved_before_everything_is_worded(survey, worker):
    word(survey, worker)
    with pytest.raises(CannotApprove, match="Word everything first"):
        approve_language(survey, language="ur", reader_name="Amina", by=worker)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_language_that_is_not_translated_cannot_be_approved(survey, worker, language):
    with pytest.raises(CannotApprove, match="not translated"):
        approve_language(survey, language=language, reader_name="Amina", by=worker)
    assert not LanguageApproval.objects.exists()


def test_versions_cost_few_queries(survey, worker, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        versions_of(survey)
