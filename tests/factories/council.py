"""Makes the council's own facts."""

import factory

from tests.factories.accounts import UserFactory
from voice.council.models import Council, DutyShift, HelpLine


class CouncilFactory(factory.django.DjangoModelFactory):
    """The one council, an invented one."""

    class Meta:
        model = Council
        django_get_or_create = ("id",)

    id = 1
    name = "Calderwick Council"
    is_demonstration = True
    about_readers = "Two workers whose job is to listen read every word."


class HelpLineFactory(factory.django.DjangoModelFactory):
    """A help line."""

    class Meta:
        model = HelpLine

    name = "Childline"
    number = "0800 1111"
    about = "Free, day and night, under 19."


class DutyShiftFactory(factory.django.DjangoModelFactory):
    """A shift of a safeguarding lead; say when it starts and ends."""

    class Meta:
        model = DutyShift

    user = factory.SubFactory(UserFactory, lead=True)
