"""Making codebooks, and adding, wording, agreeing on and retiring their themes."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import Colour
from voice.themes.domain.history import keep_change, stands_as
from voice.themes.domain.moving import may_be_under, put_under, refuse_parent
from voice.themes.enums import ChangeKind, ThemeKind, ThemeState
from voice.themes.logic.tidy_words import tidy, tidy_line
from voice.themes.logic.wordings import Wordings
from voice.themes.models import Codebook, Theme

WORDS_OF_A_SENTENCE = 3
WORDED = (
    "name",
    "sentence",
    "wordings",
    "include",
    "exclude",
    "example",
    "colour",
    "heard_from_few",
)


class ThemeExists(Exception):
    """The codebook has a theme of this name already; nothing was changed."""

    sentence = gettext_lazy("There is a theme of this name already.")


class FallBackStays(Exception):
    """Every codebook keeps its two fall-backs; nothing was changed."""

    sentence = gettext_lazy(
        "Every codebook keeps “Something else” and “No reason given”."
    )


class NotProposed(Exception):
    """The theme is agreed on already, or retired; nothing was changed."""

    sentence = gettext_lazy("Only a proposed theme waits to be agreed on.")


def sentence_is_too_short(sentence: str) -> bool:
    """Say whether a theme's sentence is a word or two, which tells a board nothing."""
    return len(sentence.split()) < WORDS_OF_A_SENTENCE


@transaction.atomic
def create_codebook(
    title: str, *, consultations: Iterable[Consultation], by: User
) -> Codebook:
    """Make a codebook that serves `consultations`, with both fall-back themes."""
    codebook = Codebook.objects.create(title=tidy_line(title))
    codebook.consultations.set(consultations)
    for kind, sentence in (
        (
            ThemeKind.SOMETHING_ELSE,
            _("Young people say something that no theme holds yet."),
        ),
        (
            ThemeKind.NO_REASON,
            _("Young people answer without saying why."),
        ),
    ):
        made = Theme.objects.create(
            codebook=codebook, name=str(kind.label), sentence=sentence, kind=kind
        )
        keep_change(made, ChangeKind.MADE, before={}, by=by)
    record("themes.create_codebook", of=codebook, by=by)
    return codebook


@transaction.atomic
def change_codebook(
    codebook: Codebook, *, title: str, consultations: Iterable[Consultation], by: User
) -> None:
    """Give a codebook another title, or have it serve other consultations."""
    codebook.title = tidy_line(title)
    codebook.save(update_fields=("title",))
    codebook.consultations.set(consultations)
    record("themes.change_codebook", of=codebook, by=by)


@transaction.atomic
def add_theme(
    codebook: Codebook,
    *,
    name: str,
    sentence: str,
    by: User,
    include: str = "",
    exclude: str = "",
    example: str = "",
    colour: Colour | str = Colour.INDIGO,
    heard_from_few: bool = False,
    parent: Theme | None = None,
    state: ThemeState | str = ThemeState.AGREED,
    wordings: Wordings | None = None,
) -> Theme:
    """Add something we hear children say, proposed or agreed on.

    `wordings` says the sentence in other languages (voice.themes.logic.wordings).
    Raises ThemeExists for a name in use, NotThere for a parent that cannot have it.
    """
    theme = Theme(
        codebook=codebook,
        name=name,
        sentence=sentence,
        include=include,
        exclude=exclude,
        example=example,
        colour=Colour(colour),
        heard_from_few=heard_from_few,
        state=ThemeState(state),
        wordings=wordings or {},
    )
    refuse_parent(theme, parent)
    theme.parent = parent
    save_named(theme)
    keep_change(theme, ChangeKind.MADE, before={}, by=by)
    record("themes.add_theme", of=theme, by=by, codebook=codebook.pk)
    return theme


@transaction.atomic
def word_theme(theme: Theme, *, by: User, **worded: object) -> None:
    """Word a theme anew: any of `WORDED`; raises ThemeExists and TypeError."""
    if unknown := set(worded) - set(WORDED):
        raise TypeError(f"A theme has no {sorted(unknown)} to word.")
    stored = Theme.objects.select_for_update().get(pk=theme.pk)
    before = stands_as(stored)
    for name, value in worded.items():
        setattr(stored, name, value)
        setattr(theme, name, value)
    save_named(stored)
    if stands_as(stored) != before:
        keep_change(stored, ChangeKind.WORDED, before=before, by=by)
    record("themes.word_theme", of=theme, by=by, changed=sorted(worded))


@transaction.atomic
def agree_theme(theme: Theme, *, by: User) -> None:
    """Say that people agree on a theme that was proposed; raises NotProposed."""
    before = stands_as(theme)
    if theme.state != ThemeState.PROPOSED:
        raise NotProposed
    theme.state = ThemeState.AGREED
    theme.save(update_fields=("state",))
    keep_change(theme, ChangeKind.AGREED, before=before, by=by)
    record("themes.agree_theme", of=theme, by=by)


@transaction.atomic
def retire_theme(theme: Theme, *, by: User) -> None:
    """Take a theme out of use: what was tagged stays, nothing more is tagged or counted.

    Its parts move up and stay in use. Raises FallBackStays.
    """
    if theme.kind != ThemeKind.THEME:
        raise FallBackStays
    before = stands_as(theme)
    for part in theme.children.all():
        put_under(part, None, by=by)
    theme.state = ThemeState.RETIRED
    theme.save(update_fields=("state",))
    keep_change(theme, ChangeKind.RETIRED, before=before, by=by)
    record("themes.retire_theme", of=theme, by=by)


@transaction.atomic
def use_theme_again(theme: Theme, *, by: User) -> None:
    """Bring a retired theme back into use, a merged one without the tags it had.

    It stands alone again when what it was part of cannot have it any more.
    """
    before = stands_as(theme)
    if not may_be_under(theme, theme.parent):
        theme.parent = None
    theme.state, theme.merged_into = ThemeState.AGREED, None
    theme.save(update_fields=("state", "merged_into", "parent"))
    keep_change(theme, ChangeKind.USED_AGAIN, before=before, by=by)
    record("themes.use_theme_again", of=theme, by=by)


def save_named(theme: Theme) -> None:
    """Save, or raise ThemeExists when the codebook has the name already."""
    theme.name, theme.sentence = tidy_line(theme.name), tidy_line(theme.sentence)
    for field in ("include", "exclude", "example"):
        setattr(theme, field, tidy(getattr(theme, field)))
    try:
        with transaction.atomic():
            theme.save()
    except IntegrityError:
        raise ThemeExists from None
