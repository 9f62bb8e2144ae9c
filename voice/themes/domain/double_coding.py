"""Two people coding a sample apart, and settling what they heard differently."""

from collections.abc import Collection, Iterable
from random import SystemRandom

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from surveys.models import Question
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.tags import NotKept, remove_tag, tag_comment
from voice.themes.models import BlindCoding, DoubleCoding, SampledComment, Theme
from voice.themes.permissions import user_can_tag
from voice.themes.queries.agreement import (
    codings_of,
    comments_to_sample,
    is_blind,
    kept_sampled,
)
from voice.themes.queries.codebooks import themes_for

FEWEST_CODERS = 2
# A figure from fewer comments than this tells next to nothing.
SMALLEST_SAMPLE = 20


class CannotDoubleCode(Exception):
    """Something stands in the way of a double coding; nothing was changed."""

    sentence = gettext_lazy("That cannot be done here. Nothing was changed.")


class TooFewCoders(CannotDoubleCode):
    """One person cannot agree with themselves."""

    sentence = gettext_lazy("Choose two people or more who work on this survey.")


class SampleTooSmall(CannotDoubleCode):
    """The sample would tell next to nothing."""

    sentence = gettext_lazy("Choose twenty comments or more.")


class NothingToCode(CannotDoubleCode):
    """No comment of the question is kept, or no theme is in use."""

    sentence = gettext_lazy(
        "There is nothing to code yet: it takes kept comments and a codebook."
    )


class AlreadyUnderWay(CannotDoubleCode):
    """One sample a question at a time."""

    sentence = gettext_lazy("People are coding a sample of this question already.")


class NotYours(CannotDoubleCode):
    """Only its coders code a sample."""

    sentence = gettext_lazy("You are not one of the people who code this sample.")


class CodingIsOver(CannotDoubleCode):
    """Everybody's codings have been seen, or the double coding was ended."""

    sentence = gettext_lazy(
        "What people heard has been shown already, so it is not changed any more."
    )


class StillBlind(CannotDoubleCode):
    """Somebody has comments left to code."""

    sentence = gettext_lazy(
        "Somebody has not coded every comment yet. Until then nothing is shown."
    )


class ThemeNotOffered(CannotDoubleCode):
    """A theme is retired, or of a codebook for other consultations."""

    sentence = gettext_lazy("This theme is not in use here.")


@transaction.atomic
def begin_double_coding(
    question: Question, *, coders: Collection[User], size: int, by: User
) -> DoubleCoding:
    """Draw `size` comments of `question` at random, for `coders` to code apart.

    All of them where there are fewer. Raises TooFewCoders, SampleTooSmall,
    NothingToCode, AlreadyUnderWay.
    """
    Question.objects.select_for_update().get(pk=question.pk)
    _only_coders(question, coders)
    if question.double_codings.filter(ended_at=None).exists():
        raise AlreadyUnderWay
    readings = comments_to_sample(question).order_by("pk")
    comments = list(readings.values_list("comment", flat=True))
    if not comments or not themes_for(question.survey):
        raise NothingToCode
    if size < min(SMALLEST_SAMPLE, len(comments)):
        raise SampleTooSmall
    made = DoubleCoding.objects.create(question=question, made_by=by)
    made.coders.set(coders)
    drawn = SystemRandom().sample(comments, min(size, len(comments)))
    SampledComment.objects.bulk_create(
        SampledComment(double_coding=made, comment_id=comment, place=place)
        for place, comment in enumerate(drawn, start=1)
    )
    record(
        "themes.begin_double_coding",
        of=made,
        by=by,
        coders=sorted(coder.pk for coder in coders),
        comments=len(drawn),
    )
    return made


