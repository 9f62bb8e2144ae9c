"""Wagtail screens that save and delete through our own domain functions."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log


class KeptCreateView(CreateView):
    """Adds through the domain."""

    keep: Any = None

    @transaction.atomic
    def save_instance(self) -> Model:
        """Save what the form holds, in the audit and in Wagtail's own history."""
        thing = self.keep(self.form.save(commit=False), by=self.request.user)
        log(instance=thing, action="wagtail.create", user=self.request.user)
        return thing


class KeptEditView(EditView):
    """Changes through the domain."""

    keep: Any = None

    @transaction.atomic
    def save_instance(self) -> Model:
        """Save what the form holds, in the audit and in Wagtail's own history."""
        thing = self.keep(self.form.save(commit=False), by=self.request.user)
        log(instance=thing, action="wagtail.edit", user=self.request.user)
        return thing


class MayStay(DeleteView):
    """Refuses to delete what the permission policy says must stay."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Wagtail asks about the model alone; ask about this one too."""
        if not self.user_has_permission_for_instance("delete", self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class KeptDeleteView(MayStay):
    """Deletes through the domain."""

    remove: Any = None

    def delete_action(self) -> None:
        """Delete, and write down who did it."""
        self.remove(self.object, by=self.request.user)


class KeptViewSet(ModelViewSet):
    """A list, a form and a deletion of one model.

    `keep(thing, *, by)` saves a valid thing and returns it; `remove(thing, *, by)`
    deletes it. Who may do it is registered with `voice.council.policies`.
    """

    keep: Any = None
    remove: Any = None
    add_view_class = KeptCreateView
    edit_view_class = KeptEditView
    delete_view_class = KeptDeleteView
    copy_view_enabled = False
    add_to_reference_index = False

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_add_view_kwargs(keep=self.keep, **kwargs)

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_edit_view_kwargs(keep=self.keep, **kwargs)

    def get_delete_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_delete_view_kwargs(remove=self.remove, **kwargs)
