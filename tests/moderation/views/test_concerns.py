import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import (
    ConcernFactory,
    ContactConcernFactory,
    ReadingFactory,
)
from tests.factories.surveys import RecordingFactory, voice
from voice.accounts.enums import Role
from voice.audit.models import Entry
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.models import Concern, ContactAttempt, Reading

pytestmark = pytest.mark.django_db

NOT_LEADS = sorted(set(Role) - {Role.SAFEGUARDING_LEAD})


@pytest.fixture
def lead():
    return UserFactory(lead=True, name="Sal Guard")


def address(name, concern):
    return reverse(f"moderation:{name}", args=[concern.pk])


def test_a_lead_sees_the_exact_words_and_marks_the_concern_seen(sign_in, lead):
    concern = ConcernFactory(reading__comment__words="he got my arm  <b>")
    page = sign_in(lead).get(address("concern", concern))
    assert "he got my arm <b>" in page.parsed.text()
    assert "999" in page.parsed.text()
    concern.refresh_from_db()
    assert (concern.state, concern.seen_by) == ("seen", lead)
    assert Entry.objects.filter(verb="moderation.read_concern", actor=lead).exists()


def test_a_lead_decides_and_the_note_is_sealed(sign_in, lead):
    concern = ConcernFactory()
    page = sign_in(lead).post(
        address("decide", concern),
        {"outcome": "front_door", "reference": "DEMO-0001", "note": "zanzibar"},
        follow=True,
    )
    concern.refresh_from_db()
    assert (concern.state, concern.outcome) == ("decided", "front_door")
    assert (concern.reference, concern.note()) == ("DEMO-0001", "zanzibar")
    assert b"zanzibar" not in bytes(concern.sealed_note)
    assert "zanzibar" in page.parsed.text()
    again = sign_in(lead).post(
        address("decide", concern), {"outcome": "known", "note": "kept on screen"}
    )
    assert again.status_code == 409


def test_a_decision_without_an_outcome_is_refused_and_the_note_kept(sign_in, lead):
    concern = ConcernFactory()
    page = sign_in(lead).post(address("decide", concern), {"note": "zanzibar"})
    assert page.status_code == 422
    assert "zanzibar" in page.parsed.text()


def test_the_referral_holds_the_exact_words_unshortened(sign_in, lead):
    words = "wen I go mums\n  her boyfrend shouts"
    concern = ConcernFactory(reading__comment__words=words)
    page = sign_in(lead).get(address("referral", concern))
    (shown,) = [box for box in page.parsed.all("div") if box.get("class") == "words"]
    assert "".join(shown.itertext()) == words


def test_the_list_shows_no_words(sign_in, lead):
    ConcernFactory(reading__comment__words="zanzibar")
    page = sign_in(lead).get(reverse("moderation:concerns"))
    assert "zanzibar" not in page.parsed.source


def test_the_list_costs_the_same_for_many_as_for_few(
    sign_in, lead, django_assert_max_num_queries
):
    for _ in range(8):
        ConcernFactory(decided=True)
    client = sign_in(lead)
    with django_assert_max_num_queries(17):
        client.get(reverse("moderation:concerns"))


def test_a_lead_gives_a_decided_comment_back_to_the_readers(sign_in, lead):
    concern = ConcernFactory(decided=True)
    page = sign_in(lead).post(address("give_back", concern), follow=True)
    assert "with the readers again" in page.parsed.text()
    assert concern.comment.reading.state == "waiting"


@pytest.mark.parametrize("role", NOT_LEADS)
def test_nobody_but_a_safeguarding_lead_sees_a_concern(sign_in, role):
    concern = ConcernFactory(reading__comment__words="zanzibar")
    client = sign_in(UserFactory(roles=[role]))
    for name in ("concern", "referral"):
        page = client.get(address(name, concern))
        assert page.status_code == 403
        assert "zanzibar" not in page.parsed.source
    assert client.get(reverse("moderation:concerns")).status_code == 403
    for name in ("decide", "give_back"):
        assert client.post(address(name, concern)).status_code == 403
    assert Concern.objects.get().state == "new"


def test_a_lead_who_is_no_worker_reads_no_comments(sign_in, lead):
    reading = ReadingFactory(comment__words="zanzibar")
    page = sign_in(lead).get(reverse("moderation:comment", args=[reading.comment_id]))
    assert page.status_code == 403
    assert "zanzibar" not in page.parsed.source


def test_the_alert_reaches_each_lead_and_says_nothing(
    django_capture_on_commit_callbacks, lead
):
    UserFactory(lead=True, is_active=False)
    other = UserFactory(lead=True)
    reading = ReadingFactory(comment__words="zanzibar")
    with django_capture_on_commit_callbacks(execute=True):
        pass_on_comment(reading, version=1, by=UserFactory(worker=True))
    assert sorted(letter.to for letter in mail.outbox) == sorted(
        [[lead.email], [other.email]]
    )
    for letter in mail.outbox:
        said = letter.subject + letter.body
        assert "/desk/" in said
        for secret in ("zanzibar", reading.comment.survey.title, str(reading.pk)):
            assert secret not in letter.subject
        assert "zanzibar" not in said
        assert reading.comment.survey.title not in said


