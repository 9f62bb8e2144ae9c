"""Two people publishing at once make one edition number each, and no crash."""

import threading

import pytest
from django.db import connection, transaction

from surveys.domain.publishing import publish_survey
from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]


def test_two_publishers_at_once_number_their_editions_in_turn():
    UserFactory(lead=True)
    worker = UserFactory(worker=True)
    survey = SurveyFactory()
    start, failures = threading.Barrier(4), []

    def publish(title):
        try:
            mine = Survey.objects.get(pk=survey.pk)
            mine.title = title
            start.wait()
            publish_survey(mine, by=worker)
        except Exception as failure:  # noqa: BLE001 - told to the test below
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=publish, args=(f"Title {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    numbers = survey.editions.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3, 4]
    survey.refresh_from_db()
    newest = survey.editions.latest("number")
    assert newest.definition["wordings"]["en"][""]["title"] == survey.title


def test_children_who_answer_and_a_publisher_do_not_wait_for_each_other():
    """What a child keeps points at survey and question, as PostgreSQL checks by locks."""
    if connection.vendor != "postgresql":
        return
    UserFactory(lead=True)
    worker = UserFactory(worker=True)
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    child = connection.copy()
    child.set_autocommit(False)
    with child.cursor() as pointing:
        for table in ("surveys_survey", "surveys_question"):
            pointing.execute(f"SELECT id FROM {table} FOR KEY SHARE")
        survey.title = "Asked anew"
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '5s'")
            publish_survey(survey, by=worker)
            pointing.execute("SET LOCAL lock_timeout = '5s'")
            for table in ("surveys_survey", "surveys_question"):
                pointing.execute(f"SELECT id FROM {table} FOR KEY SHARE")
    child.rollback()
    child.close()
    assert survey.editions.count() == 2
