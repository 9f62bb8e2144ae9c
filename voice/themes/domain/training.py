"""Learning from the tags people made on a question's comments, and proposing more."""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from surveys.models import Question
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.themes.domain.measuring import measured
from voice.themes.domain.vectors import meaning_is_used, vectors_of
from voice.themes.enums import ThemeKind
from voice.themes.logic.learning import (
    CannotLearn,
    Proposal,
    ThemeText,
    learn,
    match_to_sentences,
)
from voice.themes.logic.vectors import sentence_vectors
from voice.themes.models import Suggestion, Theme, Training
from voice.themes.queries.codebooks import themes_for
from voice.themes.queries.learning import (
    Example,
    examples_for,
    kept_of,
    newest_training,
    texts_to_learn,
    unaided_comments,
)

if TYPE_CHECKING:
    from numpy import ndarray

COMMENTS_AT_ONCE = 200
Proposals = list[list[Proposal[int]]]


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to learn from, and what to propose for; texts in memory alone.

    `texts` and the rows of `vectors` are of the examples first, then of the others of
    the question; `own` names the places of the question's own comments. `told` are the
    themes in their own words, and `told_vectors` has a row for each of their sentences.
    """

    told: list[ThemeText[int]]
    told_vectors: "ndarray[Any, Any] | None"
    readings: list[Reading]
    labels: list[frozenset[int]]
    texts: list[str]
    vectors: "ndarray[Any, Any] | None"
    own: list[int]


def retrain(question: Question) -> Training | None:
    """Learn from every tag of the codebook, and propose themes for the question's
    kept comments in place of the proposals nobody took.

    Returns None where there is no theme or no comment. Holds no transaction while it
    learns; a comment whose words went meanwhile gets no proposal.
    """
    began, started = timezone.now(), time.perf_counter()
    themes = themes_for(question.survey)
    own = list(kept_of(question))
    if not themes or not own:
        return None
    examples = examples_for(themes, question)
    material = _material(themes, own, examples)
    proposals = _proposals(material)
    accuracy = measured(
        texts=material.texts[: len(examples)],
        labels=material.labels,
        vectors=_rows(material.vectors, range(len(examples))),
        themes=material.told,
        theme_vectors=material.told_vectors,
        judged=_judged(question, examples),
        before=newest_training(question),
    )
    return _keep(
        question,
        [material.readings[at] for at in material.own],
        proposals,
        at=began,
        tags_hash=_hash_of(examples),
        learned_from=len(examples),
        uses_meaning=material.vectors is not None,
        accuracy=accuracy,
        seconds=round(time.perf_counter() - started, 2),
    )


def _material(
    themes: list[Theme], own: list[Reading], examples: list[Example]
) -> Material:
    """Open the texts, and compute the vectors that are missing."""
    tagged = {example.reading.comment_id for example in examples}
    others = [reading for reading in own if reading.comment_id not in tagged]
    readings = [*(example.reading for example in examples), *others]
    opened = texts_to_learn(readings)
    texts = [opened[reading.pk] for reading in readings]
    ours = {reading.pk for reading in own}
    told = _told(themes)
    return Material(
        told=told,
        told_vectors=_vectors_of_themes(told),
        readings=readings,
        labels=[example.themes for example in examples],
        texts=texts,
        vectors=vectors_of(readings, texts),
        own=[at for at, reading in enumerate(readings) if reading.pk in ours],
    )


def _proposals(material: Material) -> Proposals:
    """Return what is proposed for each of the question's own comments.

    Under twenty tagged comments the themes' sentences and examples serve instead.
    """
    known = len(material.labels)
    texts = [material.texts[at] for at in material.own]
    vectors = _rows(material.vectors, material.own)
    told, theirs = material.told, material.told_vectors
    try:
        learned = learn(
            material.texts[:known],
            material.labels,
            vectors=_rows(material.vectors, range(known)),
            themes=told,
            theme_vectors=theirs,
        )
    except CannotLearn:
        return match_to_sentences(texts, vectors, themes=told, theme_vectors=theirs)
    return learned.suggest(texts, vectors)


def _told(themes: list[Theme]) -> list[ThemeText[int]]:
    """Return the themes in their own words; fall-backs have none to be matched by."""
    return [
        ThemeText(
            theme.pk,
            tuple(part for part in (theme.sentence, theme.example) if part),
        )
        for theme in themes
        if theme.kind == ThemeKind.THEME
    ]


def _vectors_of_themes(told: list[ThemeText[int]]) -> "ndarray[Any, Any] | None":
    """Return a row for each sentence of the themes in turn; None without the model."""
    if not meaning_is_used():
        return None
    return sentence_vectors([line for theme in told for line in theme.sentences])


def _judged(question: Question, examples: list[Example]) -> list[int]:
    """Return the places of the examples whose tags may judge the machine."""
    unaided = unaided_comments(question)
    return [
        at
        for at, example in enumerate(examples)
        if example.reading.comment_id in unaided
    ]


def _hash_of(examples: list[Example]) -> str:
    """Return the SHA-256 of what was learned from: each comment's id and its themes'."""
    lines = sorted(
        f"{example.reading.comment_id}:{','.join(map(str, sorted(example.themes)))}"
        for example in examples
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _rows(
    vectors: "ndarray[Any, Any] | None", places: Sequence[int]
) -> "ndarray[Any, Any] | None":
    """Return these rows of the vectors, if there are any."""
    return None if vectors is None else vectors[list(places)]


def _keep(
    question: Question,
    readings: list[Reading],
    proposals: Proposals,
    **learned: Any,
) -> Training:
    """Keep the training and its proposals, in place of those nobody took.

    A few hundred comments at a time, so that nobody who answers waits for all of them.
    """
    training = _number(question, **learned)
    for first in range(0, len(readings), COMMENTS_AT_ONCE):
        some = slice(first, first + COMMENTS_AT_ONCE)
        _replace(training, readings[some], proposals[some])
    Suggestion.objects.filter(
        training__question=question,
        training__number__lt=training.number,
        accepted_at=None,
    ).delete()
    return training


@transaction.atomic
def _number(question: Question, **learned: Any) -> Training:
    """Write down the training under the next number of its question."""
    Question.objects.select_for_update().get(pk=question.pk)
    trainings = Training.objects.filter(question=question)
    number = (trainings.aggregate(Max("number"))["number__max"] or 0) + 1
    training = Training.objects.create(question=question, number=number, **learned)
    record(
        "themes.learn",
        of=training,
        by=None,
        question=question.pk,
        number=number,
        learned_from=training.learned_from,
    )
    return training


@transaction.atomic
def _replace(training: Training, readings: list[Reading], proposals: Proposals) -> None:
    """Put these comments' proposals in place of those nobody took.

    The readings are held; a comment whose words went meanwhile gets none.
    """
    held = Reading.objects.select_for_update().filter(
        pk__in=[reading.pk for reading in readings]
    )
    versions = dict(held.order_by("pk").values_list("pk", "version"))
    Suggestion.objects.filter(
        training__question=training.question_id,
        comment__in=[reading.comment_id for reading in readings],
        accepted_at=None,
    ).delete()
    Suggestion.objects.bulk_create(
        Suggestion(
            training=training,
            comment_id=reading.comment_id,
            theme_id=one.theme,
            score=min(max(one.score, 0.0), 1.0),
            likeliness=one.likeliness,
        )
        for reading, some in zip(readings, proposals, strict=True)
        if versions.get(reading.pk) == reading.version
        for one in some
    )
