"""Tells the whole story, in the order of the loop."""

from django.db import transaction

from voice.demonstration.domain.answering import answer
from voice.demonstration.domain.asking import ask
from voice.demonstration.domain.settling import settle_council, settle_people
from voice.demonstration.domain.telling import Say, Telling
from voice.demonstration.story.surveys import SURVEYS


@transaction.atomic
def build(*, say: Say) -> None:
    """Build Calderwick whole, or leave nothing behind; `say` hears how far it is."""
    say("The council and its people")
    telling = Telling(people=settle_people())
    settle_council()
    say("Three consultations, asked in English and Urdu")
    links = ask(telling)
    say("Young people answer")
    heard = {told.slug: answer(telling, told, links[told.slug]) for told in SURVEYS}
