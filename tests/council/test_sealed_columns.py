from django.apps import apps
from django.db.models import BinaryField

from voice.council.sealed_columns import sealed_columns

OURS = ("voice.", "surveys", "cms")


def test_every_sealed_column_of_ours_is_registered_so_that_keys_can_change():
    found = {
        f"{model._meta.label}.{field.name}"
        for app in apps.get_app_configs()
        if app.name.startswith(OURS)
        for model in app.get_models()
        for field in model._meta.fields
        if isinstance(field, BinaryField) and field.name.startswith("sealed_")
    }
    assert {column.name for column in sealed_columns()} == found
    assert found


def test_no_binary_column_of_ours_is_in_clear():
    found = {
        f"{model._meta.label}.{field.name}"
        for app in apps.get_app_configs()
        if app.name.startswith(OURS)
        for model in app.get_models()
        for field in model._meta.fields
        if isinstance(field, BinaryField) and not field.name.startswith("sealed_")
    }
    # A data key wrapped by a master key; what belongs to questions, never a child's; and
    # the closed answers in short, which stand in clear beside it: no word of anybody's;
    # and the random ids a release counted; and papers as their readers take them out.
    assert found == {
        "briefings.PaperFile.made",
        "council.DataKey.wrapped",
        "releases.Roll.packed",
        "surveys.Medium.content",
        "surveys.Response.packed",
    }
