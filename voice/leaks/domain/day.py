"""One simulated day in Calderwick, lived through its pages, with planted words."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import transaction
from django_tasks_db.management.commands.db_worker import Worker

from cms.domain.site import build_site, page_for
from surveys.models import Survey
from voice.demonstration.domain.asking import ask
from voice.demonstration.domain.settling import settle_council, settle_people
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.consultations import LEAVING as CONSULTATION
from voice.demonstration.story.people import PASSWORD, PEOPLE
from voice.demonstration.story.surveys import LEAVING
from voice.leaks.browser import Browser
from voice.leaks.domain import answering, deciding, reading, writing
from voice.leaks.domain.answering import WORRY, Words
from voice.leaks.domain.reading import People
from voice.leaks.places.ears import Ears

Say = Callable[[str], None]
# Not read, or never to be read by anybody who decides, before the release.
EARLY = ("quoted", "refused quote", "counted", "withheld", "passed on", "undecided")
# They hold the same role as another, and see the same pages.
TWINS = ("worker2", "deputy")


@dataclass
class Day:
    """What was lived: the people, still signed in, and what was planted."""

    people: People
    words: Words
    planted_at: list[str] = field(default_factory=list)


def live(words: Words, ears: Ears, *, say: Say) -> Day:
    """Live the day. Raises DayWentWrong when it could not be lived as meant."""
    say("The council, its people and a survey")
    with transaction.atomic():
        telling = Telling(people=settle_people())
        settle_council()
        links = ask(telling, consultations=[CONSULTATION], surveys=[LEAVING])
        build_site(by=telling.people["editor"])
    link = links[LEAVING.slug]
    survey = Survey.objects.get(slug=LEAVING.slug)
    people = _arrive()
    say("Young people answer in the morning")
    with transaction.atomic():
        answering.others_answer(telling, link)
    for name in EARLY:
        answering.say(link, f"it was {words[name].word} for me", may_quote=True)
    answering.say(link, f"no help {words['waiting for undo'].word}")
    both = f"{words['redacted'].word} said {words['kept beside'].word}"
    answering.say(link, both, may_quote=True)
    writing.speak(link, words)
    writing.answer_in_urdu(link, words)
    _machines()
    say("Workers read, a lead safeguards, others write beside it")
    writing.write_up(people, words, survey)
    _machines()
    reading.read(people, words)
    writing.write_down(people, words)
    writing.translate(people, words)
    reading.read_the_rest(people)
    reading.safeguard(people, words)
    writing.note_concerns(people, words)
    writing.hand_over(people["lead"], words)
    writing.register(people["officer"], words)
    say("Themes, a release, the statement, a reply, letters")
    deciding.understand(people, words, survey)
    issued = deciding.release(people, words, survey)
    deciding.state(people, issued)
    deciding.reply(people, survey)
    deciding.mails(people)
    with transaction.atomic():
        page_for(survey.consultation, by=telling.people["editor"])
    say("More young people answer in the afternoon")
    answering.say(link, f"{WORRY} {words['worrying'].word}")
    phone = answering.say(link, f"nobody read this yet {words['waiting'].word}")
    answering.ask_for_contact(phone, words)
    reading.look_for(people, words["waiting"].word)
    answering.unfinished_and_refused(link, words)
    _machines()
    ears.gather_letters()
    looking = {name: one for name, one in people.items() if name not in TWINS}
    return Day(looking, words, reading.planted_at(words))


def _arrive() -> People:
    """Sign everyone in through the page; a stranger comes too."""
    people = {"stranger": Browser("stranger")}
    for person in PEOPLE:
        name = person.email.split("@")[0]
        people[name] = Browser(name)
        people[name].sign_in(person.email, PASSWORD)
    return people


def _machines() -> None:
    """Run everything that runs beside the web server, once."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="sweep",
    ).run()
    call_command("run_due", verbosity=0)
    call_command("seal_audit", verbosity=0)
