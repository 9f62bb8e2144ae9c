"""How long a survey takes: a stated formula, an estimate and never a promise; pure.

A step takes the time to read its words, to answer it, and to go on. Words are those
between spaces, of prompt, hint, options and ends. Speeds are the middle of children's
own reading (Hasbrouck and Tindal 2017: 60 words a minute at the end of the first
school year, 112 of the third, 146 of the sixth) and, for the oldest, a little under
what grown people read (Brysbaert 2019: 238), because many answer in a second language.
Seconds to answer are our own guess, to be measured; everybody may skip.
"""

from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition, question_words
from surveys.logic.piping import piped_words

YOUNGEST = 7
PRIMARY = 11
SECONDARY = 17
GROWN = 25
WORDS_A_MINUTE = {YOUNGEST: 60, PRIMARY: 112, SECONDARY: 146, GROWN: 200}
TO_GO_ON = 2
PUT_IN_PLACE = 4
TO_ANSWER = {
    QuestionKind.SINGLE: 5,
    QuestionKind.SEVERAL: 8,
    QuestionKind.PICTURE: 5,
    QuestionKind.FACES: 5,
    QuestionKind.AGREE: 5,
    QuestionKind.SCALE: 5,
    QuestionKind.ORDER: 0,
    QuestionKind.DATE: 10,
    QuestionKind.SHORT_TEXT: 20,
    QuestionKind.LONG_TEXT: 60,
    QuestionKind.VOICE: 60,
    QuestionKind.DRAWING: 120,
    QuestionKind.MESSAGE: 0,
    QuestionKind.BREAK: 15,
}


def seconds(
    question: QuestionDefinition, *, language: str, age_band: str, oldest: int
) -> float:
    """Return how many seconds one step takes a band whose oldest are `oldest` years."""
    read = question_words(question, language=language, age_band=age_band)
    words = piped_words(read, {})
    texts = [words["prompt"], words["help"], words["low"], words["high"]]
    number = sum(len(text.split()) for text in [*texts, *words["options"].values()])
    to_answer = TO_ANSWER[QuestionKind(question["kind"])]
    if question["kind"] == QuestionKind.ORDER:
        places = question.get("most", len(question["options"]))
        to_answer += PUT_IN_PLACE * places
    return number * 60 / words_a_minute(oldest) + to_answer + TO_GO_ON


def minutes(
    questions: list[QuestionDefinition], *, language: str, age_band: str, oldest: int
) -> float:
    """Return how many minutes these steps take one after the other."""
    return (
        sum(
            seconds(one, language=language, age_band=age_band, oldest=oldest)
            for one in questions
        )
        / 60
    )


def words_a_minute(oldest: int) -> int:
    """Return how fast a band reads whose oldest are `oldest` years old."""
    found = (speed for age, speed in WORDS_A_MINUTE.items() if oldest <= age)
    return next(found, WORDS_A_MINUTE[GROWN])


def oldest_of(age_band: str) -> int:
    """Return the oldest age that a band's key tells, as "8-11"; grown where it does not."""
    youngest, _dash, oldest = age_band.rpartition("-")
    return int(oldest) if oldest.isdecimal() and youngest else GROWN
