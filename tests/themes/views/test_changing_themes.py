import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, TagFactory, ThemeFactory
from voice.themes.domain.codebooks import retire_theme, word_theme
from voice.themes.domain.merging import merge_themes
from voice.themes.domain.tags import tag_comment
from voice.themes.models import Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def at(name, theme, **query):
    return reverse(f"themes:{name}", args=[theme.pk], query=query or None)


def heard_in(theme, count, *, also=()):
    """Tag `count` comments of one survey with `theme`, and with each of `also`."""
    first = ReadingFactory(approved=True)
    survey = first.comment.survey
    theme.codebook.consultations.add(survey.consultation)
    readings = [first]
    for _ in range(count - 1):
        edition = first.comment.response.edition
        response = ResponseFactory(edition=edition, finished=True)
        readings.append(
            ReadingFactory(approved=True, comment=CommentFactory(response=response))
        )
    by = UserFactory(worker=True)
    for reading in readings:
        for one in (theme, *also):
            tag_comment(reading.comment, theme=one, by=by)
    return [reading.comment for reading in readings]


def test_a_new_theme_is_proposed_as_part_of_another_and_agreed_on(desk):
    above = ThemeFactory(name="Home")
    new = {"name": "Bags", "sentence": "Things go in bags.", "colour": "moss"}
    page = desk.post(
        reverse("themes:new_theme", args=[above.codebook_id]),
        new | {"parent": above.pk, "state": "proposed"},
        follow=True,
    )
    assert "Part of Home" in page.parsed.text()
    theme = Theme.objects.get(name="Bags")
    assert (theme.parent, theme.state) == (above, "proposed")
    page = desk.post(at("agree", theme), follow=True)
    assert "The theme is agreed." in page.parsed.text()
    page = desk.post(at("agree", theme), follow=True)
    assert "Only a proposed theme waits" in page.parsed.text()


def test_a_theme_moves_and_one_with_parts_stays(desk):
    above = ThemeFactory()
    theme = ThemeFactory(codebook=above.codebook)
    desk.post(at("move", theme), {"parent": above.pk})
    theme.refresh_from_db()
    assert theme.parent == above
    page = desk.get(at("move", above))
    assert "It has parts itself" in page.parsed.text()
    page = desk.post(at("move", above), {"parent": theme.pk})
    assert page.status_code == 200
    desk.post(at("move", theme), {"parent": ""})
    theme.refresh_from_db()
    assert theme.parent is None


def test_merging_tells_what_will_happen_before_it_does(desk):
    gone = ThemeFactory(name="Bags")
    stays = ThemeFactory(name="Moves", codebook=gone.codebook)
    part = ThemeFactory(name="Black bags", codebook=gone.codebook, parent=gone)
    comments = heard_in(gone, 3)
    by = UserFactory(worker=True)
    tag_comment(comments[0], theme=stays, by=by)
    page = desk.get(at("merge", gone, into=stays.pk))
    told = page.parsed.text()
    for sentence in (
        "3 comments that say “Bags” will say “Moves”.",
        "1 of them says both now, and will say it once.",
        "“Moves” will be heard in 3 comments.",
        "Its part “Black bags” finds its place there.",
        "“Bags” is retired.",
    ):
        assert sentence in told
    assert Theme.objects.get(pk=gone.pk).state == "agreed"
    page = desk.post(at("merge", gone), {"into": stays.pk}, follow=True)
    assert page.parsed.heading == "Moves"
    assert "3 comments say it." in page.parsed.text()
    gone.refresh_from_db()
    part.refresh_from_db()
    assert (gone.state, gone.merged_into, part.parent) == ("retired", stays, stays)


def test_merging_asks_for_a_theme_of_the_same_codebook(desk):
    theme = ThemeFactory()
    other = ThemeFactory(name="Zanzibar")
    page = desk.get(at("merge", theme))
    assert "Zanzibar" not in page.parsed.text()
    page = desk.post(at("merge", theme), {"into": other.pk})
    assert "What will happen" not in page.parsed.text()
    page = desk.post(at("merge", theme), {"into": ""})
    assert "Choose a theme." in page.parsed.text()
    assert Theme.objects.get(pk=theme.pk).state == "agreed"


def test_a_fall_back_is_not_merged(desk):
    theme = ThemeFactory()
    fall_back = theme.codebook.themes.get(kind="no_reason")
    page = desk.post(at("merge", fall_back), {"into": theme.pk})
    assert "Every codebook keeps" in page.parsed.text()
    page = desk.post(at("retire", fall_back), follow=True)
    assert "Every codebook keeps" in page.parsed.text()


def test_a_theme_is_split_by_the_comments_that_are_chosen(desk):
    theme = ThemeFactory(name="Moves")
    comments = heard_in(theme, 3)
    page = desk.post(
        at("split", theme),
        {"name": "", "sentence": "Keptwords", "comments": [comments[1].pk]},
    )
    values = [box.get("value") for box in page.parsed.all("input")]
    ticked = [box for box in page.parsed.all("input") if "checked" in box.attrib]
    assert "Keptwords" in values
    assert [box.get("value") for box in ticked] == [str(comments[1].pk)]
    page = desk.post(
        at("split", theme),
        {
            "name": "Bags",
            "sentence": "Things go in bags.",
            "comments": [comments[1].pk, "zanzibar"],
        },
        follow=True,
    )
    assert page.parsed.heading == "Bags"
    made = Theme.objects.get(name="Bags")
    assert [tag.comment for tag in made.tags.all()] == [comments[1]]
    desk.post(at("split", theme), {"to": made.pk, "comments": [comments[0].pk]})
    assert made.tags.count() == 2
    page = desk.post(at("split", theme), {"to": made.pk})
    assert "Choose at least one comment" in page.parsed.text()
    assert theme.tags.count() == 1


