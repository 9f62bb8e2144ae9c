import pytest

from tests.factories.cms import page_with, send_page

pytestmark = pytest.mark.django_db
CONTACT = {"role": "Duty worker", "when": "", "phone": "01632 960 001", "email": ""}


def test_a_telephone_dials_and_an_address_writes(client):
    contact = CONTACT | {"email": "help@calderwick.example"}
    parsed = client.get(page_with(("contact", contact)).url).parsed
    links = [one.get("href") for one in parsed.all("a")]
    assert "tel:01632960001" in links
    assert "mailto:help@calderwick.example" in links


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 302),
        ({"phone": ""}, 200),
        ({"phone": "javascript:alert(1)"}, 200),
        ({"phone": "", "email": "help@calderwick.example"}, 302),
    ],
)
def test_there_is_a_way_to_reach_somebody(editor, changed, status):
    page = page_with(("text", "<p>x</p>"))
    said = send_page(editor, page, ("contact", CONTACT | changed))
    assert said.status_code == status
