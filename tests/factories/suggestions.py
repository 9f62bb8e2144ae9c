"""Makes questions whose comments were tagged in part, as there is something to learn."""

from itertools import cycle, islice
from uuid import uuid4

import factory

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, EditionFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.themes.domain.tags import tag_comment
from voice.themes.enums import Likeliness
from voice.themes.logic.held_back import is_held_back
from voice.themes.models import Suggestion, Training

ABOUT = {
    "moves": (
        "i moved again and my bags were packed for me",
        "moved house three times, black bags every time",
        "nobody told me i was moving until the car came",
        "another move in the night with my things in bags",
    ),
    "workers": (
        "my worker changed again and i told my story again",
        "a new social worker every month, start again",
        "workers leave and nobody says goodbye",
        "my worker never texts me back",
    ),
}


def comment_id(*, held_back=False):
    """Return a random id of a comment that shows suggestions, or never does."""
    return next(one for one in iter(uuid4, None) if is_held_back(one) is held_back)


def kept(words, *, edition, held_back=False, **said):
    """Return the approved reading of a comment to the first question of `edition`."""
    response = ResponseFactory(edition=edition, finished=True)
    comment = CommentFactory(
        id=comment_id(held_back=held_back), response=response, words=words
    )
    return ReadingFactory(approved=True, comment=comment, **said)


class Heard:
    """One question with two themes; `tagged` comments of each say it, by `worker`."""

    def __init__(self, *, tagged=0, is_unaided=True):
        """Make the codebook, and tag so many comments, of both themes in turn."""
        self.edition = EditionFactory()
        self.survey = self.edition.survey
        self.worker = UserFactory(worker=True)
        codebook = CodebookFactory(consultations=[self.survey.consultation])
        self.moves = ThemeFactory(
            codebook=codebook,
            name="Moves",
            sentence="Young people say moves are sudden, with bags packed for them.",
        )
        self.workers = ThemeFactory(
            codebook=codebook,
            name="Workers",
            sentence="Young people say their social worker changes again and again.",
        )
        self.tagged = [
            self.tag(self.say(words), theme, is_unaided=is_unaided)
            for words, theme in islice(self._in_turn(), tagged)
        ]

    def _in_turn(self):
        """Yield words and the theme they say, the two themes in turn, for ever."""
        moves = cycle((words, self.moves) for words in ABOUT["moves"])
        workers = cycle((words, self.workers) for words in ABOUT["workers"])
        for pair in zip(moves, workers, strict=False):
            yield from pair

    def say(self, words, **said):
        """Return the reading of another kept comment."""
        return kept(words, edition=self.edition, **said)

    def tag(self, reading, theme, **said):
        """Tag a comment as the worker does."""
        return tag_comment(reading.comment, theme=theme, by=self.worker, **said)

    @property
    def question(self):
        """Return the question all the comments answer."""
        return self.edition.survey.question_rows.get(
            pk=self.any_reading().comment.question_id
        )

    def any_reading(self):
        """Return one of the readings there are."""
        from voice.moderation.models import Reading

        return Reading.objects.filter(comment__survey=self.survey).order_by("pk")[0]


class TrainingFactory(factory.django.DjangoModelFactory):
    """A learning of a question."""

    class Meta:
        model = Training

    question = None
    number = factory.Sequence(lambda n: n + 1)
    tags_hash = "0" * 64
    learned_from = 24
    uses_meaning = False


class SuggestionFactory(factory.django.DjangoModelFactory):
    """A proposal for the comment of `reading`; sure unless said otherwise."""

    class Meta:
        model = Suggestion

    class Params:
        reading = None

    comment = factory.LazyAttribute(lambda made: made.reading.comment)
    training = factory.LazyAttribute(
        lambda made: TrainingFactory(question=made.comment.question)
    )
    theme = None
    score = 0.95
    likeliness = Likeliness.SURE
