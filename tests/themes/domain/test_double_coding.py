import pytest
from django.db import IntegrityError, transaction

from surveys.models import Question
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    CommentFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from tests.factories.themes import CodebookFactory, ThemeFactory, double_coded
from voice.audit.models import Entry
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain.basket import mark_quote
from voice.themes.domain.codebooks import retire_theme
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.domain.double_coding import (
    AlreadyUnderWay,
    CodingIsOver,
    NothingToCode,
    NotYours,
    SampleTooSmall,
    StillBlind,
    ThemeNotOffered,
    TooFewCoders,
    begin_double_coding,
    code_blind,
    end_double_coding,
    settle,
    settle_agreed,
)
from voice.themes.domain.tags import BeingCodedBlind, NotKept, tag_comment
from voice.themes.enums import Standing
from voice.themes.models import BlindCoding, DoubleCoding, SampledComment
from voice.themes.queries.agreement import (
    codings_of,
    hidden_while_coded_blind,
    standing_of,
    standings_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def commented(number, *, survey=None):
    """Return the readings of so many kept comments of one question."""
    survey = survey or SurveyFactory(live=True)
    edition = survey.editions.first() or EditionFactory(survey=survey)
    return [
        ReadingFactory(
            approved=True,
            comment=CommentFactory(
                response=ResponseFactory(edition=edition, finished=True)
            ),
        )
        for _ in range(number)
    ]


@pytest.fixture
def readings():
    return commented(4)


@pytest.fixture
def question(readings):
    return readings[0].comment.question


@pytest.fixture
def moves(question):
    codebook = CodebookFactory(consultations=[question.survey.consultation])
    return ThemeFactory(codebook=codebook, name="Moves")


@pytest.fixture
def family(moves):
    return ThemeFactory(codebook=moves.codebook, name="Family")


@pytest.fixture
def coders(question):
    return [UserFactory(worker=True, name=name) for name in ("Ama", "Ben")]


@pytest.fixture
def begun(question, coders, moves):
    return begin_double_coding(question, coders=coders, size=4, by=coders[0])


def heard_by(coder, begun, heard):
    """Let `coder` hear these themes in each comment of the sample, in its order."""
    for sampled, themes in zip(begun.sampled.all(), heard, strict=True):
        code_blind(sampled, themes=themes, by=coder)


def test_sample_is_drawn_without_repeats_from_kept_counted_comments_of_the_question(
    coders, moves, question
):
    more = commented(30, survey=question.survey)
    response = ResponseFactory(edition=more[0].comment.response.edition, finished=True)
    ReadingFactory(withheld=True, comment=CommentFactory(response=response))
    made = begin_double_coding(question, coders=coders, size=25, by=coders[0])
    drawn = list(made.sampled.values_list("comment", flat=True))
    kept = set(
        question.comments.filter(reading__state="approved").values_list("pk", flat=True)
    )
    assert len(set(drawn)) == len(drawn) == 25
    assert set(drawn) < kept
    assert list(made.sampled.values_list("place", flat=True)) == list(range(1, 26))


def test_two_samples_are_not_drawn_in_the_same_order(coders, moves, question):
    commented(30, survey=question.survey)
    orders = set()
    for _ in range(2):
        made = begin_double_coding(question, coders=coders, size=34, by=coders[0])
        orders.add(tuple(made.sampled.values_list("comment", flat=True)))
        end_double_coding(made, by=coders[0])
    assert len(orders) == 2


def test_it_takes_two_different_people_who_may_tag(question, moves, coders):
    stranger = UserFactory(worker=True, outsider=True)
    for wrong in ([], coders[:1], [coders[0], coders[0]], [*coders, stranger]):
        with pytest.raises(TooFewCoders):
            begin_double_coding(question, coders=wrong, size=4, by=coders[0])
    assert not DoubleCoding.objects.exists()


def test_a_sample_has_twenty_comments_or_all_there_are(question, coders, moves):
    commented(20, survey=question.survey)
    with pytest.raises(SampleTooSmall):
        begin_double_coding(question, coders=coders, size=19, by=coders[0])
    made = begin_double_coding(question, coders=coders, size=20, by=coders[0])
    assert made.sampled.count() == 20


def test_without_a_codebook_or_comments_there_is_nothing_to_code(question, coders):
    with pytest.raises(NothingToCode):
        begin_double_coding(question, coders=coders, size=50, by=coders[0])


def test_one_sample_a_question_at_a_time(begun, question, coders):
    with pytest.raises(AlreadyUnderWay):
        begin_double_coding(question, coders=coders, size=4, by=coders[1])
    with pytest.raises(IntegrityError), transaction.atomic():
        DoubleCoding.objects.create(question=question, made_by=coders[0])
    end_double_coding(begun, by=coders[0])
    begin_double_coding(question, coders=coders, size=4, by=coders[1])


def test_a_comment_is_sampled_once_and_coded_once_by_each(begun, coders):
    sampled = begun.sampled.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        SampledComment.objects.create(
            double_coding=begun, comment=sampled.comment, place=9
        )
    code_blind(sampled, themes=[], by=coders[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        BlindCoding.objects.create(sampled=sampled, coder=coders[0])


def test_only_its_coders_code_it_with_themes_in_use(begun, coders, moves):
    sampled = begun.sampled.first()
    with pytest.raises(NotYours):
        code_blind(sampled, themes=[moves], by=UserFactory(worker=True))
    with pytest.raises(ThemeNotOffered):
        code_blind(sampled, themes=[ThemeFactory()], by=coders[0])
    retire_theme(moves, by=coders[0])
    with pytest.raises(ThemeNotOffered):
        code_blind(sampled, themes=[moves], by=coders[0])


def test_codings_change_until_all_are_shown_and_never_after(begun, coders, moves):
    heard_by(coders[0], begun, [[moves]] * 4)
    code_blind(begun.sampled.first(), themes=[], by=coders[0])
    heard_by(coders[1], begun, [[moves]] * 4)
    found = codings_of(begun)
    assert found.is_complete
    assert [len(set(unit)) for unit in found.units] == [2, 1, 1, 1]
    with pytest.raises(CodingIsOver):
        code_blind(begun.sampled.first(), themes=[moves], by=coders[0])


def test_a_comment_kept_back_meanwhile_is_coded_by_nobody_and_awaited_from_nobody(
    begun, coders, moves
):
    gone = begun.sampled.first()
    reading = gone.comment.reading
    undo_decision(reading, version=reading.version, by=coders[0])
    with pytest.raises(NotKept):
        code_blind(gone, themes=[moves], by=coders[0])
    for coder in coders:
        for sampled in codings_of(begun).left_for(coder):
            code_blind(sampled, themes=[moves], by=coder)
    assert codings_of(begun).is_complete
    assert len(codings_of(begun).comments) == 3


def test_what_is_being_coded_blind_is_hidden_until_all_have_coded_all_of_it(
    begun, coders, moves
):
    *most, last = begun.sampled.all()
    for sampled in most:
        for coder in coders:
            code_blind(sampled, themes=[moves], by=coder)
    code_blind(last, themes=[moves], by=coders[0])
    assert hidden_while_coded_blind().count() == 4
    code_blind(last, themes=[moves], by=coders[1])
    assert not hidden_while_coded_blind().exists()


def test_a_comment_kept_back_meanwhile_keeps_no_other_hidden(begun, coders, moves):
    gone, *others = begun.sampled.all()
    reading = gone.comment.reading
    undo_decision(reading, version=reading.version, by=coders[0])
    for sampled in others:
        for coder in coders:
            code_blind(sampled, themes=[moves], by=coder)
    assert not hidden_while_coded_blind().exists()


def test_an_ended_sample_is_hidden_no_more(begun, coders):
    end_double_coding(begun, by=coders[0])
    assert not hidden_while_coded_blind().exists()


def test_what_is_being_coded_blind_is_not_tagged_marked_or_written_about(
    begun, coders, moves
):
    comment = begun.sampled.first().comment
    for verb in (
        lambda by: tag_comment(comment, theme=moves, by=by),
        lambda by: mark_quote(comment, by=by),
        lambda by: write_comment_memo(comment, words="About moves.", by=by),
    ):
        for person in (*coders, UserFactory(worker=True)):
            with pytest.raises(BeingCodedBlind):
                verb(person)
    for coder in coders:
        heard_by(coder, begun, [[moves]] * 4)
    assert tag_comment(comment, theme=moves, by=coders[0]).theme == moves


def test_nothing_is_settled_before_everybody_coded_everything(begun, coders, moves):
    heard_by(coders[0], begun, [[moves]] * 4)
    with pytest.raises(StillBlind):
        settle(begun.sampled.first(), themes=[moves], by=coders[0])
    with pytest.raises(StillBlind):
        settle_agreed(begun, by=coders[0])


def test_settling_tags_the_comment_with_what_was_settled_and_nothing_else(
    begun, coders, moves, family
):
    sampled = begun.sampled.first()
    heard_by(coders[0], begun, [[moves]] * 4)
    heard_by(coders[1], begun, [[family]] * 4)
    other = tag_comment(sampled.comment, theme=family, by=coders[0])
    passage = tag_comment(sampled.comment, theme=moves, by=coders[0], start=0, end=4)
    settle(sampled, themes=[moves], by=coders[1])
    assert list(sampled.comment.tags.all()) == [passage]
    sampled.refresh_from_db()
    assert sampled.settled_by == coders[1]
    assert Entry.objects.filter(verb="themes.remove_tag", object_id=other.pk).exists()
    settle(sampled, themes=[moves, family], by=coders[0])
    assert set(sampled.comment.tags.values_list("theme", flat=True)) == {
        moves.pk,
        family.pk,
    }


def test_what_all_heard_alike_is_settled_together(begun, coders, moves, family):
    heard_by(coders[0], begun, [[moves], [moves, family], [], [family]])
    heard_by(coders[1], begun, [[moves], [family, moves], [], [moves]])
    assert settle_agreed(begun, by=coders[0]) == 3
    said = [
        sorted(one.comment.tags.values_list("theme__name", flat=True))
        for one in begun.sampled.all()
    ]
    assert said == [["Moves"], ["Family", "Moves"], [], []]
    assert settle_agreed(begun, by=coders[0]) == 0


def test_an_ended_one_is_coded_settled_and_ended_no_more(begun, coders, moves):
    end_double_coding(begun, by=coders[0])
    sampled = begun.sampled.first()
    for verb in (
        lambda: code_blind(sampled, themes=[moves], by=coders[0]),
        lambda: settle(sampled, themes=[moves], by=coders[0]),
        lambda: settle_agreed(begun, by=coders[0]),
        lambda: end_double_coding(begun, by=coders[0]),
    ):
        with pytest.raises(CodingIsOver):
            verb()


def test_every_step_is_written_down_without_saying_what_anybody_heard(
    begun, coders, moves
):
    code_blind(begun.sampled.first(), themes=[moves], by=coders[0])
    end_double_coding(begun, by=coders[1])
    verbs = ("themes.begin_double_coding", "themes.code_blind")
    entries = Entry.objects.filter(verb__in=(*verbs, "themes.end_double_coding"))
    entries = entries.order_by("at")
    assert [(one.verb, one.actor_name) for one in entries] == [
        ("themes.begin_double_coding", "Ama"),
        ("themes.code_blind", "Ama"),
        ("themes.end_double_coding", "Ben"),
    ]
    assert entries[1].details == {"sampled": begun.sampled.first().pk}


def test_a_question_one_person_tagged_stands_on_one_coder(question, moves):
    assert standing_of(question) == Standing.ONE_CODER
    assert standings_of(question.survey) == {}


def test_two_who_hear_the_same_let_digits_travel(question, moves):
    double_coded(question)
    assert standing_of(question) == Standing.GOOD
    assert standings_of(question.survey) == {question.pk: Standing.GOOD}


def test_two_who_hear_different_things_let_no_count_travel(question, moves):
    double_coded(question, alike=False)
    assert standing_of(question) == Standing.TOO_LOW
    assert standings_of(question.survey) == {question.pk: Standing.TOO_LOW}


def test_a_sample_not_coded_whole_counts_for_nothing(begun, question, coders, moves):
    heard_by(coders[0], begun, [[moves], [], [moves], []])
    for sampled in list(begun.sampled.all())[:3]:
        code_blind(sampled, themes=[], by=coders[1])
    end_double_coding(begun, by=coders[0])
    assert standing_of(question) == Standing.ONE_CODER


def test_hearing_one_same_thing_everywhere_proves_nothing(
    begun, question, coders, moves
):
    for coder in coders:
        heard_by(coder, begun, [[moves]] * 4)
    assert standing_of(question) == Standing.ONE_CODER


def test_the_newest_whole_one_counts(question, moves, coders):
    end_double_coding(double_coded(question, alike=False), by=coders[0])
    end_double_coding(double_coded(question), by=coders[0])
    begin_double_coding(question, coders=coders, size=4, by=coders[0])
    assert standing_of(question) == Standing.GOOD


def test_settling_does_not_better_the_figure(question, moves):
    made = double_coded(question, alike=False)
    coder = made.coders.first()
    for sampled in made.sampled.all():
        settle(sampled, themes=[moves], by=coder)
    assert standing_of(question) == Standing.TOO_LOW


def test_a_retired_theme_is_heard_by_nobody(begun, question, coders, moves, family):
    heard_by(coders[0], begun, [[moves], [], [family], [family, moves]])
    heard_by(coders[1], begun, [[moves], [], [], [moves]])
    retire_theme(family, by=coders[0])
    assert all(one.is_agreed for one in codings_of(begun).comments)


def test_standings_of_a_survey_take_as_many_queries_for_many_as_for_one(
    question, moves, coders, django_assert_max_num_queries
):
    for _ in range(3):
        end_double_coding(double_coded(question), by=coders[0])
    with django_assert_max_num_queries(7):
        standings_of(question.survey)
    assert Question.objects.filter(double_codings__isnull=False).distinct().count() == 1
