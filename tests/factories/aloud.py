"""Makes draft recordings, as the machine voice makes them, without the machine."""

import factory

from surveys.models import DraftRecording, Medium
from surveys.models.draft_recording import DraftState
from tests.factories.accounts import UserFactory
from tests.factories.media import mp3, ogg
from tests.factories.surveys import SurveyFactory


class MediumFactory(factory.django.DjangoModelFactory):
    """A sound of the questions."""

    class Meta:
        model = Medium

    sha256 = factory.Sequence(lambda number: f"{number:064x}")
    media_type = "audio/ogg"
    content = factory.LazyFunction(ogg)
    size = factory.LazyAttribute(lambda made: len(made.content))

    class Params:
        plain = factory.Trait(
            media_type="audio/mpeg", content=factory.LazyFunction(mp3)
        )


class DraftRecordingFactory(factory.django.DjangoModelFactory):
    """A draft of the first question's words, made and waiting to be heard."""

    class Meta:
        model = DraftRecording

    survey = factory.SubFactory(SurveyFactory)
    key = "know_worker"
    part = "prompt"
    language = "en"
    said = "Do you know your worker?"
    voice = "en-gb"
    state = DraftState.MADE
    sound = factory.SubFactory(MediumFactory)
    sound_also = factory.SubFactory(MediumFactory, plain=True)
    asked_by = factory.SubFactory(UserFactory, worker=True)
