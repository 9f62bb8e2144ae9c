from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain import setting_aside
from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.setting_aside import (
    RuleChanged,
    RuleTakenBack,
    apply_rules,
    declare_rule,
    take_rule_back,
)
from surveys.enums import ResponseState, SetAsideKind
from surveys.models import Response, SetAside, SetAsideRule, SetAsideRun
from surveys.queries.counted import counted_responses
from surveys.queries.setting_aside import how_many_set_aside, meant_by
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    CommentFactory,
    EditionFactory,
    InvitationFactory,
    ResponseFactory,
)
from voice.audit.models import Entry
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_readings

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
PASTED = "this survey is rubbish and so are you"


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def link():
    edition = EditionFactory()
    return InvitationFactory(survey=edition.survey)


def answered(link, words):
    response = ResponseFactory(
        edition=link.survey.editions.get(), invitation=link, finished=True
    )
    return CommentFactory(response=response, words=words)


@pytest.fixture
def hoax(link):
    """Return a survey with three pasted responses and one that is meant."""
    pasted = [answered(link, PASTED) for _ in range(3)]
    return link.survey, pasted, answered(link, "come when you say you will")


def rule(survey, **said):
    return SetAsideRule(
        survey=survey,
        reason="Pasted during one lunch break.",
        **({"kind": SetAsideKind.SAME_WORDS, "least": 3} | said),
    )


def counted(survey):
    return {one.id for one in counted_responses(survey)}


def test_a_preview_changes_nothing(hoax):
    survey, pasted, _ = hoax
    assert meant_by(rule(survey)) == {comment.response_id for comment in pasted}
    assert Response.objects.filter(state=ResponseState.SET_ASIDE).count() == 0


def test_a_rule_sets_aside_all_it_means_and_what_is_kept_of_them(hoax, worker):
    survey, pasted, real = hoax
    for comment in (*pasted, real):
        ReadingFactory(comment=comment, approved=True)
    declare_rule(rule(survey), previewed=3, by=worker)
    assert counted(survey) == {real.response_id}
    assert [reading.comment for reading in kept_readings(survey)] == [real]
    assert how_many_set_aside(survey) == 3


def test_their_comments_still_wait_to_be_read(hoax, worker):
    survey, pasted, _ = hoax
    declare_rule(rule(survey), previewed=3, by=worker)
    waiting = Reading.objects.filter(comment__in=pasted, state="waiting")
    assert waiting.count() == 3


def test_the_rule_its_version_who_when_and_how_many_are_recorded(hoax, worker):
    survey, _, _ = hoax
    declared = declare_rule(rule(survey), previewed=3, by=worker)
    run = SetAsideRun.objects.get()
    assert (declared.version, declared.declared_by) == (1, worker)
    assert (run.rule, run.by, run.responses) == (declared, worker, 3)
    verbs = Entry.objects.values_list("verb", flat=True)
    assert {"surveys.declare_set_aside_rule", "surveys.apply_set_aside_rule"} <= set(
        verbs
    )
    assert not Entry.objects.filter(details__icontains="rubbish").exists()


def test_a_rule_that_means_others_than_previewed_is_refused(hoax, worker, link):
    survey, _, _ = hoax
    answered(link, PASTED)
    with pytest.raises(RuleChanged) as refusal:
        declare_rule(rule(survey), previewed=3, by=worker)
    assert refusal.value.count == 4
    assert SetAsideRule.objects.count() == 0


def test_taking_a_rule_back_counts_all_of_it_again(hoax, worker):
    survey, pasted, real = hoax
    declared = declare_rule(rule(survey), previewed=3, by=worker)
    assert take_rule_back(declared, why="It was a class poem.", by=worker) == 3
    assert counted(survey) == {c.response_id for c in (*pasted, real)}
    assert apply_rules(timezone.now()) == []
    with pytest.raises(RuleTakenBack):
        take_rule_back(declared, why="again", by=worker)


