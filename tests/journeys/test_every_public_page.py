"""Every kind of public page is looked at with axe, in each way people look at it.

`python -m tests.accessibility --write` writes down what this finds.
"""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.accessibility import MODES, PAGES, leave
from tests.factories.accounts import UserFactory
from tests.factories.briefings import issued_on
from tests.factories.cms import build, page_of
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.site import adopted, update
from tests.factories.statement import ActionFactory, cited_quote
from tests.factories.statement import ReleaseFactory as SignedFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)
from voice.briefings.domain.publishing import publish_briefing

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def _every_page():
    """Build a site with something on each kind of page."""
    CouncilFactory(contact_email="hello@calderwick.example")
    HelpLineFactory()
    build()
    action = ActionFactory(red=True)
    cited_quote(action.area.key_theme, "come wen u say ur coming")
    release = ReleaseFactory(
        consultation=ConsultationFactory(closed=True, slug="where-i-live")
    )
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    PromiseFactory(reply=reply, moved=True, action=action)
    PromiseFactory(reply=reply, kept=True)
    page_of(reply.consultation)
    asked = ConsultationFactory(title="What makes a good day")
    survey = SurveyFactory(consultation=asked, live=True)
    EditionFactory(survey=survey)
    InvitationFactory(survey=survey)
    page_of(asked)
    adopted(action.area.key_theme.statement)
    publish_briefing(
        issued_on(SignedFactory(quotes=["ask us first"]), action.area.key_theme),
        by=UserFactory(worker=True),
    )
    for language in ("en", "ur"):
        update("A bag for every move", on=date(2026, 3, 4), language=language)
    update("What inspectors said", on=date(2025, 3, 4))


@pytest.mark.usefixtures("_every_page")
@pytest.mark.parametrize("mode", MODES)
def test_no_public_page_breaks_a_rule(visit, mode):
    language, options = MODES[mode]
    there = visit(**options)
    found, wide = [], []
    for path in PAGES:
        there.go(f"/{language}/{path}")
        assert there.page.locator("h1").count() == 1, path
        found += [f"{path or 'home'}: {one}" for one in there.violations()]
        if there.page.evaluate(
            "document.documentElement.scrollWidth > window.innerWidth"
        ):
            wide.append(path)
    told = Axe().run(there.page).response["testEngine"]
    leave(mode, tool=f"{told['name']} {told['version']}", found=found)
    assert found == []
    assert wide == []
    assert there.elsewhere() == []
