"""Whatever somebody with a database shell does to the audit is found, each time."""

import random
import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import models, transaction

from tests.factories.accounts import UserFactory
from voice.audit.domain.record import record
from voice.audit.domain.sealing import seal_entries
from voice.audit.domain.verifying import verify
from voice.audit.models import Entry, Seal

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]

TRIALS = 1000
SEALS, IN_A_SEAL, WAITING = 4, 4, 3

entries = models.QuerySet(Entry)
seals = models.QuerySet(Seal)


@pytest.fixture
def kept(settings, tmp_path):
    """Return the two files outside the database, on."""
    settings.AUDIT_CHECKPOINT = str(tmp_path / "checkpoint.json")
    return [tmp_path / "checkpoint.json", tmp_path / "checkpoint.unsealed"]


@pytest.fixture
def history(kept):
    """Four seals of four entries, and three entries that wait for a sealer."""
    people = [UserFactory(), UserFactory()]
    for number in range(SEALS * IN_A_SEAL + WAITING):
        by = [*people, None][number % 3]
        record("accounts.tested", people[0], by=by, n=number, state="seen")
        if number % IN_A_SEAL == IN_A_SEAL - 1:
            seal_entries()
    assert Entry.objects.filter(seal=None).count() == WAITING


def other(dice, field, value):
    """Return a value this column can hold that is not `value`."""
    match field:
        case models.UUIDField():
            return uuid.UUID(int=dice.getrandbits(128))
        case models.DateTimeField():
            return value + timedelta(
                microseconds=dice.choice([1, 10**6, 86_400 * 10**6])
            )
        case models.JSONField():
            return dice.choice([{**value, "n": -1}, {}, {**value, "more": True}])
        case models.ForeignKey() | models.IntegerField():
            return value + dice.randint(100, 200)
    return dice.choice([f"~{value}"[: field.max_length], value[:-1] + "~", "other"])


def edit(dice):
    """Change one column of one entry, sealed or not."""
    entry = dice.choice(list(Entry.objects.all()))
    field = dice.choice([*Entry._meta.concrete_fields])
    if field.name in {"seal", "position"}:
        return move(dice)
    value = getattr(entry, field.attname)
    if field.name == "actor":
        people = {*entries.exclude(actor=None).values_list("actor_id", flat=True), None}
        new = dice.choice(sorted(people - {value}, key=str))
    else:
        new = other(dice, field, value)
    entries.filter(pk=entry.pk).update(**{field.attname: new})
    return f"edit {field.name}"


def move(dice):
    """Give a sealed entry another place, or two entries each other's."""
    one, two = dice.sample(list(Entry.objects.exclude(seal=None)), 2)
    if dice.random() < 0.3:
        entries.filter(pk=one.pk).update(position=dice.randint(50, 99))
        return "move far"
    if dice.random() < 0.3:
        entries.filter(pk=one.pk).update(seal=None, position=None)
        return "unseal"
    entries.filter(pk=one.pk).update(position=99)
    entries.filter(pk=two.pk).update(seal=one.seal_id, position=one.position)
    entries.filter(pk=one.pk).update(seal=two.seal_id, position=two.position)
    return "swap"


def delete(dice):
    """Delete one entry or several, sealed or not."""
    every = list(Entry.objects.values_list("pk", flat=True))
    gone = dice.sample(every, dice.choice([1, 1, 2, 5]))
    entries.filter(pk__in=gone).delete()
    return "delete"


def delete_waiting(dice):
    """Delete the newest, before a sealer came by; it may come by afterwards."""
    waiting = list(Entry.objects.filter(seal=None).values_list("pk", flat=True))
    entries.filter(pk__in=dice.sample(waiting, dice.randint(1, WAITING))).delete()
    if dice.random() < 0.5:
        seal_entries()
    return "delete waiting"


