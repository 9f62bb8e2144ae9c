"""Makes codebooks, themes and tags, through the domain that people use."""

import factory

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.themes.domain.codebooks import add_theme, create_codebook
from voice.themes.domain.double_coding import begin_double_coding, code_blind
from voice.themes.domain.tags import tag_comment
from voice.themes.models import Codebook, Tag, Theme
from voice.themes.queries import themes_for


class CodebookFactory(factory.Factory):
    """A codebook with its two fall-backs; give `consultations`."""

    class Meta:
        model = Codebook

    title = factory.Sequence(lambda n: f"Codebook {n}")
    consultations = ()
    by = factory.SubFactory(UserFactory, worker=True)

    @classmethod
    def _create(cls, model_class, *, title, **said):
        """Make it as people do."""
        return create_codebook(title, **said)


class ThemeFactory(factory.Factory):
    """A theme in use."""

    class Meta:
        model = Theme

    codebook = factory.SubFactory(CodebookFactory)
    name = factory.Sequence(lambda n: f"Moves {n}")
    sentence = "Young people say moves are sudden and nobody asks."
    by = factory.SubFactory(UserFactory, worker=True)

    @classmethod
    def _create(cls, model_class, *, codebook, **said):
        """Make it as people do."""
        return add_theme(codebook, **said)


class TagFactory(factory.Factory):
    """A tag of an approved comment with a theme of its own consultation's codebook."""

    class Meta:
        model = Tag

    reading = factory.SubFactory(ReadingFactory, approved=True)
    theme = factory.LazyAttribute(
        lambda made: ThemeFactory(
            codebook__consultations=[made.reading.comment.survey.consultation]
        )
    )
    by = factory.SubFactory(UserFactory, worker=True)

    @classmethod
    def _create(cls, model_class, *, reading, **said):
        """Make it as people do."""
        return tag_comment(reading.comment, **said)


def double_coded(question, *, alike=True, themes=()):
    """Let two new workers code twenty kept comments of `question` apart, and return it.

    Each hears `themes` in one comment and none in the next. Where not `alike`, the
    second hears them the other way round.
    """
    coders = [UserFactory(worker=True) for _ in range(2)]
    made = begin_double_coding(question, coders=coders, size=20, by=coders[0])
    themes = list(themes) or themes_for(question.survey)[:1]
    for number, sampled in enumerate(made.sampled.all()):
        for turn, coder in enumerate(coders):
            heard = (number + (0 if alike else turn)) % 2
            code_blind(sampled, themes=themes if heard else [], by=coder)
    return made
