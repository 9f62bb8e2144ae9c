import pytest
from wagtail.test.utils.form_data import rich_text

from cms.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.cms import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("body", "is_warned"),
    [
        ("<p>Your answers are Anonymous.</p>", True),
        ("<p>We don't ask your name.</p>", False),
    ],
)
def test_an_editor_who_promises_anonymity_is_told_nobody_can(sign_in, body, is_warned):
    page = build().add_child(
        instance=StandardPage(title="Names", body="<p>Soon more.</p>")
    )
    editor = sign_in(UserFactory(editor=True))
    said = editor.post(
        f"/admin/pages/{page.pk}/edit/",
        {"title": "Names", "slug": "names", "body": rich_text(body)},
        follow=True,
    )
    assert ("Nobody can promise that" in said.content.decode()) == is_warned
    page.refresh_from_db()
    assert body in page.get_latest_revision_as_object().body
