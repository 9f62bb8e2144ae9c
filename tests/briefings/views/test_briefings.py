"""A briefing is written by one person, approved by another, and read by the board."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, approved, issued, section_of
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
)
from tests.factories.surveys import in_days
from voice.audit.models import Entry
from voice.briefings.logic.paper import told_in
from voice.briefings.models import Briefing
from voice.releases.models import Recall

pytestmark = pytest.mark.django_db

UNRELEASED = "zanzibarquokka"


@pytest.fixture
def worker(client):
    user = UserFactory(worker=True)
    client.force_login(user)
    return user


@pytest.fixture
def release():
    return ReleaseFactory(quotes=["come wen u say ur coming"])


def at(name, *args):
    return reverse(f"briefings:{name}", args=args)


def proven(client):
    """Sign in anew as somebody else of the team, a second factor shown."""
    user = UserFactory(worker=True)
    client.force_login(user)
    return user


def test_first_page_says_what_to_do(client, worker):
    page = client.get(at("briefings"))
    assert "Write the first briefing" in page.content.decode()


def test_briefing_is_begun_and_its_sections_chosen(client, worker, release):
    key_theme = KeyThemeFactory()
    ActionFactory(area__key_theme=key_theme)
    page = client.post(
        at("briefing_new"),
        {
            "title": "What children told us",
            "audience": "Improvement Board",
            "meeting_on": in_days(7),
            "language": "en",
        },
    )
    briefing = Briefing.objects.get()
    assert page.url == at("choose", briefing.pk)
    assert client.get(page.url).status_code == 200
    client.post(
        page.url,
        {
            "commentary": "all",
            "results": release.pk,
            "key_theme": key_theme.pk,
            "promises": "all",
        },
    )
    kinds = [section.kind for section in briefing.sections.all()]
    assert kinds == ["commentary", "key_theme", "results", "promises"]
    assert client.get(at("briefing", briefing.pk)).status_code == 200
    assert client.get(at("preview", briefing.pk)).status_code == 200


def test_choosing_nothing_is_refused_kindly(client, worker):
    briefing = BriefingFactory(begun_by=worker)
    page = client.post(at("choose", briefing.pk), {})
    assert "Tick at least one section." in page.content.decode()


def test_what_cannot_be_said_is_kept_and_named(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section = section_of(briefing, "results", release=release)
    page = client.post(
        at("section", section.pk),
        {
            "heading": "",
            "commentary": "All of the 46 said so.",
            "parts": ["q:know_worker"],
        },
        follow=True,
    )
    said = page.content.decode()
    assert "the number “46” is in no release" in said
    assert "“All” tells what each single child said" in said
    section.refresh_from_db()
    assert section.commentary == "All of the 46 said so."
    assert section.parts == ["q:know_worker"]


def test_easy_words_want_a_picture(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section = section_of(briefing, "commentary")
    url = at("section", section.pk)
    page = client.post(url, {"commentary": "Words.", "easy_words": "We asked."})
    assert "Choose the picture" in page.content.decode()
    assert "We asked." in page.content.decode()


def test_sections_change_places_and_are_taken_out(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    first = section_of(briefing, "commentary", commentary="Some words.")
    second = section_of(briefing, "reach", release=release)
    client.post(at("section_up", second.pk))
    assert list(briefing.sections.all()) == [second, first]
    client.post(at("section_down", second.pk))
    assert list(briefing.sections.all()) == [first, second]
    assert client.get(at("section_remove", first.pk)).status_code == 200
    client.post(at("section_remove", first.pk))
    assert [(one.pk, one.position) for one in briefing.sections.all()] == [
        (second.pk, 1)
    ]


def test_draft_is_described_anew_and_dropped(client, worker):
    briefing = BriefingFactory(begun_by=worker)
    cover = {
        "title": "Another title",
        "audience": "Committee",
        "meeting_on": in_days(9),
        "language": "ur",
    }
    client.post(at("briefing_describe", briefing.pk), cover)
    briefing.refresh_from_db()
    assert (briefing.title, briefing.language) == ("Another title", "ur")
    assert client.get(at("briefing_drop", briefing.pk)).status_code == 200
    client.post(at("briefing_drop", briefing.pk))
    assert not Briefing.objects.exists()


def test_writer_does_not_approve(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section_of(briefing, "reach", release=release)
    page = client.get(at("approve", briefing.pk))
    assert "Somebody else approves it" in page.content.decode()
    seen = page.context["paper"]["hash"]
    page = client.post(at("approve", briefing.pk), {"seen": seen})
    assert "You wrote in this briefing." in page.content.decode()
    briefing.refresh_from_db()
    assert briefing.is_draft


def test_second_person_reads_approves_and_issues_and_the_board_reads(client, release):
    briefing = BriefingFactory()
    section_of(briefing, "results", release=release, commentary="They ask to meet.")
    second = proven(client)
    page = client.get(at("approve", briefing.pk))
    client.post(at("approve", briefing.pk), {"seen": page.context["paper"]["hash"]})
    board = UserFactory(board=True)
    client.force_login(board)
    assert client.get(at("paper", briefing.pk)).status_code == 404
    client.force_login(second)
    assert client.get(at("issue", briefing.pk)).status_code == 200
    client.post(at("issue", briefing.pk))
    client.force_login(board)
    listed = client.get(at("papers")).content.decode()
    assert briefing.title in listed
    page = client.get(at("paper", briefing.pk))
    said = page.content.decode()
    assert "They ask to meet." in said
    briefing.refresh_from_db()
    assert [words for words in told_in(briefing.paper) if words not in said] == []
    assert [one.by for one in briefing.openings.all()] == [board]


def test_names_are_looked_at_before_it_is_approved(client, release):
    briefing = BriefingFactory()
    section_of(briefing, "commentary", commentary="They thank Zbigniew for it.")
    proven(client)
    page = client.get(at("approve", briefing.pk))
    assert "Zbigniew" in page.content.decode()
    seen = {"seen": page.context["paper"]["hash"]}
    page = client.post(at("approve", briefing.pk), seen)
    assert "Say that no person is named in it." in page.content.decode()
    client.post(at("approve", briefing.pk), seen | {"names_looked_at": "on"})
    briefing.refresh_from_db()
    assert briefing.is_approved


def test_it_must_be_what_the_second_person_read(client, release):
    briefing = BriefingFactory()
    section = section_of(briefing, "reach", release=release)
    proven(client)
    seen = client.get(at("approve", briefing.pk)).context["paper"]["hash"]
    section.commentary = "Written since."
    section.save()
    page = client.post(at("approve", briefing.pk), {"seen": seen})
    assert "has changed since you read it" in page.content.decode()


def test_approval_is_taken_back(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section_of(briefing, "reach", release=release)
    approved(briefing)
    client.post(at("take_back", briefing.pk))
    briefing.refresh_from_db()
    assert (briefing.is_draft, briefing.paper) == (True, None)


def test_next_version_stands_in_the_first_ones_place(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section_of(briefing, "reach", release=release, commentary="They ask to meet.")
    issued(briefing)
    client.post(at("briefing_next", briefing.pk))
    following = Briefing.objects.get(version=2)
    assert [one.commentary for one in following.sections.all()] == ["They ask to meet."]
    client.force_login(UserFactory(board=True))
    assert at("paper", briefing.pk) in client.get(at("papers")).content.decode()
    issued(following)
    said = client.get(at("papers")).content.decode()
    assert f'"{at("paper", following.pk)}"' in said
    old = client.get(at("paper", briefing.pk)).content.decode()
    assert "There is a newer version of this paper" in old


def test_recalled_release_is_said_above_an_issued_paper(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section_of(briefing, "reach", release=release)
    issued(briefing)
    frozen = Briefing.objects.get().paper
    Recall.objects.create(release=release, by=worker, why="A group was counted twice.")
    page = client.get(at("paper", briefing.pk))
    assert "A group was counted twice." in page.content.decode()
    assert "recalled since" in client.get(at("papers")).content.decode()
    assert (
        "A group was counted twice."
        in client.get(at("briefing", briefing.pk)).content.decode()
    )
    assert Briefing.objects.get().paper == frozen


def test_paper_that_was_altered_is_not_shown(client, worker, release):
    briefing = BriefingFactory(begun_by=worker)
    section_of(briefing, "reach", release=release, commentary="They ask to meet.")
    issued(briefing)
    paper = Briefing.objects.get().paper
    paper["blocks"][1]["text"] = UNRELEASED
    Briefing._base_manager.filter(pk=briefing.pk)._update(
        [(Briefing._meta.get_field("paper"), None, paper)]
    )
    page = client.get(at("paper", briefing.pk)).content.decode()
    assert "This paper cannot be shown" in page
    assert UNRELEASED not in page


def test_drafts_are_nowhere_on_the_board(client):
    briefing = BriefingFactory(title=f"About {UNRELEASED}")
    section_of(briefing, "commentary", commentary="Some words.")
    client.force_login(UserFactory(board=True))
    assert UNRELEASED not in client.get(at("papers")).content.decode()
    assert client.get(at("paper", briefing.pk)).status_code == 404


def test_urdu_paper_is_in_urdu_whatever_the_page(client, worker, release):
    key_theme = cited_quote(KeyThemeFactory()).key_theme
    briefing = BriefingFactory(begun_by=worker, language="ur")
    section_of(briefing, "key_theme", key_theme=key_theme)
    issued(briefing)
    said = client.get(at("paper", briefing.pk)).content.decode()
    assert '<div class="set" lang="ur" dir="rtl">' in said


def test_audit_holds_no_words_of_a_briefing(client, worker, release):
    briefing = BriefingFactory(begun_by=worker, title=f"About {UNRELEASED}")
    section = section_of(briefing, "reach", release=release)
    client.post(at("section", section.pk), {"commentary": UNRELEASED})
    details = [str(entry.details) for entry in Entry.objects.all()]
    assert [one for one in details if UNRELEASED in one] == []


def test_list_asks_a_steady_number_of_queries(
    client, worker, release, django_assert_max_num_queries
):
    for _ in range(3):
        briefing = BriefingFactory(begun_by=worker)
        section_of(briefing, "reach", release=release)
        issued(briefing)
    with django_assert_max_num_queries(12):
        client.get(at("briefings"))
    with django_assert_max_num_queries(12):
        client.get(at("papers"))
    with django_assert_max_num_queries(20):
        client.get(at("paper", briefing.pk))
