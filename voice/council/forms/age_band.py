"""The form of an age band in the council's settings."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm

from voice.council.domain.bands import refuse_other_ages


class AgeBandForm(WagtailAdminModelForm):
    """Name and ages; ages young people were asked by stay."""

    def _post_clean(self) -> None:
        """Say beside the field that ages which were asked cannot be others."""
        super()._post_clean()
        try:
            refuse_other_ages(self.instance)
        except ValidationError as refusal:
            self.add_error("youngest", refusal)
