from django.conf import settings
from django.db import migrations, models
from django.db.models import F
from django.utils import timezone


def sent_when_tried(apps, schema_editor):
    """Say of every letter there was that it went: those that failed had no row."""
    reminders = apps.get_model("replies", "PromiseReminder")
    reminders.objects.update(sent_at=F("tried_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("replies", "0004_note_told"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="promisereminder",
            name="tried_at",
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="promisereminder",
            name="sent_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(sent_when_tried, migrations.RunPython.noop),
    ]
