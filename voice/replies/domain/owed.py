"""What young people are owed before a consultation of theirs can be ended."""

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from surveys.enums import ConsultationState
from surveys.logic.findings import Finding, error
from surveys.models import Consultation
from surveys.queries.heard_from import ever_answered
from voice.council.queries.bands import bands_called
from voice.replies.domain.readiness import reasons_not_to_publish
from voice.replies.enums import OWING
from voice.replies.models import Reply
from voice.replies.queries import consultation_state, language_name, languages_to_answer
from voice.replies.queries.asking_back import bands_asked


def owed_before_the_end(consultation: Consultation) -> Iterator[Finding]:
    """Yield why a consultation cannot be ended: who waits for what; nothing is a yes.

    It ends with a published reply, in every language and for every age band that it
    was asked in. Where nobody ever answered, nobody waits (decision 0044).
    """
    state = consultation_state(consultation, on=timezone.localdate())
    if state == ConsultationState.OPEN:
        yield error(
            _("“%(title)s” is open: young people can answer it now.")
            % {"title": consultation.title}
        )
    elif state in OWING and ever_answered(consultation):
        yield from _reply_missing(consultation)


def _reply_missing(consultation: Consultation) -> Iterator[Finding]:
    """Yield that young people answered and wait, then what the reply still lacks."""
    write = reverse("replies:write", args=[consultation.slug])
    reply = Reply.objects.filter(consultation=consultation).first()
    yield error(
        _(
            "Young people answered “%(title)s”, and we said they would hear from us. "
            "First publish the reply to them: in %(languages)s, for ages %(bands)s."
        )
        % {
            "title": consultation.title,
            "languages": _all_of(languages_to_answer(consultation), language_name),
            "bands": _all_of(list(bands_called(bands_asked(consultation)).values())),
        },
        href=write,
        action=_("Go on with the reply") if reply else _("Write the reply"),
    )
    if reply:
        yield from (error(reason) for reason in reasons_not_to_publish(reply))


def _all_of(keys: Iterable[str], called: Callable[[str], str] = str) -> str:
    """Return every one of them in a list, as people say it."""
    return get_text_list([called(key) for key in keys], _("and"))
