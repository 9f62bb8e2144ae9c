"""Two hundred strings that try to run are planted together and shown; none runs."""

import re
import time

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Error
from wagtail.documents.models import Document

from cms.domain.site import home_in, page_for
from surveys.models import Consultation, Survey
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
from tests.factories.surveys import (
    CommentFactory,
    InvitationFactory,
    ResponseFactory,
    in_days,
)
from tests.factories.young_editors import EditorsGroupFactory
from tests.factories.young_editors import said as editors_said
from tests.promises.injection_strings import WANTED, strings
from voice.moderation.domain.assigning import SCREENFUL, take_screenful
from voice.moderation.domain.reading import open_comment
from voice.moderation.logic.wanted import EVERY_LANGUAGE, Wanted
from voice.statement.domain.evidence import cite_quote, cite_theme
from voice.young_editors.domain.inviting import ask_group, make_code
from voice.young_editors.domain.telling import tell_what_came_of_it
from voice.young_editors.domain.without import go_without_yes
from voice.young_editors.enums import CameOfIt, Kind, Verdict
from voice.young_editors.queries.surveys import survey_to_look_at

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# Told by the browser itself when the policy had to stop something.
TRAP = """
window.__stopped = [];
document.addEventListener('securitypolicyviolation', event =>
  window.__stopped.push(event.violatedDirective + ' ' + event.sample));
"""
# What begins by itself, as a script does when an image is missing, has begun by then.
SETTLED = """new Promise(done => requestAnimationFrame(() => setTimeout(() =>
  done([...(window.__ran || []), ...(window.__stopped || [])]))))"""
# Wagtail's own pages have styles the policy minds; a string of ours names itself.
OURS = re.compile(r"__ran|^\d+$|^script-src")
MOST_PAGES = 240
TOO_LONG = 300


@pytest.fixture
def trap(visit):
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
    said = there.page.evaluate(SETTLED)
    return [*map(str, said), *there.caught]


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


@pytest.fixture
def site(planted):
    """Build the public site with strings in it; return its home page."""
    editor = planted["editor"]
    page_for(Consultation.objects.get(), by=editor)
    home = home_in("en")
    said = iter(strings()[::7])
    home.title, home.welcome, home.introduction = next(said), next(said), next(said)
    home.search_description = next(said)
    home.save_revision(user=editor, log_action=True).publish(user=editor)
    Document.objects.create(title=next(said), file=ContentFile(b"a file", name="a.txt"))
    return home


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
    group = EditorsGroupFactory(name=one(80), supported_by=one(100))
    asked = ask_group(
        group,
        kind=Kind.SURVEY,
        pk=survey.pk,
        languages=["en"],
        expires_on=in_days(7),
        by=worker,
    )
    people["code"] = make_code(asked, by=worker)
    wrote = editors_said(asked, Verdict.NOT_YET, whole=one(2000)).comments.get()
    tell_what_came_of_it(wrote, came_of_it=CameOfIt.CHANGED, told=one(), by=worker)
    go_without_yes(survey_to_look_at(survey.pk), reason=f"{one()} a b c", by=worker)
    unread = ResponseFactory(edition=survey.editions.get(), finished=True)
    # Whatever is left waits to be read, together in one comment and by itself.
    rest = list(left)
    used += rest
    CommentFactory(response=unread, words=" ".join(rest)[:9_000])
    for text, response in zip(rest[:40], responses[40:], strict=False):
        CommentFactory(response=response, words=text)
    assert len(used) >= WANTED - 10
    return people


# Where each begins, and how many kinds of page there are to see at the least; a
# walk that ends early sees fewer, and fails.
WALKS = {
    "worker": (["/desk/", "/desk/nothing/", "/desk/reading/"], 20),
    "lead": (["/desk/", "/desk/concerns/"], 10),
    "board": (["/board/", "/desk/reading/"], 4),
    "officer": (["/desk/", "/desk/audit/"], 8),
    "administrator": (["/desk/", "/desk/staff/"], 8),
    "owner": (["/desk/", "/desk/reading/"], 4),
    "editor": (["/desk/", "/en/"], 4),
    "stranger": (
        ["/en/", "/ur/", "/s/help/", "/s/1/", "/nothing/<script>1</script>/"],
        6,
    ),
}
# Who sees something somebody typed; the others have a desk of their own words only.
READS = frozenset(WALKS) - {"editor"}


