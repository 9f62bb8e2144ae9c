"""An edition's steps, read once and remembered by this process."""

from collections import OrderedDict
from threading import Lock

from surveys.logic.definition import Definition, QuestionDefinition
from surveys.logic.paths import path
from surveys.logic.support import with_support
from surveys.models import Edition, Question, Response

REMEMBERED = 64

_Place = tuple[int, str]
_remembered: OrderedDict[_Place, tuple[Definition, dict[str, int]]] = OrderedDict()
_lock = Lock()


def definition_of(edition: Edition) -> Definition:
    """Return what `edition` asks; from memory when this process has read it before."""
    return _remember(edition)[0]


def question_ids(edition: Edition) -> dict[str, int]:
    """Return the Question row's id for each key that `edition` asks."""
    return _remember(edition)[1]


def steps_of(response: Response) -> list[QuestionDefinition]:
    """Return the steps of a response's path, after what was answered so far."""
    return path(
        definition_of(response.edition),
        age_band=response.age_band,
        answers=response.answers,
        language=response.language,
        helper=response.helped_by,
    )


def pages_of(response: Response) -> list[QuestionDefinition]:
    """Return the pages of a response's path: its steps, with words of support."""
    return with_support(steps_of(response))


def _remember(edition: Edition) -> tuple[Definition, dict[str, int]]:
    """Return what never changes of `edition`; read at most once by this process.

    Kept by the edition's id and content hash, so never another edition's.
    """
    place = (edition.pk, edition.content_hash)
    with _lock:
        if place in _remembered:
            _remembered.move_to_end(place)
            return _remembered[place]
    definition: Definition = edition.definition
    keys = [question["key"] for question in definition["questions"]]
    rows = Question.objects.filter(survey_id=edition.survey_id, key__in=keys)
    ids = dict(rows.values_list("key", "pk"))
    with _lock:
        _remembered[place] = (definition, ids)
        if len(_remembered) > REMEMBERED:
            _remembered.popitem(last=False)
    return definition, ids


def forget_editions() -> None:
    """Empty the memory; for tests, whose databases are rolled back."""
    with _lock:
        _remembered.clear()
