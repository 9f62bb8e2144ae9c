"""A worker who runs no survey finds every address of one missing, as if never there."""

import re
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.urls import resolve, reverse
from wagtail.models import Locale

from surveys.domain.invitation_codes import make_batch
from surveys.models import ConsultationWording
from tests.factories.accounts import UserFactory
from tests.factories.aloud import DraftRecordingFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    GroupSessionFactory,
    InvitationFactory,
    SurveyMemberFactory,
)
from tests.factories.themes import TagFactory, double_coded
from tests.house.addresses import addresses as every_address
from tests.house.foreign import (
    NEVER_THERE,
    NO_COMMENT,
    NOBODYS,
    NOT_SWEPT,
    OF_A_CODEBOOK,
    OF_A_DOUBLE_CODING,
    OF_A_THEME,
    is_excused,
    of_workers,
)
from voice.accounts.enums import Role
from voice.themes.domain.basket import mark_quote

pytestmark = pytest.mark.django_db

OF_A_SURVEY = [
    f"surveys:{name}"
    for name in (
        "survey",
        "editions",
        "map",
        "results",
        "response_rate",
        "finishing",
        "rounds",
        "close",
        "reopen",
        "extend",
        "archive",
        "take_out",
        "copy",
        "save_file",
        "paper",
        "assisted",
        "group_sessions",
    )
]
OF_A_ROOM = [
    f"surveys:{name}" for name in ("group_session", "group_wall", "close_group_session")
]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')
# What names nothing of a survey, and so is the same for everybody.
WAGTAIL = "/admin/snippets/surveys/survey"


@pytest.fixture
def tag():
    """Return a tag of a kept comment: its survey has everything a survey can have."""
    return TagFactory()


