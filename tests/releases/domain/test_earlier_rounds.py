from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    EarlierRoundFactory,
    ReleaseFactory,
    round_draft,
)
from voice.audit.models import Entry
from voice.releases.domain.earlier_rounds import (
    RoundGivesAway,
    RoundIsCited,
    RoundNotEarlier,
    RoundStandsAlready,
    keep_round,
    take_round_out,
)
from voice.releases.domain.releases import drop_release
from voice.releases.models import EarlierRound
from voice.releases.models.earlier_round import RoundIsImmutable
from voice.releases.queries.earlier_rounds import RoundAltered, earlier_rounds

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


@pytest.fixture
def survey():
    """Return a survey that was answered and closed."""
    return AnsweredSurveyFactory()


def test_round_is_kept_with_its_source_its_day_and_who_brought_it_in(survey, worker):
    draft = round_draft(survey, title="Spring 2024", source="Viewpoint")
    kept = keep_round(survey, draft=draft, by=worker)
    found = EarlierRound.objects.get()
    assert found == kept
    assert (found.title, found.source, found.held_on, found.imported_by) == (
        "Spring 2024",
        "Viewpoint",
        draft.held_on,
        worker,
    )
    entry = Entry.objects.get(verb="releases.keep_round")
    assert (entry.actor_id, entry.details["survey"]) == (worker.pk, survey.pk)


def test_round_never_changes(survey):
    kept = EarlierRoundFactory(survey=survey)
    kept.title = "Another"
    with pytest.raises(RoundIsImmutable):
        kept.save()


def test_round_altered_from_outside_is_not_handed_out(survey):
    kept = EarlierRoundFactory(survey=survey)
    assert earlier_rounds(survey) == [kept]
    EarlierRound.objects.update(source="Nobody knows")
    with pytest.raises(RoundAltered):
        earlier_rounds(survey)


def test_round_of_a_day_on_which_the_survey_was_open_is_refused(survey, worker):
    opened = survey.consultation.opens_on
    with pytest.raises(RoundNotEarlier):
        keep_round(survey, draft=round_draft(survey, held_on=opened), by=worker)
    before = round_draft(survey, held_on=opened - timedelta(days=1))
    assert keep_round(survey, draft=before, by=worker).pk


@pytest.mark.parametrize(
    "same", [{"title": "Spring 2024"}, {"held_on": date(2024, 5, 31)}]
)
def test_round_of_the_same_name_or_day_is_refused(survey, worker, same):
    first = {"title": "Spring 2024", "held_on": date(2024, 5, 31)}
    keep_round(survey, draft=round_draft(survey, **first), by=worker)
    other = {"title": "Another", "held_on": date(2023, 5, 31)} | same
    with pytest.raises(RoundStandsAlready):
        keep_round(survey, draft=round_draft(survey, **other), by=worker)
    assert EarlierRound.objects.count() == 1


@pytest.mark.parametrize("field", ["title", "held_on"])
def test_database_holds_one_round_of_a_name_and_of_a_day(survey, field):
    kept = EarlierRoundFactory(survey=survey)
    row = {
        one.attname: getattr(kept, one.attname)
        for one in EarlierRound._meta.concrete_fields
        if not one.primary_key
    }
    other = {"title": "Another", "held_on": date(2020, 1, 1)}
    row |= {name: value for name, value in other.items() if name != field}
    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierRound.objects.create(**row)


def test_round_is_taken_out_and_the_audit_knows_it(survey, worker):
    kept = EarlierRoundFactory(survey=survey)
    take_round_out(kept, by=worker)
    assert not EarlierRound.objects.exists()
    assert Entry.objects.filter(verb="releases.take_round_out", actor=worker).exists()


def test_round_stays_once_a_release_was_made_with_it_beside(survey, worker):
    kept = EarlierRoundFactory(survey=survey)
    release = ReleaseFactory(survey=survey)
    with pytest.raises(RoundIsCited, match="first release"):
        take_round_out(kept, by=worker)
    assert EarlierRound.objects.exists()
    drop_release(release, by=worker)
    take_round_out(kept, by=worker)
    assert not EarlierRound.objects.exists()


def test_release_from_before_the_round_does_not_hold_it(survey, worker):
    ReleaseFactory(survey=survey, issued=True)
    kept = EarlierRoundFactory(survey=survey)
    take_round_out(kept, by=worker)
    assert not EarlierRound.objects.exists()


def test_round_from_which_a_small_number_could_be_worked_out_is_refused(survey, worker):
    draft = round_draft(survey)
    # 40 each of 150: at least 152 chose four answers, so the fifth was nobody's.
    table = draft.tables["questions"][0]
    four = [
        {"key": key, "text": key, "percent": None, "share": None, "count": told(40)}
        for key in "abcd"
    ]
    fewer = {"code": "fewer_than", "number": 10, "words": "fewer than 10"}
    table["options"] = [*four, four[0] | {"key": "e", "text": "e", "count": fewer}]
    table["answered"] = told(150)
    with pytest.raises(RoundGivesAway):
        keep_round(survey, draft=draft, by=worker)
    assert not EarlierRound.objects.exists()


def told(number):
    """Return a protected count."""
    return {"code": "count", "number": number, "words": str(number)}
