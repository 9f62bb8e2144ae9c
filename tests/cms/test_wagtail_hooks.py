import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.cms import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "is_warned"),
    [
        ("Your answers are Anonymous.", True),
        ("We don't ask your name.", False),
    ],
)
def test_an_editor_who_promises_anonymity_is_told_nobody_can(sign_in, words, is_warned):
    page = build().add_child(
        instance=StandardPage(title="Names", body=[("text", "<p>Soon more.</p>")])
    )
    editor = sign_in(UserFactory(editor=True))
    said = editor.post(
        f"/admin/pages/{page.pk}/edit/",
        nested_form_data(
            {
                "title": "Names",
                "slug": "names",
                "body": streamfield([("text", rich_text(f"<p>{words}</p>"))]),
            }
        ),
        follow=True,
    )
    assert ("Nobody can promise that" in said.content.decode()) == is_warned
    page.refresh_from_db()
    assert words in str(page.get_latest_revision_as_object().body)
