"""No way through the states lets words travel while a concern about them is open."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from surveys.after_save import comment_saved
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory
from tests.factories.themes import ThemeFactory
from voice.moderation.domain import reading as verbs
from voice.moderation.domain.concern_record import reopen_concern
from voice.moderation.domain.concerns import (
    act_on_concern,
    decide_concern,
    raise_concern,
    see_concern,
)
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.giving_back import give_back_comment
from voice.moderation.domain.walls import put_up_wall
from voice.moderation.enums import Outcome
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.kept import kept_readings
from voice.releases.queries.quotable import quotable_readings
from voice.themes.domain.tags import CannotTag, tag_comment
from voice.themes.queries import themes_by_response
from voice.themes.queries.arranging import Arrangement, arranged, readings_at

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


class Words(RuleBasedStateMachine):
    """One comment, and everybody who may do something with it, in any order."""

    @initialize()
    def a_child_writes(self):
        self.comment = CommentFactory()
        self.survey = self.comment.survey
        self.worker = UserFactory(worker=True)
        consultations = [self.survey.consultation]
        self.theme = ThemeFactory(codebook__consultations=consultations)
        self.leads = [UserFactory(lead=True) for _ in range(2)]

    @property
    def reading(self):
        return Reading.objects.select_related("comment").get(comment=self.comment)

    def decide(self, verb, **said):
        reading = self.reading
        with suppress(CannotDecide):
            verb(reading, version=reading.version, by=self.worker, **said)

    def with_concern(self, verb, **said):
        for concern in Concern.objects.filter(comment=self.comment)[:1]:
            with suppress(CannotDecide):
                verb(concern, by=self.leads[0], **said)

    @rule(may_quote=st.booleans())
    def approve(self, may_quote):
        self.decide(verbs.approve_comment, may_count=True, may_quote=may_quote)

    @rule()
    def redact(self):
        self.decide(
            verbs.redact_comment,
            passages=[(0, 4, "[name]")],
            may_count=True,
            may_quote=True,
        )

    @rule()
    def withhold(self):
        self.decide(verbs.withhold_comment, reason="unkind")

    @rule()
    def pass_on(self):
        self.decide(verbs.pass_on_comment)

    @rule()
    def undo(self):
        self.decide(verbs.undo_decision)

    @rule(words=st.sampled_from(["come wen u say", "he got my arm"]))
    def the_child_changes_the_words(self, words):
        self.comment.refresh_from_db()
        if self.comment.rewrite(words):
            self.comment.save()
            comment_saved(self.comment)

    @rule()
    def tag(self):
        with suppress(CannotTag):
            tag_comment(self.comment, theme=self.theme, by=self.worker)

    @rule()
    def see(self):
        self.with_concern(see_concern)

    @rule()
    def act(self):
        self.with_concern(act_on_concern)

    @rule(outcome=st.sampled_from(Outcome))
    def settle(self, outcome):
        self.with_concern(decide_concern, outcome=outcome, note="w", reference="")

    @rule()
    def reopen(self):
        self.with_concern(reopen_concern, reason="w")

    @rule()
    def give_back(self):
        self.with_concern(give_back_comment)

    @rule(which=st.integers(0, 1))
    def wall(self, which):
        self.with_concern(put_up_wall, around=self.leads[which], why="named")

    @invariant()
    def nothing_travels_while_a_concern_is_open(self):
        mine = {"comment": self.comment}
        travels = {
            "kept": kept_readings(self.survey).filter(**mine).exists(),
            "quoted": quotable_readings(self.survey).filter(**mine).exists(),
            "listed": bool(arranged(self.comment.question, Arrangement())),
            "shown": bool(readings_at([self.comment.reading.pk])),
            "themed": self.comment.response_id in themes_by_response(self.survey),
        }
        if Concern.objects.filter(**mine).exclude(state="decided").exists():
            assert set(travels.values()) == {False}, travels
        assert travels["kept"] or not any(travels.values()), travels


def test_no_order_of_steps_lets_words_travel_while_a_concern_is_open():
    run_state_machine_as_test(
        Words,
        settings=settings(
            max_examples=8,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_an_open_concern_alone_keeps_words_from_travelling():
    reading = ReadingFactory(approved=True, comment__may_quote=True)
    survey, worker = reading.comment.survey, UserFactory(worker=True)
    theme = ThemeFactory(codebook__consultations=[survey.consultation])
    assert list(quotable_readings(survey)) == [reading]
    concern = raise_concern(reading, by=worker)
    assert list(kept_readings(survey)) == []
    assert list(quotable_readings(survey)) == []
    with pytest.raises(CannotTag):
        tag_comment(reading.comment, theme=theme, by=worker)
    decide_concern(
        concern,
        outcome=Outcome.NO_FURTHER_ACTION,
        note="Known.",
        reference="",
        by=UserFactory(lead=True),
    )
    assert list(kept_readings(survey)) == [reading]
