"""Tells a worker who promises what nobody can keep; what they wrote is kept as it is."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _

from surveys.logic.anonymous import anonymous_in
from voice.council.viewsets import KeptCreateView, KeptEditView


class _Warns:
    """Looks through the `worded` fields once they are saved."""

    request: HttpRequest
    worded: Iterable[str] = ()

    def save_instance(self) -> Model:
        """Save what the form holds; say so where its words promise too much."""
        saved: Model = super().save_instance()  # type: ignore[misc]
        warn_of_anonymous(self.request, (getattr(saved, name) for name in self.worded))
        return saved


class WarningCreateView(_Warns, KeptCreateView):
    """Adds through the domain, and looks through the words."""


class WarningEditView(_Warns, KeptEditView):
    """Changes through the domain, and looks through the words."""


def warn_of_anonymous(request: HttpRequest, texts: Iterable[Any]) -> None:
    """Say that words of a consultation hold the word, and what is true instead."""
    if term := anonymous_in("\n".join(map(str, texts))):
        messages.warning(
            request,
            _(
                "These words say “%(term)s”, and young people read them before they "
                "answer. Nobody can promise that: a code, a small group, a voice or "
                "their own words may show who somebody is. Say what is true instead: "
                "“We don't ask your name.”"
            )
            % {"term": term},
        )
