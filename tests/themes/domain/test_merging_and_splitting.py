import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import TagFactory, ThemeFactory
from voice.audit.models import Entry
from voice.themes import key_themes, tags_changed
from voice.themes.domain.codebooks import (
    FallBackStays,
    ThemeExists,
    retire_theme,
    use_theme_again,
)
from voice.themes.domain.merging import CannotMerge, merge_themes
from voice.themes.domain.splitting import (
    CannotSplit,
    NothingToSplit,
    move_comments,
    split_theme,
)
from voice.themes.domain.tags import ThemeNotInUse, tag_comment
from voice.themes.key_themes import Linking
from voice.themes.models import (
    BlindCoding,
    DoubleCoding,
    SampledComment,
    Suggestion,
    Tag,
    Theme,
    Training,
)

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def both():
    """Return two themes of one codebook, and two kept comments of its consultation."""
    first = ReadingFactory(approved=True)
    survey = first.comment.survey
    one = ThemeFactory(codebook__consultations=[survey.consultation])
    two = ThemeFactory(codebook=one.codebook)
    response = ResponseFactory(edition=first.comment.response.edition, finished=True)
    second = ReadingFactory(approved=True, comment=CommentFactory(response=response))
    return one, two, first.comment, second.comment


def said(theme):
    return sorted(
        theme.tags.values_list("comment", "start", "end"), key=lambda row: str(row)
    )


def test_tags_follow_a_merged_theme_and_a_passage_says_it_once(both, worker):
    gone, stays, first, second = both
    doubled = tag_comment(first, theme=gone, by=worker)
    kept = tag_comment(first, theme=stays, by=UserFactory(worker=True))
    passage = tag_comment(first, theme=gone, by=worker, start=0, end=3)
    moved = tag_comment(second, theme=gone, by=worker)
    merge_themes(gone, into=stays, by=worker)
    assert (gone.state, gone.merged_into) == ("retired", stays)
    assert set(stays.tags.all()) == {kept, passage, moved}
    assert not gone.tags.exists()
    change = gone.changes.get(kind="merged")
    assert change.after == {
        "state": "retired",
        "merged_into": stays.pk,
        "moved": [passage.pk, moved.pk],
        "doubles": [doubled.pk],
    }
    assert change.before == {"state": "agreed", "merged_into": None}
    entry = Entry.objects.get(verb="themes.merge_themes")
    assert entry.details == {"into": stays.pk, "moved": 2, "doubles": 1}


def test_blind_codings_and_proposals_follow_too(both, worker):
    gone, stays, first, second = both
    asked = DoubleCoding.objects.create(question=first.question, made_by=worker)
    sampled = SampledComment.objects.create(double_coding=asked, comment=first, place=1)
    coding = BlindCoding.objects.create(sampled=sampled, coder=worker)
    coding.themes.add(gone)
    training = Training.objects.create(
        question=first.question, number=1, learned_from=1, uses_meaning=False
    )
    for comment in (first, second):
        Suggestion.objects.create(
            training=training,
            comment=comment,
            theme=gone,
            score=0.5,
            likeliness="maybe",
        )
    taken = Suggestion.objects.get(comment=first)
    taken.accepted_by, taken.accepted_at = worker, training.at
    taken.save()
    merge_themes(gone, into=stays, by=worker)
    assert list(coding.themes.all()) == [stays]
    assert list(Suggestion.objects.all()) == [taken]


def test_only_two_themes_in_use_of_one_codebook_become_one(both, worker):
    gone, stays, _first, _second = both
    retired = ThemeFactory(codebook=gone.codebook)
    retire_theme(retired, by=worker)
    for one, into in (
        (gone, gone),
        (gone, retired),
        (retired, stays),
        (gone, ThemeFactory()),
    ):
        with pytest.raises(CannotMerge):
            merge_themes(one, into=into, by=worker)
    fall_back = gone.codebook.themes.get(kind="something_else")
    with pytest.raises(FallBackStays):
        merge_themes(fall_back, into=stays, by=worker)
    merge_themes(gone, into=fall_back, by=worker)
    assert Theme.objects.get(pk=gone.pk).merged_into == fall_back


@pytest.mark.parametrize("where", ["alone", "a part", "a part of it", "fall-back"])
def test_parts_find_a_place_and_stay_one_level_down(both, worker, where):
    gone, stays, _first, _second = both
    above = ThemeFactory(codebook=gone.codebook)
    part = ThemeFactory(codebook=gone.codebook, parent=gone)
    if where == "fall-back":
        stays = gone.codebook.themes.get(kind="something_else")
    stays.parent = {"a part": above, "a part of it": gone}.get(where)
    stays.save()
    merge_themes(gone, into=stays, by=worker)
    part.refresh_from_db()
    stays.refresh_from_db()
    expected = {"a part": above, "fall-back": None}.get(where, stays)
    assert part.parent == expected
    assert stays.parent == (above if where == "a part" else None)


