from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0004_jargon_and_reading_allowance"),
    ]

    operations = [
        migrations.AddField(
            model_name="wording",
            name="said",
            field=models.TextField(
                blank=True,
                default="",
                help_text="The words that were recorded; others now mean record it again.",
                verbose_name="what the recording says",
            ),
            preserve_default=False,
        ),
    ]