@transaction.atomic
def code_blind(
    sampled: SampledComment, *, themes: Iterable[Theme], by: User
) -> BlindCoding:
    """Keep which themes `by` hears in a comment; changed until everybody's are shown.

    No theme at all is an answer. The audit does not say which: others may read it.
    Raises NotYours, CodingIsOver, NotKept, ThemeNotOffered.
    """
    double_coding = _held(sampled.double_coding)
    if not double_coding.coders.filter(pk=by.pk).exists():
        raise NotYours
    if not kept_sampled(double_coding).filter(pk=sampled.pk).exists():
        raise NotKept
    if double_coding.ended_at or not is_blind(double_coding):
        raise CodingIsOver
    heard = _offered(double_coding.question, themes)
    coding, _is_new = BlindCoding.objects.update_or_create(
        sampled=sampled, coder=by, defaults={"at": timezone.now()}
    )
    coding.themes.set(heard)
    record("themes.code_blind", of=coding, by=by, sampled=sampled.pk)
    return coding


@transaction.atomic
def settle(sampled: SampledComment, *, themes: Iterable[Theme], by: User) -> None:
    """Say which themes a comment of the sample says, once everybody coded it.

    It is then tagged with these and no others; passages that say one of them stay.
    Raises StillBlind, CodingIsOver, ThemeNotOffered, and CannotTag's.
    """
    double_coding = _held(sampled.double_coding)
    if double_coding.ended_at:
        raise CodingIsOver
    if is_blind(double_coding):
        raise StillBlind
    _settle(sampled, _offered(double_coding.question, themes), by=by)


@transaction.atomic
def settle_agreed(double_coding: DoubleCoding, *, by: User) -> int:
    """Settle every comment in which all heard the same; return how many.

    Raises StillBlind and CodingIsOver.
    """
    if _held(double_coding).ended_at:
        raise CodingIsOver
    codings = codings_of(double_coding)
    if not codings.is_complete:
        raise StillBlind
    themes = {theme.pk: theme for theme in themes_for(double_coding.question.survey)}
    agreed = [
        one for one in codings.comments if one.is_agreed and not one.sampled.settled_at
    ]
    for one in agreed:
        heard = next(iter(one.by_coder.values()))
        _settle(one.sampled, [themes[pk] for pk in heard if pk in themes], by=by)
    return len(agreed)


@transaction.atomic
def end_double_coding(double_coding: DoubleCoding, *, by: User) -> None:
    """End a double coding, so that another can begin; its figure stays.

    One that not everybody has coded whole counts for nothing. Raises CodingIsOver.
    """
    held = _held(double_coding)
    if held.ended_at:
        raise CodingIsOver
    held.ended_by, held.ended_at = by, timezone.now()
    held.save(update_fields=("ended_by", "ended_at"))
    record("themes.end_double_coding", of=held, by=by)


def _only_coders(question: Question, coders: Collection[User]) -> None:
    """Raise TooFewCoders unless two different people may tag the question's comments."""
    allowed = {one.pk for one in coders if user_can_tag(one, question.survey)}
    if len(allowed) < FEWEST_CODERS or len(allowed) < len(coders):
        raise TooFewCoders


def _held(double_coding: DoubleCoding) -> DoubleCoding:
    """Return it as stored, held, so that nobody codes while it is shown or ended."""
    held = DoubleCoding.objects.select_for_update(of=("self",))
    return held.select_related("question__survey").get(pk=double_coding.pk)


def _offered(question: Question, themes: Iterable[Theme]) -> list[Theme]:
    """Return the themes; raises ThemeNotOffered for one not in use here."""
    heard = list(themes)
    offered = {theme.pk for theme in themes_for(question.survey)}
    if any(theme.pk not in offered for theme in heard):
        raise ThemeNotOffered
    return heard


def _settle(sampled: SampledComment, themes: Iterable[Theme], *, by: User) -> None:
    """Tag the comment with these themes and no others, and write down who said so."""
    heard = {theme.pk: theme for theme in themes}
    tags = list(sampled.comment.tags.select_related("theme"))
    for tag in tags:
        if tag.theme_id not in heard:
            remove_tag(tag, by=by)
    for theme in heard.values():
        if theme.pk not in {tag.theme_id for tag in tags}:
            tag_comment(sampled.comment, theme=theme, by=by, is_unaided=True)
    sampled.settled_by, sampled.settled_at = by, timezone.now()
    sampled.save(update_fields=("settled_by", "settled_at"))
    record("themes.settle", of=sampled, by=by, themes=sorted(heard))
