"""Writes the text of every ordinary page as a list of blocks, with one block of text.

Not only the rows: revisions (drafts, and what was scheduled), what wagtail-localize has
frozen for translating, where in a page each of its translated passages stands, and where
Wagtail remembers a link. All versions of a page, in whatever language, give their block
the same id, since translations find a passage by it.
"""

import json
from uuid import UUID, uuid5

from django.db import migrations

OURS = UUID("6a1d2a54-9f5b-4d0e-8f0a-52c6ad3a1f27")
# Under these two Wagtail and wagtail-localize hash where something stands in a page.
REFERENCES = UUID("bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86")
TRANSLATED = UUID("fcab004a-2b50-11ea-978f-2e728ce88125")


def block_id(translation_key):
    """Return the id of the block that holds a page's text."""
    return str(uuid5(OURS, str(translation_key)))


def as_blocks(html, translation_key):
    """Return `html` as the JSON of a list with one block of text; none if there is none."""
    block = {"type": "text", "value": html, "id": block_id(translation_key)}
    return json.dumps([block] if html else [])


def as_html(blocks):
    """Return what the text blocks in the JSON `blocks` say."""
    return "".join(one["value"] for one in json.loads(blocks) if one["type"] == "text")


def forward(apps, _editor):
    """Write text as blocks."""
    _rewrite(apps, as_blocks)
    for context, key in _contexts(apps):
        path = f"body.{block_id(key)}" + context.path.removeprefix("body")
        _move(context, path, "body.text" if context.field_path else "")
    for reference, key in _references(apps, "body."):
        reference.model_path = "body.text"
        reference.content_path = f"body.{block_id(key)}"
        reference.content_path_hash = uuid5(REFERENCES, reference.content_path)
        reference.save()


def back(apps, _editor):
    """Write blocks of text as one text again; other blocks are lost."""
    _rewrite(apps, lambda blocks, _key: as_html(blocks))
    for context, key in _contexts(apps):
        here = f"body.{block_id(key)}"
        if context.path.startswith(here):
            path = "body" + context.path.removeprefix(here)
            _move(context, path, "body" if context.field_path else "")
    for reference, _key in _references(apps, "body.text"):
        reference.model_path = reference.content_path = "body."
        reference.content_path_hash = uuid5(REFERENCES, "body.")
        reference.save()


def _rewrite(apps, written):
    """Write the body anew in rows, revisions and what is frozen for translating."""
    pages = apps.get_model("cms", "StandardPage").objects
    for pk, key, body in pages.values_list("pk", "translation_key", "body"):
        pages.filter(pk=pk).update(body=written(body, key))
    for revision in _of_our_kind(apps, "wagtailcore", "Revision", "content_type"):
        said = revision.content
        if "body" in said:
            said["body"] = written(said["body"], said["translation_key"])
        revision.save(update_fields=["content"])
    for source in _of_our_kind(
        apps, "wagtail_localize", "TranslationSource", "specific_content_type"
    ):
        said = json.loads(source.content_json)
        if "body" in said:
            said["body"] = written(said["body"], said["translation_key"])
        source.content_json = json.dumps(said)
        source.save(update_fields=["content_json"])


def _of_our_kind(apps, app, model, kind):
    """Return the rows of `model` that are about an ordinary page."""
    named = {f"{kind}__app_label": "cms", f"{kind}__model": "standardpage"}
    return apps.get_model(app, model).objects.filter(**named)


def _contexts(apps):
    """Return each place of a page's text that is translated, with its page's key."""
    keys = set(
        apps.get_model("cms", "StandardPage").objects.values_list(
            "translation_key", flat=True
        )
    )
    contexts = apps.get_model("wagtail_localize", "TranslationContext").objects
    for context in contexts.filter(object_id__in=keys):
        if context.path.split(".")[0] == "body":
            yield context, context.object_id


def _move(context, path, field_path):
    """Say that a translated passage now stands at `path`."""
    context.path, context.field_path = path, field_path
    context.path_id = uuid5(TRANSLATED, path)
    context.save()


def _references(apps, model_path):
    """Return what Wagtail remembers of links in a page's text, with its page's key."""
    keys = {
        str(pk): key
        for pk, key in apps.get_model("cms", "StandardPage").objects.values_list(
            "pk", "translation_key"
        )
    }
    found = _of_our_kind(apps, "wagtailcore", "ReferenceIndex", "content_type")
    for reference in found.filter(model_path=model_path):
        if reference.object_id in keys:
            yield reference, keys[reference.object_id]


class Migration(migrations.Migration):
    """The column is still one of text; the next migration makes it one of blocks."""

    dependencies = [
        ("cms", "0002_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(forward, back)]
