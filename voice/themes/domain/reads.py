"""Writing down that somebody was shown young people's kept words."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.db.models import Model

from voice.accounts.models import User
from voice.audit.domain.record import record

# A page is loaded anew with each tag: the same words, read on, are one read.
READ_ON = 15 * 60


@transaction.atomic
def read_comments(comments: Iterable[UUID], *, of: Model, by: User) -> None:
    """Write down that `by` was shown these comments' kept words on the page of `of`.

    Shown again within a quarter of an hour, on the same page by the same person, they
    are written down once.
    """
    shown = sorted(str(comment) for comment in set(comments))
    if not shown:
        return
    said = repr((by.pk, of._meta.label, of.pk, shown))  # noqa: SLF001 - Django's name for a model
    key = f"themes-read-{sha256(said.encode()).hexdigest()}"
    if cache.get(key):
        return
    record("themes.read_comments", of=of, by=by, comments=shown)
    transaction.on_commit(lambda: cache.set(key, 1, READ_ON))
