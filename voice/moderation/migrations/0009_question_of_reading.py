import django.db.models.deletion
from django.db import migrations, models


def fill(apps, schema_editor):
    """Give each reading the question of its comment."""
    reading = apps.get_model("moderation", "Reading")
    comment = apps.get_model("surveys", "Comment")
    of_comment = comment.objects.filter(pk=models.OuterRef("comment"))
    reading.objects.update(question=models.Subquery(of_comment.values("question")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0008_practical_requests"),
        ("surveys", "0017_count_sheets"),
    ]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="question",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="readings",
                to="surveys.question",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
