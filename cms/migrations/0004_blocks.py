"""Makes the body of an ordinary page a field of blocks."""

from django.db import migrations

import cms.blocks.body


class Migration(migrations.Migration):
    """The text is in blocks already."""

    dependencies = [("cms", "0003_text_as_a_block")]

    operations = [
        migrations.AlterField(
            model_name="standardpage",
            name="body",
            field=cms.blocks.body.BodyField(verbose_name="text"),
        )
    ]
