"""Where somebody shows their second factor."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from voice.accounts.models import User

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def where_to_show(user: User | AnonymousUser, *, next_url: str) -> str:
    """Return the address where this person's kind of factor is shown.

    Those with none of ours show the council's again, or set one up.
    """
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return reverse("mfa_reauthenticate", query={"next": next_url})
    if is_mfa_enabled(user, [Authenticator.Type.WEBAUTHN]):
        return reverse("mfa_reauthenticate_webauthn", query={"next": next_url})
    if settings.OIDC_ISSUER and settings.OIDC_SECOND_FACTOR:
        tied = SocialAccount.objects.filter(user=user.pk or 0)
        if tied.exists():
            return reverse("accounts:council_sign_in", query={"next": next_url})
    return reverse("mfa_index")
