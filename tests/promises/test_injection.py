"""Two hundred strings that try to run are planted together and shown; none runs."""

import re
import time

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, HelpLineFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    comment_on,
    tagged,
)
from tests.factories.statement import ActionFactory, KeyThemeFactory
from tests.factories.surveys import CommentFactory, InvitationFactory, ResponseFactory
from tests.journeys.conftest import browser, visit  # noqa: F401 - fixtures
from tests.promises.injection_strings import WANTED, strings
from voice.statement.domain.evidence import cite_quote, cite_theme

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# Told by the browser itself when the policy had to stop something.
TRAP = """
window.__stopped = [];
document.addEventListener('securitypolicyviolation', event =>
  window.__stopped.push(event.violatedDirective + ' ' + event.sample));
"""
MOST_PAGES = 90


@pytest.fixture
def trap(visit):  # noqa: F811
    """Return a function that opens a browser in which whatever runs is caught."""

    def opened(**options):
        there = visit(laptop=True, **options)
        there.caught = []
        there.page.add_init_script(TRAP)
        there.page.on(
            "dialog",
            lambda dialog: (there.caught.append(dialog.message), dialog.dismiss()),
        )
        there.page.on(
            "console",
            lambda said: "__ran" in said.text and there.caught.append(said.text),
        )
        return there

    return opened


def what_ran(there):
    """Return everything that ran, or would have run but for the policy."""
    said = there.page.evaluate("[...(window.__ran || []), ...(window.__stopped || [])]")
    return [*said, *there.caught]


def as_(there, client, user=None):
    """Give the browser the session of `user`."""
    there.context.clear_cookies()
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        there.context.add_cookies(
            [
                {
                    "name": "sessionid",
                    "value": client.cookies["sessionid"].value,
                    "url": there.home,
                }
            ]
        )


@pytest.mark.parametrize(
    "policy", ["", "default-src 'none'"], ids=["without a policy", "stopped by one"]
)
def test_trap_catches_what_runs(trap, policy):
    there = trap()
    body = f"<!doctype html><title>x</title><p>{strings()[0]}</p>"
    headers = {"Content-Security-Policy": policy} if policy else {}
    there.page.route(
        "**/trapped/",
        lambda route: route.fulfill(
            body=body, content_type="text/html", headers=headers
        ),
    )
    there.go("/trapped/")
    assert what_ran(there) != []


@pytest.fixture
def planted():
    """Plant every string somewhere; return those who look, by name."""
    left = iter(strings())
    used = []

    def one(longest=10_000):
        text = next(text for text in left if len(text) <= longest)
        used.append(text)
        return text

    CouncilFactory(name=one(), about_readers=one())
    HelpLineFactory(name=one(), about=one())
    people = {
        role: UserFactory(**{role: True}, name=one(), job_title=one())
        for role in ("board", "lead", "officer", "administrator", "owner", "editor")
    }
    survey = AnsweredSurveyFactory(yes=60, no=40)
    people["worker"] = worker = UserFactory(worker=True, name=one())
    second = UserFactory(worker=True, name=one())
    consultation = survey.consultation
    for field in ("title", "asking", "why", "can_change", "who_reads", "missing"):
        setattr(consultation, field, one(120))
    consultation.save()
    survey.title = one(120)
    survey.save()
    InvitationFactory(survey=survey, label=one(100))
    responses = list(survey.editions.get().responses.order_by("pk"))
    said = [comment_on(response, one()) for response in responses[:25]]
    tagged(survey, one(100), said)
    comment_on(responses[26], one(), withheld=True)
    comment_on(
        responses[27], f"Jane {one()}", redacted=True, passages=[(0, 4, "[name]")]
    )
    release = ReleaseFactory(
        survey=survey, by=worker, quotes=[said[0].comment, said[1].comment], issued=True
    )
    key_theme = KeyThemeFactory(title=one(), statement__title=one())
    action = ActionFactory(area__key_theme=key_theme, title=one(), area__title=one())
    for quote in release.quotes.all():
        cite_quote(
            quote, action=action, key_theme=key_theme, stance="supports", by=worker
        )
    cite_theme(
        release,
        theme_name=release.quotes.first().themes[0],
        key_theme=key_theme,
        stance="supports",
        by=second,
    )
    passed = ReadingFactory(
        comment=CommentFactory(response=responses[30], words=one()),
        passed_on=True,
        by=worker,
    )
    ConcernFactory(
        reading=passed,
        lead=people["lead"],
        decided=True,
        note=one(),
        reference=one(100),
    )
    unread = ResponseFactory(edition=survey.editions.get(), finished=True)
    # Whatever is left waits to be read, together in one comment and by itself.
    rest = list(left)
    used += rest
    CommentFactory(response=unread, words=" ".join(rest)[:9_000])
    for text, response in zip(rest[:40], responses[40:], strict=False):
        CommentFactory(response=response, words=text)
    assert len(used) >= WANTED - 10
    return people


@pytest.mark.parametrize(
    ("who", "starts"),
    [
        ("worker", ["/desk/", "/desk/nothing/", "/desk/reading/"]),
        ("lead", ["/desk/", "/desk/concerns/"]),
        ("board", ["/board/", "/desk/reading/"]),
        ("officer", ["/desk/"]),
        ("administrator", ["/desk/"]),
        ("owner", ["/desk/"]),
        (None, ["/en/", "/ur/", "/s/help/", "/s/1/", "/nothing/<script>1</script>/"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_string_runs_on_any_page(trap, client, planted, who, starts):
    there = trap()
    as_(there, client, planted[who] if who else None)
    shown, waiting, bad = {}, list(starts), {}
    shapes = {}
    ends = time.monotonic() + 150
    while waiting and len(shown) < MOST_PAGES and time.monotonic() < ends:
        path = waiting.pop()
        kind = _kind(path)
        shapes[kind] = shapes.get(kind, 0) + 1
        if path in shown or shapes[kind] > 4:
            continue
        there.caught.clear()
        there.page.goto(there.home + path, wait_until="domcontentloaded")
        shown[path] = there.page.content()
        if ran := what_ran(there):
            bad[path] = ran
        waiting += [
            link
            for link in there.page.eval_on_selector_all(
                "a[href]", "all => all.map(a => a.pathname + a.search)"
            )
            if link.startswith(("/desk/", "/board/", "/en/", "/ur/", "/s/"))
        ]
    assert bad == {}
    if who in {"worker", "lead", "board"}:
        assert any("__ran" in source for source in shown.values())


def _kind(path):
    """Return an address without what tells two of a kind apart."""
    return re.sub(r"[0-9a-f-]{36}|\d+|\?.*", "…", path)


def test_a_string_typed_into_search_and_signing_in_does_not_run(trap, client, planted):
    there = trap()
    as_(there, client, planted["worker"])
    for text in strings()[:60:12]:
        there.go("/desk/reading/")
        there.page.locator("[name=sought]").first.fill(text)
        with there.page.expect_navigation():
            there.page.locator("form[role=search] button").first.click()
        assert what_ran(there) == []
    as_(there, client)
    there.go("/account/login/")
    there.page.locator("input[name=login]").first.evaluate("box => box.type = 'text'")
    there.page.locator("input[name=login]").first.fill(strings()[0])
    there.page.locator("input[name=password]").first.fill("x")
    there.page.locator("main form button[type=submit]").first.click()
    there.page.wait_for_load_state()
    assert what_ran(there) == []