def test_what_two_rules_mean_stays_aside_until_both_are_taken_back(hoax, worker):
    survey, _, real = hoax
    one = declare_rule(rule(survey), previewed=3, by=worker)
    two = declare_rule(rule(survey, least=2), previewed=3, by=worker)
    assert take_rule_back(one, why="x", by=worker) == 0
    assert counted(survey) == {real.response_id}
    assert take_rule_back(two, why="x", by=worker) == 3


def test_a_rule_takes_what_comes_later_too(hoax, worker, link):
    survey, _, real = hoax
    declared = declare_rule(rule(survey), previewed=3, by=worker)
    answered(link, PASTED)
    assert apply_rules(timezone.now()) == [f"Set aside: 1 by rule {declared.pk}."]
    assert apply_rules(timezone.now()) == []
    assert counted(survey) == {real.response_id}
    assert SetAsideRun.objects.filter(by=None).get().responses == 1


def test_a_response_finished_in_seconds_keeps_how_long_it_took_and_others_do_not(link):
    began = timezone.now()
    took = {}
    for seconds in (5, 500):
        started = start_response(link, language="en", age_band="11-17", at=began)
        save_answer(started.response, key="know_worker", value="yes", at=began)
        finish_response(started.response, at=began + timedelta(seconds=seconds))
        row = Response.objects.get(pk=started.response.pk)
        took[seconds] = (row.quick_seconds, row.started_at)
    assert took == {5: (5, None), 500: (None, None)}


def test_quick_ones_with_one_answer_all_through_are_set_aside(link, worker):
    for seconds, faces in ((5, "1"), (5, "3"), (60, "1")):
        ResponseFactory(
            edition=link.survey.editions.get(),
            invitation=link,
            finished=True,
            quick_seconds=seconds,
            answers={
                "know_worker": {"state": "answered", "value": "yes"},
                "happy": {"state": "answered", "value": faces},
                "safe": {"state": "answered", "value": 0},
            },
        )
    quick = rule(link.survey, kind=SetAsideKind.TOO_QUICK, least=None, seconds=20)
    assert len(meant_by(quick)) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"least": None},
        {"least": 1},
        {"seconds": 5},
        {"kind": SetAsideKind.TOO_QUICK},
        {"kind": SetAsideKind.TOO_QUICK, "least": None, "seconds": 0},
        {"taken_back_why": "why"},
    ],
)
def test_a_rule_without_its_number_or_half_taken_back_cannot_be_kept(
    link, worker, broken
):
    wrong = rule(link.survey, declared_by=worker, version=1, **broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


def test_a_rule_sets_a_response_aside_once(hoax, worker):
    survey, pasted, _ = hoax
    declared = declare_rule(rule(survey), previewed=3, by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetAside.objects.create(rule=declared, response=pasted[0].response)


def test_words_are_opened_again_only_when_something_was_finished_since(
    hoax, worker, link, monkeypatch
):
    survey, _, _ = hoax
    declare_rule(rule(survey), previewed=3, by=worker)
    opened = []
    look = setting_aside.meant_by
    monkeypatch.setattr(
        setting_aside, "meant_by", lambda rule: opened.append(rule) or look(rule)
    )
    apply_rules(timezone.now())
    assert len(opened) == 0
    started = start_response(link, language="en", age_band="11-17")
    save_answer(started.response, key="do_more", value=PASTED)
    assert apply_rules(timezone.now()) == []
    assert len(opened) == 0
    finish_response(started.response)
    assert len(apply_rules(timezone.now())) == 1
    assert apply_rules(timezone.now()) == []
    assert len(opened) == 1


def test_a_copy_is_known_beside_what_came_before_the_last_look(hoax, worker, link):
    survey, _, real = hoax
    declare_rule(rule(survey, least=2), previewed=3, by=worker)
    copy = answered(link, "Come when you say you will!")
    apply_rules(timezone.now())
    assert {real.response_id, copy.response_id} & counted(survey) == set()
