"""Making codebooks, and adding, wording and retiring their themes."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.models import Consultation
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.enums import Colour
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models import Codebook, Theme

WORDS_OF_A_SENTENCE = 3
WORDED = (
    "name",
    "sentence",
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


def sentence_is_too_short(sentence: str) -> bool:
    """Say whether a theme's sentence is a word or two, which tells a board nothing."""
    return len(sentence.split()) < WORDS_OF_A_SENTENCE


@transaction.atomic
def create_codebook(
    title: str, *, consultations: Iterable[Consultation], by: User
) -> Codebook:
    """Make a codebook that serves `consultations`, with both fall-back themes."""
    codebook = Codebook.objects.create(title=title)
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
        Theme.objects.create(
            codebook=codebook, name=str(kind.label), sentence=sentence, kind=kind
        )
    record("themes.create_codebook", of=codebook, by=by)
    return codebook


@transaction.atomic
def change_codebook(
    codebook: Codebook, *, title: str, consultations: Iterable[Consultation], by: User
) -> None:
    """Give a codebook another title, or have it serve other consultations."""
    codebook.title = title
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
) -> Theme:
    """Add something we hear children say; raises ThemeExists for a name in use."""
    theme = Theme(
        codebook=codebook,
        name=name,
        sentence=sentence,
        include=include,
        exclude=exclude,
        example=example,
        colour=Colour(colour),
        heard_from_few=heard_from_few,
    )
    _save_named(theme)
    record("themes.add_theme", of=theme, by=by, codebook=codebook.pk)
    return theme


@transaction.atomic
def word_theme(theme: Theme, *, by: User, **worded: object) -> None:
    """Word a theme anew: any of `WORDED`; raises ThemeExists and TypeError."""
    if unknown := set(worded) - set(WORDED):
        raise TypeError(f"A theme has no {sorted(unknown)} to word.")
    for name, value in worded.items():
        setattr(theme, name, value)
    _save_named(theme)
    record("themes.word_theme", of=theme, by=by, changed=sorted(worded))


@transaction.atomic
def retire_theme(theme: Theme, *, by: User) -> None:
    """Take a theme out of use: what was tagged stays, nothing more is tagged or counted.

    Raises FallBackStays.
    """
    if theme.kind != ThemeKind.THEME:
        raise FallBackStays
    _change_state(theme, ThemeState.RETIRED, verb="themes.retire_theme", by=by)


@transaction.atomic
def use_theme_again(theme: Theme, *, by: User) -> None:
    """Bring a retired theme back into use."""
    _change_state(theme, ThemeState.AGREED, verb="themes.use_theme_again", by=by)


def _change_state(theme: Theme, state: ThemeState, *, verb: str, by: User) -> None:
    """Save another state with its audit entry."""
    theme.state = state
    theme.save(update_fields=("state",))
    record(verb, of=theme, by=by)


def _save_named(theme: Theme) -> None:
    """Save, or raise ThemeExists when the codebook has the name already."""
    try:
        with transaction.atomic():
            theme.save()
    except IntegrityError:
        raise ThemeExists from None