@pytest.fixture
def addresses(tag):
    """Return pairs of addresses: of something of the survey, and of nothing."""
    comment, theme = tag.comment, tag.theme
    survey, question = comment.survey, comment.question
    survey.save_revision()
    revision = survey.save_revision()
    link = InvitationFactory(survey=survey)
    batch = make_batch(survey, size=10, by=UserFactory(worker=True))
    room = GroupSessionFactory(invitation__survey=survey)
    member = SurveyMemberFactory(survey=survey)
    consultation = survey.consultation
    wording = ConsultationWording.objects.create(
        consultation=consultation, language="ur", title="عنوان"
    )
    codebook = theme.codebook
    quote = mark_quote(comment, by=tag.by)
    coded = double_coded(question)
    spoken = DraftRecordingFactory(survey=survey)
    desk = [
        ("surveys:people", [survey.slug], ["none"]),
        ("surveys:preview", [survey.slug], ["none"]),
        ("surveys:preview_page", [survey.slug, 1], ["none", 1]),
        ("surveys:try_survey", [survey.slug], ["none"]),
        ("surveys:try_step", [survey.slug, 1], ["none", 1]),
        ("surveys:try_end", [survey.slug], ["none"]),
        ("surveys:remove_person", [survey.slug, member.pk], ["none", member.pk]),
        *((name, [survey.slug], ["none"]) for name in OF_A_SURVEY),
        ("surveys:aloud", [survey.slug], ["none"]),
        ("surveys:aloud_version", [survey.slug, "en", "any"], ["none", "en", "any"]),
        ("surveys:draft_sound", [survey.slug, spoken.pk], ["none", spoken.pk]),
        ("surveys:decide_draft", [survey.slug, spoken.pk], ["none", spoken.pk]),
        ("surveys:question", [question.pk], [NOBODYS]),
        ("surveys:invitations", [survey.slug], ["none"]),
        ("surveys:stop_invitation", [survey.slug, link.pk], ["none", link.pk]),
        ("surveys:poster", [survey.slug, link.pk], ["none", link.pk]),
        ("surveys:make_batch", [survey.slug], ["none"]),
        ("surveys:way_in", [survey.slug, link.pk], ["none", link.pk]),
        ("surveys:asked", [survey.slug, link.pk], ["none", link.pk]),
        ("surveys:take_out_codes", [survey.slug, batch.pk], ["none", batch.pk]),
        ("surveys:take_code_back", [survey.slug, batch.pk], ["none", batch.pk]),
        *((name, [survey.slug, room.pk], ["none", room.pk]) for name in OF_A_ROOM),
        *((name, [theme.pk], [NOBODYS]) for name in OF_A_THEME),
        *((name, [codebook.pk], [NOBODYS]) for name in OF_A_CODEBOOK),
        ("themes:take_out", [codebook.pk, "qdc"], [NOBODYS, "qdc"]),
        ("themes:comments_out", [survey.slug], ["none"]),
        ("themes:tagging", [question.pk], [NOBODYS]),
        ("themes:agreement", [question.pk], [NOBODYS]),
        *((name, [coded.pk], [NOBODYS]) for name in OF_A_DOUBLE_CODING),
        ("themes:settle", [coded.sampled.get().pk], [NOBODYS]),
        ("themes:tag", [comment.pk], [NO_COMMENT]),
        ("themes:untag", [tag.pk], [NOBODYS]),
        ("themes:accuracy", [question.pk], [NOBODYS]),
        ("themes:accept", [comment.pk], [NO_COMMENT]),
        ("themes:accept_sure", [question.pk], [NOBODYS]),
        ("themes:undo_sure", [question.pk], [NOBODYS]),
        ("themes:groups", [question.pk], [NOBODYS]),
        ("themes:group_theme", [question.pk], [NOBODYS]),
        ("themes:memo", [comment.pk], [NO_COMMENT]),
        ("themes:mark", [comment.pk], [NO_COMMENT]),
        ("themes:unmark", [quote.pk], [NOBODYS]),
        ("moderation:comment", [comment.pk], [NO_COMMENT]),
        ("moderation:approve", [comment.pk], [NO_COMMENT]),
        ("moderation:redact", [comment.pk], [NO_COMMENT]),
        ("moderation:withhold", [comment.pk], [NO_COMMENT]),
        ("moderation:pass_on", [comment.pk], [NO_COMMENT]),
        ("releases:propose", [survey.slug], ["none"]),
        ("releases:earlier", [survey.slug], ["none"]),
        ("releases:earlier_sheet", [survey.slug, "csv"], ["none", "csv"]),
        ("replies:write", [consultation.slug], ["none"]),
        ("replies:add_promise", [consultation.slug], ["none"]),
        ("survey_wordings", [survey.pk, "ur", "any"], [NOBODYS, "ur", "any"]),
        ("survey_wordings_all", [survey.pk], [NOBODYS]),
        (
            "survey_wordings_part",
            [survey.pk, "en", "any", "know_worker", "prompt"],
            [NOBODYS, "en", "any", "know_worker", "prompt"],
        ),
        (
            "survey_wordings_export",
            [survey.pk, "ur", "any", "po"],
            [NOBODYS, "ur", "any", "po"],
        ),
        (
            "survey_wordings_import",
            [survey.pk, "ur", "any"],
            [NOBODYS, "ur", "any"],
        ),
    ]
    pairs = [
        (reverse(name, args=mine), reverse(name, args=none))
        for name, mine, none in desk
    ]
    for view in (
        "edit/{}/",
        "delete/{}/",
        "usage/{}/",
        "history/{}/",
        "history-results/{}/",
        "preview/{}/",
        f"history/{{}}/revisions/{revision.pk}/view/",
        f"history/{{}}/revisions/{revision.pk}/revert/",
        f"history/{{}}/revisions/compare/live...{revision.pk}/",
        f"history/{{}}/revisions/{revision.pk}/unschedule/",
        "unpublish/{}/",
        "lock/{}/",
        "unlock/{}/",
        "workflow/confirm_cancellation/{}/",
        "workflow_history/{}/",
    ):
        path = f"{WAGTAIL}/{view}"
        pairs.append((path.format(survey.pk), path.format(NOBODYS)))
    for name, thing in (
        ("consultations", consultation),
        ("consultation-wordings", wording),
    ):
        for view in ("edit", "delete", "history", "history-results", "usage"):
            path = f"/admin/{name}/{view}/{{}}/"
            pairs.append((path.format(thing.pk), path.format(NOBODYS)))
    bulk = "/admin/bulk/surveys/survey/delete/?id={}"
    pairs.append((bulk.format(survey.pk), bulk.format(NOBODYS)))
    return pairs


@pytest.fixture
def everything(addresses, tag):
    """Return the same, and what leads or officers may open too."""
    return addresses + of_workers(tag)


def unswept(names, pairs):
    """Return the names that no pair tries and the table does not excuse."""
    swept = {resolve(mine.partition("?")[0]).view_name for mine, _none in pairs}
    return sorted(name for name in names - swept if not is_excused(name))


def test_every_address_with_an_argument_is_swept_or_excused(everything):
    names = {one.name for one in every_address() if one.takes_arguments}
    assert unswept(names, everything) == []


@pytest.mark.parametrize("new", ["moderation:new", "surveys:new", "newroom:thing"])
def test_a_new_address_with_an_argument_fails_the_build(everything, new):
    assert unswept({new}, everything) == [new]


