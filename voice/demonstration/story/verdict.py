"""What young people of Calderwick say of one promise: officers rate it kept."""

from typing import NamedTuple

PROMISE = "A card with your worker's name, photo and number."
ASKED, CLOSED, REPLY_DUE = -50, -22, 6


class ToldAnswers(NamedTuple):
    """So many of one age band, in one language, answered so."""

    many: int
    band: str
    language: str
    kept: str
    difference: str


ANSWERS = (
    ToldAnswers(7, "11-17", "en", "yes", "better"),
    ToldAnswers(4, "8-11", "en", "yes", "same"),
    ToldAnswers(9, "11-17", "en", "partly", "same"),
    ToldAnswers(4, "8-11", "ur", "partly", "better"),
    ToldAnswers(14, "11-17", "en", "no", "same"),
    ToldAnswers(6, "8-11", "en", "no", "same"),
    ToldAnswers(3, "11-17", "ur", "no", "same"),
)
