"""What allauth asks of us."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from voice import master_keys
from voice.accounts.logic.secrets import open_secret, seal_secret


class StaffAdapter(DefaultAccountAdapter):
    """Nobody signs up; an administrator invites."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are sealed, and the last one stays."""

    def encrypt(self, text: str) -> str:
        """Return `text` sealed, as the database may keep it."""
        return seal_secret(text, master_keys.entries())

    def decrypt(self, encrypted_text: str) -> str:
        """Return what `encrypt` sealed."""
        return open_secret(encrypted_text, master_keys.entries())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say no to removing the last factor where one is required."""
        if not settings.SECOND_FACTOR_REQUIRED:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(
            pk=authenticator.pk
        )
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
