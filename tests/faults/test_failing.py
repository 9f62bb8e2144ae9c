"""After any fault of the machine nothing is half done, and trying again works."""

import logging
import re
from collections import Counter

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from surveys.enums import ResponseState
from surveys.models import Comment, Response
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.moderation import ReadingFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory
from tests.factories.surveys import CommentFactory
from tests.faults.failing import fail_until_nothing_fails, said
from voice.audit.models import Entry
from voice.moderation.domain.errors import AlreadyDecided
from voice.moderation.domain.reading import approve_comment
from voice.moderation.enums import ReadingState
from voice.moderation.models import Decision, Reading
from voice.releases.domain.releases import AlreadySettled, sign_release
from voice.releases.models import Release, Signature

pytestmark = [pytest.mark.on_both, pytest.mark.django_db(transaction=True)]

WORDS = "come wen u say"
ANSWERS = ["yes", ["texts"], "3", "7", "", WORDS]
EITHER = pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])


@pytest.fixture(autouse=True)
def _as_in_production(settings, tmp_path):
    """Have a queue and a cache in the database, and a checkpoint on disk."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "voice_cache",
        }
    }
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.AUDIT_CHECKPOINT = str(tmp_path / "checkpoint.json")
    call_command("createcachetable", verbosity=0)
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def hidden(page, name):
    """Return what the page's hidden field `name` holds."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    return found and found[1]


class Phone:
    """A phone with a survey under way, which sends its last page again and again."""

    def __init__(self, link, *, pages):
        self.client = Client(raise_request_exception=False)
        began = {"language": "en", "age_band": "11-17", "agreement": "yes"}
        address = reverse("surveys:start", args=[link.token])
        page = self.client.post(address, began, follow=True)
        self.response = hidden(page, "response")
        for answer in ANSWERS[:pages]:
            self.next = self._next(page, answer)
            page = self.client.post(*self.next, follow=True)
        answer = ANSWERS[pages] if pages < len(ANSWERS) else ""
        self.next = self._next(page, answer)

    def _next(self, page, answer):
        form = re.search(r'<form action="(/s/(?:\d+|finish)/)"', page.content.decode())
        told = {"response": self.response, "step": "next", "answer": answer}
        if question := hidden(page, "question"):
            told["question"] = question
        return form[1], told

    def send(self):
        """Send the page; return whether it was taken. A fault is told kindly."""
        page = self.client.post(*self.next)
        if page.status_code in {302, 303}:
            return True
        text = page.content.decode()
        assert page.status_code in {500, 503}
        assert "Need to talk to someone now?" in text
        assert "0800 1111" in text
        assert "Thank you" not in text
        return False

    def row(self):
        return Response.objects.get(pk=self.response)


def report(capfd, work, tried: Counter):
    """Print what was failed, past what keeps the output of tests."""
    with capfd.disabled():
        print(f"\n{said(work, tried)}")
    assert tried["database calls"] > 2
    assert tried["commits"] > 0


@EITHER
def test_a_page_with_words_is_kept_whole_or_not_at_all(capfd, for_good):
    link = open_survey_link()

    def is_done(phone):
        kept = Comment.objects.filter(response=phone.response)
        readings = Reading.objects.filter(comment__in=kept)
        answered = "do_more" in phone.row().answers
        paths = DBTaskResult.objects.filter(task_path="voice.moderation.tasks.screen")
        waiting = {row.args_kwargs["args"][0] for row in paths}
        facts = (answered, [one.read() for one in kept], readings.count())
        return facts == (True, [WORDS], 1) and {r.pk for r in readings} <= waiting

    tried = fail_until_nothing_fails(
        lambda: Phone(link, pages=5), Phone.send, is_done, for_good=for_good
    )
    report(capfd, "a page with words", tried)
    assert tried["tasks enqueued"] == 1


@EITHER
def test_finishing_is_done_once_or_not_at_all(capfd, for_good):
    link = open_survey_link()

    def is_done(phone):
        row = phone.row()
        closed = row.state == ResponseState.FINISHED and row.capability_hash is None
        return closed and row.receipt_hash is not None and len(row.answers) == 5

    tried = fail_until_nothing_fails(
        lambda: Phone(link, pages=6), Phone.send, is_done, for_good=for_good
    )
    report(capfd, "finishing", tried)


@EITHER
def test_a_decision_is_made_once_or_not_at_all(capfd, for_good):
    worker = UserFactory(worker=True)

    def begin():
        return ReadingFactory(comment=CommentFactory(words=WORDS))

    def decide(reading):
        yes = {"may_count": True, "may_quote": False, "by": worker}
        approve_comment(Reading.objects.get(pk=reading.pk), version=1, **yes)
        return True

    def is_done(reading):
        now = Reading.objects.get(pk=reading.pk)
        decisions = Decision.objects.filter(reading=reading).count()
        written = entries("moderation.approved", of=reading)
        return (now.state, decisions, written) == (ReadingState.APPROVED, 1, 1)

    tried = fail_until_nothing_fails(
        begin, decide, is_done, for_good=for_good, settled=AlreadyDecided
    )
    report(capfd, "a decision", tried)
    assert tried["file writes"] > 0


def test_a_release_is_signed_once_or_not_at_all(capfd):
    first, second = UserFactory(worker=True), UserFactory(worker=True)

    def begin():
        survey = AnsweredSurveyFactory(yes=20, no=15)
        return ReleaseFactory(survey=survey, by=first)

    def sign(release):
        sign_release(Release.objects.get(pk=release.pk), by=second)
        return True

    def is_done(release):
        now = Release.objects.get(pk=release.pk)
        signed = Signature.objects.filter(release=release).count()
        written = entries("releases.sign", of=release)
        return (now.is_issued, signed, written) == (True, 2, 1)

    tried = fail_until_nothing_fails(
        begin,
        sign,
        is_done,
        for_good=False,
        settled=AlreadySettled,
        is_dear=True,
    )
    report(capfd, "signing a release", tried)
    assert tried["file writes"] > 0


def entries(verb, *, of):
    """Return how often the audit says that this was done."""
    return Entry.objects.filter(verb=verb, object_id=str(of.pk)).count()
