"""Answers with a page, and not with an error's insides, when a key is wrong or missing."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voice.accounts.permissions import user_may_enter_desk
from voice.council.logic.sealing import CannotOpen
from voice.master_keys import MasterKeysUnusable

logger = logging.getLogger(__name__)
GetResponse = Callable[[HttpRequest], HttpResponse]


class WordsThatCannotBeOpened:
    """Says so kindly, with 503; the log names the key and nothing else."""

    def __init__(self, get_response: GetResponse) -> None:
        """Keep what comes after."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Return the page for a wrong key; None leaves other errors to others."""
        if not isinstance(error, CannotOpen | MasterKeysUnusable):
            return None
        logger.error("%s See docs/keys.md.", error)
        if user_may_enter_desk(request.user):
            return render(request, "council/cannot_open.html", status=503)
        return render(request, "500.html", status=503)
