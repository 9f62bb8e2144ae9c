import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0009_question_of_reading"),
        ("surveys", "0017_count_sheets"),
    ]

    operations = [
        migrations.AlterField(
            model_name="reading",
            name="question",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="readings",
                to="surveys.question",
            ),
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(
                fields=["question", "state", "may_count", "arrived_at"],
                name="reading_kept_of_question",
            ),
        ),
    ]
