"""What opening a survey of sixty questions in the editor costs, and explaining it."""

import re

from django.test import Client

from surveys.drafting.building import question_block
from surveys.models import Wording
from tests.benchmarks.building import (
    BANDS,
    LANGUAGES,
    every_wording,
    milliseconds,
    sixty_questions,
)
from tests.factories.accounts import UserFactory
from tests.factories.surveys import SurveyFactory

OPEN_GOAL = 2_000
FIELDS_GOAL = 1_000


def report():
    """Print what each costs; return whether the goals are met."""
    draft = sixty_questions()
    blocks = [question_block(question) for question in draft.questions]
    worker = UserFactory(worker=True)
    survey = SurveyFactory(
        questions=blocks, age_bands=list(BANDS), languages=list(LANGUAGES)
    )
    survey.save_revision(user=worker)
    Wording.objects.bulk_create(
        Wording(
            survey=survey,
            key=one.key,
            part=one.part,
            age_band=one.age_band,
            language=one.language,
            text=one.text,
            base=one.base,
        )
        for one in every_wording(draft)
    )
    client = Client()
    client.force_login(worker, backend="django.contrib.auth.backends.ModelBackend")

    def opened():
        page = client.get(f"/admin/snippets/surveys/survey/edit/{survey.pk}/")
        assert page.status_code == 200
        return page.content.decode()

    def explained():
        form = {
            "blocks": [
                {"place": f"questions-{number}", **block}
                for number, block in enumerate(blocks)
            ],
            "age_bands": list(BANDS),
        }
        page = client.post(
            "/admin/surveys/conditions/", form, content_type="application/json"
        )
        assert page.status_code == 200

    opening = milliseconds(opened)
    fields = len(re.findall(r"<(?:input|select|textarea)\b[^>]*\bname=", opened()))
    fields += sum(4 + len(block["value"]) for block in blocks)
    print(f"\nThe editor, with {len(blocks)} questions and all their wordings")
    print(f"  opened                        {opening:9.1f} ms CPU")
    print(f"    goal at most {OPEN_GOAL} ms")
    print(f"  fields of its form            {fields:9}")
    print(f"    goal under {FIELDS_GOAL}")
    print(f"  conditions said in words      {milliseconds(explained):9.1f} ms CPU")
    return opening <= OPEN_GOAL and fields < FIELDS_GOAL
