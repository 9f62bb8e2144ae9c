"""Makes the groups that roles are, with what each may do in the Wagtail admin."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import models, transaction
from django.db.models import Q

from voice.accounts.enums import Role

# The models a role may work on in the Wagtail admin, by label. Answers, comments,
# concerns and releases are not there at all (DESIGN.md, "Where staff work").
WORKS_ON: dict[Role, tuple[str, ...]] = {
    Role.PARTICIPATION_WORKER: (
        "surveys.survey",
        "surveys.consultation",
        "surveys.consultationwording",
        "surveys.wording",
        "surveys.languageapproval",
    ),
    Role.WEB_EDITOR: (),
    Role.ADMINISTRATOR: (
        "surveys.consultation",
        "council.council",
        "council.helpline",
        "council.dutyhours",
        "council.holiday",
        "wagtailcore.site",
        "wagtailcore.locale",
        "wagtailcore.collection",
        "wagtailcore.workflow",
        "wagtailcore.task",
    ),
}
ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
IN_COLLECTIONS = tuple(
    f"{verb}_{kind}"
    for kind in ("image", "document")
    for verb in ("add", "change", "choose")
)


@transaction.atomic
def make_roles() -> None:
    """Make each role's group and give it exactly its permissions; safe to repeat."""
    for role in Role:
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.set(_permissions_of(role))
        if role in Role.in_the_admin():
            _give_pages(group)
            _give_collections(group)


def _permissions_of(role: Role) -> models.QuerySet[Permission]:
    """Return the permissions of `role` on models, and those of the admin itself."""
    wanted = Q(pk=None)
    if role in Role.in_the_admin():
        wanted |= Q(content_type__app_label="wagtailadmin", codename="access_admin")
        # Whoever may publish a page may publish it in another language.
        wanted |= Q(
            content_type__app_label="wagtail_localize", codename="submit_translation"
        )
    for label in WORKS_ON.get(role, ()):
        app_label, model = label.split(".")
        wanted |= Q(content_type__app_label=app_label, content_type__model=model)
    return Permission.objects.filter(wanted)


def _give_pages(group: Group) -> None:
    """Let `group` write and publish every page, once there is a root page."""
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    if root is None:
        return
    for permission in _wagtail_permissions("wagtailcore", ON_PAGES):
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=group, page=root, permission=permission
        )


def _give_collections(group: Group) -> None:
    """Let `group` add and choose images and documents, once there is a collection."""
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    if root is None:
        return
    for app_label in ("wagtailimages", "wagtaildocs"):
        for permission in _wagtail_permissions(app_label, IN_COLLECTIONS):
            apps.get_model(
                "wagtailcore", "GroupCollectionPermission"
            ).objects.get_or_create(group=group, collection=root, permission=permission)


def _wagtail_permissions(
    app_label: str, codenames: tuple[str, ...]
) -> models.QuerySet[Permission]:
    """Return the permissions called `codenames` of one of Wagtail's apps."""
    return Permission.objects.filter(
        content_type__app_label=app_label, codename__in=codenames
    )
