import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from voice.accounts.enums import Role
from voice.audit.models import Entry
from voice.moderation.domain.reading import pass_on_comment
from voice.moderation.models import Concern

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
    with django_assert_max_num_queries(16):
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
