import pytest

from tests.factories.cms import page_with, rows_of

pytestmark = pytest.mark.django_db


def test_steps_are_an_ordered_list_and_hostile_text_is_cleaned(client):
    steps = rows_of(
        {"title": "First <b>", "text": "<p onclick=x>Read</p><script>y</script>"},
        {"title": "Then", "text": ""},
    )
    parsed = client.get(page_with(("steps", {"steps": steps})).url).parsed
    [shown] = [one for one in parsed.all("ol") if one.get("class") == "told-steps"]
    assert parsed.text(shown).split() == ["First", "<b>", "Ready", "Then"]
    assert "onclick" not in parsed.source
