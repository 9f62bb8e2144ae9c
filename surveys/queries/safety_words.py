"""Reads what every survey says of safety and privacy, and who approved it.

The sentences are those of the pages young people see, read out of the templates
themselves, so that none is forgotten when one is added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template import Engine
from django.utils import translation

from surveys.logic.compiling import hash_of
from surveys.logic.messages import Message
from surveys.models import SafetyApproval
from surveys.queries.filled_in import in_brackets
from surveys.queries.interface_words import said
from surveys.queries.spoken import messages_of_page
from voice.council.enums import BASE_LANGUAGE

PAGES = (
    "surveys/start.html",
    "surveys/honest.html",
    "surveys/honest_plain.html",
    "surveys/honest_short.html",
    "surveys/company.html",
    "surveys/tell_wish.html",
    "surveys/hand_over.html",
    "surveys/hand_over_words.html",
    "surveys/not_taking_part.html",
    "surveys/reading_times.html",
    "components/help_lines.html",
    "surveys/help.html",
    "layouts/answering.html",
    "components/steps.html",
    "surveys/contact_offer.html",
    "surveys/sort_out_offer.html",
    "surveys/sort_out.html",
    "surveys/sort_out_sent.html",
    "surveys/contact.html",
    "surveys/contact_sent.html",
    "surveys/last.html",
    "surveys/thanks.html",
    "surveys/away.html",
    "surveys/closed.html",
    "surveys/given_words.html",
    "surveys/poster_sheet.html",
    "surveys/letter.html",
    "surveys/room.html",
    "surveys/assisted_read.html",
    "surveys/read_back.html",
    "surveys/session_code.html",
    "surveys/typed_strip.html",
    "surveys/share.html",
    "surveys/next_person.html",
    "surveys/share_offer.html",
    "surveys/wall.html",
    "surveys/code.html",
    "surveys/code_wait.html",
    "surveys/save.html",
    "surveys/saved.html",
    "surveys/own_answers.html",
    "surveys/see_answers.html",
    "surveys/receipt.html",
    "surveys/receipt_given.html",
    "surveys/withdraw.html",
    "surveys/withdrawn.html",
)
STEPS = "surveys/steps"


@dataclass(frozen=True)
class Sentence:
    """One fixed sentence: in the base language, and as one language says it.

    A sentence that counts has a line for each form the language counts in.
    """

    source: str
    words: str

    @property
    def shown(self) -> tuple[str, str]:
        """Return both for people: what is filled in later stands in brackets."""
        return in_brackets(self.source), in_brackets(self.words)

    @property
    def is_missing(self) -> bool:
        """Say whether nobody has translated it."""
        return self.source == self.words


def safety_languages() -> list[str]:
    """Return the languages whose fixed words somebody fluent must approve."""
    return [code for code, _name in settings.LANGUAGES if code != BASE_LANGUAGE]


def safety_sentences(language: str) -> list[Sentence]:
    """Return every fixed sentence young people read, as `language` says it."""
    with translation.override(language):
        return [
            Sentence(
                source=f"{one}\n{several}" if several else one,
                words="\n".join(said(Message(one, several))),
            )
            for one, several in _sources()
        ]


def safety_hash(language: str) -> str:
    """Return the hash of all those sentences; another word, another hash."""
    return hash_of([[one.source, one.words] for one in safety_sentences(language)])


def safety_approval(language: str) -> SafetyApproval | None:
    """Return the newest yes to exactly the words of now; None when nobody gave one."""
    return SafetyApproval.objects.filter(
        language=language, words_hash=safety_hash(language)
    ).first()


@lru_cache(maxsize=1)
def _sources() -> tuple[tuple[str, str], ...]:
    """Return each sentence once, with its plural or "", in the order of the pages."""
    house = Path(Engine.get_default().dirs[0])
    steps = sorted(f"{STEPS}/{path.name}" for path in (house / STEPS).glob("*.html"))
    return tuple(
        dict.fromkeys(found for page in (*PAGES, *steps) for found in _said_in(page))
    )


def _said_in(page: str) -> Iterator[tuple[str, str]]:
    """Give each sentence of one template, as the catalogue knows it."""
    return ((one.one, one.several) for one in messages_of_page(page))
