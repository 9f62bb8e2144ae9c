import pytest
from django.db import IntegrityError, models, transaction

from tests.factories.accounts import UserFactory
from voice.audit.domain.record import record
from voice.audit.domain.sealing import seal_entries
from voice.audit.models import AppendOnly, Entry, Seal

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def entry():
    person = UserFactory()
    made = record("accounts.tested", person, by=person)
    seal_entries()
    return Entry.objects.get(pk=made.pk)


@pytest.mark.parametrize("model", [Entry, Seal])
def test_a_row_refuses_to_be_saved_again_or_deleted(entry, model):
    row = model.objects.get()
    with pytest.raises(AppendOnly):
        row.save()
    with pytest.raises(AppendOnly):
        row.delete()


@pytest.mark.parametrize("model", [Entry, Seal])
def test_rows_refuse_to_be_updated_or_deleted_together(entry, model):
    with pytest.raises(AppendOnly):
        model.objects.all().delete()
    with pytest.raises(AppendOnly):
        model.objects.filter(pk__isnull=False).update(mac="0" * 64)
    with pytest.raises(AppendOnly):
        model.objects.bulk_update([], ["mac"])


def test_a_copy_under_the_same_number_is_refused(entry):
    seal = Seal.objects.get()
    twin = Seal(number=seal.number, count=1, before="0" * 64, mac="1" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


@pytest.mark.parametrize("change", [{"position": None}, {"seal": None}])
def test_the_database_keeps_seal_and_position_together(entry, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet(Entry).update(**change)


def test_the_database_keeps_each_place_in_a_seal_for_one_entry(entry):
    other = record("accounts.tested", UserFactory(), by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet(Entry).filter(pk=other.pk).update(seal=entry.seal, position=0)