def insert(dice):
    """Add a copy of an entry under another id, sealed or waiting."""
    copied = dice.choice(list(Entry.objects.all()))
    said = {
        field.attname: getattr(copied, field.attname)
        for field in Entry._meta.concrete_fields
    } | {"id": uuid.UUID(int=dice.getrandbits(128))}
    said |= dice.choice(
        [
            {"seal_id": None, "position": None},
            {"seal_id": dice.randint(1, SEALS), "position": dice.randint(4, 99)},
        ]
    )
    Entry.objects.bulk_create([Entry(**said)])
    return "insert"


def truncate(dice):
    """Cut everything from one seal on, and perhaps seal on afterwards."""
    first = dice.randint(1, SEALS)
    waiting = models.Q(seal=None)
    how = dice.choice(["whole", "sealed only", "free the entries"])
    cut = models.Q(seal__gte=first)
    if how == "free the entries":
        entries.filter(cut).update(seal=None, position=None)
    else:
        entries.filter(cut | waiting if how == "whole" else cut).delete()
    seals.filter(pk__gte=first).delete()
    if dice.random() < 0.5:
        record("accounts.tested", Entry, by=None, n=99)
        seal_entries()
    return f"truncate {how}"


def seal_edited(dice):
    """Change one column of a seal."""
    seal = dice.choice(list(Seal.objects.all()))
    field = dice.choice(list(Seal._meta.concrete_fields))
    new = other(dice, field, getattr(seal, field.attname))
    if field.primary_key:
        entries.filter(seal=seal.pk).update(seal=None, position=None)
    seals.filter(pk=seal.pk).update(**{field.attname: new})
    return f"edit seal {field.name}"


def seal_removed(dice):
    """Delete one seal, its entries with it or left to wait."""
    number = dice.randint(1, SEALS)
    mine = entries.filter(seal=number)
    mine.update(seal=None, position=None) if dice.random() < 0.5 else mine.delete()
    seals.filter(pk=number).delete()
    return "remove seal"


def seal_added(dice):
    """Add a seal of one's own at the end."""
    last = Seal.objects.last()
    Seal.objects.bulk_create(
        [
            Seal(
                number=last.number + dice.randint(1, 2),
                count=0,
                before=dice.choice([last.mac, last.before]),
                mac=f"{dice.getrandbits(256):064x}",
            )
        ]
    )
    return "add seal"


WAYS = [
    edit,
    move,
    delete,
    delete_waiting,
    insert,
    truncate,
    seal_edited,
    seal_removed,
    seal_added,
]


def test_a_thousand_random_tamperings_are_all_found(history, kept):
    assert verify() == []
    before = [file.read_bytes() for file in kept]
    missed, done = [], set()
    for trial in range(TRIALS):
        dice = random.Random(trial)
        with transaction.atomic():
            what = dice.choice(WAYS)(dice)
            done.add(what.split()[0])
            if not verify():
                missed.append((trial, what))
            transaction.set_rollback(True)
        for file, content in zip(kept, before, strict=True):
            file.write_bytes(content)
    assert missed == []
    assert len(done) >= 7
    assert verify() == []


def test_a_change_that_was_rolled_back_is_no_finding(history):
    with transaction.atomic():
        record("accounts.tested", Entry, by=None, n=1)
        transaction.set_rollback(True)
    assert verify() == []
    seal_entries()
    assert verify() == []


def test_an_entry_deleted_before_it_was_sealed_goes_on_being_missed(history):
    gone = Entry.objects.filter(seal=None).first()
    entries.filter(pk=gone.pk).delete()
    for _ in range(3):
        assert [finding.kind for finding in verify()] == ["deleted"]
        record("accounts.tested", Entry, by=None, n=1)
        seal_entries()


def test_what_is_sealed_is_forgotten_outside_the_database(history, kept):
    assert len(kept[1].read_text().splitlines()) == WAITING
    seal_entries()
    assert kept[1].read_text() == ""


def test_a_checkpoint_that_was_taken_away_is_found_and_stays_found(history, kept):
    kept[0].unlink()
    assert [finding.kind for finding in verify()] == ["cut"]
    seal_entries()
    assert [finding.kind for finding in verify()] == ["cut"]


def test_a_machine_that_joins_begins_a_checkpoint(history, kept):
    kept[0].unlink()
    call_command("seal_audit", begin_checkpoint=True)
    assert verify() == []
