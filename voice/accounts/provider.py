"""The council's own identity provider (OpenID Connect), stricter than allauth's.

The id token's signature is always checked, its nonce belongs to the sign-in that was
begun in this browser, and only what we need of it is kept. allauth finds this module
by its name.
"""

import hmac
from typing import Any

from allauth.core.internal.deferred import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac

from voice.accounts.logic.claims import needed_claims

COUNCIL = "council"
SIGNED_WITH = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"}


def nonce_of(state: str) -> str:
    """Return the nonce of the sign-in whose state was given to the provider."""
    return salted_hmac(
        "voice.accounts.council_sign_in", state, algorithm="sha256"
    ).hexdigest()


class CouncilClient(OAuth2Client):
    """Sends a nonce beside the state."""

    def get_redirect_url(
        self, authorization_url: str, scope: list[str], extra_params: dict[str, str]
    ) -> str:
        """Return the provider's address, with everything it is asked."""
        params = {**extra_params, "nonce": nonce_of(self.state or "")}
        return str(super().get_redirect_url(authorization_url, scope, params))


class CouncilConnection(OpenIDConnectOAuth2Adapter):
    """Talks to the provider, and believes only what it has signed for us."""

    client_class = CouncilClient

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Return who the provider says this is. Raises OAuth2Error otherwise."""
        claims = self._decode_id_token(app, kwargs["response"].get("id_token") or "")
        expected = nonce_of(request.GET.get("state", ""))
        if not hmac.compare_digest(str(claims.get("nonce", "")), expected):
            raise OAuth2Error("The nonce is not that of this sign-in.")
        kept = needed_claims(claims, email_claim=settings.OIDC_EMAIL_CLAIM)
        return self.get_provider().sociallogin_from_response(request, kept)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """Return the claims of a token signed with a key of the provider's."""
        try:
            header = jwt.get_unverified_header(id_token)
        except jwt.PyJWTError as error:
            raise OAuth2Error("There is no token that can be read.") from error
        if header.get("alg") not in SIGNED_WITH or "kid" not in header:
            raise OAuth2Error("The token is not signed as it must be.")
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return claims

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Return our own address that the provider sends people back to."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('accounts:council_callback')}"


class CouncilProvider(OpenIDConnectProvider):
    """The council's identity provider, as the environment names it."""

    id = COUNCIL
    oauth2_adapter_class = CouncilConnection

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        """Return where signing in with the council begins."""
        return reverse("accounts:council_sign_in", query=kwargs or None)

    def get_callback_url(self) -> str:
        """Return where it ends."""
        return reverse("accounts:council_callback")


provider_classes = [CouncilProvider]
