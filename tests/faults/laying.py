"""Lays a survey of five questions, published as workers publish, and a lead on duty.

Run by tests.benchmarks.serving, with the database of its own to fill. With an argument
it waits instead, and publishes the next edition at each line it is sent: other words,
the same questions. It answers each with a line: that it was published, or why not.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.db import Error, close_old_connections  # noqa: E402 - Django must be set up first
from django.utils import timezone  # noqa: E402

from surveys.domain.publishing import publish_survey  # noqa: E402
from surveys.models import Survey  # noqa: E402
from tests.benchmarks.questions import definition  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import (  # noqa: E402
    CouncilFactory,
    DutyShiftFactory,
    HelpLineFactory,
)
from tests.factories.surveys import (  # noqa: E402
    InvitationFactory,
    SurveyFactory,
    stream_block,
)
from voice.accounts.models import User  # noqa: E402

NUMBER = 5
DAY, LONG = timedelta(days=1), timedelta(days=90)
PUBLISHED = "published"
DECIDES = {"decision": "What we change first."}
WORKER = "nemesis@calderwick.example"


def lay():
    """Lay it, and print where the survey is."""
    CouncilFactory()
    HelpLineFactory()
    now = timezone.now()
    DutyShiftFactory(starts=now - DAY, ends=now + LONG)
    worker = UserFactory(worker=True, email=WORKER, reads_languages=["en"])
    asked = definition()["questions"][:NUMBER]
    survey = SurveyFactory(questions=[stream_block(one | DECIDES) for one in asked])
    publish_survey(survey, by=worker)
    invitation = InvitationFactory(survey=survey)
    print(json.dumps({"link": f"/a/{invitation.token}/", "form": "", "names": []}))


def publish():
    """Publish the next edition of what is there, each time it is asked to."""
    for number, _line in enumerate(sys.stdin, 2):
        close_old_connections()
        try:
            survey = Survey.objects.get()
            survey.introduction = f"We ask anew, for the {number}. time."
            publish_survey(survey, by=User.objects.get(email=WORKER))
        except (Error, OSError) as error:
            print(" ".join(repr(error).split()), flush=True)
        else:
            print(PUBLISHED, flush=True)


if __name__ == "__main__":
    publish() if len(sys.argv) > 1 else lay()
