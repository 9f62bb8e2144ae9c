"""Whatever is done in whatever order, no words travel that no person kept (R31)."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.after_save import comment_saved
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory, translate
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import ThemeFactory
from voice.moderation.domain.concerns import decide_concern, see_concern
from voice.moderation.domain.errors import CannotDecide
from voice.moderation.domain.giving_back import give_back_comment
from voice.moderation.domain.reading import (
    approve_comment,
    open_comment,
    pass_on_comment,
    redact_comment,
    undo_decision,
    withhold_comment,
)
from voice.moderation.domain.screening import screen_reading
from voice.moderation.domain.translating import approve_translation
from voice.moderation.enums import ReadingState
from voice.moderation.models import Concern, Decision, Reading, Translation
from voice.moderation.queries.kept import kept_readings, kept_translations
from voice.releases.queries.quotable import quotable_readings
from voice.themes.domain.tags import CannotTag, tag_comment
from voice.themes.queries import comments_of_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground():
    """Return a finished comment, a reader, a lead and a theme."""
    worker, lead = UserFactory(worker=True), UserFactory(lead=True)
    edition = ReadingFactory().comment.response.edition
    response = ResponseFactory(edition=edition, finished=True)
    comment = CommentFactory(response=response, words="the words at first")
    theme = ThemeFactory(
        codebook__consultations=[comment.survey.consultation], by=worker
    )
    return comment, worker, lead, theme


def write_anew(reading, worker, lead, theme):
    comment = reading.comment
    comment.write(f"{comment.read()} more")
    comment.taken_back = False
    comment.save()
    comment_saved(comment)


def take_back(reading, worker, lead, theme):
    reading.comment.taken_back = True
    reading.comment.save()
    comment_saved(reading.comment)


def keep(verb, **said):
    """Return a step that keeps words with both yeses."""
    return lambda reading, worker, lead, theme: verb(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=True,
        by=worker,
        **said,
    )


def settle(verb, **said):
    """Return a step of a reader that keeps nothing."""
    return lambda reading, worker, lead, theme: verb(
        reading, version=reading.version, by=worker, **said
    )


def safeguard(verb, **said):
    """Return a step of a lead about the newest concern; none where there is none."""

    def step(reading, worker, lead, theme):
        concern = reading.comment.concerns.order_by("-raised_at").first()
        if concern is not None:
            verb(concern, by=lead, **said)

    return step


def show_translation(reading, worker, lead, theme):
    written = Translation.objects.filter(reading=reading).first()
    if written is not None:
        approve_translation(
            reading,
            version=reading.version,
            translation_version=written.version,
            by=worker,
        )


STEPS = {
    "open": lambda reading, worker, lead, theme: open_comment(reading, by=worker),
    "approve": keep(approve_comment),
    "redact": keep(redact_comment, passages=[(0, 3, "[name]")]),
    "withhold": settle(withhold_comment, reason="unkind"),
    "pass on": settle(pass_on_comment),
    "undo": settle(undo_decision),
    "write anew": write_anew,
    "take back": take_back,
    "screen": lambda reading, worker, lead, theme: screen_reading(reading),
    "see": safeguard(see_concern),
    "decide": safeguard(
        decide_concern, outcome="no_further_action", note="", reference=""
    ),
    "give back": safeguard(give_back_comment),
    "translate": lambda reading, worker, lead, theme: translate(
        reading, f"in English {reading.version}", by=worker, show=False
    ),
    "show the translation": show_translation,
    "tag": lambda reading, worker, lead, theme: tag_comment(
        reading.comment, theme=theme, by=worker
    ),
}


def do(step, comment, worker, lead, theme):
    """Do one step as the people of the house would; a refusal is no step."""
    reading = Reading.objects.select_related("comment").get(comment=comment)
    try:
        with transaction.atomic():
            STEPS[step](reading, worker, lead, theme)
    except (CannotDecide, CannotTag):
        pass
    except Exception as refused:
        # Every refusal of the house has a sentence for people; anything else is a fault.
        if not hasattr(refused, "sentence"):
            raise


def check(comment, theme, worker):
    """Hold what must hold after every step."""
    reading = Reading.objects.get(comment=comment)
    travels = kept_readings().filter(comment=comment).exists()
    quotable = comment.pk in {
        one.comment_id for one in quotable_readings(comment.survey)
    }
    on_theme = comment.pk in {
        one.comment_id for one in comments_of_theme(theme, by=worker)
    }
    last = Decision.objects.filter(reading=reading).order_by("-version").first()
    kept_by_a_person = (
        last is not None
        and last.version == reading.version
        and last.state in ReadingState.kept()
        and last.by_id is not None
    )
    if travels or quotable or on_theme:
        assert kept_by_a_person
    check_translation(reading, kept_by_a_person, last)
    open_concern = Concern.objects.filter(comment=comment).exclude(state="decided")
    if open_concern.exists() or reading.state == ReadingState.PASSED_ON:
        assert (travels, quotable, on_theme) == (False, False, False)
    if comment.taken_back:
        assert (travels, quotable, on_theme) == (False, False, False)


def check_translation(reading, kept_by_a_person, last):
    """Hold that a translation travels only beside kept words, approved after them."""
    if reading.pk in kept_translations([reading]):
        translation = Translation.objects.get(reading=reading)
        assert kept_by_a_person
        assert translation.approved_by_id is not None
        assert translation.approved_at >= last.at
        assert kept_translations([reading])[reading.pk].words == translation.read()


@given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_order_of_steps_lets_unread_or_passed_on_words_travel(ground, steps):
    comment, worker, lead, theme = ground
    with transaction.atomic():
        for step in steps:
            do(step, comment, worker, lead, theme)
            check(comment, theme, worker)
        transaction.set_rollback(True)
    comment.refresh_from_db()


def test_a_kept_comment_does_travel(ground):
    comment, worker, lead, theme = ground
    for step in ("approve", "tag"):
        do(step, comment, worker, lead, theme)
    assert kept_readings().filter(comment=comment).exists()
    assert comment.pk in {one.comment_id for one in comments_of_theme(theme, by=worker)}


def test_an_approved_translation_travels_with_its_comment_and_goes_with_it(ground):
    comment, worker, lead, theme = ground
    reading = Reading.objects.get(comment=comment)
    for step in ("approve", "translate"):
        do(step, comment, worker, lead, theme)
    reading.refresh_from_db()
    assert kept_translations([reading]) == {}
    do("show the translation", comment, worker, lead, theme)
    assert kept_translations([reading]) == {reading.pk: ("in English 2", "pl")}
    do("undo", comment, worker, lead, theme)
    do("approve", comment, worker, lead, theme)
    reading.refresh_from_db()
    assert kept_translations([reading]) == {}
