import json

import pytest

from cms.models import StandardPage
from tests.factories.cms import build

pytestmark = pytest.mark.django_db
HOSTILE = "<p onclick=x>y<script>z</script></p>"


def test_hostile_text_is_cleaned_when_saved():
    page = build().add_child(instance=StandardPage(title="x", body=[("text", HOSTILE)]))
    [block] = StandardPage.objects.get(pk=page.pk).body.raw_data
    assert block["value"] == "<p>yz</p>"


def test_hostile_text_given_as_it_is_stored_is_cleaned_when_saved():
    raw = json.dumps([{"type": "text", "value": HOSTILE}])
    page = build().add_child(instance=StandardPage(title="x", body=raw))
    [block] = StandardPage.objects.get(pk=page.pk).body.raw_data
    assert block["value"] == "<p>yz</p>"


def test_hostile_text_in_the_database_is_cleaned_when_shown(client):
    page = build().add_child(instance=StandardPage(title="x", body=[("text", "y")]))
    raw = [{"type": "text", "value": "<p onclick=x>y</p><script>", "id": "1"}]
    StandardPage.objects.filter(pk=page.pk).update(body=raw)
    stored = StandardPage.objects.get(pk=page.pk).body.raw_data[0]
    assert "onclick" in stored["value"]
    shown = client.get(page.url).parsed
    assert "onclick" not in shown.source
    assert "<p>y</p>" in shown.source
