"""Lays its surveys of the twenty questions; prints where they are and their fields."""

import json

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up first
from survey.models import Question, Survey  # noqa: E402

from tests.benchmarks.questions import FIVE, KINDS  # noqa: E402

ITS_KIND = {
    "single": ("radio", FIVE),
    "several": ("select-multiple", FIVE),
    "faces": ("radio", FIVE),
    "scale": ("radio", [str(n) for n in range(11)]),
    "long_text": ("text", []),
}


def survey_of(name, display):
    """Return a survey of the twenty questions, shown on one page or one by one."""
    survey = Survey.objects.create(
        name=name,
        description="Hello.",
        is_published=True,
        need_logged_user=False,
        editable_answers=True,
        display_method=display,
    )
    for number in range(20):
        kind, choices = ITS_KIND[KINDS[number % 5]]
        Question.objects.create(
            survey=survey,
            text=f"Question {number}?",
            order=number,
            required=False,
            type=kind,
            choices=",".join(choices) or None,
        )
    return survey


def main():
    """Migrate, lay both, and print them."""
    call_command("migrate", verbosity=0)
    told = {}
    for name, display in (
        ("whole", Survey.ALL_IN_ONE_PAGE),
        ("single", Survey.BY_QUESTION),
    ):
        survey = survey_of(name, display)
        names = [f"question_{one.pk}" for one in survey.questions.order_by("order")]
        told[name] = {"survey": survey.pk, "names": names}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
