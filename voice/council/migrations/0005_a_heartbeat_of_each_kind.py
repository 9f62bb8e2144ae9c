from django.db import migrations, models


class Migration(migrations.Migration):
    """A heartbeat is written anew within a minute, so the old table is not kept."""

    dependencies = [
        ("council", "0004_own_colour"),
    ]

    operations = [
        migrations.DeleteModel(name="Heartbeat"),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "of",
                    models.CharField(
                        choices=[("due", "What is due"), ("counting", "Counting")],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "failed",
                    models.JSONField(
                        default=list,
                        help_text="Names of the due work that failed that time.",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("of__in", ["counting", "due"])),
                        name="heartbeat_is_of_a_kind",
                    )
                ],
            },
        ),
    ]
