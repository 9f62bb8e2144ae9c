import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.replies import (
    PromiseFactory,
    ReleaseFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.replies.forms.words import BOXES
from voice.replies.models import Reply

pytestmark = pytest.mark.django_db
LIST = reverse("replies:list")


def address(name, consultation):
    return reverse(f"replies:{name}", args=[consultation.slug])


@pytest.fixture
def worker(sign_in):
    return sign_in(UserFactory(worker=True))


def asked(**how):
    consultation = ConsultationFactory(closed=True, **how)
    EditionFactory(
        survey=SurveyFactory(consultation=consultation, live=True),
        definition=DEFINITION | {"languages": ["en", "ur"]},
    )
    return consultation


def typed(**said):
    boxes = {f"{code}-{part}": "" for code in ("en", "ur") for part in BOXES}
    ages = {f"{code}-age_bands": ["11-17"] for code in ("en", "ur")}
    return boxes | ages | {"release": ""} | said


def test_list_without_consultations_says_what_comes(worker):
    assert "Nothing has been asked yet" in worker.get(LIST).parsed.text()


def test_list_says_in_words_what_is_overdue_and_late(worker):
    overdue = ConsultationFactory(overdue=True, title="Where I live")
    EditionFactory(survey=SurveyFactory(consultation=overdue, live=True))
    PromiseFactory(reply=ReplyFactory(published=True), moved=True)
    text = worker.get(LIST).parsed.text()
    assert "Reply 5 days overdue" in text
    assert "Young people see that on the page." in text
    assert "Late No more bin bags" in text


def test_list_does_not_ask_more_of_the_database_as_it_grows(
    worker, django_assert_max_num_queries
):
    for _ in range(3):
        PromiseFactory(reply=ReplyFactory(published=True))
    worker.get(LIST)
    with django_assert_max_num_queries(12):
        worker.get(LIST)


def test_write_page_shows_the_release_beside_the_words(worker):
    release = ReleaseFactory(quotes=["come wen u say"])
    page = worker.get(address("write", release.survey.consultation))
    text = page.parsed.text()
    assert "165 answered, of 540." in text
    assert "Moves · 30 · 25%" in text
    assert "come wen u say" in text


def test_write_page_has_boxes_for_every_language_asked_in(worker):
    page = worker.get(address("write", asked()))
    boxes = {box.get("name"): box for box in page.parsed.all("textarea")}
    assert boxes["ur-you_said"].get("dir") == "rtl"
    assert boxes["en-you_said"].get("dir") == "ltr"


def test_words_are_kept_in_each_language(worker):
    consultation = asked()
    said = typed(**{"en-you_said": "You said so.", "ur-you_said": "آپ نے کہا"})
    page = worker.post(address("write", consultation), said)
    assert page.status_code == 302
    assert list(
        Reply.objects.get().wordings.order_by("language").values_list("you_said")
    ) == [("You said so.",), ("آپ نے کہا",)]


def test_what_was_typed_stays_when_the_form_is_refused(worker):
    said = typed(**{"en-you_said": "plumtree", "release": "999999"})
    page = worker.post(address("write", asked()), said)
    assert "plumtree" in page.parsed.text()
    assert list(Reply.objects.all()) == []


def test_number_outside_the_release_is_named_while_writing(worker):
    wording = ReplyWordingFactory(you_said="164 of you told us.")
    page = worker.get(address("write", wording.reply.consultation))
    assert "The number 164 is not in the release." in page.parsed.text()


def test_preview_is_read_from_the_right_in_urdu(worker):
    consultation = asked()
    reply = ReplyFactory(release=None, consultation=consultation)
    ReplyWordingFactory(reply=reply, language="ur", you_said="آپ نے کہا")
    page = worker.get(address("preview", consultation) + "?in=ur")
    assert page.parsed.all("html")[0].get("dir") == "rtl"
    assert "آپ نے کہا" in page.parsed.text()


def test_publish_asks_once_more_and_then_it_is_out(worker):
    reply = PromiseFactory(reply=ReplyWordingFactory().reply).reply
    where = address("publish", reply.consultation)
    assert "Publish for good" in worker.get(where).parsed.text()
    page = worker.post(where, follow=True)
    assert "Published. Young people can read your reply now." in page.parsed.text()
    assert Reply.objects.get().is_published


def test_publish_names_every_reason_and_offers_no_button(worker):
    reply = ReplyFactory(release=None)
    survey = SurveyFactory(consultation=reply.consultation)
    edition = EditionFactory(survey=survey)
    ResponseFactory.create_batch(10, edition=edition, finished=True)
    where = address("publish", reply.consultation)
    for page in (worker.get(where), worker.post(where)):
        assert "Choose an issued release" in page.parsed.text()
        assert "Publish for good" not in page.parsed.text()
    assert not Reply.objects.get().is_published


def test_published_reply_has_no_boxes_to_change_it(worker):
    reply = ReplyFactory(published=True)
    ReplyWordingFactory(reply=reply)
    where = address("write", reply.consultation)
    page = worker.get(where)
    assert page.parsed.all("textarea") == []
    worker.post(where, typed(**{"en-you_said": "Something else."}))
    assert reply.wordings.get().you_said.startswith("Moves come")


def test_proposed_release_cannot_be_chosen(worker):
    release = ReleaseFactory(proposed=True)
    where = address("write", release.survey.consultation)
    page = worker.post(where, typed(release=str(release.pk)))
    assert page.status_code == 200
    assert list(Reply.objects.all()) == []


def test_where_nobody_answered_the_desk_asks_what_happened(worker):
    page = worker.get(address("write", asked()))
    text = page.parsed.text()
    assert "They are owed a reply all the same" in text
    assert "What happened" in text
    assert "Release it speaks from" not in text
    assert "What we heard from few" not in text
    said = {"en-you_said": "Nobody answered.", "en-next": "We ask in schools."}
    boxes = {name: words for name, words in typed().items() if "few" not in name}
    assert worker.post(address("write", asked()), boxes | said).status_code == 302
    assert Reply.objects.get().without_answers


def test_where_nobody_answered_the_list_says_what_is_owed(worker):
    asked()
    text = worker.get(LIST).parsed.text()
    assert "Nobody answered. Say so in the reply" in text


def test_where_too_few_count_the_desk_says_what_may_be_said(worker):
    survey = SurveyFactory(consultation=ConsultationFactory(closed=True), live=True)
    ResponseFactory(edition=EditionFactory(survey=survey), finished=True)
    text = worker.get(address("write", survey.consultation)).parsed.text()
    assert "Fewer than ten answers count, so this reply needs no release." in text
    assert "What happened" in text
