"""Builds the public site: one tree of pages a language, and consultations' pages."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from cms.domain.first_words import ABOUT, about_body
from cms.models import ConsultationPage, HelpPage, HomePage, StandardPage
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


def _child(home: HomePage, page: Page, *, language: str, by: User) -> None:
    """Put an ordinary page under `home`, unless one of its short name is there."""
    if home.get_children().filter(slug=page.slug).exists():
        return
    base = home_in(BASE_LANGUAGE)
    like = base.get_children().filter(slug=page.slug).first() if base else None
    _add(home, page, language=language, like=like)
    _publish(page, by=by)


def _become_the_site(home: HomePage) -> None:
    """Make `home` the site's root, and drop Wagtail's own welcome page."""
    site, _is_new = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    if site.root_page_id != home.pk:
        site.root_page = home
        site.save()
    for page in Page.objects.filter(depth=2, slug="home"):
        if page.specific_class is Page:
            page.delete()


@transaction.atomic
def build_site(*, by: User) -> HomePage:
    """Make home, help and about pages in every language; doing it twice changes nothing.

    Returns the home page in the base language.
    """
    base: HomePage | None = None
    for language in site_languages():
        with translation.override(language):
            home = _home(language, like=base, by=by)
            if base is None:
                base = home
                _become_the_site(home)
            help_page = HelpPage(
                title=_("Help now"),
                slug="help",
                show_in_menus=True,
                introduction=_(
                    "You do not have to wait, and you do not have to be sure."
                ),
            )
            _child(home, help_page, language=language, by=by)
            about = StandardPage(
                title=str(ABOUT), slug="about", show_in_menus=True, body=about_body()
            )
            _child(home, about, language=language, by=by)
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
    home = home_in(language)
    _add(home, page, language=language, like=like)
    _publish(page, by=by)
    return page
