"""Adds staff to the house of the soak, or counts what it kept; prints JSON.

Run with the served database. Without an argument a worker and a lead on duty are laid,
signed in, with the pages each of them reads; with one, what the database holds is told.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from surveys.enums import ResponseState  # noqa: E402
from surveys.models import Comment, Response, Survey  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import DutyShiftFactory  # noqa: E402
from voice.accounts.enums import Role  # noqa: E402
from voice.council.models import Alarm  # noqa: E402

DAY = timedelta(days=1)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def lay():
    """Print whose cookies read which addresses."""
    worker, lead = (
        UserFactory(roles=[role], email=f"{role}@soak.example")
        for role in (Role.PARTICIPATION_WORKER, Role.SAFEGUARDING_LEAD)
    )
    now = timezone.now()
    DutyShiftFactory(user=lead, starts=now - DAY, ends=now + DAY)
    survey = f"/desk/surveys/{Survey.objects.get().slug}/"
    of_worker = [
        *("/desk/", "/desk/reading/", "/desk/themes/", "/desk/surveys/"),
        *(survey, f"{survey}results/", f"{survey}ways-in/", "/en/"),
    ]
    of_lead = ["/desk/", "/desk/concerns/", "/desk/clocks/"]
    print(json.dumps([[_cookies(worker), of_worker], [_cookies(lead), of_lead]]))


def _cookies(user):
    """Return the cookies of somebody who is signed in."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    name = settings.SESSION_COOKIE_NAME
    return {name: client.cookies[name].value}


def left():
    """Print how many there are of what children sent, and of the work behind."""
    tasks = DBTaskResult.objects.values_list("status").annotate(Count("pk"))
    finished = Response.objects.filter(state=ResponseState.FINISHED)
    print(
        json.dumps(
            {
                "finished": finished.count(),
                "comments": Comment.objects.count(),
                "alarms": Alarm.objects.count(),
                "tasks": dict(tasks.order_by("status")),
            }
        )
    )


if __name__ == "__main__":
    left() if len(sys.argv) > 1 else lay()
