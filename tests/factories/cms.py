"""Builds the public site as the product itself does."""

import json
from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.domain.site import build_site, home_in, page_for
from cms.models import StandardPage
from tests.factories.accounts import UserFactory


def build():
    """Return the home page of a site in every language."""
    return build_site(by=UserFactory(editor=True))


def page_of(consultation, *, language="en"):
    """Return the published page of `consultation` in `language`."""
    base = page_for(consultation, by=UserFactory(editor=True))
    translations = base.get_translations(inclusive=True)
    return translations.get(locale__language_code=language).specific


def page_with(*blocks, language="en", title="Plain page"):
    """Return a published page of these blocks: a name and what is stored of each."""
    home = home_in(language) or (build() and home_in(language))
    raw = [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks]
    page = StandardPage(
        title=title, slug=uuid4().hex, locale=home.locale, body=json.dumps(raw)
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def rows_of(*values):
    """Return a list's rows as they are stored."""
    return [{"type": "item", "value": value, "id": str(uuid4())} for value in values]


def send_page(client, page, *blocks, publish=True):
    """Return the answer to an editor who sends `page` with these blocks."""
    sent = {"title": page.title, "slug": page.slug, "body": streamfield(blocks)}
    if publish:
        sent["action-publish"] = "yes"
    return client.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(sent))


def picture(size=(1600, 900), colour="teal"):
    """Return a picture as an editor uploaded it."""
    held = BytesIO()
    Image.new("RGB", size, colour).save(held, format="PNG")
    return get_image_model().objects.create(
        title="A picture", file=ContentFile(held.getvalue(), name="picture.png")
    )


def shown_as(image, alt="", *, decorative=False):
    """Return a picture as a block stores it."""
    return {"image": image.pk, "alt_text": alt, "decorative": decorative}


def document(name, content=b"x"):
    """Return a file as an editor uploaded it."""
    return get_document_model().objects.create(
        title=name, file=ContentFile(content, name=name)
    )
