"""Whom to turn to: a role, never a person's name alone."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.telling import Context
from surveys.drafting.blocks import PlainBlock
from surveys.logic.definition import in_order

# Digits, spaces, brackets and a plus, as telephone numbers are written.
TELEPHONE = r"^\+?[0-9][0-9 ()-]{2,24}$"


class ContactBlock(blocks.StructBlock):
    """What somebody's job is called, and how to reach them."""

    role = PlainBlock(max_length=120, label=_("Name of the job"))
    when = PlainBlock(required=False, max_length=160, label=_("When they answer"))
    phone = blocks.RegexBlock(
        regex=TELEPHONE,
        required=False,
        label=_("Telephone"),
        error_messages={"invalid": _("Write digits and spaces only: 01632 960 001.")},
    )
    email = blocks.EmailBlock(required=False, label=_("E-mail"))

    def clean(self, value: Any) -> Any:
        """Return the value; raises when there is no way to reach anybody."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not (
            cleaned.get("phone") or cleaned.get("email")
        ):
            raise StructBlockValidationError(
                {
                    "phone": ValidationError(
                        gettext("Give a telephone number or an e-mail.")
                    )
                }
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the number as it is read, and as it is dialled."""
        context = super().get_context(value, parent_context=parent_context)
        phone = value.get("phone") or ""
        context["phone"] = in_order(phone)
        context["dialled"] = "".join(one for one in phone if one in "+0123456789")
        return context

    class Meta:
        """How it is offered and shown."""

        icon = "user"
        label = _("Whom to turn to")
        template = "cms/blocks/contact.html"
