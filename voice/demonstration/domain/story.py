"""Tells the whole story, in the order of the loop."""

from django.db import transaction

from voice.demonstration.domain.access import look_after_access
from voice.demonstration.domain.adopting import adopt
from voice.demonstration.domain.answering import answer
from voice.demonstration.domain.asking import ask
from voice.demonstration.domain.asking_back import ask_whether_it_was_kept
from voice.demonstration.domain.bearing_out import bear_out
from voice.demonstration.domain.briefing import brief
from voice.demonstration.domain.contacting import (
    ask_for_contact,
    forget_alarms_of_the_past,
)
from voice.demonstration.domain.deciding import begin_statement, decide
from voice.demonstration.domain.earlier import bring_round_in, say_who_was_asked
from voice.demonstration.domain.gathering import gather
from voice.demonstration.domain.giving_codes import give_codes
from voice.demonstration.domain.keeping import (
    end_what_is_over,
    enter_near_miss,
    set_copies_aside,
)
from voice.demonstration.domain.meeting import meet
from voice.demonstration.domain.opening_the_site import open_the_site
from voice.demonstration.domain.packing import make_the_pack
from voice.demonstration.domain.past import (
    move_access_back,
    move_what_was_done_back,
    move_what_was_heard_back,
)
from voice.demonstration.domain.reading import read_all
from voice.demonstration.domain.recording import (
    read_some_again,
    record_answers,
    write_beside,
)
from voice.demonstration.domain.releasing import release_survey
from voice.demonstration.domain.replying import reply_to_all
from voice.demonstration.domain.rota import keep_rota
from voice.demonstration.domain.screening import keep_lists
from voice.demonstration.domain.settling import settle_council, settle_people
from voice.demonstration.domain.site_pages import build_pages
from voice.demonstration.domain.telling import Say, Telling
from voice.demonstration.domain.understanding import (
    double_code,
    learn_from_tags,
    tag_all,
    tag_what_came_last,
    write_codebook,
)
from voice.demonstration.domain.writing_up import write_up_session
from voice.demonstration.domain.young_editors import read_headlines
from voice.demonstration.story.surveys import ANSWERED, HOME, LEAVING, WORKER


@transaction.atomic
def build(*, say: Say) -> None:
    """Build Calderwick whole, or leave nothing behind; `say` hears how far it is."""
    say("The council and its people")
    telling = Telling(people=settle_people())
    settle_council()
    keep_lists(telling)
    begin_statement(telling)
    say("Four consultations, asked in English and Urdu")
    links = ask(telling)
    for link in links.values():
        say_who_was_asked(telling, link)
    say("Young people answer")
    heard = {told.slug: answer(telling, told, links[told.slug]) for told in ANSWERED}
    say("People read what they wrote, and tag it")
    themes = write_codebook(telling)
    for comments in heard.values():
        read_all(telling, comments)
    for told in (WORKER, HOME):
        tag_all(telling, heard[told.slug], themes)
        double_code(telling, heard[told.slug], themes)
    record_answers(telling, LEAVING, links[LEAVING.slug])
    give_codes(telling, links[LEAVING.slug])
    gather(telling, LEAVING)
    set_copies_aside(telling, LEAVING, links[LEAVING.slug])
    write_beside(telling, heard[LEAVING.slug][0][0])
    write_up_session(telling, LEAVING)
    read_some_again(telling)
    say("Two releases are signed by two people")
    releases = {
        told.slug: release_survey(telling, told.slug, heard[told.slug])
        for told in (WORKER, HOME)
    }
    move_what_was_heard_back(telling)
    for release in releases.values():
        release.refresh_from_db()
    say("What young people write about leaving care brings themes of its own")
    tag_what_came_last(telling, heard[LEAVING.slug], themes)
    bring_round_in(telling)
    say("The Statement of Action, with its evidence")
    actions = decide(telling, releases)
    bear_out(telling, releases)
    adopt(telling, actions)
    say("Two replies, with what was promised")
    reply_to_all(telling, releases, actions)
    move_what_was_done_back(telling)
    say("The board has met twice, and meets again")
    meet(telling, actions)
    say("Young editors read two sentences for the board")
    read_headlines(telling)
    say("Young people say whether a promise was kept")
    ask_whether_it_was_kept(telling)
    brief(telling, releases)
    say("A duty rota for four weeks")
    keep_rota(telling)
    say("Words past their day are destroyed, and a near miss is written down")
    end_what_is_over(telling)
    enter_near_miss(telling)
    say("Who may see what, looked at this quarter")
    look_after_access(telling)
    move_access_back(telling)
    forget_alarms_of_the_past()
    ask_for_contact(links[LEAVING.slug])
    say("A machine learns from the tags, and suggests themes for what is left")
    learn_from_tags()
    say("The evidence for inspectors, in one pack")
    make_the_pack(telling)
    say("The public site, in English and Urdu")
    open_the_site(telling)
    build_pages(telling, releases)