def test_no_excuse_outlives_its_address():
    names = {one.name for one in every_address() if one.takes_arguments}
    idle = [start for start in NOT_SWEPT if not any(n.startswith(start) for n in names)]
    assert idle == []
    assert names >= NEVER_THERE


def test_anothers_own_is_missing(sign_in, with_their_own):
    client = sign_in(UserFactory(administrator=True))
    for name, theirs in with_their_own.items():
        mine, none = (reverse(name, args=[pk]) for pk in (theirs, NOBODYS))
        for method in ("get", "post"):
            assert answer(client, method, mine) == answer(client, method, none), name


@pytest.fixture
def with_their_own():
    """Return a session and a passkey of somebody else, by the addresses of both."""
    other = UserFactory(administrator=True)
    session = UserSession.objects.create(user=other, session_key="k", ip="192.0.2.1")
    key = Authenticator.objects.create(user=other, type="webauthn", data={"name": "x"})
    return {
        "accounts:end_device": session.pk,
        "mfa_edit_webauthn": key.pk,
        "mfa_remove_webauthn": key.pk,
    }


def answer(client, method, path):
    """Return what somebody learns from an address: status, where to, and body."""
    # What Wagtail had to say about the page before is not part of this answer.
    client.cookies.pop("messages", None)
    page = getattr(client, method)(path)
    where = unquote(page.headers.get("Location", "")).replace(path, "(itself)")
    body = TOKEN.sub(b"", page.content).replace(path.encode(), b"(itself)")
    return page.status_code, where, body


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_worker_of_other_surveys_finds_it_missing(sign_in, everything, method):
    client = sign_in(UserFactory(outsider=True))
    for mine, none in everything:
        assert answer(client, method, mine) == answer(client, method, none), mine


@pytest.mark.parametrize(
    "role",
    sorted(set(Role) - {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}),
    ids=lambda role: role.value,
)
def test_role_without_surveys_finds_it_missing_or_is_refused(sign_in, addresses, role):
    client = sign_in(UserFactory(roles=[role]))
    for method in ("get", "post"):
        for mine, none in addresses:
            assert answer(client, method, mine) == answer(client, method, none), mine


def test_administrator_opens_who_runs_it_and_nothing_else(sign_in, addresses):
    client = sign_in(UserFactory(administrator=True))
    for mine, none in addresses:
        if "/people/" not in mine:
            assert answer(client, "get", mine) == answer(client, "get", none), mine


def test_member_opens_what_the_others_do_not(sign_in, addresses, tag):
    client = sign_in(SurveyMemberFactory(survey=tag.comment.survey).user)
    found = {mine: client.get(mine).status_code for mine, _none in addresses}
    missing = [path for path, status in found.items() if status == 404]
    # There is no Urdu in this survey, and nothing is scheduled or under approval.
    assert [path for path in missing if "wordings/ur" not in path] == []


LISTS = [
    "/desk/surveys/",
    "/desk/reading/",
    "/desk/themes/",
    "/desk/releases/",
    "/desk/replies/",
    "/admin/",
    f"{WAGTAIL}/",
    f"{WAGTAIL}/add/",
    "/admin/consultations/",
    "/admin/consultation-wordings/",
    "/admin/consultation-wordings/new/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/snippets/choose/surveys/survey/",
    "/admin/bulk/surveys/survey/delete/?id=all",
    "/desk/questions/",
    "/desk/surveys/?archived",
]


@pytest.mark.parametrize("path", LISTS)
def test_no_list_names_a_survey_of_others(sign_in, tag, path):
    survey = tag.comment.survey
    consultation = survey.consultation
    survey.title = consultation.title = "Plantedheronword"
    survey.save()
    consultation.save()
    Locale.objects.get_or_create(language_code="en")
    told = b"Plantedheronword"
    outsider = sign_in(UserFactory(outsider=True)).get(path, follow=True).content
    assert told not in outsider


@pytest.mark.parametrize("path", [LISTS[0], LISTS[1], LISTS[2], LISTS[6], LISTS[8]])
def test_the_same_lists_name_it_to_its_members(sign_in, tag, path):
    survey = tag.comment.survey
    survey.title = survey.consultation.title = "Plantedheronword"
    survey.save()
    survey.consultation.save()
    member = SurveyMemberFactory(survey=survey).user
    # The queue names surveys where there are several to choose from.
    SurveyMemberFactory(user=member, survey=ReadingFactory().comment.survey)
    assert b"Plantedheronword" in sign_in(member).get(path).content
