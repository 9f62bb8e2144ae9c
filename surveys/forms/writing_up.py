"""The whole page of writing up a session: three kinds of form, read and refused as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _

from surveys.domain.statements import Photograph, Statement
from surveys.forms.session_note import (
    EMPTY_BOXES,
    MOST_STATEMENTS,
    Choices,
    PhotographForm,
    SessionForm,
    StatementForm,
)
from surveys.languages import language_name
from surveys.logic.definition import Definition
from surveys.logic.paths import is_asked
from surveys.logic.piping import words_at
from surveys.models import PlannedSession, SessionNote
from surveys.queries.planned_sessions import planned_named
from voice.council.queries.bands import band_choices

OF_STATEMENT = ("id", "words", "question", "age_band", "may_quote")
Rows = forms.formset_factory(
    StatementForm,
    extra=EMPTY_BOXES,
    max_num=MOST_STATEMENTS,
    absolute_max=MOST_STATEMENTS,
    validate_max=True,
)


class WritingUp:
    """The page for one edition's questions: of a note there is, or to begin one."""

    def __init__(
        self,
        definition: Definition,
        *,
        note: SessionNote | None = None,
        planned: Iterable[PlannedSession] = (),
        was: PlannedSession | None = None,
        standing: Sequence[Statement] = (),
        data: Any = None,
        files: Mapping[str, Any] | None = None,
    ) -> None:
        """Show what stands in `note`, or what was sent in `data` and `files`.

        `planned` are the planned sessions it could have been, `was` the one it was
        when a new note is begun.
        """
        bands = band_choices(definition["age_bands"])
        languages: Choices = [
            (code, language_name(code)) for code in definition["languages"]
        ]
        offered = {"questions": questions_to_choose(definition), "bands": bands}
        self.session = SessionForm(
            data,
            initial=_facts(note) if note else _first(definition, was),
            bands=bands,
            languages=languages,
            planned=[(str(one.pk), planned_named(one)) for one in planned],
        )
        self.rows = Rows(
            data,
            initial=[
                {name: getattr(one, name) for name in OF_STATEMENT} for one in standing
            ],
            prefix="said",
            form_kwargs=offered,
        )
        self.photo = PhotographForm(data, files, prefix="photo", **offered)

    def is_valid(self) -> bool:
        """Say whether everything can be kept; each band that said it was there."""
        # Each is asked, so that all that is wrong is told at once.
        valid = [one.is_valid() for one in (self.session, self.rows, self.photo)]
        return all(valid) and self._bands_were_there()

    def _bands_were_there(self) -> bool:
        """Refuse what was said by an age band that was not in the room."""
        there = {"", *self.session.cleaned_data["age_bands"]}
        absent = [
            form
            for form in (*self.rows.forms, self.photo)
            if form.cleaned_data.get("age_band", "") not in there
        ]
        for form in absent:
            form.add_error(
                "age_band", _("Nobody of this age was there. Change one of the two.")
            )
        return not absent

    def statements(self) -> list[Statement]:
        """Return the statements in their order, empty boxes left out."""
        return [form.statement() for form in self.rows.forms if not form.is_empty]

    def photograph(self) -> Photograph | None:
        """Return the photograph that was chosen, if one was."""
        return self.photo.photograph()

    def words(self) -> str:
        """Return all that was typed, to be looked through for names."""
        said = [statement.words for statement in self.statements()]
        return "\n".join([self.session.cleaned_data["label"], *said])

    @property
    def errors(self) -> list[dict[str, str]]:
        """Return each thing that is wrong, with where it is, for the summary."""
        found = [
            {"href": f"#{form[name].auto_id}", "text": f"{form[name].label}: {error}"}
            for form in self._forms()
            for name, errors in form.errors.items()
            for error in errors
            if name in form.fields
        ]
        loose = [
            *self.session.non_field_errors(),
            *(self.rows.non_form_errors() if self.rows.is_bound else []),
        ]
        return [{"href": "#said", "text": str(error)} for error in loose] + found

    def _forms(self) -> Iterator[forms.Form]:
        """Yield every form of the page, in the order they stand."""
        yield self.session
        yield from self.rows.forms
        yield self.photo


def questions_to_choose(definition: Definition) -> Choices:
    """Return every question that asks something, by key, in the base wording.

    Closed ones too: a group talks about those as well, and a survey without a
    question for words still has somewhere to put what was said.
    """
    questions = definition["questions"]
    language = definition["languages"][0]
    return [
        (
            question["key"],
            words_at(questions, place, answers={}, language=language, age_band="")[
                "prompt"
            ],
        )
        for place, question in enumerate(questions, start=1)
        if is_asked(question)
    ]


def _first(definition: Definition, was: PlannedSession | None) -> dict[str, Any]:
    """Return what a new page begins with: what is known of a session that was planned."""
    first = {
        "once": uuid4(),
        "version": 0,
        "language": definition["languages"][0],
        "age_bands": definition["age_bands"],
    }
    if was is None:
        return first
    bands = was.age_bands or definition["age_bands"]
    return first | {"planned": was.pk, "held_on": was.held_on, "age_bands": bands}


def _facts(note: SessionNote) -> dict[str, Any]:
    """Return what a note says of its session, as the form holds it."""
    names = ("held_on", "label", "present", "age_bands", "language", "helped_by")
    facts: dict[str, UUID | Any] = {name: getattr(note, name) for name in names}
    return facts | {
        "once": note.pk,
        "version": note.version,
        "planned": note.planned_id or "",
    }
