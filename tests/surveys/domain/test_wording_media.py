"""Wordings heard and seen: what is kept, what is refused, what is out of date."""

import pytest

from surveys.domain.media import keep_medium
from surveys.domain.wording_media import show_wording_with
from surveys.domain.wordings import CannotWord, Taken, take_wordings, write_wording
from surveys.models import Medium
from surveys.queries.wordings import every_version, wording_rows
from tests.factories.accounts import UserFactory
from tests.factories.media import ogg
from tests.factories.surveys import SurveyFactory, drawing
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

PROMPT = {"key": "know_worker", "part": "prompt"}


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    return SurveyFactory(languages=["en", "ur"], age_bands=["8-11", "11-17"])


@pytest.fixture
def sound(worker):
    return keep_medium(ogg(), media_type="audio/ogg", by=worker)


@pytest.fixture
def picture(worker):
    return keep_medium(drawing(), media_type="image/png", by=worker)


def show(survey, by, **changes):
    """Show the first question's Urdu wording with what is told."""
    usual = {"language": "ur", "sound": None, "picture": None, "picture_alt": ""}
    return show_wording_with(survey, by=by, **(PROMPT | usual | changes))


def row_of(survey, language="ur", age_band=""):
    rows = wording_rows(survey, language=language, age_band=age_band)
    return next(row for row in rows if row.name == tuple(PROMPT.values()))


def test_the_base_words_are_recorded_and_heard(survey, worker, sound):
    assert show(survey, worker, language="en", sound=sound)
    row = survey.wordings.get()
    assert (row.text, row.sound, row.said) == ("", sound, "Do you know your worker?")
    entry = Entry.objects.get(verb="surveys.show_wording_with")
    assert entry.details["part"] == "know_worker.prompt"
    assert entry.details["sound"] == sound.pk
    assert "Do you know" not in str(entry.details)


def test_a_recording_of_other_words_than_now_is_told(survey, worker, sound):
    write_wording(survey, language="ur", text="لفظ", by=worker, **PROMPT)
    show(survey, worker, sound=sound)
    assert not row_of(survey).is_sound_old
    write_wording(survey, language="ur", text="اور لفظ", by=worker, **PROMPT)
    assert row_of(survey).is_sound_old
    [version] = [
        v for v in every_version(survey) if (v.language, v.age_band) == ("ur", "")
    ]
    assert version.said_before == 1


def test_words_taken_away_leave_the_recording(survey, worker, sound):
    write_wording(survey, language="ur", text="لفظ", by=worker, **PROMPT)
    show(survey, worker, sound=sound)
    write_wording(survey, language="ur", text="", by=worker, **PROMPT)
    assert survey.wordings.get().text == ""
    show(survey, worker)
    assert not survey.wordings.exists()
    assert Medium.objects.filter(pk=sound.pk).exists()


def test_the_same_again_changes_and_records_nothing(survey, worker, sound):
    assert show(survey, worker, sound=sound)
    assert not show(survey, worker, sound=sound)
    assert Entry.objects.filter(verb="surveys.show_wording_with").count() == 1


def test_a_picture_of_its_own_says_what_it_shows(survey, worker, picture):
    with pytest.raises(CannotWord, match="Say what the picture shows"):
        show(survey, worker, picture=picture, picture_alt=" ")
    show(survey, worker, picture=picture, picture_alt="<b>گھر</b>")
    assert survey.wordings.get().picture_alt == "گھر"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"language": "en"}, "chosen in the survey itself"),
        ({"key": "safe_now", "part": "help"}, "has no part"),
        ({"key": "", "part": "title"}, "has no part"),
        ({"language": "pl"}, "not asked in “pl”"),
        ({"age_band": "4-7"}, "not asked of the age band"),
        ({"key": "nothing", "part": "prompt"}, "has no part"),
    ],
)
def test_a_picture_where_none_can_be_is_refused(survey, worker, picture, changes, says):
    with pytest.raises(CannotWord, match=says):
        show(survey, worker, picture=picture, picture_alt="A house", **changes)
    assert not survey.wordings.exists()


def test_what_the_file_says_is_taken_and_stays_stale_when_written_before(
    survey, worker
):
    name = tuple(PROMPT.values())
    take_wordings(
        survey,
        language="ur",
        age_band="",
        taken=[Taken(name, "", "لفظ", "Did you know your worker?")],
        by=worker,
    )
    row = row_of(survey)
    assert (row.text, row.was) == ("لفظ", "Did you know your worker?")
    assert [piece for piece in row.changes if piece.kind != "same"] == [
        ("gone", "Did"),
        ("new", "Do"),
    ]


def test_a_file_is_refused_when_somebody_wrote_meanwhile(survey, worker):
    write_wording(survey, language="ur", text="لفظ", by=worker, **PROMPT)
    taken = [Taken(tuple(PROMPT.values()), "", "other", "Do you know your worker?")]
    with pytest.raises(CannotWord, match="since you looked"):
        take_wordings(survey, language="ur", age_band="", taken=taken, by=worker)
    assert survey.wordings.get().text == "لفظ"


def test_pasted_words_are_kept_without_markup(survey, worker):
    text = "<p class=MsoNormal>One<o:p></o:p></p>\r\n<p>two</p>"
    write_wording(survey, language="ur", text=text, by=worker, **PROMPT)
    assert survey.wordings.get().text == "One\n\ntwo"


def test_versions_say_what_nobody_has_recorded(survey, worker, sound):
    heard = {(v.language, v.age_band): v.unheard for v in every_version(survey)}
    every = heard["en", ""]
    assert every > 10
    assert heard == {
        ("en", ""): every, ("en", "8-11"): 0, ("en", "11-17"): 0,
        ("ur", ""): every, ("ur", "8-11"): 0, ("ur", "11-17"): 0,
    }  # fmt: skip
    show(survey, worker, language="en", sound=sound)
    write_wording(survey, language="ur", text="x", age_band="8-11", by=worker, **PROMPT)
    heard = {(v.language, v.age_band): v.unheard for v in every_version(survey)}
    assert heard["en", ""] == every - 1
    assert heard["ur", "8-11"] == 1


def test_versions_take_few_queries(survey, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        every_version(survey)
