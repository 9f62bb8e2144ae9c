import pytest

from surveys.domain.invitations import open_link, stop_invitation
from tests.factories.accounts import UserFactory
from tests.factories.surveys import EditionFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_open_link_has_its_own_address_and_is_audited():
    worker, survey = UserFactory(worker=True), EditionFactory().survey
    link = open_link(survey, by=worker, label="Library wall")
    other = open_link(survey, by=worker)
    assert link.token != other.token
    assert link.label == "Library wall"
    assert list(
        Entry.objects.filter(object_id=str(link.pk)).values_list("verb", "actor")
    ) == [("surveys.open_link", worker.pk)]


def test_stopping_twice_is_stopping_once():
    worker = UserFactory(worker=True)
    link = open_link(EditionFactory().survey, by=worker)
    stop_invitation(link, by=worker)
    when = link.stopped_at
    stop_invitation(link, by=worker)
    assert link.stopped_at == when
    assert Entry.objects.filter(verb="surveys.stop_invitation").count() == 1
