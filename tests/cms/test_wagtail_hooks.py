import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text

from cms.models import ConsultationPage
from tests.cms.logic.test_reading import EASY, HARD
from tests.factories.accounts import UserFactory
from tests.factories.cms import page_of, page_with, send_page
from tests.factories.replies import ReleaseFactory, ReplyFactory
from tests.factories.surveys import ResponseFactory

pytestmark = pytest.mark.django_db


def told(sign_in, words, language="en"):
    page = page_with(("text", "<p>Soon more.</p>"), language=language)
    client = sign_in(UserFactory(editor=True))
    text = ("text", rich_text(f"<p>{words}</p>"))
    said = send_page(client, page, text, publish=False)
    page.refresh_from_db()
    assert words.strip() in str(page.get_latest_revision_as_object().body)
    return "\n".join(str(one) for one in get_messages(said.wsgi_request))


@pytest.mark.parametrize(
    ("words", "is_warned"),
    [
        ("Your answers are Anonymous.", True),
        ("We don't ask your name.", False),
    ],
)
def test_an_editor_who_promises_anonymity_is_told_nobody_can(sign_in, words, is_warned):
    assert ("Nobody can promise that" in told(sign_in, words)) == is_warned


def test_an_editor_is_told_how_hard_a_page_reads(sign_in):
    assert "It reads easily from about age" in told(sign_in, EASY)


def test_an_editor_of_a_hard_page_is_told_what_to_do(sign_in):
    assert "shorter sentences, everyday words" in told(sign_in, HARD)


def test_an_editor_is_told_which_words_only_workers_use(sign_in):
    said = told(sign_in, "We talk about your placement.")
    assert "Words that only workers use: “placement” (say:" in said


def test_a_language_without_a_measure_is_given_no_age(sign_in):
    assert "reads easily" not in told(sign_in, EASY, language="pl")


@pytest.fixture
def answered():
    """Return a closed consultation that young people answered and nobody replied to."""
    release = ReleaseFactory()
    ResponseFactory(finished=True, edition=release.survey.editions.get())
    return release.survey.consultation


@pytest.fixture
def editor(sign_in):
    return sign_in(UserFactory(editor=True, is_superuser=True))


ONE_BY_ONE = ["wagtailadmin_pages:delete", "wagtailadmin_pages:unpublish"]


@pytest.mark.parametrize("address", ONE_BY_ONE)
@pytest.mark.parametrize("which", ["page", "home"])
def test_page_stays_until_young_people_have_their_reply(
    editor, answered, address, which
):
    page = page_of(answered)
    going = page if which == "page" else page.get_parent()
    sent = {"include_descendants": "on"}
    said = editor.post(reverse(address, args=[going.pk]), sent, follow=True)
    text = said.content.decode()
    assert "First publish the reply to them" in text
    assert reverse("replies:write", args=[answered.slug]) in text
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("kind", ["delete", "unpublish"])
def test_pages_that_are_ticked_together_stay_too(editor, answered, kind):
    page = page_of(answered)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", kind])
    said = editor.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    assert "First publish the reply to them" in said.content.decode()
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("address", ONE_BY_ONE)
def test_page_goes_as_any_other_once_they_have_it(editor, answered, address):
    page = page_of(answered)
    ReplyFactory(release=answered.surveys.get().releases.get(), published=True)
    editor.post(reverse(address, args=[page.pk]), follow=True)
    assert not ConsultationPage.objects.filter(pk=page.pk, live=True).exists()


def test_page_has_no_last_day_and_tells_of_no_other_consultation(answered):
    page = page_of(answered)
    page.expire_at = timezone.now()
    with pytest.raises(ValidationError, match="This page stays until"):
        page.clean()
    page.expire_at = None
    page.consultation = ReleaseFactory().survey.consultation
    with pytest.raises(ValidationError, match="wait for our reply"):
        page.clean()


def test_second_page_of_the_same_consultation_may_go(editor, answered):
    page = page_of(answered)
    twin = page.copy(update_attrs={"slug": "twin"}, copy_revisions=False)
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[twin.pk]))
    twin.refresh_from_db()
    assert not twin.live
