"""Makes pages of the public site, and the plan as a body of the council adopted it."""

from datetime import date

from cms.models import UpdateIndexPage, UpdatePage
from tests.factories.accounts import UserFactory
from tests.factories.cms import build
from voice.statement.domain.versions import adopt_version
from voice.statement.logic.plan import plan_hash
from voice.statement.queries.plan import plan_of


def page_at(slug, language="en"):
    """Return the page of a site in every language that stands at `slug`."""
    home = build().get_translations(inclusive=True).get(locale__language_code=language)
    return home.get_children().get(slug=slug).specific


def update(title="A bag for every move", *, on, language="en", **more):
    """Return a published improvement update of that day."""
    there = UpdateIndexPage.objects.filter(locale__language_code=language).first()
    there = there or page_at("news", language)
    given = {"summary": f"In short: {title}", "body": [("text", "<p>All of it.</p>")]}
    page = UpdatePage(title=title, dated=on, **(given | more))
    there.add_child(instance=page)
    return page


def adopted(statement):
    """Return the plan as the Executive adopted it."""
    return adopt_version(
        statement,
        name="Submission",
        body="Executive",
        adopted_on=date(2026, 1, 8),
        seen=plan_hash(plan_of(statement)),
        by=UserFactory(worker=True),
    )
