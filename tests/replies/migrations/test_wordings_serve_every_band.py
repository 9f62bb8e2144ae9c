from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from tests.factories.replies import ReplyWordingFactory
from tests.factories.surveys import DEFINITION, EditionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]
migration = import_module("voice.replies.migrations.0008_wordings_serve_every_band")


def test_words_without_bands_serve_all_that_were_asked_youngest_first():
    old = ReplyWordingFactory(age_bands=[])
    new = ReplyWordingFactory(age_bands=["11-17"])
    EditionFactory(
        survey__consultation=old.reply.consultation,
        definition=DEFINITION | {"age_bands": ["4-7"]},
    )
    migration.serve_every_band(apps, SimpleNamespace(connection=connection))
    old.refresh_from_db()
    new.refresh_from_db()
    assert old.age_bands == ["4-7", "11-17"]
    assert new.age_bands == ["11-17"]
