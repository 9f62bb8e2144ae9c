import pytest

from cms.models import StandardPage
from tests.factories.cms import build

pytestmark = pytest.mark.django_db


def test_hostile_text_is_cleaned_when_saved():
    page = build().add_child(
        instance=StandardPage(title="x", body="<p onclick=x>y<script>z</script></p>")
    )
    assert StandardPage.objects.get(pk=page.pk).body == "<p>yz</p>"


def test_hostile_text_in_the_database_is_cleaned_when_shown(client):
    page = build().add_child(instance=StandardPage(title="x", body="<p>y</p>"))
    StandardPage.objects.filter(pk=page.pk).update(body="<p onclick=x>y</p><script>")
    shown = client.get(page.url).parsed
    assert "onclick" not in shown.source
    assert "<p>y</p>" in shown.source
