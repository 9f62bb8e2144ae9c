"""Builds the public site: one tree of pages a language, and consultations' pages."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from cms.domain.first_pages import first_pages
from cms.models import (
    ConsultationIndexPage,
    ConsultationPage,
    HomePage,
    StandardPage,
)
from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import BASE_LANGUAGE
from voice.replies.queries import tell_consultation


def site_languages() -> list[str]:
    """Return the languages of the site, the base one first."""
    codes = [code for code, _name in settings.LANGUAGES]
    return sorted(codes, key=lambda code: code != BASE_LANGUAGE)


def home_in(language: str) -> HomePage | None:
    """Return the home page in `language`; None before the site is built."""
    return HomePage.objects.filter(locale__language_code=language).first()


def _publish(page: Page, *, by: User) -> None:
    """Publish `page` as it is, with a revision that says who."""
    page.save_revision(user=by, log_action=True).publish(user=by)


def _add(parent: Page, page: Page, *, language: str, like: Page | None) -> Page:
    """Put `page` under `parent`, as a translation of `like` when there is one."""
    page.locale, _is_new = Locale.objects.get_or_create(language_code=language)
    if like is not None:
        page.translation_key = like.translation_key
    return parent.add_child(instance=page)


def _home(language: str, *, like: HomePage | None, by: User) -> HomePage:
    """Return the home page in `language`, made when it is missing."""
    home = home_in(language)
    if home is None:
        home = HomePage(
            title=_("Home"),
            slug=language,
            welcome=_("Your words change things here"),
            introduction=_(
                "We ask what life is like for you. People read every word. "
                "Then we tell you what changed, what did not, and why."
            ),
        )
        root = Page.get_first_root_node()
        _add(root, home, language=language, like=like)
        _publish(home, by=by)
    return home


def _is_there(home: HomePage, page: Page) -> bool:
    """Say whether a page like `page` is under `home`: of its kind, or its short name.

    Of ordinary pages there are many, so only the short name tells one from another.
    """
    there = home.get_children()
    if not isinstance(page, StandardPage) and there.type(type(page)).exists():
        return True
    return there.filter(slug=page.slug).exists()


def _child(home: HomePage, page: Page, *, language: str, by: User) -> None:
    """Put a page under `home`, unless one like it is there."""
    if _is_there(home, page):
        return
    base = home_in(BASE_LANGUAGE)
    like = (
        base.get_children().filter(slug=page.slug).type(type(page)).first()
        if base
        else None
    )
    _add(home, page, language=language, like=like)
    _publish(page, by=by)


@transaction.atomic
def become_the_site(home: HomePage) -> None:
    """Make `home` the site's root, and drop Wagtail's own welcome page.

    Unless the site has a home page of ours already.
    """
    site, _is_new = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    if site.root_page.specific_class is not HomePage:
        site.root_page = home
        site.save()
    for page in Page.objects.filter(depth=2, slug="home"):
        if page.specific_class is Page:
            page.delete()


@transaction.atomic
def build_site(*, by: User) -> HomePage:
    """Make home and the pages under it in every language; twice changes nothing.

    Over a site built before, only what is missing is added.

    Returns the home page in the base language.
    """
    base: HomePage | None = None
    for language in site_languages():
        with translation.override(language):
            home = _home(language, like=base, by=by)
            if base is None:
                base = home
                become_the_site(home)
            for page in first_pages():
                _child(home, page, language=language, by=by)
    assert base is not None  # noqa: S101 - there is always a language
    record("cms.build_site", of=base, by=by)
    return base


@transaction.atomic
def page_for(consultation: Consultation, *, by: User) -> ConsultationPage:
    """Publish the consultation's page in every language; those there are left alone.

    Builds the site first where there is none. Returns the page in the base language.
    """
    if home_in(BASE_LANGUAGE) is None:
        build_site(by=by)
    base: ConsultationPage | None = None
    for language in site_languages():
        page = ConsultationPage.objects.filter(
            consultation=consultation, locale__language_code=language
        ).first()
        if page is None:
            page = _new_page(consultation, language=language, like=base, by=by)
        base = base or page
    assert base is not None  # noqa: S101 - there is always a language
    record("cms.page_for", of=base, by=by, consultation=consultation.pk)
    return base


def _new_page(
    consultation: Consultation,
    *,
    language: str,
    like: ConsultationPage | None,
    by: User,
) -> ConsultationPage:
    """Return a published page of `consultation` under the home page in `language`."""
    told = tell_consultation(consultation, language=language)
    page = ConsultationPage(
        title=told.title,
        slug=consultation.slug,
        search_description=told.asking[:255],
        consultation=consultation,
    )
    _add(_place_of_consultations(language), page, language=language, like=like)
    _publish(page, by=by)
    return page


def _place_of_consultations(language: str) -> Page:
    """Return the page new consultations go under: their list, or else the home page."""
    home = home_in(language)
    assert home is not None  # noqa: S101 - built before
    return ConsultationIndexPage.objects.child_of(home).first() or home
