import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.cms import page_with
from tests.factories.replies import ReleaseFactory

pytestmark = pytest.mark.django_db


def test_an_editor_sees_unsaved_blocks_and_wagtails_checks_in_the_preview(editor):
    figure = f"{ReleaseFactory().pk}/themes"
    page = page_with(("text", "<p>Soon more.</p>"))
    blocks = [
        ("text", rich_text("<p>Plumtree <script>x</script></p>")),
        ("figure", {"figure": figure}),
    ]
    sent = {"title": "Plain", "slug": page.slug, "body": streamfield(blocks)}
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert editor.post(address, nested_form_data(sent)).json()["is_valid"]
    shown = editor.get(address + "?in_preview_panel=true").content.decode()
    assert "Plumtree" in shown
    assert "Young people say" not in shown
    assert "Moves" in shown
    assert "wagtail-userbar" in shown


def test_visitors_get_nothing_of_wagtails_checks(client):
    page = page_with(("text", "<p>Plumtree</p>"))
    assert "userbar" not in client.get(page.url).parsed.source
