"""Makes the board's meetings, what they agreed, and sentences young editors agreed."""

import factory
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import in_days
from voice.briefings.models import Decision, Headline, Meeting


class MeetingFactory(factory.django.DjangoModelFactory):
    """A meeting of the board, thirty days ago unless said otherwise."""

    class Meta:
        model = Meeting

    name = "Improvement board"
    on = factory.LazyFunction(lambda: in_days(-30))


class DecisionFactory(factory.django.DjangoModelFactory):
    """Something a meeting agreed, due in thirty days; traits say how it stands."""

    class Meta:
        model = Decision

    class Params:
        late = factory.Trait(due_on=factory.LazyFunction(lambda: in_days(-4)))
        done = factory.Trait(
            state="done",
            done_on=factory.LazyFunction(timezone.localdate),
            came_of_it="A budget was found.",
        )

    meeting = factory.SubFactory(MeetingFactory)
    what = "Find the money for transport to family time"
    owner_title = "Director of Finance"
    due_on = factory.LazyFunction(lambda: in_days(30))
    recorded_by = factory.SubFactory(UserFactory, worker=True)


class HeadlineFactory(factory.django.DjangoModelFactory):
    """A sentence young editors agreed a week ago."""

    class Meta:
        model = Headline

    key_theme = factory.SubFactory(KeyThemeFactory)
    sentence = "We want to know who is coming, and that they stay."
    agreed_by = "Children in Care Council"
    agreed_on = factory.LazyFunction(lambda: in_days(-7))
    how = factory.LazyAttribute(
        lambda made: "With hands up, at their meeting." if made.sentence else ""
    )
    recorded_by = factory.SubFactory(UserFactory, worker=True)
