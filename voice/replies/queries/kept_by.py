"""The promises that the actions of the plan keep, as young people read them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from voice.replies.models import Promise
from voice.replies.queries.told import PromiseTold, for_whom, tell_promise
from voice.replies.queries.verdicts import taken_back_of, verdicts_of


def promises_kept_by(
    actions: Iterable[int], *, language: str, on: date
) -> dict[int, list[PromiseTold]]:
    """Return the published promises that belong to each of `actions` (ids).

    In `language`, as they stand on the day `on`, with what young people say of them;
    five queries.
    """
    promises = list(
        Promise.objects.filter(
            action__in=list(actions), reply__published_at__isnull=False
        )
        .select_related("reply__consultation")
        .prefetch_related("wordings", "reply__consultation__wordings")
        .order_by("due_on", "pk")
    )
    verdicts, taken_back = verdicts_of(promises), taken_back_of(promises)
    found: dict[int, list[PromiseTold]] = defaultdict(list)
    for one in promises:
        to = for_whom(one.reply.consultation, language=language)
        told = tell_promise(one, language=language, on=on, to=to)
        found[one.action_id].append(  # type: ignore[index]
            replace(
                told, verdict=verdicts.get(one.pk), taken_back=taken_back.get(one.pk)
            )
        )
    return dict(found)
