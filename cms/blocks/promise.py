"""A promise as it stands on the day the page is read."""

from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.chosen import ChosenBlock, Groups
from cms.blocks.telling import Context, language_of
from surveys.where_to_look import page_of
from voice.replies.models import Promise
from voice.replies.queries import published_replies
from voice.replies.queries.told import PromiseTold, for_whom, tell_promise
from voice.replies.queries.verdicts import taken_back_of, verdicts_of

GONE = _("No published reply makes this promise. Choose another, or remove the block.")


def promises_to_choose() -> Groups:
    """Return each published reply with its promises, the newest reply first."""
    return [
        (
            reply.consultation.title,
            [(str(promise.pk), promise.text) for promise in reply.promises.all()],
        )
        for reply in published_replies()
    ]


def promise_chosen(key: str) -> Promise | None:
    """Return a promise that a published reply makes, with its words."""
    if not key.isdecimal():
        return None
    return (
        Promise.objects.filter(pk=int(key), reply__published_at__isnull=False)
        .select_related("reply__consultation")
        .prefetch_related("wordings", "reply__consultation__wordings")
        .first()
    )


def promise_told(promise: Promise, *, language: str) -> PromiseTold:
    """Return the promise in `language` as it stands today, with what young people say."""
    to = for_whom(promise.reply.consultation, language=language)
    said = tell_promise(promise, language=language, on=timezone.localdate(), to=to)
    return replace(
        said,
        verdict=verdicts_of([promise]).get(promise.pk),
        taken_back=taken_back_of([promise]).get(promise.pk),
    )


class PromiseBlock(blocks.StructBlock):
    """One promise, how it stands, and what young people say of it."""

    promise = ChosenBlock(promises_to_choose, gone=GONE, label=_("Promise"))

    def get_context(self, value: Any, parent_context: Context = None) -> dict[str, Any]:
        """Return the promise in the language of the page, and where its reply is."""
        context = super().get_context(value, parent_context=parent_context)
        language = language_of(parent_context)
        promise = promise_chosen(str(value.get("promise") or ""))
        if promise is not None:
            context["said"] = promise_told(promise, language=language)
            context["reply_url"] = page_of(promise.reply.consultation, language)
        return context

    @staticmethod
    def is_gone(value: Any) -> bool:
        """Say whether what was chosen may not be shown any more."""
        chosen = str(value.get("promise") or "")
        return bool(chosen) and promise_chosen(chosen) is None

    class Meta:
        """How it is offered and shown."""

        icon = "success"
        label = _("Promise")
        template = "cms/blocks/promise.html"
