"""Leads from the Wagtail admin's menu to the rooms of the desk."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from voice.accounts.rooms import all_rooms, rooms_for

ORDER = 1000
CLOSED = {"site-history", "workflows", "workflow-tasks"}


class RoomItem(MenuItem):
    """A room of the desk, shown in the admin to those who may enter it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether whoever asks may enter."""
        return self.name in {f"room-{room.name}" for room in rooms_for(request.user)}


def _register(name: str, order: int) -> None:
    """Add one room to the admin's menu."""

    @hooks.register("register_admin_menu_item")
    def item() -> MenuItem:
        room = next(room for room in all_rooms() if room.name == name)
        return RoomItem(
            room.title,
            room.url,
            name=f"room-{name}",
            icon_name="arrow-right",
            order=ORDER + order,
        )


@hooks.register("construct_reports_menu")
def leave_out_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out the reports that voice.accounts.urls closes."""
    items[:] = [item for item in items if item.name not in CLOSED]


for _room in all_rooms():
    # The admin itself is where this menu is.
    if not _room.url_name.startswith("wagtail"):
        _register(_room.name, _room.order)
