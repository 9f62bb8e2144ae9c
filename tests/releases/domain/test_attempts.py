import pytest

from surveys.enums import ResponseState
from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from voice.audit.models import Entry
from voice.releases.domain import attempts
from voice.releases.domain.attempts import CouldBeWorkedOut
from voice.releases.domain.releases import (
    drop_release,
    propose_release,
    sign_release,
)
from voice.releases.logic import cells, making, protected
from voice.releases.logic.intruder.solving import RanOut
from voice.releases.models import Attempt, Release
from voice.releases.models.release import ReleaseIsImmutable

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


def one_writer(*, few=True):
    """Return a closed survey of nine, one of whom wrote about something rare."""
    survey = AnsweredSurveyFactory(yes=6, no=3)
    response = survey.editions.first().responses.first()
    reading = comment_on(response, "They open my letters.")
    tagged(survey, "Letters are opened", [reading], heard_from_few=few)
    return survey


def refused(survey, by, **kwargs):
    """Return why a release is refused."""
    with pytest.raises(CouldBeWorkedOut) as found:
        propose_release(survey, by=by, **kwargs)
    return found.value


def test_a_release_is_attacked_when_it_is_proposed_and_when_it_is_signed(worker):
    release = ReleaseFactory(by=worker)
    attempt = release.attempts.get()
    assert attempt.figures > 4
    assert attempt.releases == 1
    sign_release(release, by=UserFactory(worker=True))
    assert release.attempts.count() == 2


def test_a_theme_told_of_the_only_writer_is_refused(worker):
    survey = one_writer()
    theme = survey.consultation.codebooks.get().themes.get(name="Letters are opened")
    found = refused(survey, worker)
    assert found.leave_out == [f"theme/{theme.pk}/"]
    assert "“Letters are opened”" in found.reasons[0]
    assert not Release.objects.exists()
    assert not Attempt.objects.exists()


def test_a_refusal_is_written_down_without_what_was_found(worker):
    survey = one_writer()
    theme = survey.consultation.codebooks.get().themes.get(name="Letters are opened")
    refused(survey, worker)
    entry = Entry.objects.get(verb="releases.refuse_attackable")
    assert entry.details == {"leave_out": [f"theme/{theme.pk}/"]}


def test_without_what_gives_it_away_it_can_be_released(worker):
    survey = one_writer()
    left = refused(survey, worker).leave_out
    release = propose_release(survey, by=worker, leave_out=left)
    assert release.tables["themes"] == []
    assert release.tables["themes_not_named"] is True


def exactly(count, rule):
    """Return a count as it is: what protection must never do."""
    return protected._protected(protected.Code.COUNT, count)


def unprotected(monkeypatch):
    """Tell every count as it is, and each group's too."""
    for module in (cells, making, protected):
        monkeypatch.setattr(module, "protect_count", exactly)
    monkeypatch.setattr(
        cells,
        "told_cell",
        lambda count, *_args, **_kwargs: cells.Told(exactly(count, None)),
    )
    monkeypatch.setattr(cells, "hides_well", lambda *args: True)


def test_with_protection_taken_away_the_attack_refuses(worker, monkeypatch):
    survey = AnsweredSurveyFactory(yes=43, no=0)
    answer(survey, yes=0, no=0)
    unprotected(monkeypatch)
    found = refused(survey, worker)
    assert found.leave_out == ["question/know_worker/"]


def test_one_child_more_than_the_last_release_is_refused(worker, monkeypatch):
    survey = AnsweredSurveyFactory(yes=43, no=40)
    monkeypatch.setattr("voice.releases.domain.releases.shut_gates", lambda _: [])
    unprotected(monkeypatch)
    ReleaseFactory(survey=survey, issued=True)
    answer(survey, yes=1)
    assert refused(survey, worker).leave_out == ["question/know_worker/"]


def test_twenty_more_under_the_rules_are_told(worker, monkeypatch):
    survey = AnsweredSurveyFactory(yes=43, no=40)
    monkeypatch.setattr("voice.releases.domain.releases.shut_gates", lambda _: [])
    ReleaseFactory(survey=survey, issued=True)
    answer(survey, yes=11, no=9)
    release = propose_release(survey, by=worker)
    assert release.attempts.get().releases == 2


def test_who_withdrew_since_is_reckoned_with(worker, monkeypatch):
    survey = AnsweredSurveyFactory(yes=43, no=40)
    monkeypatch.setattr("voice.releases.domain.releases.shut_gates", lambda _: [])
    ReleaseFactory(survey=survey, issued=True)
    leaver = survey.editions.first().responses.first()
    leaver.state = ResponseState.WITHDRAWN
    leaver.packed = None
    leaver.save()
    answer(survey, yes=11, no=9)
    attempt = propose_release(survey, by=worker).attempts.get()
    assert (attempt.releases, attempt.changed) == (2, [])


def test_an_attack_that_does_not_end_refuses(worker, settings):
    settings.DISCLOSURE_ATTACK_SECONDS = -1
    found = refused(AnsweredSurveyFactory(), worker)
    assert "could not be settled in time" in found.reasons[0]
    assert not Release.objects.exists()


def test_a_release_that_holds_no_more_is_not_signed(worker, monkeypatch):
    release = ReleaseFactory(by=worker)

    def nothing_ends(*args, **kwargs):
        raise RanOut

    monkeypatch.setattr(
        "voice.releases.logic.intruder.attacking.all_certain", nothing_ends
    )
    with pytest.raises(CouldBeWorkedOut):
        sign_release(release, by=UserFactory(worker=True))
    release.refresh_from_db()
    assert release.is_waiting
    assert release.signatures.count() == 1


def test_an_attempt_never_changes_and_goes_with_a_dropped_release(worker):
    release = ReleaseFactory(by=worker)
    with pytest.raises(ReleaseIsImmutable):
        release.attempts.get().save()
    drop_release(release, by=worker)
    assert not Attempt.objects.exists()


def test_an_earlier_round_that_gives_a_number_away_is_named(worker, monkeypatch):
    release = ReleaseFactory(by=worker)
    tables = release.tables | {
        "withheld": [
            {"reason": "unkind", "count": {"code": "count", "number": 3, "words": "3"}}
        ]
    }
    sight = attempts.sight_of(release)
    sight.rounds["Spring 2023"] = attempts_seen(tables)
    monkeypatch.setattr(attempts, "sight_of", lambda *args: sight)
    with pytest.raises(CouldBeWorkedOut, match="Spring 2023"):
        attempts.withstand(release)


def attempts_seen(tables):
    """Return an earlier round as an intruder sees it."""
    from voice.releases.logic.intruder.knowing import Seen

    return Seen(0, tables, known=False)
