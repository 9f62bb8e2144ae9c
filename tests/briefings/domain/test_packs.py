from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories.accounts import UserFactory
from tests.factories.packs import a_loop, a_pack
from tests.factories.statement import ReleaseFactory
from voice.audit.queries import entries
from voice.briefings.domain.packs import (
    CannotMakePack,
    NotAsSigned,
    PeriodTurned,
    make_pack,
    open_pack,
    paper_for,
)
from voice.briefings.models import Pack
from voice.briefings.models.pack import PackIsFrozen
from voice.briefings.queries.packs import pack_to_read
from voice.releases.models import Release

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_pack_is_kept_with_who_made_it_and_what_was_chosen(today):
    loop, worker = a_loop(), UserFactory(worker=True)
    made = a_pack(by=worker, key_themes=[loop.key_theme.pk])
    kept = Pack.objects.get()
    assert kept.made_by == worker
    assert kept.until == today
    assert kept.key_themes == [loop.key_theme.pk]
    assert kept.consultations == []
    assert kept.content_hash == kept.paper["hash"]
    [entry] = entries(verb="briefings.make_pack")
    assert (entry.actor_key, entry.object_id) == (str(worker.pk), str(made.pk))


def test_what_happens_later_changes_no_pack():
    loop = a_loop()
    before = a_pack().paper
    loop.action.title = "Zanzibarquokka"
    loop.action.save()
    loop.reply.wordings.update(you_said="Zanzibarquokka")
    ReleaseFactory()
    assert Pack.objects.get().paper == before
    assert pack_to_read(Pack.objects.get()).paper == before | {"outside": True}


@pytest.mark.parametrize("turned", [(0, 1), (-1, -2)])
def test_a_period_that_ends_before_it_begins_or_after_today_is_refused(today, turned):
    since, until = (today + timedelta(days=days) for days in turned)
    with pytest.raises(PeriodTurned):
        paper_for(since=since, until=until, today=today)
    with pytest.raises(CannotMakePack):
        make_pack(
            since=since, until=until, today=today, by=UserFactory(administrator=True)
        )
    assert not Pack.objects.exists()


def test_no_pack_is_made_of_a_release_that_was_altered(today):
    loop = a_loop()
    Release.objects.filter(pk=loop.release.pk).update(content_hash="0" * 64)
    with pytest.raises(NotAsSigned, match="is not what was signed"):
        a_pack()


def test_a_pack_is_never_changed_nor_deleted():
    made = a_pack()
    for change in (
        made.save,
        made.delete,
        Pack.objects.all().delete,
        lambda: Pack.objects.update(paper={}),
        lambda: Pack.objects.bulk_update([made], ["paper"]),
    ):
        with pytest.raises(PackIsFrozen):
            change()


def test_a_pack_of_no_period_cannot_be_kept(today):
    made = a_pack()
    with pytest.raises(IntegrityError), transaction.atomic():
        Pack.objects.create(
            since=today,
            until=today - timedelta(days=1),
            paper=made.paper,
            content_hash=made.content_hash,
            made_by=made.made_by,
        )


def test_reading_a_pack_is_written_down_and_says_how():
    made, reader = a_pack(), UserFactory(administrator=True)
    open_pack(made, by=reader, how="pdf")
    [entry] = entries(verb="briefings.open_pack")
    assert entry.actor_key == str(reader.pk)
    assert entry.object_id == str(made.pk)
    assert entry.details == {"how": "pdf"}


def test_a_pack_that_was_altered_from_outside_is_not_shown(caplog):
    made = a_pack()
    altered = made.paper | {"title": "Zanzibarquokka"}
    with connection.cursor() as cursor:
        column = Pack._meta.get_field("paper").get_db_prep_save(altered, connection)
        cursor.execute("UPDATE briefings_pack SET paper = %s", [column])
    assert pack_to_read(Pack.objects.get()) is None
    assert "is not what was made" in caplog.text
