"""What was replied and promised on the ground of what was heard."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from voice.council.enums import BASE_LANGUAGE
from voice.replies.models import Promise, Reply
from voice.replies.queries.told import PromiseTold, tell_promise
from voice.replies.queries.verdicts import VerdictTold, verdicts_of
from voice.statement.led import Ground, Led


def replies_led_by(ground: Ground) -> list[Led]:
    """Return the replies to these consultations, or from these releases; one query."""
    found = Reply.objects.filter(
        Q(consultation__in=ground.consultations) | Q(release__in=ground.releases)
    ).select_related("consultation")
    return [
        Led(
            kind=_("Reply to young people"),
            words=one.consultation.title,
            href=reverse("replies:list"),
            state=_("Published") if one.is_published else _("Being written"),
            on=timezone.localdate(one.published_at) if one.published_at else None,
            is_issued=one.is_published,
            consultation=one.consultation_id,
            release=one.release_id,
        )
        for one in found.order_by("pk")
    ]


def promises_led_by(ground: Ground) -> list[Led]:
    """Return what was promised to these young people, or by these actions.

    Of published replies alone, with what young people say of each. Three queries.
    """
    language, today = get_language() or BASE_LANGUAGE, timezone.localdate()
    found = list(
        Promise.objects.filter(
            Q(reply__consultation__in=ground.consultations)
            | Q(action__in=ground.actions),
            reply__published_at__isnull=False,
        )
        .select_related("reply")
        .prefetch_related("wordings")
        .order_by("due_on", "pk")
    )
    verdicts = verdicts_of(found) if found else {}
    return [
        _led(
            one,
            tell_promise(one, language=language, on=today),
            verdicts.get(one.pk),
        )
        for one in found
    ]


def _led(promise: Promise, told: PromiseTold, verdict: VerdictTold | None) -> Led:
    """Return one promise as something that came of what was heard."""
    return Led(
        kind=_("Promise"),
        words=told.text,
        href=reverse("replies:list"),
        state=str(told.standing.label),
        on=promise.due_on,
        language=told.language,
        consultation=promise.reply.consultation_id,
        action=promise.action_id,
        beside=f"{verdict.words} {verdict.sentence}" if verdict else "",
        is_disputed=bool(verdict and verdict.disagrees),
    )
