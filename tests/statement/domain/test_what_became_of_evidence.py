import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    cited_quote,
    cited_theme,
)
from voice.audit.models import Entry
from voice.briefings.queries.heard import voices_of
from voice.statement.domain.actions import NoEvidenceFromChildren, update_action
from voice.statement.domain.challenges import NothingToAnswer, answer_challenge
from voice.statement.domain.evidence import choose_headline
from voice.statement.domain.placing import CannotCite
from voice.statement.domain.setting_aside import (
    CannotSetAside,
    set_evidence_aside,
    take_evidence_up_again,
)
from voice.statement.models import (
    ChallengeAnswer,
    Evidence,
    EvidenceSetAside,
    KeyTheme,
)
from voice.statement.queries import action_in_full, evidence_in_full

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WHY = "The group was asked twice."


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def test_what_is_set_aside_stays_and_says_why(worker):
    evidence = cited_theme(KeyThemeFactory())
    set_evidence_aside(evidence, reason=f" {WHY} ", by=worker)
    (found,) = evidence_in_full()
    assert (found.is_set_aside, found.stands) == (True, False)
    assert (found.set_aside.reason, found.set_aside.by) == (WHY, worker)
    entry = Entry.objects.get(verb="statement.set_evidence_aside")
    assert (entry.actor, WHY in str(entry.details)) == (worker, False)


def test_what_is_set_aside_counts_no_more_until_it_is_taken_up_again(worker):
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    assert action_in_full(action.pk).pieces == 1
    set_evidence_aside(evidence, reason=WHY, by=worker)
    assert action_in_full(action.pk).pieces == 0
    assert not Evidence.objects.standing().exists()
    said = {"status": "making_a_difference", "note": "", "by": worker}
    with pytest.raises(NoEvidenceFromChildren):
        update_action(action, **said)
    take_evidence_up_again(evidence, by=worker)
    assert list(Evidence.objects.standing()) == [evidence]
    update_action(action, **said)


def test_set_aside_quote_leaves_the_boards_page(worker):
    key_theme = KeyThemeFactory()
    quote = cited_quote(key_theme)
    choose_headline(key_theme, evidence=quote, by=worker)
    set_evidence_aside(quote, reason=WHY, by=worker)
    assert KeyTheme.objects.get(pk=key_theme.pk).headline is None
    voices = voices_of(evidence_in_full(), headline=quote.pk)
    assert (voices.headline, voices.quotes, voices.charts) == (None, [], [])
    assert voices.pieces == [quote]
    with pytest.raises(CannotCite, match="set aside"):
        choose_headline(key_theme, evidence=evidence_in_full().get(), by=worker)


def test_setting_aside_needs_a_reason_and_happens_once(worker):
    evidence = cited_theme(KeyThemeFactory())
    with pytest.raises(CannotSetAside, match="Say why"):
        set_evidence_aside(evidence, reason="  ", by=worker)
    with pytest.raises(CannotSetAside, match="not set aside"):
        take_evidence_up_again(evidence, by=worker)
    set_evidence_aside(evidence, reason=WHY, by=worker)
    with pytest.raises(CannotSetAside, match="already"):
        set_evidence_aside(evidence, reason="Again.", by=worker)


def test_challenge_is_answered_and_earlier_answers_stay(worker):
    evidence = cited_theme(KeyThemeFactory(), stance="challenges")
    answer_challenge(evidence, text="We look into it. ", by=worker)
    answer_challenge(evidence, text="Two teams changed how they visit.", by=worker)
    assert [one.text for one in evidence.answers.all()] == [
        "We look into it.",
        "Two teams changed how they visit.",
    ]
    details = Entry.objects.filter(verb="statement.answer_challenge").values_list(
        "details", flat=True
    )
    assert "look into" not in str(list(details))


def test_only_a_challenge_is_answered_and_with_words(worker):
    with pytest.raises(NothingToAnswer, match="does not challenge"):
        answer_challenge(cited_theme(KeyThemeFactory()), text="Yes.", by=worker)
    with pytest.raises(NothingToAnswer, match="Say what"):
        answer_challenge(
            cited_theme(KeyThemeFactory(), stance="challenges"), text=" ", by=worker
        )


@pytest.mark.parametrize(
    ("model", "empty"), [(EvidenceSetAside, "reason"), (ChallengeAnswer, "text")]
)
def test_database_refuses_no_words(worker, model, empty):
    given = {"evidence": cited_theme(KeyThemeFactory()), "by": worker, empty: ""}
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**given)


def test_database_refuses_setting_aside_twice(worker):
    given = {"evidence": cited_theme(KeyThemeFactory()), "by": worker, "reason": WHY}
    EvidenceSetAside.objects.create(**given)
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceSetAside.objects.create(**given)
