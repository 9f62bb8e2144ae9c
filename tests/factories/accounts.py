"""Makes staff, one function-like factory with a trait for each role."""

import factory
from django.contrib.auth.models import Group

from surveys.models import Survey, SurveyMember
from voice.accounts.enums import Role
from voice.accounts.models import User

PASSWORD = "a long enough password"
RUNS_NOTHING = "Runs no survey"


class UserFactory(factory.django.DjangoModelFactory):
    """A member of staff; `roles` are given as a list of Role.

    The tests' council is small: every worker runs every survey, made before or
    after. An `outsider` is a worker who runs none until somebody adds them.
    """

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@calderwick.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password(PASSWORD)

    class Params:
        worker = factory.Trait(roles=[Role.PARTICIPATION_WORKER])
        lead = factory.Trait(roles=[Role.SAFEGUARDING_LEAD])
        owner = factory.Trait(roles=[Role.ACTION_OWNER])
        board = factory.Trait(roles=[Role.BOARD_MEMBER])
        editor = factory.Trait(roles=[Role.WEB_EDITOR])
        officer = factory.Trait(roles=[Role.DATA_PROTECTION_OFFICER])
        administrator = factory.Trait(roles=[Role.ADMINISTRATOR])
        outsider = factory.Trait(
            roles=[Role.PARTICIPATION_WORKER], job_title=RUNS_NOTHING
        )

    roles = ()

    @classmethod
    def _create(cls, model_class, *args, roles=(), **kwargs):
        """Save the user and put them in the groups of their roles."""
        user = super()._create(model_class, *args, **kwargs)
        groups = [Group.objects.get_or_create(name=role.value)[0] for role in roles]
        user.groups.set(groups)
        if Role.PARTICIPATION_WORKER in roles and user.job_title != RUNS_NOTHING:
            for survey in Survey.objects.order_by("pk"):
                SurveyMember.objects.get_or_create(survey=survey, user=user)
        return user


def workers_who_run_everything():
    """Return the workers who are members of every survey."""
    return User.objects.filter(groups__name=Role.PARTICIPATION_WORKER.value).exclude(
        job_title=RUNS_NOTHING
    )
