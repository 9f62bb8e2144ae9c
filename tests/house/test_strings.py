import inspect

import pytest
from django.apps import apps

# What a person at the council wrote, or what anybody may read; nothing of a child.
NOTHING_OF_A_CHILD = {"accounts", "audit", "cms", "council", "replies", "statement"}
CHILDS = ("read()", "words()", "words", "sealed", "text()", "kept", "email", "how")
HOLDS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith(("surveys.", "voice."))
    and model._meta.app_label not in NOTHING_OF_A_CHILD
]
SEALED = [
    model
    for model in HOLDS
    if any(field.get_internal_type() == "BinaryField" for field in model._meta.fields)
    or any(
        field.is_relation
        and field.many_to_one
        and field.related_model._meta.model_name in {"comment", "response", "concern"}
        for field in model._meta.fields
    )
]


@pytest.mark.parametrize("model", HOLDS, ids=lambda model: model._meta.label)
def test_no_name_of_a_row_opens_what_a_child_wrote(model):
    line = inspect.getsource(model.__str__).strip().splitlines()[-1]
    assert [word for word in CHILDS if f".{word}" in line] == []


def test_the_rows_that_hold_or_point_at_a_childs_words_are_looked_at():
    names = {model._meta.object_name for model in SEALED}
    assert {"Comment", "Recording", "Reading", "Concern", "Tag", "SetAside"} <= names
