import pytest
from django.core.management import call_command
from django.template.loader import get_template

from cms.blocks.body import BODY, BodyField


def test_every_block_has_a_template_of_its_own():
    templates = {name: block.meta.template for name, block in BODY}
    assert templates == {name: f"cms/blocks/{name}.html" for name in templates}
    assert all(get_template(template) for template in templates.values())


def test_every_block_says_what_it_is_called():
    assert all(block.label for _name, block in BODY)


def test_a_migration_of_a_body_does_not_list_its_blocks():
    _name, path, args, options = BodyField(verbose_name="text").deconstruct()
    assert (path, args) == ("cms.blocks.body.BodyField", [])
    assert options == {"verbose_name": "text"}


@pytest.mark.django_db
def test_blocks_change_no_table():
    call_command("makemigrations", "cms", check=True, dry_run=True, verbosity=0)
