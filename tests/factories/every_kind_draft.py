"""Makes a draft that asks in every way there is, one question only of some."""

from surveys.drafting.building import question_block
from surveys.logic.drafts import DraftOption, DraftQuestion
from tests.factories.every_kind import AGREE, FACES, PLACES
from tests.factories.surveys import SurveyFactory

KNOW = {"yes": "Yes", "no": "No", "else": "Something else"}
WHEN_YES = {"question": "know_worker", "operator": "is", "value": "yes"}


def asked(kind, key, prompt, options=None, *, other="", alone="", **more):
    """Return one question of a draft."""
    return DraftQuestion(
        key=key,
        kind=kind,
        prompt=prompt,
        options=tuple(
            DraftOption(name, text, is_other=name == other, is_alone=name == alone)
            for name, text in (options or {}).items()
        ),
        **more,
    )


DRAFT = (
    asked("single", "know_worker", "Do you know your worker?", KNOW, other="else"),
    asked("agree", "listens", "My worker listens.", AGREE, show_if=WHEN_YES),
    asked("several", "what_helps", "What helps?", PLACES, most=2),
    asked("picture", "where", "Where do you feel best?", PLACES, not_sure=True),
    asked("faces", "happy", "How happy are you?", FACES, sensitive=True),
    asked("break", "rest", "Time for a little rest"),
    asked("scale", "safe", "How safe?", low="not safe", high="very safe"),
    asked("order", "first", "What matters most?", PLACES),
    asked("date", "since", "Since when?", date_parts="year"),
    asked("short_text", "one_word", "Your week in a few words"),
    asked("long_text", "do_more", "What should change?"),
    asked("voice", "aloud", "Tell us aloud"),
    asked("drawing", "drawn", "Draw your best day", age_bands=("8-11",)),
)


def every_kind_draft(**more):
    """Return a survey that was never published, of all of these."""
    more.setdefault("languages", ["en", "ur"])
    more.setdefault("age_bands", ["8-11", "11-17"])
    return SurveyFactory(questions=[question_block(one) for one in DRAFT], **more)