def test_a_merged_theme_used_again_begins_without_tags(both, worker):
    gone, stays, first, _second = both
    tag = tag_comment(first, theme=gone, by=worker)
    merge_themes(gone, into=stays, by=worker)
    use_theme_again(gone, by=worker)
    gone.refresh_from_db()
    assert (gone.state, gone.merged_into) == ("agreed", None)
    assert list(stays.tags.all()) == [tag]


def test_the_database_holds_a_merged_theme_retired(both, worker):
    gone, stays, _first, _second = both
    with pytest.raises(IntegrityError), transaction.atomic():
        Theme.objects.filter(pk=gone.pk).update(merged_into=stays)


def test_a_theme_merged_since_it_was_looked_up_takes_no_tag(both, worker):
    gone, stays, first, _second = both
    looked_up = Theme.objects.get(pk=gone.pk)
    merge_themes(gone, into=stays, by=worker)
    with pytest.raises(ThemeNotInUse):
        tag_comment(first, theme=looked_up, by=worker)
    assert not Tag.objects.exists()


def test_the_chosen_comments_go_to_the_new_theme_and_the_others_stay(both, worker):
    theme, _two, first, second = both
    tag_comment(first, theme=theme, by=worker, start=0, end=3)
    goes = tag_comment(first, theme=theme, by=worker)
    stays = tag_comment(second, theme=theme, by=worker)
    made = split_theme(
        theme, name="Bags", sentence="Things go in bags.", comments=[first], by=worker
    )
    assert (made.codebook, made.colour, made.state) == (
        theme.codebook,
        theme.colour,
        "agreed",
    )
    assert list(theme.tags.all()) == [stays]
    assert made.tags.count() == 2
    assert goes.pk in theme.changes.get(kind="split").after["moved"]
    assert theme.changes.get(kind="split").after["to"] == made.pk


def test_comments_go_to_a_theme_that_is_there_and_say_it_once(both, worker):
    one, two, first, _second = both
    double = tag_comment(first, theme=one, by=worker)
    kept = tag_comment(first, theme=two, by=worker)
    move_comments(one, to=two, comments=[first], by=worker)
    assert list(Tag.objects.all()) == [kept]
    assert one.changes.get(kind="split").after == {
        "to": two.pk,
        "moved": [],
        "doubles": [double.pk],
    }


def test_a_split_that_moves_nothing_makes_no_theme(both, worker):
    theme, two, first, second = both
    tag_comment(first, theme=theme, by=worker)
    with pytest.raises(NothingToSplit):
        split_theme(theme, name="x", sentence="y", comments=[second], by=worker)
    with pytest.raises(ThemeExists):
        split_theme(theme, name=two.name, sentence="y", comments=[first], by=worker)
    for to in (theme, ThemeFactory()):
        with pytest.raises(CannotSplit):
            move_comments(theme, to=to, comments=[first], by=worker)
    retire_theme(two, by=worker)
    with pytest.raises(CannotSplit):
        move_comments(theme, to=two, comments=[first], by=worker)
    assert theme.codebook.themes.filter(kind="theme").count() == 2


def test_tags_of_others_surveys_follow_as_well(both, worker):
    gone, stays, _first, _second = both
    elsewhere = TagFactory()
    gone.codebook.consultations.add(elsewhere.comment.survey.consultation)
    tag = tag_comment(elsewhere.comment, theme=gone, by=worker)
    merge_themes(gone, into=stays, by=worker)
    assert list(stays.tags.all()) == [tag]


def test_those_who_learn_from_tags_are_told(both, worker, monkeypatch):
    gone, stays, first, _second = both
    tag_comment(first, theme=gone, by=worker)
    told = []
    monkeypatch.setattr(tags_changed, "_registered", {"test": told.append})
    move_comments(gone, to=stays, comments=[first], by=worker)
    assert told == [first.question_id]
    merge_themes(stays, into=gone, by=worker)
    assert told == [first.question_id] * 2


def test_the_key_theme_follows_where_the_other_has_none(both, worker, monkeypatch):
    gone, stays, _first, _second = both
    links = {gone.pk: "7"}
    linking = Linking(
        offered=lambda theme: [],
        chosen=lambda theme: links.get(theme.pk, ""),
        choose=lambda theme, name, by: links.update({theme.pk: name}),
    )
    monkeypatch.setattr(key_themes, "_registered", [linking])
    merge_themes(gone, into=stays, by=worker)
    assert links == {gone.pk: "7", stays.pk: "7"}