def test_a_comment_of_a_survey_of_others_is_neither_shown_nor_moved(sign_in):
    theme = ThemeFactory()
    (mine,) = heard_in(theme, 1)
    (theirs,) = heard_in(theme, 1)
    desk = sign_in(UserFactory(outsider=True))
    mine.survey.members.create(user=desk.get("/desk/").wsgi_request.user)
    page = desk.get(at("split", theme))
    assert str(mine.pk) in page.content.decode()
    assert str(theirs.pk) not in page.content.decode()
    desk.post(
        at("split", theme),
        {"name": "Bags", "sentence": "Things go in bags.", "comments": [theirs.pk]},
    )
    assert not Theme.objects.filter(name="Bags").exists()


def test_retiring_tells_what_will_happen_to_parts(desk):
    above = ThemeFactory()
    ThemeFactory(name="Black bags", codebook=above.codebook, parent=above)
    page = desk.get(at("retire", above))
    assert "Its part “Black bags” moves up and stands alone." in page.parsed.text()
    page = desk.post(at("retire", above), follow=True)
    assert "Retired" in page.parsed.text()


def test_a_memo_is_shown_to_everybody_who_tags(desk, sign_in):
    theme = ThemeFactory()
    page = desk.post(at("theme_memo", theme), {"text": "Ask Ana first."}, follow=True)
    assert "Ask Ana first." in page.parsed.text()
    page = desk.post(at("theme_memo", theme), {"text": "x" * 2001})
    assert page.parsed.heading == "A memo"
    assert "x" * 2001 in page.content.decode()
    assert theme.memos.count() == 1


def test_history_says_who_changed_what_from_what(desk):
    theme = ThemeFactory(name="Bags")
    stays = ThemeFactory(name="Moves", codebook=theme.codebook)
    (comment,) = heard_in(theme, 1)
    worker = UserFactory(worker=True, name="Ada Worker")
    word_theme(theme, name="Black bags", heard_from_few=True, by=worker)
    merge_themes(theme, into=stays, by=worker)
    told = desk.get(at("theme_history", theme)).parsed.text()
    for said in ("Merged into another", "Moves", "Ada Worker", "Tags that moved"):
        assert said in told
    assert "Worded anew" in told
    assert "Made" in told
    page = desk.get(reverse("themes:codebook_history", args=[theme.codebook_id]))
    assert "Merged into another: Black bags" in page.parsed.text()
    assert comment.reading.kept_text() not in page.parsed.text()


def test_history_costs_the_same_for_many_as_for_few(
    desk, django_assert_max_num_queries
):
    codebook = CodebookFactory()
    worker = UserFactory(worker=True)
    themes = [ThemeFactory(codebook=codebook) for _ in range(8)]
    for one in themes[1:]:
        merge_themes(one, into=themes[0], by=worker)
    with django_assert_max_num_queries(13):
        desk.get(reverse("themes:codebook_history", args=[codebook.pk]))


def test_a_codebook_warns_of_what_makes_it_hard_to_use(desk):
    one = ThemeFactory(name="Bags")
    two = ThemeFactory(name="Moves", codebook=one.codebook)
    seldom = ThemeFactory(name="Dogs", codebook=one.codebook)
    heard_in(one, 5, also=[two])
    page = desk.get(reverse("themes:codebook", args=[one.codebook_id]))
    told = page.parsed.text()
    assert "“Bags” and “Moves”: 100% of the smaller one says both." in told
    assert told.count("Fewer than 5 comments") == 1
    assert "are too many" not in told
    retire_theme(seldom, by=UserFactory(worker=True))
    page = desk.get(reverse("themes:codebook", args=[one.codebook_id]))
    assert "Fewer than 5 comments" not in page.parsed.text()


def test_a_codebook_of_seventy_one_themes_is_too_large(
    desk, django_assert_max_num_queries
):
    codebook = CodebookFactory()
    Theme.objects.bulk_create(
        Theme(codebook=codebook, name=f"Theme {n}", sentence="They say so.")
        for n in range(70)
    )
    address = reverse("themes:codebook", args=[codebook.pk])
    assert "are too many" not in desk.get(address).parsed.text()
    ThemeFactory(codebook=codebook)
    with django_assert_max_num_queries(14):
        page = desk.get(address)
    assert "71 themes are too many" in page.parsed.text()


def test_a_part_that_says_what_it_is_part_of_is_no_double(desk):
    above = ThemeFactory()
    part = ThemeFactory(codebook=above.codebook, parent=above)
    heard_in(above, 5, also=[part])
    page = desk.get(reverse("themes:codebook", args=[above.codebook_id]))
    assert "These may be one theme" not in page.parsed.text()


def test_a_tag_of_a_comment_that_is_not_kept_warns_of_nothing(desk):
    tag = TagFactory()
    page = desk.get(reverse("themes:codebook", args=[tag.theme.codebook_id]))
    assert "1 comment says it" in page.parsed.text()
