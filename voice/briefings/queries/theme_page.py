"""One key theme as one page for the board."""

from dataclasses import dataclass
from datetime import date

from surveys.models import Consultation
from surveys.queries.linked import consultations_asking, questions_linked_to
from voice.briefings.queries.heard import Voices, voices_of
from voice.briefings.queries.promises import PromiseLine, promise_lines, promises_of
from voice.briefings.queries.standing import Standing, actions_of, standing_of
from voice.statement.models import Action, KeyTheme, Statement
from voice.statement.queries import evidence_in_full, key_themes_in_full


@dataclass(frozen=True, slots=True)
class ThemePage:
    """Everything the page of one key theme tells.

    `asked_by` are the consultations with a question linked to it.
    """

    key_theme: KeyTheme
    key_themes: list[KeyTheme]
    voices: Voices
    is_gap: bool
    actions: list[Action]
    standing: Standing
    promises: list[PromiseLine]
    asked_by: list[Consultation]


def theme_page(pk: int, *, on: date) -> ThemePage | None:
    """Return the page of one key theme on the day `on`; None when there is none.

    At most eleven queries.
    """
    statement = Statement.objects.filter(key_themes=pk).first()
    key_themes = key_themes_in_full(statement) if statement else []
    found = next((one for one in key_themes if one.pk == pk), None)
    if found is None:
        return None
    voices = voices_of(
        evidence_in_full().filter(key_theme=found), headline=found.headline_id
    )
    actions = actions_of(found)
    return ThemePage(
        key_theme=found,
        key_themes=key_themes,
        voices=voices,
        is_gap=voices.is_gap(on),
        actions=actions,
        standing=standing_of(actions, on=on),
        promises=promise_lines(promises_of(found), on=on),
        asked_by=consultations_asking(questions_linked_to(str(pk))),
    )
