"""A reply as young editors read it before it is out, and whether they said yes."""

from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from surveys.queries.members import consultations_of
from voice.accounts.permissions import Visitor
from voice.council.enums import BASE_LANGUAGE
from voice.releases.enums import ReleaseState
from voice.replies.models import Promise, Reply
from voice.replies.queries.evidence import Evidence, evidence_for
from voice.replies.queries.versions import ages_called
from voice.young_editors.enums import Kind
from voice.young_editors.logic.passages import Passage, not_passed
from voice.young_editors.queries.standing import Stand, standing_of
from voice.young_editors.subjects import Subject

HEADINGS = {
    "you_said": gettext_lazy("You said"),
    "heard_from_few": gettext_lazy("What we heard from few"),
    "we_did": gettext_lazy("We did"),
    "we_will": gettext_lazy("We will"),
    "we_will_not": gettext_lazy("We will not"),
    "why_not": gettext_lazy("Why we will not"),
    "next": gettext_lazy("Next"),
    "thanks": gettext_lazy("Thank you"),
}


def replies_to_look_at(user: Visitor) -> Mapping[int, str]:
    """Return the replies `user` writes, their consultations' titles by id."""
    found = Reply.objects.filter(consultation__in=consultations_of(user))
    return dict(
        found.order_by("consultation__title").values_list("pk", "consultation__title")
    )


def reply_to_look_at(pk: int) -> Subject | None:
    """Return a reply to be looked at; None of none."""
    reply = (
        Reply.objects.filter(pk=pk)
        .select_related("consultation", "release__recall")
        .first()
    )
    return subject_of_reply(reply) if reply else None


def subject_of_reply(reply: Reply) -> Subject:
    """Return `reply` with all its words as they stand; quotes only of its release.

    A release is issued only once a second person has signed it: before that, nothing
    of it is here.
    """
    release = reply.release
    is_issued = release is not None and release.state == ReleaseState.ISSUED
    evidence = evidence_for(release) if release and is_issued else None
    passages = [*_words(reply), *_promises(reply), *_quotes(reply, evidence)]
    surveys = reply.consultation.surveys.order_by("pk").values_list("pk", flat=True)
    return Subject(
        kind=Kind.REPLY,
        pk=reply.pk,
        title=reply.consultation.title,
        survey=release.survey_id if release else surveys.first(),
        passages=passages,
        href=reverse("replies:write", args=[reply.consultation.slug]),
        is_out=reply.is_published,
        refused=_refused(passages, evidence),
    )


def stand_of_reply(reply: Reply) -> Stand:
    """Return how a reply stands with the young editors."""
    return standing_of(subject_of_reply(reply))


def _words(reply: Reply) -> Iterable[Passage]:
    """Yield each part of each wording, with whom it is for; and the rows of easy read."""
    wordings = list(reply.wordings.order_by("language", "pk"))
    for wording in wordings:
        alike = [one for one in wordings if one.language == wording.language]
        ages = ages_called(wording.age_bands) if len(alike) > 1 else ""
        with override(wording.language):
            headings = {part: str(name) for part, name in HEADINGS.items()}
        for part, heading in headings.items():
            if text := getattr(wording, part):
                key = f"{part}.{wording.language}.{'+'.join(wording.age_bands)}"
                called = f"{heading} ({ages})" if ages else heading
                yield Passage(key, called, text, wording.language)
    for row in reply.easy_rows.order_by("language", "place"):
        with override(row.language):
            heading = _("Easy read")
        yield Passage(
            f"easy{row.place}.{row.language}", heading, row.words, row.language
        )


def _promises(reply: Reply) -> Iterable[Passage]:
    """Yield each promise in each language it is in, with whose it is and by when."""
    made = reply.promises.prefetch_related("wordings")
    for number, promise in enumerate(made, start=1):
        worded = {BASE_LANGUAGE: (promise.text, promise.owner_title)}
        for one in promise.wordings.all():
            worded[one.language] = (one.text, one.owner_title or promise.owner_title)
        for language, (text, owner) in worded.items():
            yield _promise(promise, number, language, text, owner)


def _promise(
    promise: Promise, number: int, language: str, text: str, owner: str
) -> Passage:
    """Return one promise as one language reads it."""
    with override(language):
        day = date_format(promise.due_on, "j F Y")
        heading = _("Promise %(number)d") % {"number": number}
    return Passage(
        f"promise{promise.pk}.{language}",
        heading,
        f"{text}\n{owner} · {day}",
        language,
        fixed=f"{text}|{owner}|{promise.due_on.isoformat()}",
    )


def _quotes(reply: Reply, evidence: Evidence | None) -> Iterable[Passage]:
    """Yield the quotes that stand beside the reply, word for word as released."""
    if evidence is None:
        return
    languages = sorted({wording.language for wording in reply.wordings.all()})
    beside = {
        quote.pk: quote
        for language in languages
        for quote in evidence.few_quotes(language)
    }
    for number, quote in enumerate(beside.values(), start=1):
        with override(quote.language):
            heading = _("In a young person's words, %(number)d") % {"number": number}
        yield Passage(
            f"quote{quote.pk}", heading, quote.text, quote.language, is_quote=True
        )


def _refused(passages: list[Passage], evidence: Evidence | None) -> list[str]:
    """Return why it cannot be shown: words in quotation marks that nobody passed."""
    passed = [quote.text for quote in evidence.quotes] if evidence else []
    return [
        _(
            "“%(words)s” stands in quotation marks, and is no quote that the second "
            "signer has passed. Take it out, or say it in your own words."
        )
        % {"words": words}
        for words in not_passed(passages, passed=passed)
    ]
