import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gallery(visit, live_server, client):
    """Return a function that opens the gallery as a worker."""

    def opened(query="", **options):
        user = UserFactory(worker=True)
        client.login(username=user.email, password=PASSWORD)
        there = visit(**options)
        there.context.add_cookies(
            [
                {
                    "name": "sessionid",
                    "value": client.cookies["sessionid"].value,
                    "url": live_server.url,
                }
            ]
        )
        there.go(f"/desk/gallery/{query}")
        return there

    return opened


@pytest.mark.parametrize("room", ["public", "answering", "desk", "board"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_axe_finds_nothing_wrong_with_any_component(gallery, room, scheme, language):
    there = gallery(f"?room={room}&scheme={scheme}&language={language}")
    assert there.violations() == []
    assert there.elsewhere() == []


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("room", ["public", "answering", "desk", "board"])
def test_nothing_is_wider_than_a_phone(gallery, room, language):
    there = gallery(f"?room={room}&language={language}")
    assert there.page.evaluate("document.documentElement.scrollWidth") == 360


def test_refused_form_brings_its_summary_forward(gallery):
    there = gallery()
    expect(there.page.locator("[role=alert]:focus")).to_have_count(1)
    there.page.get_by_role("link", name="Age band: This field is required.").click()
    focused = there.page.evaluate("document.activeElement.name")
    assert focused == "band"
