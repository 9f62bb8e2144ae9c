"""Writes down sign-ins and second factors, when Django or allauth tells of them."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth_signals
from django.http import HttpRequest

from voice.accounts.models import User
from voice.audit.domain.record import record


def connect() -> None:
    """Listen to Django's and allauth's signals; nobody else's."""
    auth_signals.user_logged_in.connect(signed_in, dispatch_uid="audit")
    auth_signals.user_logged_out.connect(signed_out, dispatch_uid="audit")
    auth_signals.user_login_failed.connect(sign_in_failed, dispatch_uid="audit")
    mfa_signals.authenticator_added.connect(factor_added, dispatch_uid="audit")
    mfa_signals.authenticator_removed.connect(factor_removed, dispatch_uid="audit")
    mfa_signals.authenticator_reset.connect(codes_made, dispatch_uid="audit")
    mfa_signals.authentication_failed.connect(factor_failed, dispatch_uid="audit")
    account_signals.password_changed.connect(password_changed, dispatch_uid="audit")
    account_signals.password_reset.connect(password_changed, dispatch_uid="audit")


def signed_in(*, user: User, **kwargs: Any) -> None:
    """Write down who signed in."""
    record("accounts.sign_in", user, by=user)


def signed_out(*, user: User | None, **kwargs: Any) -> None:
    """Write down who signed out."""
    if user is not None:
        record("accounts.sign_out", user, by=user)


def sign_in_failed(*, credentials: dict[str, Any], **kwargs: Any) -> None:
    """Write down a wrong password; whose, if there is such a person.

    What was typed is not kept: people type passwords where addresses belong.
    """
    email = credentials.get("email") or credentials.get("username") or ""
    user = User.objects.filter(email__iexact=email).first()
    record("accounts.sign_in_failed", user or User, by=None)


def factor_failed(*, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Write down a wrong second factor."""
    record("accounts.factor_failed", user, by=None, kind=authenticator.type)


def factor_added(
    *, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Write down a new second factor; adding it showed it, in this session too."""
    record("accounts.add_factor", user, by=user, kind=authenticator.type)
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )


def factor_removed(*, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Write down a second factor that its owner removed."""
    record("accounts.remove_factor", user, by=user, kind=authenticator.type)


def codes_made(*, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Write down new recovery codes."""
    record("accounts.make_recovery_codes", user, by=user, kind=authenticator.type)


def password_changed(*, user: User, **kwargs: Any) -> None:
    """Write down a new password."""
    record("accounts.change_password", user, by=user)
