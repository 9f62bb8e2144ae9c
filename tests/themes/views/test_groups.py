import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.suggestions import ABOUT, Heard
from voice.themes.models import Tag, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


@pytest.fixture
def heard():
    made = Heard()
    for words in (*ABOUT["moves"], *ABOUT["workers"]):
        made.say(words)
    return made


def groups(heard, **query):
    return reverse("themes:groups", args=[heard.question.pk], query=query or None)


def group_theme(heard, *readings):
    return reverse(
        "themes:group_theme",
        args=[heard.question.pk],
        query={"comment": [str(one.comment_id) for one in readings]},
    )


def test_similar_comments_are_shown_and_said_to_be_unreliable(desk, heard):
    page = desk.get(groups(heard))
    assert page.parsed.heading == "Similar comments in groups"
    text = page.parsed.text()
    assert "an unreliable one" in text
    assert "Make a theme from group 2" in text
    assert "Put together by the words they share." in text


def test_comments_with_a_theme_are_left_out_until_all_are_asked_for(desk, heard):
    tagged = heard.say("zanzibar bags moved again")
    heard.tag(tagged, heard.moves)
    for words in ("moved again my bags", "bags again moved"):
        heard.say(words)
    one, every = (
        desk.get(address).context["found"].there
        for address in (groups(heard), groups(heard, all=1))
    )
    assert (one, every) == (10, 11)


def test_few_comments_are_not_grouped(desk):
    heard = Heard()
    heard.say("only this")
    assert "Nothing to put together" in desk.get(groups(heard)).parsed.text()


def test_a_theme_is_proposed_from_a_group_in_a_persons_words(desk, heard):
    first, second = heard.say("bags again"), heard.say("black bags")
    address = group_theme(heard, first, second)
    page = desk.get(address)
    assert [box.get("checked") for box in page.parsed.all("input")].count("") == 0
    codebook = heard.moves.codebook
    page = desk.post(
        address,
        {
            "codebook": codebook.pk,
            "name": "Bin bags",
            "sentence": "Young people say their things are put in bin bags.",
            "said_by": [str(first.comment_id)],
        },
        follow=True,
    )
    assert "“Bin bags” is proposed in the codebook." in page.parsed.text()
    theme = Theme.objects.get(name="Bin bags")
    assert (theme.state, theme.codebook) == ("proposed", codebook)
    (tag,) = Tag.objects.all()
    assert (tag.theme, tag.comment) == (theme, first.comment)


def test_a_name_in_use_is_refused_and_what_was_typed_stays(desk, heard):
    reading = heard.say("bags again")
    page = desk.post(
        group_theme(heard, reading),
        {
            "codebook": heard.moves.codebook_id,
            "name": heard.moves.name,
            "sentence": "zanzibar",
        },
    )
    assert "There is a theme of this name already." in page.parsed.text()
    assert "zanzibar" in [box.get("value") for box in page.parsed.all("input")]


def test_comments_of_another_question_make_no_theme_here(desk, heard):
    elsewhere = Heard().say("zanzibarquokka")
    assert desk.get(group_theme(heard, elsewhere)).status_code == 404
    nobodys = desk.get(group_theme(heard))
    assert nobodys["Location"] == groups(heard)


def test_groups_cost_the_same_queries_for_many_as_for_few(
    desk, heard, django_assert_max_num_queries
):
    address = groups(heard)
    with django_assert_max_num_queries(22):
        desk.get(address)
    for at in range(8):
        heard.say(f"moved again with bags {at}")
    with django_assert_max_num_queries(22):
        desk.get(address)
