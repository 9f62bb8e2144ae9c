"""Two people, one survey, one hour, for reading alone."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.accounts import letters
from voice.accounts.domain.break_glass import (
    AnsweredAlready,
    AskedAlready,
    NeedsSecondPerson,
    NotAsked,
    ask_to_break_glass,
    close_break_glass,
    close_what_is_over,
    open_break_glass,
    refuse_break_glass,
)
from voice.accounts.domain.openings import report_openings, tell_late
from voice.accounts.domain.staff import change_roles
from voice.accounts.enums import BreakGlassState, Role
from voice.accounts.models import BreakGlass, User
from voice.accounts.queries.break_glass import has_open
from voice.audit.models import Entry
from voice.council.due import do_due_work
from voice.moderation.permissions import user_can_decide, user_can_moderate

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
WHY = "A court has ordered us to say whether something was written."


@pytest.fixture
def admin():
    return UserFactory(administrator=True)


@pytest.fixture
def officer():
    return UserFactory(officer=True)


@pytest.fixture
def reading():
    return ReadingFactory(comment__words="Plantedwagtail said hello")


@pytest.fixture
def survey(reading):
    return reading.comment.survey


def ask(survey, by):
    return ask_to_break_glass(survey.pk, title=survey.title, reason=WHY, by=by)


def test_nothing_is_open_before_the_second_person(survey, admin, officer):
    ask(survey, admin)
    assert not has_open(admin, survey.pk)
    assert not user_can_moderate(admin, survey)


def test_it_opens_one_survey_to_one_person_for_reading(survey, admin, officer):
    other = ReadingFactory().comment.survey
    open_break_glass(ask(survey, admin), by=officer)
    assert user_can_moderate(admin, survey)
    assert not user_can_decide(admin, survey)
    assert not user_can_moderate(admin, other)
    assert not user_can_moderate(officer, survey)
    assert not user_can_moderate(UserFactory(administrator=True), survey)


def test_it_closes_itself_after_an_hour(survey, admin, officer, time_machine):
    time_machine.move_to("2026-03-14T12:00:00+00:00", tick=False)
    opened = open_break_glass(ask(survey, admin), by=officer)
    time_machine.move_to("2026-03-14T12:59:59+00:00", tick=False)
    assert has_open(admin, survey.pk)
    time_machine.move_to("2026-03-14T13:00:00+00:00", tick=False)
    assert not has_open(admin, survey.pk)
    opened.refresh_from_db()
    assert opened.state == BreakGlassState.CLOSED


def test_nobody_opens_their_own(survey, admin):
    with pytest.raises(NeedsSecondPerson):
        open_break_glass(ask(survey, admin), by=admin)


def test_the_database_takes_two_people_too(survey, admin):
    asked = ask(survey, admin)
    rows = BreakGlass.objects.filter(pk=asked.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(answered_by=admin, answered_at=asked.asked_at)


@pytest.mark.parametrize("trait", ["worker", "lead", "owner", "board", "editor"])
def test_other_roles_neither_ask_nor_answer(survey, admin, trait):
    other = UserFactory(**{trait: True})
    with pytest.raises(NotAsked):
        ask(survey, other)
    with pytest.raises(NeedsSecondPerson):
        open_break_glass(ask(survey, admin), by=other)


def test_a_wish_lapses_after_a_day(survey, admin, officer, time_machine):
    time_machine.move_to("2026-03-14T12:00:00+00:00", tick=False)
    asked = ask(survey, admin)
    time_machine.move_to("2026-03-15T12:00:00+00:00", tick=False)
    with pytest.raises(AnsweredAlready):
        open_break_glass(asked, by=officer)


def test_it_is_asked_once_and_answered_once(survey, admin, officer):
    asked = ask(survey, admin)
    with pytest.raises(AskedAlready):
        ask(survey, admin)
    open_break_glass(asked, by=officer)
    with pytest.raises(AnsweredAlready):
        open_break_glass(asked, by=UserFactory(administrator=True))


def test_it_closes_for_an_administrator_who_is_one_no_longer(survey, admin, officer):
    open_break_glass(ask(survey, admin), by=officer)
    change_roles(admin, roles=[Role.WEB_EDITOR], by=UserFactory(administrator=True))
    assert not has_open(User.objects.get(pk=admin.pk), survey.pk)


def test_officers_are_told_at_once_without_content(
    survey, admin, officer, django_capture_on_commit_callbacks
):
    survey.title = "Plantedtitle"
    asked = ask(survey, admin)
    with django_capture_on_commit_callbacks(execute=True):
        opened = open_break_glass(asked, by=UserFactory(administrator=True))
    (letter,) = mail.outbox
    assert letter.to == [officer.email]
    assert "/desk/break-glass/" in letter.body
    for planted in ("Plantedtitle", WHY, "Plantedwagtail", admin.name):
        assert planted not in letter.subject + letter.body
    opened.refresh_from_db()
    assert opened.officers_told_at is not None


def test_a_letter_that_failed_is_sent_by_due_work(
    survey, admin, officer, settings, django_capture_on_commit_callbacks, monkeypatch
):
    def fail(**said):
        raise OSError

    monkeypatch.setattr("voice.accounts.letters.send_mail", fail)
    with django_capture_on_commit_callbacks(execute=True):
        opened = open_break_glass(ask(survey, admin), by=officer)
    opened.refresh_from_db()
    assert opened.officers_told_at is None
    monkeypatch.undo()
    list(tell_late(opened.answered_at))
    assert [letter.to for letter in mail.outbox] == [[officer.email]]
    assert list(tell_late(opened.answered_at)) == []


def test_leads_are_told_at_once_without_content(
    survey, admin, officer, django_capture_on_commit_callbacks
):
    lead = UserFactory(lead=True)
    UserFactory(lead=True, is_active=False)
    with django_capture_on_commit_callbacks(execute=True):
        opened = open_break_glass(ask(survey, admin), by=officer)
    sent = {letter.to[0]: letter for letter in mail.outbox}
    assert set(sent) == {officer.email, lead.email}
    said = sent[lead.email].subject + sent[lead.email].body
    for planted in (survey.title, WHY, "Plantedwagtail", admin.name, "break-glass"):
        assert planted not in said
    opened.refresh_from_db()
    assert opened.leads_told_at is not None


def test_officers_and_leads_are_each_told_once(survey, admin, officer, monkeypatch):
    lead = UserFactory(lead=True)
    opened = open_break_glass(ask(survey, admin), by=officer)
    send = letters.send_mail

    def fail_for_leads(**said):
        if said["recipient_list"] == [lead.email]:
            raise OSError
        send(**said)

    monkeypatch.setattr(letters, "send_mail", fail_for_leads)
    list(tell_late(opened.answered_at))
    monkeypatch.undo()
    list(tell_late(opened.answered_at))
    list(tell_late(opened.answered_at))
    assert [letter.to for letter in mail.outbox] == [[officer.email], [lead.email]]


def test_a_council_without_a_lead_tells_the_first_who_comes(survey, admin, officer):
    opened = open_break_glass(ask(survey, admin), by=officer)
    list(tell_late(opened.answered_at))
    mail.outbox.clear()
    lead = UserFactory(lead=True)
    list(tell_late(opened.answered_at))
    assert [letter.to for letter in mail.outbox] == [[lead.email]]


def test_officers_get_one_report_a_day_of_what_was_opened(
    survey, admin, officer, time_machine
):
    def reports(moment):
        time_machine.move_to(moment, tick=False)
        mail.outbox.clear()
        list(report_openings(timezone.now()))
        return [(letter.to, letter.body) for letter in mail.outbox]

    time_machine.move_to("2026-03-14T09:00:00+00:00", tick=False)
    opened = open_break_glass(ask(survey, admin), by=officer)
    close_break_glass(opened, by=officer)
    open_break_glass(ask(survey, admin), by=officer)
    refuse_break_glass(ask(ReadingFactory().comment.survey, admin), by=officer)
    assert reports("2026-03-14T23:59:00+00:00") == []
    ((to, body),) = reports("2026-03-15T00:05:00+00:00")
    assert to == [officer.email]
    assert "for an hour, 2 times." in body
    assert survey.title not in body
    assert admin.name not in body
    assert reports("2026-03-15T00:10:00+00:00") == []
    assert reports("2026-03-16T00:05:00+00:00") == []
    open_break_glass(ask(ReadingFactory().comment.survey, admin), by=officer)
    ((_to, body),) = reports("2026-03-17T00:05:00+00:00")
    assert "for an hour, once." in body


def test_a_report_that_failed_is_sent_with_the_next(
    survey, admin, officer, time_machine, monkeypatch
):
    time_machine.move_to("2026-03-14T09:00:00+00:00", tick=False)
    open_break_glass(ask(survey, admin), by=officer)
    time_machine.move_to("2026-03-15T09:00:00+00:00", tick=False)

    def fail(**said):
        raise OSError

    monkeypatch.setattr(letters, "send_mail", fail)
    assert list(report_openings(timezone.now())) == []
    monkeypatch.undo()
    assert len(list(report_openings(timezone.now()))) == 1


def test_every_run_of_due_work_tells_and_reports():
    names = {"break-glass", "break-glass letters", "break-glass report"}
    assert names <= {name for name, _did in do_due_work(timezone.now())}


def test_due_work_writes_down_that_it_closed(survey, admin, officer):
    opened = open_break_glass(ask(survey, admin), by=officer)
    list(close_what_is_over(opened.closes_at))
    opened.refresh_from_db()
    assert opened.closed_at == opened.closes_at
    verbs = Entry.objects.filter(verb__endswith="break_glass").order_by("at")
    assert [(entry.verb, entry.actor) for entry in verbs] == [
        ("accounts.ask_break_glass", admin),
        ("accounts.open_break_glass", officer),
        ("accounts.close_break_glass", None),
    ]


def test_nothing_opens_where_writing_down_fails(survey, admin, officer, monkeypatch):
    asked = ask(survey, admin)

    def fail(*args, **said):
        raise OSError

    monkeypatch.setattr("voice.accounts.domain.break_glass.record", fail)
    with pytest.raises(OSError), transaction.atomic():
        open_break_glass(asked, by=officer)
    assert not has_open(admin, survey.pk)


def test_the_whole_of_it_in_the_browser(sign_in, reading, survey, admin, officer):
    comment = reverse("moderation:comment", args=[reading.comment_id])
    approve = reverse("moderation:approve", args=[reading.comment_id])
    client = sign_in(admin)
    client.post(
        reverse("accounts:ask_break_glass"), {"survey": survey.pk, "reason": WHY}
    )
    asked = BreakGlass.objects.get()
    client.post(reverse("accounts:open_break_glass", args=[asked.pk]))
    assert client.get(comment).status_code == 403
    client = sign_in(officer)
    assert WHY in client.get(reverse("accounts:break_glass")).parsed.text()
    client.post(reverse("accounts:open_break_glass", args=[asked.pk]))
    assert client.get(comment).status_code == 403
    client = sign_in(admin)
    page = client.get(comment)
    assert "Plantedwagtail" in page.parsed.text()
    assert "is open to you until" in page.parsed.text()
    assert client.post(approve).status_code == 404
    assert Entry.objects.filter(verb="moderation.read", actor=admin).exists()
    for path in ("/desk/", "/admin/", "/account/devices/", "/desk/staff/"):
        assert b"is open to you until" in client.get(path, follow=True).content, path
    client.post(reverse("accounts:close_break_glass", args=[asked.pk]))
    assert client.get(comment).status_code == 403
    assert b"is open to you until" not in client.get("/desk/").content


def test_a_short_reason_is_refused_and_kept(sign_in, survey, admin):
    page = sign_in(admin).post(
        reverse("accounts:ask_break_glass"), {"survey": survey.pk, "reason": "Because"}
    )
    assert page.status_code == 422
    assert "Because" in page.parsed.text()
