"""Makes planned sessions: to come, held, cancelled, told to everybody or to the invited."""

from datetime import time

import factory
from django.utils import timezone

from surveys.domain.planned_sessions import SessionPlan
from surveys.models import PlannedSession
from surveys.planning import ToldTo
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory, in_days


class PlannedSessionFactory(factory.django.DjangoModelFactory):
    """A session in five days that everybody is told of; published with its survey."""

    class Meta:
        model = PlannedSession

    class Params:
        invited = factory.Trait(told_to=ToldTo.INVITED)
        held = factory.Trait(held_on=factory.LazyFunction(lambda: in_days(-5)))
        cancelled = factory.Trait(
            cancelled_why="The hall has no heating that day.",
            cancelled_by=factory.SelfAttribute("held_by"),
            cancelled_at=factory.LazyFunction(timezone.now),
        )

    held_by = factory.SubFactory(UserFactory, worker=True)
    survey = factory.LazyAttribute(lambda made: EditionFactory().survey)
    title = "Pizza and talk"
    held_on = factory.LazyFunction(lambda: in_days(5))
    starts_at = time(16)
    ends_at = time(18)
    place = "The youth centre, the blue door"
    how_to_come = "Just come. Ring the office if you need a lift."
    there_is = factory.LazyFunction(lambda: ["step_free", "food"])
    told_to = ToldTo.EVERYBODY
    planned_by = factory.SelfAttribute("held_by")


def plan(**changed):
    """Return a plan of a session in five days; give `held_by`."""
    known = {
        "title": "Pizza and talk",
        "held_on": in_days(5),
        "starts_at": time(16),
        "ends_at": time(18),
        "place": "The youth centre, the blue door",
        "how_to_come": "Just come.",
        "told_to": ToldTo.EVERYBODY,
        "age_bands": [],
        "there_is": ["food"],
    }
    return SessionPlan(**known | changed)
