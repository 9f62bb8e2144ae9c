"""Who runs which survey, and which surveys somebody may read."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from surveys.models import Consultation, Survey, SurveyMember
from voice.accounts.enums import Role
from voice.accounts.holdings import Held, Holdings
from voice.accounts.models import User
from voice.accounts.permissions import Visitor
from voice.accounts.queries.break_glass import open_surveys


def surveys_run_by(user: Visitor) -> QuerySet[Survey]:
    """Return the surveys `user` runs: theirs by membership, while they are a worker."""
    if not _is_worker(user):
        return Survey.objects.none()
    return Survey.objects.filter(_is_member(user))


def surveys_of(user: Visitor) -> QuerySet[Survey]:
    """Return the surveys whose comments `user` may read.

    Those they run, and one opened to them by break-glass while that lasts. What they
    may change is `surveys_run_by` alone.
    """
    opened = open_surveys(user)
    if not opened:
        return surveys_run_by(user)
    mine = _is_member(user) if _is_worker(user) else Q(pk=None)
    return Survey.objects.filter(mine | Q(pk__in=opened))


def consultations_of(user: Visitor) -> QuerySet[Consultation]:
    """Return the consultations `user` works on.

    Those with a survey they run, and those nobody has begun a survey in.
    """
    if not _is_worker(user):
        return Consultation.objects.none()
    run = surveys_run_by(user).filter(consultation=OuterRef("pk"))
    begun = Survey.objects.filter(consultation=OuterRef("pk"))
    return Consultation.objects.filter(Exists(run.order_by()) | ~Exists(begun))


def members_of(survey: Survey) -> QuerySet[SurveyMember]:
    """Return who runs `survey`, by name; those who left Voice among them."""
    return survey.members.select_related("user").order_by("user__name")


def workers_to_add(survey: Survey) -> QuerySet[User]:
    """Return the workers who do not run `survey` yet, by name."""
    return (
        User.objects.filter(
            is_active=True, groups__name=Role.PARTICIPATION_WORKER.value
        )
        .exclude(survey_memberships__survey=survey)
        .order_by("name")
    )


def every_survey() -> list[tuple[int, str]]:
    """Return every survey's id and title, by title."""
    return list(Survey.objects.order_by("title").values_list("pk", "title"))


def surveys_held_by(people: Collection[int]) -> Holdings:
    """Return the surveys that each of `people` (ids) runs, and where to hand over."""
    found: Holdings = {}
    rows = SurveyMember.objects.filter(user__in=people).order_by("survey__title")
    for user, title, slug in rows.values_list("user", "survey__title", "survey__slug"):
        held = Held(title, reverse("surveys:people", kwargs={"slug": slug}))
        found.setdefault(user, []).append(held)
    return found


def _is_worker(user: Visitor) -> bool:
    """Say whether `user` is a participation worker who may sign in."""
    return isinstance(user, User) and user.has_role(Role.PARTICIPATION_WORKER)


def _is_member(user: Visitor) -> Q:
    """Return the condition that a survey is run by `user`."""
    return Q(
        Exists(
            SurveyMember.objects.filter(
                survey=OuterRef("pk"), user=user.pk or 0
            ).order_by()
        )
    )
