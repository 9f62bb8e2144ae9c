"""What stands on a comment's words is looked for in one query, and none is missed."""

import pytest
from django.apps import apps
from django.db import connection

from surveys.models import Comment
from voice.themes.domain.forgetting import _stood_on

pytestmark = pytest.mark.django_db


def test_every_table_of_ours_that_points_at_a_comment_is_looked_into():
    sql, _values = _stood_on().query.get_compiler(connection=connection).as_sql()
    of_comments = [
        model._meta.db_table
        for model in apps.get_app_config("themes").get_models()
        if any(field.related_model is Comment for field in model._meta.get_fields())
    ]
    assert [table for table in of_comments if f'"{table}"' not in sql] == []
    assert len(of_comments) > 1
