import json
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Locale, ReferenceIndex
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from cms.models import StandardPage
from tests.factories.cms import build

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]
block_id = import_module("cms.migrations.0003_text_as_a_block").block_id


def migrate(name):
    executor = MigrationExecutor(connection)
    targets = [node for node in executor.loader.graph.leaf_nodes() if node[0] != "cms"]
    wanted = name or executor.loader.graph.leaf_nodes("cms")[0][1]
    executor.migrate([*(targets if name is None else []), ("cms", wanted)])
    return MigrationExecutor(connection).loader.project_state(("cms", wanted)).apps


def blocks(key, html):
    return json.dumps([{"type": "text", "value": html, "id": block_id(key)}])


@pytest.fixture
def page():
    """A page with a link, a draft that says more, and half a Polish translation."""
    home, key = build(), uuid4()
    said = f'<p>Plumtree <a linktype="page" id="{home.pk}">home</a></p><p>Pear</p>'
    page = home.add_child(
        instance=StandardPage(
            title="Fruit", slug="fruit", translation_key=key, body=blocks(key, said)
        )
    )
    page.save_revision().publish()
    source, _ = TranslationSource.get_or_create_from_instance(page)
    polish = Locale.objects.get(language_code="pl")
    translation = Translation.objects.create(source=source, target_locale=polish)
    words = source.stringsegment_set.get(string__data="Pear")
    StringTranslation.objects.create(
        translation_of=words.string, locale=polish, context=words.context, data="Gruszka"
    )
    translation.save_target()
    page.body = blocks(key, "<p>A draft of plumtree</p>")
    page.save_revision()
    return page


def stored(table, column, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE page_ptr_id = %s", [pk])
        return cursor.fetchone()[0]


def references():
    return set(ReferenceIndex.objects.values_list("model_path", "content_path_hash"))


# One test, since a migration there and back takes many seconds.
def test_nothing_of_a_page_is_lost_when_its_text_becomes_a_block(page):
    try:
        migrate("0002_initial")
        was = stored("cms_standardpage", "body", page.pk)
        frozen = TranslationSource.objects.values_list("content_json", flat=True).get()
        paths = set(TranslationContext.objects.values_list("path", flat=True))
    finally:
        migrate(None)
    assert was.startswith("<p>Plumtree <a")
    assert json.loads(frozen)["body"] == was
    assert {path for path in paths if path.startswith("body")} == {"body"}

    after = StandardPage.objects.get(pk=page.pk)
    assert [(one.block_type, one.value.source) for one in after.body] == [("text", was)]
    draft = after.get_latest_revision_as_object()
    assert [one.value.source for one in draft.body] == ["<p>A draft of plumtree</p>"]

    Translation.objects.get().save_target()
    polish = StandardPage.objects.get(
        translation_key=page.translation_key, locale__language_code="pl"
    )
    assert "<p>Gruszka</p>" in polish.body[0].value.source

    remembered = references()
    ReferenceIndex.create_or_update_for_object(after)
    assert references() == remembered
    assert "body.text" in {path for path, _ in remembered}
