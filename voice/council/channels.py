"""The second channel: a webhook, and a gateway for text messages.

Both carry a neutral sentence and nothing of what waits. Other hosts are reached only
where the environment names them; redirects are not followed.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import Protocol
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from voice.accounts.models import User
from voice.council.enums import Channel


class NotDelivered(Exception):
    """The channel did not take the message; says why in a few words, never content."""


class Sender(Protocol):
    """Takes a message to one person."""

    def send(self, *, to: User, words: str, message_id: str) -> None:
        """Send; `message_id` is the same on every try. Raises NotDelivered."""


class Webhook:
    """Posts to one address, signed with HMAC-SHA256 over the time and the body."""

    def send(self, *, to: User, words: str, message_id: str) -> None:
        """Post who should look; the receiver knows how to reach them."""
        body = as_json({"id": message_id, "to": to.email, "text": words})
        signed_at = str(int(time.time()))
        mac = signature(settings.ALERT_WEBHOOK_SECRET, signed_at, body)
        headers = {"X-Voice-Time": signed_at, "X-Voice-Signature": f"sha256={mac}"}
        post(settings.ALERT_WEBHOOK_URL, body, headers)


class TextGateway:
    """Hands a text message to the council's gateway."""

    def send(self, *, to: User, words: str, message_id: str) -> None:
        """Post number, sender and words, with the gateway's key."""
        body = as_json(
            {
                "id": message_id,
                "from": settings.ALERT_TEXT_SENDER,
                "to": to.mobile,
                "text": words,
            }
        )
        headers = {"Authorization": f"Bearer {settings.ALERT_TEXT_SECRET}"}
        post(settings.ALERT_TEXT_URL, body, headers)


def second_channels() -> dict[Channel, Sender]:
    """Return the channels that the environment has set up; perhaps none."""
    found: dict[Channel, Sender] = {}
    if settings.ALERT_WEBHOOK_URL:
        found[Channel.WEBHOOK] = Webhook()
    if settings.ALERT_TEXT_URL:
        found[Channel.TEXT] = TextGateway()
    return found


def signature(secret: str, signed_at: str, body: bytes) -> str:
    """Return HMAC-SHA256, as hexadecimal, of the time and the body, parted by a dot."""
    message = signed_at.encode() + b"." + body
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def as_json(content: Mapping[str, str]) -> bytes:
    """Return `content` as JSON, the same bytes each time."""
    return json.dumps(content, sort_keys=True).encode()


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing: what waits is told to the named host alone."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        """Refuse; urllib then raises HTTPError."""
        return


def post(url: str, body: bytes, headers: Mapping[str, str]) -> None:
    """Post JSON; raises NotDelivered unless the answer is a plain yes (2xx) in time."""
    scheme = urlsplit(url).scheme
    if scheme != "https" and not (scheme == "http" and settings.ALERT_ALLOW_HTTP):
        raise NotDelivered("The address does not begin with https.")
    wanted = Request(  # noqa: S310 - the scheme was looked at
        url, data=body, method="POST", headers={"Content-Type": "application/json"}
    )
    for name, value in headers.items():
        wanted.add_header(name, value)
    try:
        with build_opener(_NoRedirect).open(wanted, timeout=settings.ALERT_TIMEOUT):
            return
    except HTTPError as error:
        raise NotDelivered(f"The answer was {error.code}.") from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotDelivered(f"No answer ({type(error).__name__}).") from None
