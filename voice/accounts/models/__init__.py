"""People who sign in, and the invitations that let them."""

from voice.accounts.models.staff_invitation import StaffInvitation
from voice.accounts.models.user import User

__all__ = ["StaffInvitation", "User"]