@pytest.mark.parametrize("who", WALKS)
def test_no_string_runs_on_any_page(trap, client, planted, site, who):
    starts, fewest = WALKS[who]
    there = trap()
    as_(there, client, planted.get(who))
    waiting, seen, bad, sources = list(starts), set(), {}, []
    ends = time.monotonic() + TOO_LONG
    while waiting:
        path = waiting.pop(0)
        if _kind(path) in seen:
            continue
        seen.add(_kind(path))
        assert len(seen) <= MOST_PAGES, sorted(seen)
        assert time.monotonic() < ends, f"Not done in time: {sorted(seen)}"
        if not opened(there, path):
            continue
        if ran := what_ran(there):
            bad[path] = ran
        sources.append(there.page.content())
        waiting += _links(there)
    assert bad == {}
    assert len(seen) >= fewest, sorted(seen)
    assert who not in READS or any("__ran" in source for source in sources)


def test_no_string_runs_on_the_young_editors_page(trap, planted):
    there = trap()
    there.go("/c/")
    there.page.locator("#code").fill(planted["code"])
    there.page.locator(".steps button").click()
    there.page.wait_for_url("**/e/")
    assert what_ran(there) == []
    assert "__ran" in there.page.content()


def opened(there, path):
    """Open `path`; a file is no page, and must not be taken for one."""
    there.caught.clear()
    try:
        there.page.goto(there.home + path, wait_until="load")
    except Error as refused:
        if "Download is starting" not in str(refused):
            raise
        file = there.context.request.get(there.home + path)
        assert "html" not in file.headers["content-type"]
        assert file.headers["x-content-type-options"] == "nosniff"
        return False
    return True


def _links(there):
    """Return the addresses of the house the page leads to; the admin's are named apart."""
    return [
        link
        for link in there.page.eval_on_selector_all(
            "a[href]", "all => all.map(a => a.pathname + a.search)"
        )
        if link.startswith(("/desk/", "/board/", "/en/", "/ur/", "/s/"))
    ]


def _kind(path):
    """Return an address without what tells two of a kind apart."""
    return re.sub(r"[0-9a-f-]{36}|\d+|\?.*", "…", path)


@pytest.mark.parametrize("who", ["editor", "worker"])
def test_no_string_runs_in_the_admin(trap, client, planted, site, who):
    home, survey = site, Survey.objects.get()
    addresses = {
        "editor": [
            "/admin/",
            f"/admin/pages/{home.get_parent().pk}/",
            f"/admin/pages/{home.pk}/",
            f"/admin/pages/{home.pk}/edit/",
            f"/admin/pages/{home.pk}/history/",
            "/admin/pages/search/?q=script",
            "/admin/documents/",
            "/admin/images/",
        ],
        "worker": [
            "/admin/consultations/",
            "/admin/snippets/surveys/survey/",
            f"/admin/snippets/surveys/survey/edit/{survey.pk}/",
        ],
    }[who]
    there = trap()
    as_(there, client, planted[who])
    shown = {}
    for path in addresses:
        there.caught.clear()
        arrived = there.page.goto(there.home + path, wait_until="load")
        assert arrived.status == 200, path
        assert there.page.url == there.home + path
        assert [said for said in what_ran(there) if OURS.search(said)] == [], path
        shown[path] = there.page.content()
    told = [path for path, source in shown.items() if "__ran" in source]
    assert len(told) >= len(addresses) // 2, told


def test_all_two_hundred_are_shown_to_a_reader_and_none_runs(trap, client):
    worker = UserFactory(worker=True)
    edition = AnsweredSurveyFactory(yes=0, no=0).editions.get()
    every = strings()
    assert len(set(every)) == WANTED
    for first in range(0, WANTED, WANTED // SCREENFUL):
        CommentFactory(
            response=ResponseFactory(edition=edition, finished=True),
            words=" \n ".join(every[first : first + WANTED // SCREENFUL]),
        )
    taken = take_screenful(Wanted(language=EVERY_LANGUAGE), by=worker)
    assert len(taken) == SCREENFUL
    for reading in taken:
        open_comment(reading, by=worker)
    there = trap()
    as_(there, client, worker)
    there.go("/desk/reading/screenful/")
    assert what_ran(there) == []
    shown = " ".join(
        _plain(said)
        for said in there.page.locator(".screenful .words").all_text_contents()
    )
    assert [text for text in every if _plain(text) not in shown] == []


def _plain(text):
    """Return `text` with every run of white space as one space."""
    return " ".join(text.split())


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
    assert what_ran(there) == []
