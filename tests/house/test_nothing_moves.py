"""A child's answer after a release moves no byte of what others see of it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from surveys.domain.counting import roll_up_all
from surveys.domain.withdrawing import withdraw_response
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.briefings import issued_on
from tests.factories.cms import page_of
from tests.factories.releases import (
    AnsweredSurveyFactory,
    EarlierRoundFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.replies import PromiseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    StatementFactory,
    TaskGroupFactory,
    cited_file,
)
from tests.house.access import BOARD, OWNER, STAFF
from voice.briefings.enums import PaperKind
from voice.releases.models import Release
from voice.statement.domain.evidence import cite_quote, cite_result, cite_theme
from voice.statement.domain.versions import adopt_version
from voice.statement.logic.plan import plan_hash
from voice.statement.queries.plan import plan_of

pytestmark = pytest.mark.django_db

ROOMS = ("releases:", "briefings:", "statement:", "replies:")
# What changes by itself each time: a token of the form, a nonce of the page, the moment
# a calendar was taken out.
OWN = re.compile(rb'(name="csrfmiddlewaretoken" value|nonce)="[^"]*"|DTSTAMP:[0-9TZ]+')
WORDS = "come wen u say"


@pytest.fixture
def told():
    """Return an open survey's release, cited everywhere, and where it is read."""
    return cited(AnsweredSurveyFactory(closed=False))


def cited(survey):
    """Return a survey's release, cited everywhere, and where it is read."""
    readings = [comment_on(one, f"{WORDS} {at}") for at, one in _first(survey, 12)]
    theme = tagged(survey, "Turning up", readings)
    release = ReleaseFactory(survey=survey, issued=True, quotes=[readings[0].comment])
    key_theme = KeyThemeFactory(statement=StatementFactory())
    group = TaskGroupFactory(statement=key_theme.statement)
    action = ActionFactory(area__key_theme=key_theme, task_group=group, owned=True)
    given = {
        "key_theme": key_theme,
        "action": action,
        "stance": "supports",
        "by": UserFactory(worker=True),
    }
    evidence = cite_theme(release, theme_name="Turning up", **given)
    cite_result(release, question_key="know_worker", option_key="yes", **given)
    cite_quote(release.quotes.get(), **given)
    file = cited_file(key_theme, action=action)
    statement = key_theme.statement
    version = adopt_version(
        statement,
        name="Submission",
        body="Executive",
        adopted_on=timezone.localdate(),
        seen=plan_hash(plan_of(statement)),
        by=given["by"],
    )
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    promise = PromiseFactory(reply=reply, action=action)
    public = page_of(survey.consultation)
    paper = [issued_on(release, key_theme).pk]
    return {
        "release": release,
        "owner": action.owner,
        "public": ["/en/", public.url],
        "of": {
            "releases:release": [release.pk],
            "releases:rounds": [survey.slug],
            "releases:earlier_round": [EarlierRoundFactory(survey=survey).pk],
            "releases:csv": [release.pk],
            "releases:xlsx": [release.pk],
            "releases:json": [release.pk],
            "briefings:csv": [release.pk],
            "briefings:xlsx": [release.pk],
            "briefings:json": [release.pk],
            "briefings:key_theme": [key_theme.pk],
            "statement:versions": [statement.pk],
            "statement:compare": [statement.pk],
            "statement:version": [version.pk],
            "briefings:chain": [evidence.pk],
            "briefings:source": [release.content_hash],
            "briefings:paper": paper,
            **{f"briefings:paper_{kind.short}": paper for kind in PaperKind},
            "statement:key_theme": [key_theme.pk],
            "statement:action": [action.pk],
            "statement:action_history": [action.pk],
            "statement:action_update": [action.pk],
            "statement:task_group": [group.pk],
            "statement:evidence": [evidence.pk],
            "statement:evidence_answer": [evidence.pk],
            "statement:evidence_file": [file.pk],
            "statement:fed": [survey.slug],
            "statement:theme": [theme.pk],
            "replies:promise": [promise.pk],
            "replies:note_promise": [promise.pk],
        },
    }


def _first(survey, number):
    """Return some responses of a survey, numbered."""
    return enumerate(Response.objects.filter(edition__survey=survey)[:number])


def addresses(told, role):
    """Return every address of these rooms that a role may open; a new one is asked for."""
    names = [
        name
        for name, roles in STAFF.items()
        if role in roles and name.startswith(ROOMS)
    ]
    return [reverse(name, args=told["of"].get(name, [])) for name in names]


def read(address, user=None):
    """Return the bytes of a page, but for what is new on it each time."""
    client = Client()
    if user:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(address)
    assert page.status_code == 200, address
    return OWN.sub(b"", page.content)


def everything(told, board):
    """Return each page that others read, by who reads it and its address."""
    pages = {("public", one): read(one) for one in told["public"]}
    for user, role in ((board, BOARD), (told["owner"], OWNER)):
        for address in addresses(told, role):
            pages[role, address] = read(address, user)
    return pages


def test_answers_after_a_release_move_no_byte_of_what_others_see(told):
    board, survey = UserFactory(board=True), told["release"].survey
    before = everything(told, board)
    assert len(before) > 20
    late = answer(survey, yes=3, no=16)
    comment_on(late[0], "zanzibarquokka")
    assert roll_up_all(timezone.now())
    assert everything(told, board) == before


def test_answers_taken_back_after_a_release_move_no_byte_of_it(told):
    board, survey = UserFactory(board=True), told["release"].survey
    before = everything(told, board)
    for _at, response in list(_first(survey, 5)):
        withdraw_response(response)
    roll_up_all(timezone.now())
    assert everything(told, board) == before


def test_the_sweep_would_see_one_byte(told):
    board = UserFactory(board=True)
    before = everything(told, board)
    Release.objects.filter(pk=told["release"].pk).update(issued_at="2020-01-01T12:00Z")
    after = everything(told, board)
    assert {key for key in after if after[key] != before[key]}
