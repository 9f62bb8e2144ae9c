"""Words that were written before there were bands are for every band that was asked."""

from django.db import migrations


def serve_every_band(apps, schema_editor):
    alias = schema_editor.connection.alias
    wordings = apps.get_model("replies", "ReplyWording").objects.using(alias)
    editions = apps.get_model("surveys", "Edition").objects.using(alias)
    bands = apps.get_model("council", "AgeBand").objects.using(alias)
    order = list(bands.order_by("youngest", "oldest", "key").values_list("key", flat=True))
    for wording in wordings.filter(age_bands=[]).select_related("reply"):
        asked = {
            key
            for keys in editions.filter(
                survey__consultation=wording.reply.consultation_id
            ).values_list("definition__age_bands", flat=True)
            for key in keys or ()
        }
        known = [key for key in order if key in asked]
        wording.age_bands = known + sorted(asked - set(known))
        wording.save(update_fields=["age_bands"])


class Migration(migrations.Migration):

    dependencies = [
        ('replies', '0007_bands_easy_read_and_corrections'),
        ('council', '0003_age_bands'),
        ('surveys', '0019_counts_are_read_from_indexes'),
    ]

    operations = [
        migrations.RunPython(serve_every_band, migrations.RunPython.noop),
    ]
