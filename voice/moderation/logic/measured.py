"""What `manage.py screen --check` found with the lists as they came; held by a test.

It is shown wherever screening could be trusted too much.
"""

from typing import NamedTuple

from voice.moderation.logic.measuring import Share


class Measured(NamedTuple):
    """Recall on our invented sentences: with the words of a list, and without."""

    openly: Share
    in_other_words: Share
    in_other_words_by_meaning: Share


MEASURED = Measured(
    openly=Share(156, 157),
    in_other_words=Share(2, 50),
    in_other_words_by_meaning=Share(33, 50),
)
