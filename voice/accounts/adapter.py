"""What allauth asks of us."""

from time import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voice import master_keys
from voice.accounts.domain.council_sign_in import NotInvited, meet
from voice.accounts.logic.claims import factor_was_shown_there, proven_address
from voice.accounts.logic.secrets import open_secret, seal_secret
from voice.accounts.models import User
from voice.accounts.provider import COUNCIL
from voice.audit.domain.record import record

AUTHENTICATION_ERROR = "socialaccount/authentication_error.html"
MFA_STAGE = "allauth.mfa.stages.AuthenticateStage"


class StaffAdapter(DefaultAccountAdapter):
    """Nobody signs up; an administrator invites."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def get_login_stages(self) -> list[str]:
        """Return allauth's stages, ours in the place of that of second factors."""
        stages: list[str] = super().get_login_stages()
        ours = {MFA_STAGE: "voice.accounts.adapter.FactorStage"}
        return [ours.get(stage, stage) for stage in stages]

    def post_login(
        self,
        request: HttpRequest,
        user: User,
        *,
        signal_kwargs: dict[str, Any] | None,
        **said: Any,
    ) -> HttpResponse:
        """Count the council's second factor as shown here, where it is accepted."""
        login = (signal_kwargs or {}).get("sociallogin")
        if login is not None and _council_saw_factor(login):
            record_authentication(request, user, method="mfa", type="council")
        response: HttpResponse = super().post_login(
            request, user, signal_kwargs=signal_kwargs, **said
        )
        return response


class FactorStage(AuthenticateStage):
    """Asks for our second factor, unless the council has just seen its own."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Return where our factor is shown, or go on."""
        login = (self.login.signal_kwargs or {}).get("sociallogin")
        if login is not None and _council_saw_factor(login):
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer


def _council_saw_factor(login: SocialLogin) -> bool:
    """Say whether the council's provider tells of a factor of the sort we accept."""
    return factor_was_shown_there(
        login.account.extra_data,
        accepted=settings.OIDC_SECOND_FACTOR,
        now=time(),
        within=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT,
    )


class CouncilAdapter(DefaultSocialAccountAdapter):
    """The council's identity provider: set by the environment, for the invited only."""

    def list_apps(
        self,
        request: HttpRequest,
        provider: str | None = None,
        client_id: str | None = None,
    ) -> list[SocialApp]:
        """Return the one provider, where the environment names it."""
        if not settings.OIDC_ISSUER or provider not in {None, COUNCIL}:
            return []
        return [
            SocialApp(
                provider=COUNCIL,
                provider_id=COUNCIL,
                name=settings.OIDC_NAME,
                client_id=settings.OIDC_CLIENT_ID,
                secret=settings.OIDC_CLIENT_SECRET,
                settings={
                    "server_url": settings.OIDC_ISSUER,
                    "oauth_pkce_enabled": True,
                    # Asked anew each time, so that it proves who is here now.
                    "auth_params": {"prompt": "login"},
                },
            )
        ]

    def is_open_for_signup(
        self, request: HttpRequest, sociallogin: SocialLogin
    ) -> bool:
        """Say no."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find who was invited; everybody else gets one page that tells nothing."""
        claims = sociallogin.account.extra_data
        address = proven_address(claims, trusted=settings.OIDC_EMAIL_TRUSTED)
        try:
            sociallogin.user = meet(sociallogin.account, address=address)
        except NotInvited:
            record("accounts.council_sign_in_refused", User, by=None)
            page = render(request, AUTHENTICATION_ERROR, status=403)
            raise ImmediateHttpResponse(page) from None


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
