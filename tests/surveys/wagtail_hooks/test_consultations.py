import pytest
from django.forms import model_to_dict
from django.urls import reverse

from surveys.models import Consultation, ConsultationWording
from surveys.wagtail_hooks.consultations import WORDED
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db

SAID = "Nobody can promise that"
WRITTEN = [("You stay Anonymous.", True), ("We don't ask your name.", False)]


@pytest.fixture
def worker(sign_in):
    return sign_in(UserFactory(worker=True))


def fields_of(consultation, **more):
    """Return what the form of a consultation sends."""
    return model_to_dict(consultation, exclude=["id", "told_closing"]) | more


@pytest.mark.parametrize("field", WORDED)
@pytest.mark.parametrize(("words", "is_warned"), WRITTEN)
def test_a_consultation_that_promises_anonymity_is_kept_and_warned_of(
    worker, field, words, is_warned
):
    consultation = ConsultationFactory()
    address = reverse("consultations:edit", args=[consultation.pk])
    sent = fields_of(consultation, **{field: words})
    page = worker.post(address, sent, follow=True)
    consultation.refresh_from_db()
    assert getattr(consultation, field) == words
    assert (SAID in page.content.decode()) == is_warned


@pytest.mark.parametrize(("words", "is_warned"), WRITTEN)
def test_a_new_consultation_is_looked_through_too(worker, words, is_warned):
    sent = fields_of(ConsultationFactory.build(), why=words)
    page = worker.post(reverse("consultations:add"), sent, follow=True)
    assert Consultation.objects.get().why == words
    assert (SAID in page.content.decode()) == is_warned


@pytest.mark.parametrize(
    ("words", "is_warned"),
    [("آپ گمنام رہیں گے۔", True), ("ہم نام نہیں پوچھتے۔", False)],
)
def test_its_words_in_another_language_are_looked_through_too(worker, words, is_warned):
    consultation = ConsultationFactory()
    told = {name: getattr(consultation, name) for name in WORDED}
    sent = told | {"consultation": consultation.pk, "language": "ur", "why": words}
    page = worker.post(reverse("consultation-wordings:add"), sent, follow=True)
    assert ConsultationWording.objects.get().why == words
    assert (SAID in page.content.decode()) == is_warned


def test_list_says_where_each_is_and_what_comes_next(
    worker, django_assert_max_num_queries
):
    late = EditionFactory(survey__consultation__overdue=True, survey__live=True)
    ResponseFactory(edition=late, finished=True)
    address = reverse("consultations:index")
    text = worker.get(address).parsed.text()
    assert "Our reply is late" in text
    assert "Write the reply. It was promised for" in text
    for _ in range(4):
        EditionFactory(survey__consultation__closed=True, survey__live=True)
    with django_assert_max_num_queries(30):
        worker.get(address)


def test_what_was_asked_is_not_deleted_and_the_reason_is_said(worker):
    edition = EditionFactory(survey__consultation__closed=True)
    consultation = edition.survey.consultation
    address = reverse("consultations:delete", args=[consultation.pk])
    page = worker.post(address, follow=True)
    assert "what was asked is never deleted" in page.content.decode()
    assert Consultation.objects.filter(pk=consultation.pk).exists()
