import pytest
from wagtail.models import Page, Site

from cms.domain.site import build_site, page_for
from cms.models import ConsultationPage, HelpPage, HomePage, StandardPage
from surveys.models import ConsultationWording
from tests.factories.accounts import UserFactory
from tests.factories.surveys import ConsultationFactory
from voice.audit.models import Entry
from voice.replies.queries.told import PARTS

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def editor():
    return UserFactory(editor=True)


def test_site_has_home_help_and_about_in_every_language(editor):
    home = build_site(by=editor)
    assert Site.objects.get().root_page.pk == home.pk
    for kind in (HomePage, HelpPage, StandardPage):
        pages = kind.objects.live().order_by("locale__language_code")
        codes = [page.locale.language_code for page in pages]
        assert codes == ["en", "pa", "pl", "ur"]
        assert len({page.translation_key for page in pages}) == 1


def test_building_twice_changes_nothing(editor):
    build_site(by=editor)
    before = list(Page.objects.values_list("pk", "latest_revision"))
    build_site(by=editor)
    assert list(Page.objects.values_list("pk", "latest_revision")) == before


def test_wagtails_welcome_page_is_gone(editor):
    build_site(by=editor)
    kinds = {page.specific_class for page in Page.objects.filter(depth=2)}
    assert kinds == {HomePage}


def test_what_an_editor_changed_is_left_alone(editor):
    home = build_site(by=editor)
    home.welcome = "Hello you"
    home.save()
    build_site(by=editor)
    assert HomePage.objects.get(pk=home.pk).welcome == "Hello you"


def test_consultation_gets_a_page_in_every_language(editor):
    consultation = ConsultationFactory(slug="my-worker", title="My worker")
    ConsultationWording.objects.create(
        consultation=consultation,
        language="ur",
        title="میرے سوشل ورکر",
        **dict.fromkeys(set(PARTS) - {"title"}, "الفاظ"),
    )
    first = page_for(consultation, by=editor)
    assert page_for(consultation, by=editor).pk == first.pk
    pages = ConsultationPage.objects.order_by("locale__language_code")
    assert [(page.title, page.slug) for page in pages] == [
        ("My worker", "my-worker"),
        ("My worker", "my-worker"),
        ("My worker", "my-worker"),
        ("میرے سوشل ورکر", "my-worker"),
    ]
    entry = Entry.objects.filter(verb="cms.page_for").first()
    assert entry.details == {"consultation": consultation.pk}
