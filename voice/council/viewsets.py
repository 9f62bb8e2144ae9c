"""Wagtail screens that save and delete through our own domain functions."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import policy_registry


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


class MineIndexView(IndexView):
    """Lists what the permission policy says is this person's."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Return those alone."""
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(
            self.request.user, ["add", "change", "delete", "view"]
        )


def others_are_missing(
    model: type[Model], patterns: list[URLPattern]
) -> list[URLPattern]:
    """Return `patterns` answering 404 for one of another's, exactly as for none.

    Wagtail asks about permission after it has looked; these ask before.
    """
    for pattern in patterns:
        pattern.callback = _mine_first(model, pattern.callback)
    return patterns


def _mine_first(
    model: type[Model], view: Callable[..., HttpResponseBase]
) -> Callable[..., HttpResponseBase]:
    """Return `view`, asked only about a thing of `model` that is the person's own."""

    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "pk" in kwargs:
            policy = policy_registry.get_by_type(model)
            mine = policy.instances_user_has_any_permission_for(
                request.user, ["add", "change", "delete", "view"]
            )
            try:
                found = mine.filter(pk=unquote(str(kwargs["pk"]))).exists()
            except (ValueError, ValidationError):
                found = False
            if not found:
                raise Http404
        return view(request, *args, **kwargs)

    return gate


class KeptViewSet(ModelViewSet):
    """A list, a form and a deletion of one model.

    `keep(thing, *, by)` saves a valid thing and returns it; `remove(thing, *, by)`
    deletes it. Who may do it is registered with `voice.council.policies`.
    """

    keep: Any = None
    remove: Any = None
    index_view_class = MineIndexView
    add_view_class = KeptCreateView
    edit_view_class = KeptEditView
    delete_view_class = KeptDeleteView
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return Wagtail's own addresses, those of others' things missing."""
        return others_are_missing(self.model, super().get_urlpatterns())

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_add_view_kwargs(keep=self.keep, **kwargs)

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_edit_view_kwargs(keep=self.keep, **kwargs)

    def get_delete_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the domain function to the view."""
        return super().get_delete_view_kwargs(remove=self.remove, **kwargs)
