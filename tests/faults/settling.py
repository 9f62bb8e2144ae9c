"""Lets what was broken come to rest, and prints what is not as it should be, as JSON.

Run when the nemesis has ended: what killed workers left is done again, as ten minutes
later; what failed is tried again; the queue is emptied; what waits to be counted is counted.
"""

import json
from datetime import timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up first
from django.tasks import TaskResultStatus  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from surveys.domain.counting import differences, roll_up_all  # noqa: E402
from surveys.enums import ResponseState  # noqa: E402
from surveys.models import Comment, Edition, Response, Survey  # noqa: E402
from voice.council.domain.deliveries import send_waiting  # noqa: E402
from voice.council.domain.failed_tasks import try_failed_again  # noqa: E402
from voice.council.domain.killed_tasks import KILLED_AFTER, do_again  # noqa: E402
from voice.council.enums import DeliveryOutcome  # noqa: E402
from voice.council.models import Alarm, Delivery  # noqa: E402
from voice.moderation.models import Reading  # noqa: E402

LATER = KILLED_AFTER + timedelta(minutes=1)
A_DAY = timedelta(days=1)
TURNS = 5


def main():
    """Bring it to rest, and print what is left and what was done."""
    for turn in range(1, TURNS + 1):
        do_again(timezone.now() + LATER * turn)
        try_failed_again(timezone.now())
        # What failed waits to be tried again; it waits no longer.
        ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
        ready.update(run_after=timezone.now())
        call_command(
            "db_worker", batch=True, interval=0, startup_delay=False, verbosity=0
        )
        list(send_waiting(timezone.now() + A_DAY))
    roll_up_all(timezone.now())
    survey = Survey.objects.get()
    finished = Response.objects.filter(state=ResponseState.FINISHED)
    worries = Reading.objects.filter(worry=True)
    wrong = {
        "tasks left": DBTaskResult.objects.exclude(
            status=TaskResultStatus.SUCCESSFUL
        ).count(),
        "comments without a reading": Comment.objects.filter(reading=None).count(),
        "comments not screened": Reading.objects.filter(screened_at=None).count(),
        "not counted": finished.filter(packed=None).count(),
        "counted wrongly": len(differences(survey)),
        "worries and alarms": abs(worries.count() - Alarm.objects.count()),
        "letters not sent": Delivery.objects.exclude(
            outcome=DeliveryOutcome.SENT
        ).count(),
    }
    done = {
        "comments screened": Reading.objects.exclude(screened_at=None).count(),
        "counted": finished.exclude(packed=None).count(),
        "editions": Edition.objects.count(),
        "worries": worries.count(),
        "letters": Delivery.objects.count(),
        "tasks": DBTaskResult.objects.count(),
        "tasks begun twice or more": sum(
            len(ids) > 1
            for ids in DBTaskResult.objects.values_list("worker_ids", flat=True)
        ),
    }
    wrong = {what: number for what, number in wrong.items() if number}
    print(json.dumps({"wrong": wrong, "done": done}))


if __name__ == "__main__":
    main()
