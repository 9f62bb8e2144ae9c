"""People who sign in, the invitations that let them, and how their access is watched."""

from voice.accounts.models.access_review import AccessReview
from voice.accounts.models.break_glass import BreakGlass
from voice.accounts.models.staff_invitation import StaffInvitation
from voice.accounts.models.user import User

__all__ = ["AccessReview", "BreakGlass", "StaffInvitation", "User"]
