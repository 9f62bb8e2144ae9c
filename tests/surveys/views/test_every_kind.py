import pytest

pytestmark = pytest.mark.django_db
from tests.factories.every_kind import open_every_kind_link
from django.urls import reverse
def test_walk(client):
    link = open_every_kind_link()
    page = client.post(reverse("surveys:start", args=[link.token]), {"language":"en","age_band":"11-17"}, follow=True)
    for n in range(1,17):
        page = client.get(f"/s/{n}/")
        print(n, page.status_code, page.parsed.heading, len(page.content))
