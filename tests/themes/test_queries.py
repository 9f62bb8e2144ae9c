import pytest

from surveys.models import Survey
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, TagFactory, ThemeFactory
from voice.moderation.domain.reading import undo_decision
from voice.themes.domain.codebooks import retire_theme
from voice.themes.domain.tags import tag_comment
from voice.themes.queries import (
    comments_of_theme,
    tagging_progress,
    themes_by_response,
    themes_for,
)
from voice.themes.queries.arranging import Arrangement, arranged, readings_at

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_themes_go_by_response_each_theme_once():
    tag = TagFactory()
    reading, survey = tag.comment.reading, tag.comment.survey
    other = ThemeFactory(codebook=tag.theme.codebook)
    tag_comment(tag.comment, theme=tag.theme, by=tag.by, start=0, end=4)
    tag_comment(tag.comment, theme=other, by=tag.by)
    assert themes_by_response(survey) == {
        reading.comment.response_id: {tag.theme_id, other.pk}
    }


def test_a_retired_theme_is_not_told():
    tag = TagFactory()
    retire_theme(tag.theme, by=tag.by)
    assert themes_by_response(tag.comment.survey) == {}


def test_a_comment_put_back_to_be_read_leaves_its_theme_until_it_is_kept_again():
    tag = TagFactory()
    assert len(comments_of_theme(tag.theme, by=tag.by)) == 1
    undo_decision(tag.comment.reading, version=2, by=tag.by)
    assert list(comments_of_theme(tag.theme, by=tag.by)) == []
    assert themes_by_response(tag.comment.survey) == {}


def test_progress_counts_kept_and_tagged_comments_of_a_question():
    tag = TagFactory()
    another = ResponseFactory(edition=tag.comment.response.edition, finished=True)
    ReadingFactory(approved=True, comment=CommentFactory(response=another))
    (question,) = tagging_progress(Survey.objects.filter(pk=tag.comment.survey_id))
    assert (question.kept, question.tagged) == (2, 1)


def test_only_kept_comments_of_the_question_are_to_be_tagged():
    reading = ReadingFactory(approved=True)
    ReadingFactory(withheld=True)
    rows = arranged(reading.comment.question, Arrangement())
    assert readings_at(rows) == [reading]


def test_themes_of_other_consultations_are_not_offered():
    tag = TagFactory()
    ThemeFactory(codebook=CodebookFactory())
    names = [theme.kind for theme in themes_for(tag.comment.survey)]
    assert names == ["theme", "something_else", "no_reason"]
