"""Wagtail's permission policies, answered by our own sentences."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from voice.accounts.models import User
from voice.accounts.permissions import Visitor

Question = Callable[[Visitor], bool]
MayDelete = Callable[[Model], bool]
Mine = Callable[[Visitor], QuerySet[Any]]


class SentencePolicy(BasePermissionPolicy):
    """Allows whatever a sentence says; no permission rows in the database count."""

    def __init__(
        self,
        model: type[Model],
        question: Question,
        *,
        may_add: bool,
        may_delete: MayDelete,
        mine: Mine | None,
    ) -> None:
        """Keep the sentence about people and those about things."""
        super().__init__(model)
        self.mine = mine
        self.question = question
        self.may_add = may_add
        self.may_delete = may_delete

    def user_has_permission(self, user: Visitor, action: str) -> bool:
        """Say whether `user` may do `action` at all."""
        return self.question(user) and (action != "add" or self.may_add)

    def user_has_permission_for_instance(
        self, user: Visitor, action: str, instance: Model
    ) -> bool:
        """Say whether `user` may do `action` with this one."""
        if not self.user_has_permission(user, action):
            return False
        if instance.pk and not self.of(user).filter(pk=instance.pk).exists():
            return False
        return action != "delete" or self.may_delete(instance)

    def instances_user_has_any_permission_for(
        self, user: Visitor, actions: Iterable[str]
    ) -> QuerySet[Any]:
        """Return those that are the user's to work on."""
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()  # noqa: SLF001 - Django's public interface
        return self.of(user)

    def of(self, user: Visitor) -> QuerySet[Any]:
        """Return those that are `user`'s to see; all where nobody owns them."""
        if self.mine is None:
            return self.model._default_manager.all()  # noqa: SLF001 - Django's public interface
        return self.mine(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        """Return everybody of whom the sentence is true."""
        staff = User.objects.filter(is_active=True).prefetch_related("groups")
        allowed = [user.pk for user in staff if self.question(user)]
        return User.objects.filter(pk__in=allowed)


def always(thing: Model) -> bool:
    """Say yes: it may be deleted."""
    return True


def never(thing: Model) -> bool:
    """Say no: it stays."""
    return False


def answer_with(
    model: type[Model],
    question: Question,
    *,
    may_add: bool = True,
    may_delete: MayDelete = always,
    mine: Mine | None = None,
) -> None:
    """Have Wagtail ask `question` before anybody touches a `model`.

    `mine` returns those of one person, where others' are to be missing to them.
    """
    policy = SentencePolicy(
        model, question, may_add=may_add, may_delete=may_delete, mine=mine
    )
    register_permission_policy(model, policy)
