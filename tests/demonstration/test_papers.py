"""The story's board gets its papers, in English and in Urdu."""

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
)
from voice.briefings.models import Briefing
from voice.demonstration.domain.briefing import brief
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.surveys import WORKER

pytestmark = pytest.mark.django_db


def test_the_storys_papers_are_approved_by_another_and_issued():
    key_theme = KeyThemeFactory(number=1)
    ActionFactory(area__key_theme=key_theme)
    cited_quote(key_theme)
    people = {name: UserFactory(worker=True) for name in ("worker", "worker2")}
    brief(Telling(people=people), {WORKER.slug: ReleaseFactory()})
    papers = Briefing.objects.order_by("pk")
    assert [(one.language, one.is_issued) for one in papers] == [
        ("en", True),
        ("ur", True),
    ]
    assert {one.approved_by for one in papers} == {people["worker2"]}
