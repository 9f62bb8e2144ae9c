"""Every model is a word of the glossary."""

import re
from pathlib import Path

from django.apps import apps

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
OURS = ("voice.", "surveys", "cms")


def test_glossary_explains_every_model():
    explained = set(
        re.findall(r"^\| \*\*(.+?)\*\*", GLOSSARY.read_text(encoding="utf-8"), re.M)
    )
    models = {
        str(model._meta.object_name)
        for app in apps.get_app_configs()
        if app.name.startswith(OURS)
        for model in app.get_models()
        if not model._meta.auto_created
    }
    assert models - {word.replace(" ", "") for word in explained} == set()


def test_glossary_has_no_word_twice():
    words = re.findall(r"^\| \*\*(.+?)\*\*", GLOSSARY.read_text(encoding="utf-8"), re.M)
    assert len(words) == len(set(words))
