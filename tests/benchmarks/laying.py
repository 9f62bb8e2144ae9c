"""Lays one survey and one Wagtail form of twenty questions; prints where they are.

Run by tests.benchmarks.serving, with the database of its own to fill.
"""

import json

import django

django.setup()

from wagtail.models import Page, Site  # noqa: E402 - Django must be set up first

from tests.benchmarks.formpage.models import FormField, FormPage  # noqa: E402
from tests.benchmarks.questions import definition, wagtail_fields  # noqa: E402
from tests.factories.council import CouncilFactory, HelpLineFactory  # noqa: E402
from tests.factories.surveys import EditionFactory, InvitationFactory  # noqa: E402


def form_page():
    """Return the form of twenty questions, as wagtail.contrib.forms makes it."""
    form = FormPage(title="Twenty", slug="twenty")
    form.form_fields = [
        FormField(label=label, field_type=kind, choices=choices, sort_order=order)
        for order, (label, kind, choices) in enumerate(wagtail_fields())
    ]
    root = Site.objects.get(is_default_site=True).root_page
    Page.objects.get(pk=root.pk).add_child(instance=form)
    return form


def main():
    """Lay them, and print the link, the form's address and its fields' names."""
    CouncilFactory()
    HelpLineFactory()
    invitation = InvitationFactory(
        survey=EditionFactory(definition=definition()).survey
    )
    form = form_page()
    names = [field.clean_name for field in form.form_fields.all()]
    print(
        json.dumps(
            {"link": f"/a/{invitation.token}/", "form": form.get_url(), "names": names}
        )
    )


if __name__ == "__main__":
    main()
