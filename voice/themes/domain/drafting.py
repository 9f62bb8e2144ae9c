"""Making a theme from a group of similar comments."""

from collections.abc import Iterable

from django.db import transaction

from surveys.models import Comment
from voice.accounts.models import User
from voice.themes.domain.codebooks import add_theme
from voice.themes.domain.tags import tag_comment
from voice.themes.enums import ThemeState
from voice.themes.models import Codebook, Theme


@transaction.atomic
def theme_from_group(
    codebook: Codebook,
    *,
    name: str,
    sentence: str,
    said_by: Iterable[Comment],
    by: User,
) -> Theme:
    """Propose a theme in the words of `by`, and tag the comments that `by` says say it.

    Raises what add_theme and tag_comment raise; then nothing is changed.
    """
    theme = add_theme(
        codebook, name=name, sentence=sentence, by=by, state=ThemeState.PROPOSED
    )
    for comment in said_by:
        tag_comment(comment, theme=theme, by=by)
    return theme
