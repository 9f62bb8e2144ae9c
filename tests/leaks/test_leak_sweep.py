"""After a day through every door, no planted word is where it may not be."""

import base64
import logging
import zlib
from contextlib import nullcontext

import pytest
from django.core.cache import cache
from django.core.mail import send_mail
from django.core.management import call_command
from django.core.management.base import CommandError

from surveys.views import answering as answering_pages
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.answering import open_survey_link
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.leaks.browser import Browser
from voice.leaks.domain import answering, ground
from voice.leaks.domain.day import Day
from voice.leaks.domain.sweep import Found, Verdict, sweep
from voice.leaks.management.commands import leak_sweep
from voice.leaks.places.needles import Needles
from voice.leaks.planted import Planted

pytestmark = pytest.mark.django_db(transaction=True)


def quiet(sentence):
    """Say nothing."""


def test_nothing_leaks_from_a_day():
    verdict = sweep(say=quiet)
    assert [leak.sentence for leak in verdict.leaks] == []
    assert verdict.never_met == []
    assert {one.place for one in verdict.found if one.name == "quoted"} > {
        "record releases_quote.text",
        "file the database",
        "page chair /board/",
    }


def short_day(then):
    """Return a day on which one young person answers, and then something leaks."""

    def live(words, ears, *, say):
        link = open_survey_link()
        word = words["changed"].word
        phone = Browser("young person")
        page = answering._start(phone, link)
        page = answering._on_to_the_end(phone, page, f"hello {word}")
        answering.finish(phone, page)
        worker = UserFactory(worker=True)
        people = {"stranger": Browser("stranger"), "worker": Browser("worker")}
        people["worker"].sign_in(worker.email, PASSWORD)
        then(word, people["worker"])
        ears.gather_letters()
        return Day(people, words)

    return live


def logs_it(word, worker):
    logging.getLogger("surveys").warning("saved %s", word)


def keeps_it_in_a_session(word, worker):
    session = worker.client.session
    session["seen"] = word
    session.save()


def audits_it(word, worker):
    record("moderation.read", of=User, by=None, words=word)


def caches_it(word, worker):
    cache.set("last", {"words": word}, 60)


def posts_it(word, worker):
    send_mail("A worry", f"they said {word}", None, ["lead@calderwick.example"])


def asks_for_it(word, worker):
    worker.go(f"/desk/?q={word}")


@pytest.mark.parametrize(
    ("leak", "place"),
    [
        (logs_it, "log surveys"),
        (keeps_it_in_a_session, "record django_session.session_data"),
        (audits_it, "record audit_entry.details"),
        (caches_it, "record voice_cache.value"),
        (posts_it, "letter"),
        (asks_for_it, "log gunicorn.access"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_leak_made_on_purpose_is_found(leak, place):
    verdict = sweep(say=quiet, live=short_day(leak))
    assert place in {one.place for one in verdict.leaks if one.name == "changed"}
    assert not verdict.clean


def test_a_page_that_shows_words_to_others_is_found(monkeypatch):
    def shows(request, number):
        from surveys.models import Comment

        told = " ".join(comment.read() for comment in Comment.objects.all())
        return answering_pages.HttpResponse(told)

    verdict = sweep(
        say=quiet,
        live=short_day(
            lambda word, worker: monkeypatch.setattr(
                "surveys.views.leaving.answering_page",
                lambda request, *rest, **more: shows(request, 1),
            )
        ),
    )
    places = {one.place for one in verdict.leaks}
    assert "page stranger /s/help/" in places


def test_words_that_are_met_nowhere_they_should_be_spoil_the_verdict():
    verdict = sweep(say=quiet, live=short_day(lambda word, worker: None))
    assert [one for one in verdict.leaks if one.name != "changed"] == []
    assert "withheld" in verdict.never_met
    assert not verdict.clean


def test_needles_are_found_packed_away():
    planted = Planted("packed", ())
    needles = Needles({"packed": planted})
    word = planted.word.encode()
    packed = base64.b64encode(b"beginning" + word + b"the end of it")
    zipped = base64.urlsafe_b64encode(zlib.compress(b"said: " + word * 3)).strip(b"=")
    assert needles.in_value(packed) == {"packed"}
    assert needles.in_value(b"." + zipped + b":1wXyZ:signature") == {"packed"}
    assert needles.in_file(b"\x00" + packed) == {"packed"}
    assert needles.in_text(planted.word.upper()) == {"packed"}
    assert needles.in_text(planted.word[:-1]) == set()


def test_sweep_never_runs_in_production(settings):
    settings.DEMONSTRATION_ALLOWED = False
    with pytest.raises(ground.SomebodyLivesHere, match="production"):
        sweep(say=quiet)
    with pytest.raises(CommandError, match="production"):
        call_command("leak_sweep")


def test_sweep_never_runs_where_somebody_lives():
    UserFactory()
    with pytest.raises(ground.SomebodyLivesHere, match=r"holds accounts\.User"):
        sweep(say=quiet)


def test_command_ends_with_one_on_a_leak(monkeypatch, capsys):
    leak = Found("withheld", "letter", 1, allowed=False)
    fine = Found("quoted", "page chair /board/", 2, allowed=True)
    monkeypatch.setattr(leak_sweep, "throw_away_database", nullcontext)
    monkeypatch.setattr(leak_sweep, "sweep", lambda say: Verdict([leak, fine], []))
    with pytest.raises(SystemExit) as ended:
        call_command("leak_sweep")
    assert ended.value.code == 1
    said = capsys.readouterr().out
    assert "LEAK    withheld: letter (1)" in said
    assert "may be  quoted: page chair /board/ (2)" in said
    monkeypatch.setattr(leak_sweep, "sweep", lambda say: Verdict([fine], []))
    call_command("leak_sweep")