def test_one_tap_remembers_that_somebody_rang_and_reminds_of_the_record(sign_in, lead):
    concern = ConcernFactory()
    client = sign_in(lead)
    page = client.post(address("act", concern), follow=True)
    assert "the record is still to be completed" in page.parsed.text()
    assert (
        "A record is waiting for you"
        in client.get(reverse("moderation:concerns")).parsed.text()
    )
    client.post(
        address("decide", concern), {"outcome": "immediate_danger", "note": "Rang 999."}
    )
    assert (
        "A record is waiting for you"
        not in client.get(reverse("moderation:concerns")).parsed.text()
    )


def test_a_wish_to_be_contacted_shows_how_and_when(sign_in, lead):
    concern = ContactConcernFactory(called="Jo", how="0770 zanzibar", when="At four")
    for name in ("concern", "referral"):
        text = sign_in(lead).get(address(name, concern)).parsed.text()
        for said in ("Jo", "0770 zanzibar", "At four", "My sister", "Library wall"):
            assert said in text
    listed = sign_in(lead).get(reverse("moderation:concerns"))
    assert "zanzibar" not in listed.parsed.source


def test_a_lead_writes_down_each_try_at_reaching_them(sign_in, lead):
    concern = ContactConcernFactory()
    client = sign_in(lead)
    page = client.get(address("concern", concern))
    assert "Nobody has written down a try yet." in page.parsed.text()
    said = {
        "attempt-reached": "no_answer",
        "attempt-tried_at": "2026-03-14T16:05",
        "attempt-note": "Text first, quagga",
    }
    refused = client.post(address("attempt", concern), said | {"attempt-reached": ""})
    assert refused.status_code == 422
    assert "Choose what came of it." in refused.parsed.text()
    assert "Text first, quagga" in refused.parsed.text()
    assert not ContactAttempt.objects.exists()
    text = client.post(address("attempt", concern), said, follow=True).parsed.text()
    for shown in ("14 March 2026, 4:05pm", "No answer", "Text first, quagga"):
        assert shown in text
    assert "tried to reach them" in text
    referral = client.get(address("referral", concern)).parsed.text()
    assert "14 March 2026, 4:05pm" in referral


def test_a_try_at_a_time_to_come_is_refused_and_what_was_typed_stays(sign_in, lead):
    concern = ContactConcernFactory()
    said = {
        "attempt-reached": "spoke",
        "attempt-tried_at": "2099-01-01T10:00",
        "attempt-note": "quagga",
    }
    page = sign_in(lead).post(address("attempt", concern), said)
    assert page.status_code == 409
    assert "That time is still to come." in page.parsed.text()
    assert "quagga" in page.parsed.text()


def test_a_recording_is_heard_by_leads_alone_and_written_down(sign_in, lead):
    recording = RecordingFactory()
    reading = Reading.objects.get(comment=recording.comment)
    pass_on_comment(reading, version=reading.version, by=UserFactory(worker=True))
    concern = Concern.objects.get()
    answer = sign_in(lead).get(address("concern_recording", concern))
    assert (answer.content, answer["Content-Type"]) == (voice(), "audio/ogg")
    assert "no-store" in answer["Cache-Control"]
    assert Entry.objects.filter(verb="moderation.hear_concern", actor=lead).exists()
    for role in NOT_LEADS:
        client = sign_in(UserFactory(roles=[role]))
        assert client.get(address("concern_recording", concern)).status_code == 403


def test_filters_find_by_state_reference_survey_and_mine(sign_in, lead):
    mine = ConcernFactory(decided=True, lead=lead, reference="DEMO-77")
    other = ConcernFactory()
    client = sign_in(lead)

    def shown(query):
        source = client.get(reverse("moderation:concerns") + query).parsed.source
        return {one for one in (mine, other) if address("concern", one) in source}

    assert shown("") == {mine, other}
    assert shown("?state=open") == {other}
    assert shown("?state=decided") == {mine}
    assert shown("?reference=demo-7") == {mine}
    assert shown("?mine=on") == {mine}
    assert shown(f"?survey={other.survey_id}") == {other}
    assert shown("?state=nonsense&survey=x&raised_from=y") == {mine, other}
    assert shown("?reference=nothing") == set()


def test_hold_and_notes_and_deciding_again_from_the_page(sign_in, lead):
    concern = ConcernFactory(decided=True, lead=lead)
    client = sign_in(lead)
    assert client.post(address("place_hold", concern), {}).status_code == 422
    client.post(address("place_hold", concern), {"hold-reason": "Court C-1"})
    assert "Court C-1" in client.get(reverse("moderation:holds")).parsed.text()
    client.post(address("lift_hold", concern))
    assert "Lifted" in client.get(reverse("moderation:holds")).parsed.text()
    client.post(address("add_to_concern", concern), {"add-text": "They rang back."})
    client.post(address("reopen_concern", concern), {"reopen-reason": "Wrong number."})
    text = client.get(address("concern", concern)).parsed.text()
    for said in ("They rang back.", "Wrong number.", "Record your decision"):
        assert said in text


def test_the_history_says_who_read_it(sign_in, lead):
    concern = ConcernFactory()
    client = sign_in(lead)
    client.get(address("concern", concern))
    text = client.get(address("concern", concern)).parsed.text()
    assert "Sal Guard read it" in text
    assert "raised it" in text
