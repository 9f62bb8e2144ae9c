"""The quarterly review of access, and leavers."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.statement import ActionFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.accounts.domain.reviews import NotOwnAccess, confirm_access
from voice.accounts.domain.staff import change_roles, deactivate
from voice.accounts.enums import ReviewOutcome, Role
from voice.accounts.models import AccessReview, User
from voice.accounts.queries.reviews import access_of_everybody, overdue_reviews

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
REVIEW = reverse("accounts:review")


@pytest.fixture
def admin():
    return UserFactory(administrator=True)


def long_ago(**how):
    """Return somebody who came half a year ago."""
    joined = timezone.now() - timezone.timedelta(days=182)
    return UserFactory(date_joined=joined, **how)


def test_nobody_is_overdue_who_came_this_quarter(admin):
    assert overdue_reviews() == 0


def test_somebody_not_looked_at_for_a_quarter_is_overdue(admin):
    late = long_ago(outsider=True)
    (first, *_others) = access_of_everybody()
    assert (first.person, first.is_overdue) == (late, True)
    confirm_access(late, by=admin)
    assert overdue_reviews() == 0


def test_a_confirmation_lasts_a_quarter(admin, time_machine):
    time_machine.move_to("2026-03-14T12:00:00+00:00", tick=False)
    person = UserFactory(lead=True)
    User.objects.exclude(pk=person.pk).update(is_active=False)
    confirm_access(person, by=admin)
    time_machine.move_to("2026-06-13T12:00:00+00:00", tick=False)
    assert overdue_reviews() == 0
    time_machine.move_to("2026-06-14T12:00:00+00:00", tick=False)
    assert overdue_reviews() == 1


def test_nobody_confirms_themselves(admin):
    with pytest.raises(NotOwnAccess):
        confirm_access(admin, by=admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessReview.objects.create(
            user=admin, reviewed_by=admin, outcome=ReviewOutcome.CONFIRMED
        )


def test_a_change_of_roles_is_a_review_too(admin):
    person = long_ago(owner=True)
    change_roles(person, roles=[Role.BOARD_MEMBER], by=admin)
    (found,) = person.access_reviews.all()
    assert (found.outcome, found.roles) == ("changed", ["board_member"])


def test_history_keeps_what_was_held_then(admin):
    member = SurveyMemberFactory(survey__title="Plantedsurvey")
    confirm_access(member.user, by=admin)
    member.delete()
    assert AccessReview.objects.get().holds == ["Surveys they run: Plantedsurvey"]


def test_the_page_says_loudly_what_is_overdue_and_confirms(sign_in, admin):
    late = long_ago(worker=True, name="Lateperson")
    client = sign_in(admin)
    page = client.get(REVIEW)
    assert "1 person's access is overdue for review" in page.parsed.text()
    assert "overdue for review" in client.get(reverse("accounts:staff")).parsed.text()
    client.post(reverse("accounts:confirm_access", args=[late.pk]))
    page = client.get(REVIEW)
    assert "overdue for review" not in page.parsed.text()
    assert "Still right: " in page.parsed.text()


def test_the_list_asks_as_much_for_many_people_as_for_few(
    sign_in, admin, django_assert_max_num_queries
):
    for _ in range(5):
        confirm_access(SurveyMemberFactory().user, by=admin)
    client = sign_in(admin)
    with django_assert_max_num_queries(22):
        client.get(REVIEW)


def test_a_leaver_is_out_at_once_and_what_they_held_is_listed(sign_in, admin, client):
    member = SurveyMemberFactory(survey__title="Plantedsurvey")
    leaver = member.user
    ActionFactory(owner=leaver, title="Plantedaction")
    theirs = type(client)()
    theirs.force_login(leaver, backend="django.contrib.auth.backends.ModelBackend")
    assert theirs.get("/desk/").status_code == 200
    page = sign_in(admin).get(reverse("accounts:deactivate", args=[leaver.pk]))
    for held in ("Plantedsurvey", "Plantedaction"):
        assert held in page.parsed.text()
    sign_in(admin).post(reverse("accounts:deactivate", args=[leaver.pk]))
    assert theirs.get("/desk/").status_code == 302
    page = sign_in(admin).get(reverse("accounts:person", args=[leaver.pk]))
    assert "To be handed over" in page.parsed.text()
    people = reverse("surveys:people", kwargs={"slug": member.survey.slug})
    assert people in [link.get("href") for link in page.parsed.all("a")]
    assert leaver.name in sign_in(admin).get(people).parsed.text()


def test_an_administrator_hands_a_survey_over_without_running_it(sign_in, admin):
    member = SurveyMemberFactory()
    survey, worker = member.survey, UserFactory(outsider=True)
    people = reverse("surveys:people", kwargs={"slug": survey.slug})
    deactivate(member.user, by=admin)
    client = sign_in(admin)
    client.post(people, {"user": worker.pk})
    client.post(
        reverse("surveys:remove_person", kwargs={"slug": survey.slug, "pk": member.pk})
    )
    assert [one.user for one in survey.members.all()] == [worker]
    address = reverse("surveys:invitations", kwargs={"slug": survey.slug})
    assert client.get(address).status_code == 403
