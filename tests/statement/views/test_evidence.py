import pytest

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
)
from voice.statement.models import Evidence, KeyTheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def test_without_a_release_the_page_says_what_is_needed(desk):
    page = desk.get("/desk/statement/evidence/add/")
    assert "No release is issued yet" in page.parsed.text()


def test_only_issued_releases_are_offered(desk):
    issued, waiting = ReleaseFactory(), ReleaseFactory(proposed=True)
    page = desk.get("/desk/statement/evidence/add/?place=action-3")
    links = [link.get("href") for link in page.parsed.all("a")]
    assert f"/desk/statement/evidence/add/{issued.pk}/?place=action-3" in links
    address = f"/desk/statement/evidence/add/{waiting.pk}/"
    assert desk.get(address, follow=True).status_code == 404


def test_theme_result_and_quote_are_added_to_an_action_at_once(desk):
    action = ActionFactory()
    release = ReleaseFactory(quotes=["come wen u say"])
    quote = release.quotes.get()
    address = f"/desk/statement/evidence/add/{release.pk}/?place=action-{action.pk}"
    assert "come wen u say" in desk.get(address).parsed.text()
    page = desk.post(
        address,
        {
            "place": f"action-{action.pk}",
            "stance": "challenges",
            "cites": [
                "theme:Who is my worker?",
                "result:know_worker/no",
                f"quote:{quote.pk}",
            ],
            "do": "add",
        },
        follow=True,
    )
    assert "3 pieces of evidence added." in page.parsed.text()
    assert page.redirect_chain[-1][0].endswith(f"?place=action-{action.pk}")
    assert page.parsed.text().count("is evidence here already") == 3
    found = Evidence.objects.order_by("pk")
    assert [one.kind for one in found] == ["theme", "result", "quote"]
    assert {one.action for one in found} == {action}
    assert {one.stance for one in found} == {"challenges"}


def test_nothing_ticked_is_refused_and_the_rest_is_kept(desk):
    key_theme, release = KeyThemeFactory(), ReleaseFactory()
    page = desk.post(
        f"/desk/statement/evidence/add/{release.pk}/",
        {
            "place": f"key_theme-{key_theme.pk}",
            "stance": "shows_change",
            "do": "add",
        },
    )
    assert "Tick at least one thing children said." in page.parsed.text()
    chosen = [
        one for one in page.parsed.all("option") if one.get("selected") is not None
    ]
    assert [one.get("value") for one in chosen] == [f"key_theme-{key_theme.pk}"]


def test_finding_words_keeps_what_is_ticked(desk):
    key_theme, release = KeyThemeFactory(), ReleaseFactory()
    page = desk.post(
        f"/desk/statement/evidence/add/{release.pk}/",
        {
            "place": f"key_theme-{key_theme.pk}",
            "stance": "supports",
            "cites": ["theme:Who is my worker?"],
            "find": "FAITH",
            "do": "find",
        },
    )
    boxes = [one for one in page.parsed.all("input") if one.get("name") == "cites"]
    assert [(one.get("value"), one.get("checked") is not None) for one in boxes] == [
        ("theme:Who is my worker?", True),
        ("theme:Faith and food where I live", False),
    ]
    assert "Something needs another look" not in page.parsed.text()
    assert not Evidence.objects.exists()


def test_evidence_page_walks_back_to_the_question_and_on_to_the_action(desk):
    action = ActionFactory()
    evidence = cited_theme(action.area.key_theme, action=action)
    text = desk.get(f"/desk/statement/evidence/{evidence.pk}/").parsed.text()
    for words in (
        "Workers keep changing · 45 of 150, 30%",
        "Release 1 of My social worker and me",
        "What should your worker do more of?",
        evidence.frozen["consultation"]["title"],
        "About 150 of 470 answered.",
        "Who is missing: Those living outside Calderwick.",
        action.title,
    ):
        assert words in text


def test_evidence_page_never_shows_a_childs_words_in_its_title(desk):
    evidence = cited_quote(KeyThemeFactory(), "unrepeatablewords")
    page = desk.get(f"/desk/statement/evidence/{evidence.pk}/")
    assert "unrepeatablewords" in page.parsed.text(page.parsed.all("blockquote")[0])
    assert "unrepeatablewords" not in page.parsed.title


def test_question_is_walked_forward_to_what_it_fed(desk):
    action = ActionFactory(title="Old and new worker visit together")
    evidence = cited_theme(action.area.key_theme, action=action)
    survey = evidence.release.survey
    page = desk.get(f"/desk/statement/fed/{survey.slug}/")
    told = {one.key: one.evidence for one in page.context["questions"]}
    assert told["do_more"] == [evidence]
    assert told["know_worker"] == []
    assert "Old and new worker visit together" in page.parsed.text()


def test_worker_chooses_the_quote_a_board_page_opens_with(desk):
    key_theme = KeyThemeFactory()
    quote = cited_quote(key_theme)
    desk.post(f"/desk/statement/evidence/{quote.pk}/headline/")
    assert KeyTheme.objects.get(pk=key_theme.pk).headline == quote
    theme = cited_theme(key_theme)
    page = desk.post(f"/desk/statement/evidence/{theme.pk}/headline/", follow=True)
    assert "opens with a quote of its own" in page.parsed.text()
    assert KeyTheme.objects.get(pk=key_theme.pk).headline == quote


def test_headline_is_not_chosen_by_a_link(desk):
    quote = cited_quote(KeyThemeFactory())
    assert desk.get(f"/desk/statement/evidence/{quote.pk}/headline/").status_code == 405


def test_owner_reads_evidence_but_adds_none(sign_in):
    evidence = cited_theme(KeyThemeFactory())
    client = sign_in(UserFactory(owner=True))
    assert client.get(f"/desk/statement/evidence/{evidence.pk}/").status_code == 200
    assert client.get("/desk/statement/evidence/add/").status_code == 403
    address = f"/desk/statement/evidence/add/{evidence.release_id}/"
    assert client.post(address, {"do": "add"}).status_code == 403


def test_queries_stay_flat_with_much_evidence(desk, django_assert_max_num_queries):
    release = ReleaseFactory(quotes=[f"quote {number}" for number in range(12)])
    action = ActionFactory()
    for theme in ("Workers keep changing", "Who is my worker?"):
        cited_theme(action.area.key_theme, release=release, theme_name=theme)
    for address in (
        f"/desk/statement/evidence/add/{release.pk}/?place=action-{action.pk}",
        f"/desk/statement/fed/{release.survey.slug}/",
        f"/desk/statement/evidence/{Evidence.objects.last().pk}/",
    ):
        with django_assert_max_num_queries(16):
            assert desk.get(address).status_code == 200
