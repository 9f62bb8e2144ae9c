"""What in a text looks as if it told who somebody is, for pages below this room."""

from voice.moderation.enums import HintKind
from voice.moderation.queries.thanks import told_besides


def pieces_that_name(words: str) -> list[str]:
    """Return what screening, or the list of who works here, takes for telling.

    Names, addresses, numbers; no worry: that is found when the words are saved.
    """
    return [
        piece.words
        for piece in told_besides(words)
        if piece.kind != HintKind.WORRY.value
    ]
