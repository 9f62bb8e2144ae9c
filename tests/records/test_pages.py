import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone

from surveys.enums import Mode
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.retention import closed_edition, comment_in
from voice.audit.models import Entry
from voice.council.sealed_columns import sealed_columns
from voice.records.models import Breach, DataProtection

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


@pytest.fixture
def officer(sign_in):
    return sign_in(UserFactory(officer=True))


@pytest.fixture
def known(client):
    """Return the comment of a response that is known to be one person's."""
    edition = closed_edition(days=1)
    edition.survey.mode = Mode.KNOWN_TO_WORKER
    edition.survey.save()
    comment = comment_in(edition, words="planted-word-zebra")
    ReadingFactory(comment=comment, approved=True)
    return comment


def where(name, comment):
    return reverse(
        name,
        kwargs={"slug": comment.survey.slug, "pk": comment.response_id},
    )


def breach(**said):
    return {
        "kind": "breach",
        "known_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "what": "A list was sent to the wrong team.",
        "whom": "Four workers.",
        "harm": "None is likely.",
        "reporting": "undecided",
    } | said


def test_overdue_survey_is_loud_and_says_what_waits(officer):
    comment_in(closed_edition(days=120))
    shown = officer.get("/desk/records/").content.decode()
    assert "Kept too long: My social worker and me" in shown
    assert "1 comment is still unread." in shown


def test_nothing_overdue_is_said_quietly(officer):
    comment_in(closed_edition(days=1))
    assert "Kept too long" not in officer.get("/desk/records/").content.decode()


@pytest.mark.parametrize("page", ["processing", "dpia"])
def test_records_are_filled_from_what_is_true_and_what_the_officer_wrote(
    officer, page, settings
):
    DataProtection.objects.create(pk=1, controller="Calderwick Council, High Street")
    closed_edition(days=1)
    shown = officer.get(f"/desk/records/{page}/").content.decode()
    assert "Calderwick Council, High Street" in shown
    assert "Staff can sign in with a password alone." in shown
    settings.SECOND_FACTOR_REQUIRED = True
    assert "article 6(1)(e)" in shown


def test_how_long_things_are_kept_is_said_as_people_say_it(officer):
    closed_edition(days=1)
    shown = officer.get("/desk/records/processing/").parsed.text()
    assert (
        "Kept after closing: words 90 days, answers 2 years, contact details 1 year."
        in shown
    )


def test_the_councils_words_are_kept_with_the_day_of_their_review(officer):
    page = officer.post("/desk/records/words/", {"controller": "We"})
    assert page.status_code == 302
    kept = DataProtection.objects.get()
    assert (kept.controller, kept.reviewed_on) == ("We", timezone.localdate())


def test_there_is_one_row_of_the_councils_words(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        DataProtection.objects.create(pk=2)


def test_a_breach_has_a_clock_of_72_hours_that_is_loud_when_it_ran_out(officer):
    officer.post("/desk/records/breaches/enter/", breach())
    assert "Decide by" in officer.get("/desk/records/breaches/").content.decode()
    Breach.objects.update(known_at=timezone.now() - timedelta(hours=73))
    assert "72 hours went by" in officer.get("/desk/records/breaches/").content.decode()


def test_a_near_miss_has_no_clock(officer):
    officer.post("/desk/records/breaches/enter/", breach(kind="near_miss"))
    assert "Decide by" not in officer.get("/desk/records/breaches/").content.decode()


def test_a_decision_needs_its_reason_and_ends_the_clock(officer):
    decided = breach(reporting="not_needed")
    page = officer.post("/desk/records/breaches/enter/", decided)
    assert page.status_code == 422
    assert "A list was sent to the wrong team." in page.content.decode()
    officer.post("/desk/records/breaches/enter/", decided | {"why": "Nobody read it."})
    row = Breach.objects.get()
    assert row.decided_at is not None
    assert not row.is_clock_running
    assert Entry.objects.filter(verb="records.enter_breach").count() == 1


def test_what_is_still_to_come_is_not_known_yet(officer):
    later = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    page = officer.post("/desk/records/breaches/enter/", breach(known_at=later))
    assert page.status_code == 422


def test_a_decision_without_time_or_reason_cannot_be_kept(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Breach.objects.create(
            kind="breach",
            known_at=timezone.now(),
            reporting="reported",
            entered_by=UserFactory(),
        )


def test_officer_sees_everything_held_and_that_is_recorded(officer, known):
    shown = officer.get(where("records:held", known)).content.decode()
    assert "planted-word-zebra" in shown
    assert "<dd>11 to 17</dd>" in shown
    assert Entry.objects.filter(verb="records.read_everything").count() == 1


def test_the_file_holds_the_same_and_has_a_neutral_name(officer, known):
    page = officer.get(where("records:held_file", known))
    assert page.headers["Content-Disposition"] == 'attachment; filename="record.json"'
    held = json.loads(page.content)
    assert held["comments"][0]["words"] == "planted-word-zebra"
    assert held["comments"][0]["kept"] == "planted-word-zebra"
    assert held["answers"][0]["answer"] == "yes"


def test_everything_held_is_asked_for_again_with_the_second_factor(
    officer, known, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    page = officer.get(where("records:held", known))
    assert "planted-word-zebra" not in page.content.decode()


def test_where_names_are_not_asked_nobodys_answers_can_be_found(officer):
    comment = comment_in(closed_edition(days=1))
    assert officer.get(where("records:held", comment)).status_code == 404
    assert officer.get(where("surveys:erase", comment)).status_code == 404


def test_officer_erases_after_being_asked_once_more(officer, known):
    address = where("surveys:erase", known)
    assert "Erase these answers?" in officer.get(address).content.decode()
    officer.post(address, {"sure": "yes"})
    assert Response.objects.count() == 0


def test_worker_of_another_survey_finds_nothing_to_erase(sign_in, known):
    client = sign_in(UserFactory(outsider=True))
    assert (
        client.post(where("surveys:erase", known), {"sure": "yes"}).status_code == 404
    )


def test_str_of_all_that_holds_sealed_words_is_an_id():
    for label in {column.model for column in sealed_columns()}:
        model = apps.get_model(label)
        field = model._meta.pk
        row = model()
        for name in ("comment_id", "concern_id", "reading_id"):
            if hasattr(row, name):
                setattr(row, name, "an-id")
        if isinstance(field, models.UUIDField):
            assert str(row) in {str(row.pk), "an-id"}, label
