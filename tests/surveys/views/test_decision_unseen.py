"""What a question's answers inform is for the board: no young person's page says it."""

import re

import pytest
from django.urls import reverse

from surveys.domain.invitations import open_link
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.every_kind import every_kind_definition
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory
from tests.factories.replies import ReplyFactory, ReplyWordingFactory
from tests.factories.surveys import EditionFactory
from tests.surveys.views.conftest import hidden

pytestmark = pytest.mark.django_db
SECRET = "zanzibarquokka"


def planted(definition):
    """Return the definition with the planted word in what every question informs."""
    for question in definition["questions"]:
        question["decision"] = f"Whether {SECRET} is bought"
        question["key_theme"] = SECRET
    return definition


@pytest.fixture
def invitation():
    CouncilFactory()
    HelpLineFactory()
    worker = UserFactory(worker=True)
    edition = EditionFactory(definition=planted(every_kind_definition(worker)))
    return open_link(edition.survey, by=worker, label="Library wall")


def sources(page):
    """Return everything one page sent, its headers too."""
    return page.content.decode() + str(page.headers)


def test_no_answering_page_tells_what_a_question_informs(client, invitation):
    edition = invitation.survey.editions.get()
    assert SECRET in str(edition.definition)
    start = reverse("surveys:start", args=[invitation.token])
    seen = [client.get(start)]
    given = {"language": "en", "age_band": "11-17", "agreement": "yes"}
    page = client.post(start, given, follow=True)
    asked, refused = set(), 0
    for _ in range(40):
        seen.append(page)
        action = re.search(r'<form action="(/s/\d+/)"', page.content.decode())
        if not action:
            break
        said = {"response": hidden(page, "response")}
        if key := hidden(page, "question"):
            asked.add(key)
            said["question"] = key
        seen.append(client.post(action[1], said | {"step": "next"}))
        refused += seen[-1].status_code == 422
        page = client.post(action[1], said | {"step": "skip"}, follow=True)
    asked.discard("happy~")  # the support that follows a sensitive question
    assert asked == {question["key"] for question in edition.definition["questions"]}
    assert refused > 5
    last = {"response": hidden(page, "response"), "step": "next"}
    seen.append(client.post(reverse("surveys:finish"), last, follow=True))
    assert Response.objects.get().state == "finished"
    others = ("finish", "thanks", "contact", "contact_sent", "help", "away")
    seen += [client.get(reverse(f"surveys:{name}"), follow=True) for name in others]
    assert [page.request["PATH_INFO"] for page in seen if SECRET in sources(page)] == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_nor_do_the_preview_and_the_paper(client, invitation, language):
    survey = invitation.survey
    client.force_login(survey.members.first().user)
    asked = f"?language={language}&age_band=11-17"
    for name in ("preview", "paper"):
        page = client.get(reverse(f"surveys:{name}", args=[survey.slug]) + asked)
        assert page.status_code == 200
        assert SECRET not in sources(page)


@pytest.mark.parametrize("replied", [True, False])
def test_nor_does_the_page_of_the_consultation_with_its_reply(client, replied):
    definition = planted(every_kind_definition(UserFactory(worker=True), "know_worker"))
    survey = AnsweredSurveyFactory(definition=definition)
    release = ReleaseFactory(issued=True, survey=survey)
    assert SECRET in str(release.tables)
    if replied:
        reply = ReplyFactory(release=release, published=True)
        ReplyWordingFactory(reply=reply, you_said="We were told of it.")
    page = client.get(page_of(survey.consultation).url)
    assert ("We were told of it." in sources(page)) is replied
    assert SECRET not in sources(page)
