"""Names the app to Django; makes its groups and rooms."""

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Staff users, roles, permissions as sentences, sign-in rules."""

    name = "voice.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Have roles and the cache's table made after migrating, and open the rooms."""
        from voice.accounts.staff_guides import write_guides

        # After the last app, so that every permission is there to be given.
        last = [app for app in apps.get_app_configs() if app.models_module][-1]
        post_migrate.connect(make_roles_now, sender=last, dispatch_uid="roles")
        post_migrate.connect(make_cache_table, sender=last, dispatch_uid="cache")
        from voice.accounts import checks, sign_in_audit  # noqa: F401 - needs models

        sign_in_audit.connect()
        open_rooms()
        write_guides()


def make_roles_now(**kwargs: object) -> None:
    """Make the roles, when the tables of all apps are there."""
    from voice.accounts.domain.roles import make_roles

    make_roles()


def make_cache_table(**kwargs: object) -> None:
    """Make the table of the shared cache, where tries to sign in are counted.

    Nothing where the cache is elsewhere, or the table is there.
    """
    call_command("createcachetable", verbosity=0)


def open_rooms() -> None:
    """Register the rooms that belong to accounts itself."""
    from voice.accounts import permissions, rooms

    rooms.register(
        "surveys",
        order=10,
        url_name="wagtailadmin_home",
        title=_("Surveys and pages"),
        short=_("Editor"),
        description=_(
            "Write surveys, ask for approval, publish, edit the public site."
        ),
        question=permissions.user_may_enter_admin,
    )
    rooms.register(
        "staff",
        order=80,
        url_name="accounts:staff",
        title=_("Staff"),
        description=_("Invite people, give them roles, let them go."),
        question=permissions.user_may_invite_staff,
    )
    rooms.register(
        "review",
        order=88,
        url_name="accounts:review",
        title=_("Access review"),
        seldom=True,
        description=_("Once a quarter: who may see what, and is it still right?"),
        question=permissions.user_may_review_access,
    )
    rooms.register(
        "break_glass",
        order=89,
        url_name="accounts:break_glass",
        title=_("Break-glass"),
        seldom=True,
        description=_("Read one survey for an hour: two people, one reason."),
        question=permissions.user_may_see_break_glass,
    )
    rooms.register(
        "audit",
        order=90,
        url_name="accounts:audit",
        title=_("Audit"),
        description=_("Who did what and who read what, when."),
        question=permissions.user_may_read_audit,
    )
