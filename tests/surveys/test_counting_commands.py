import copy
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from surveys.models import CountSheet, Response
from tests.factories.surveys import DEFINITION, EditionFactory, ResponseFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def run(*command, **options):
    """Return what a command prints."""
    said = StringIO()
    call_command(*command, stdout=said, **options)
    return said.getvalue()


@pytest.fixture
def survey():
    definition = copy.deepcopy(DEFINITION) | {"age_bands": ["8-11", "11-17"]}
    return EditionFactory(definition=definition).survey


def seed(survey, count=300, number=7):
    return run("seed_responses", survey=survey.slug, count=count, seed=number)


def test_seeded_responses_are_counted_and_proven(survey):
    assert re.match(r"300 invented responses, [\d,]+ a second\.", seed(survey))
    said = f"{survey.slug}: 300 responses counted.\n"
    assert run("rebuild_counts", survey=survey.slug) == said
    assert run("rebuild_counts", survey=survey.slug) == said
    proven = run("rebuild_counts", check=True)
    assert proven == "The counts are what the answers say.\n"


def test_same_seed_gives_the_same_answers(survey):
    seed(survey)
    first = list(Response.objects.order_by("id").values_list("id", "answers"))
    Response.objects.all().delete()
    seed(survey)
    assert list(Response.objects.order_by("id").values_list("id", "answers")) == first


def test_invented_answers_never_stand_among_true_ones(survey):
    ResponseFactory(edition=survey.editions.get(), finished=True)
    with pytest.raises(CommandError, match="never stand"):
        seed(survey)
    assert Response.objects.count() == 1


def test_survey_that_is_not_there_is_said(survey):
    with pytest.raises(CommandError, match="There is no survey “nowhere”"):
        run("seed_responses", survey="nowhere", count=1)
    with pytest.raises(CommandError, match="There is no survey “nowhere”"):
        run("rebuild_counts", survey="nowhere")


def test_check_fails_and_says_what_differs(survey):
    seed(survey, count=20)
    run("rebuild_counts")
    CountSheet.objects.filter(breakdown="language").update(cells={})
    with pytest.raises(CommandError, match="rebuild them"):
        run("rebuild_counts", check=True)
