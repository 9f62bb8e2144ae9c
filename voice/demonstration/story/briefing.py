"""The paper that goes to the story's next board, in English and a short one in Urdu."""

from typing import NamedTuple


class ToldSection(NamedTuple):
    """A section: its kind, what it is made from, and what the worker says of it."""

    kind: str
    commentary: str = ""
    heading: str = ""
    key_theme: int | None = None
    release: str = ""
    easy: tuple[str, str] = ("", "")
    parts: tuple[str, ...] = ()


class ToldBriefing(NamedTuple):
    """A briefing: its title, language and sections."""

    title: str
    language: str
    sections: tuple[ToldSection, ...]


BRIEFINGS = (
    ToldBriefing(
        "What young people told us about workers and moves",
        "en",
        (
            ToldSection(
                "commentary",
                heading="What to ask first",
                commentary=(
                    "Young people do not ask for more meetings. They ask that the same "
                    "worker comes back, and to be told when that changes.\n\n"
                    "Ask how long it takes until somebody new is introduced, and who "
                    "is left to find out by themselves."
                ),
                easy=("Young people want the same worker to come back.", "worker"),
            ),
            ToldSection("decisions", easy=("The board meets and decides.", "meeting")),
            ToldSection(
                "key_theme",
                key_theme=1,
                commentary=(
                    "What is heard here is about people who leave, more than about "
                    "people who do their work badly."
                ),
                easy=("They told us what is hard.", "talking"),
            ),
            ToldSection(
                "reach",
                release="my-social-worker-and-me",
                commentary=(
                    "Read who is missing before the figures. What follows is a reason "
                    "to ask them, and no verdict."
                ),
                easy=("Some young people could not answer yet.", "asking"),
            ),
            ToldSection("results", release="my-social-worker-and-me"),
            ToldSection(
                "promises",
                commentary="A late promise is told to young people as late.",
                easy=("We say when a promise is late.", "late"),
            ),
            ToldSection("measures", key_theme=1),
        ),
    ),
    ToldBriefing(
        "نوجوانوں نے کارکنوں کے بارے میں کیا بتایا",
        "ur",
        (
            ToldSection(
                "commentary",
                heading="پہلے کیا پوچھا جائے",
                commentary="نوجوان چاہتے ہیں کہ وہی کارکن واپس آئے، اور تبدیلی کا پہلے سے بتایا جائے۔",
                easy=("نوجوان چاہتے ہیں کہ وہی کارکن واپس آئے۔", "worker"),
            ),
            ToldSection("reach", release="my-social-worker-and-me"),
            ToldSection(
                "promises", easy=("ہم بتاتے ہیں کہ وعدہ کب پورا ہوگا۔", "promise")
            ),
        ),
    ),
)
