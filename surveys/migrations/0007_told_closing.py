from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("surveys", "0006_labels_of_the_editor")]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="told_closing",
            field=models.DateField(
                editable=False,
                help_text="When the first to answer were told it closes, if it was moved since.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="consultation",
            name="closes_on",
            field=models.DateField(
                help_text="Closing later keeps for longer what young people have answered already, who were told otherwise. So it may be moved by a few weeks in all, and that it was is written down.",
                verbose_name="closes on",
            ),
        ),
    ]
