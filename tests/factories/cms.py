"""Builds the public site as the product itself does."""

from cms.domain.site import build_site, page_for
from tests.factories.accounts import UserFactory


def build():
    """Return the home page of a site in every language."""
    return build_site(by=UserFactory(editor=True))


def page_of(consultation, *, language="en"):
    """Return the published page of `consultation` in `language`."""
    base = page_for(consultation, by=UserFactory(editor=True))
    translations = base.get_translations(inclusive=True)
    return translations.get(locale__language_code=language).specific
