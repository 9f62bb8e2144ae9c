import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, EditionFactory, ResponseFactory
from tests.factories.themes import CodebookFactory, ThemeFactory
from voice.themes.domain.basket import mark_quote
from voice.themes.domain.comment_memos import write_comment_memo
from voice.themes.domain.double_coding import begin_double_coding, code_blind
from voice.themes.domain.tags import tag_comment
from voice.themes.exports.comments import comments_csv
from voice.themes.models import BlindCoding, DoubleCoding

pytestmark = pytest.mark.django_db


@pytest.fixture
def readings():
    edition = EditionFactory()
    return [
        ReadingFactory(
            approved=True,
            comment=CommentFactory(
                response=ResponseFactory(edition=edition, finished=True),
                words=f"come when you say {number}",
            ),
        )
        for number in range(4)
    ]


@pytest.fixture
def question(readings):
    return readings[0].comment.question


@pytest.fixture
def moves(question):
    codebook = CodebookFactory(consultations=[question.survey.consultation])
    return ThemeFactory(codebook=codebook, name="Moves")


@pytest.fixture
def family(moves):
    return ThemeFactory(codebook=moves.codebook, name="Family")


@pytest.fixture
def ama(question):
    return UserFactory(worker=True, name="Ama")


@pytest.fixture
def ben(question):
    return UserFactory(worker=True, name="Ben")


@pytest.fixture
def begun(question, moves, family, ama, ben):
    return begin_double_coding(question, coders=[ama, ben], size=4, by=ama)


@pytest.fixture
def desk(sign_in, ama):
    return sign_in(ama)


def heard_by(coder, begun, heard):
    for sampled, themes in zip(begun.sampled.all(), heard, strict=True):
        code_blind(sampled, themes=themes, by=coder)


def to(name, *args):
    return reverse(f"themes:{name}", args=args)


def test_a_sample_is_drawn_for_the_coders_chosen(desk, question, moves, ama, ben):
    page = desk.get(to("agreement", question.pk))
    assert "in words, without digits, until a second person" in page.parsed.text()
    page = desk.post(
        to("agreement", question.pk),
        {"coders": [ama.pk, ben.pk], "size": 50},
        follow=True,
    )
    assert "Ben: 0 of 4" in page.parsed.text()
    assert DoubleCoding.objects.get().sampled.count() == 4


def test_one_coder_is_refused_and_what_was_filled_in_stays(desk, question, moves, ben):
    page = desk.post(to("agreement", question.pk), {"coders": [ben.pk], "size": 37})
    assert "Choose two people or more" in page.parsed.text()
    values = {box.get("value") for box in page.parsed.all("input")}
    assert "37" in values
    assert not DoubleCoding.objects.exists()


def test_each_codes_one_comment_after_the_other(desk, begun, moves, ama):
    for place, sampled in enumerate(begun.sampled.all(), start=1):
        page = desk.get(to("code_blind", begun.pk))
        assert page.parsed.heading == f"Code comment {place}"
        assert sampled.comment.reading.kept_text() in page.parsed.text()
        desk.post(to("code_blind", begun.pk), {"place": place, "themes": [moves.pk]})
    assert BlindCoding.objects.filter(coder=ama, themes=moves).count() == 4
    page = desk.get(to("code_blind", begun.pk), follow=True)
    assert "You have coded every comment of the sample." in page.parsed.text()


def test_what_was_coded_can_be_changed_while_somebody_codes(desk, begun, moves, ama):
    code_blind(begun.sampled.first(), themes=[moves], by=ama)
    page = desk.get(to("code_blind", begun.pk), {"place": 1})
    ticked = [
        box.get("value") for box in page.parsed.all("input") if "checked" in box.attrib
    ]
    assert ticked == [str(moves.pk)]
    desk.post(to("code_blind", begun.pk), {"place": 1, "none": 1})
    assert list(BlindCoding.objects.get().themes.all()) == []
    page = desk.get(to("code_blind", begun.pk), {"place": 1})
    ticked = [
        box.get("name") for box in page.parsed.all("input") if "checked" in box.attrib
    ]
    assert ticked == ["none"]


def test_ticking_nothing_or_both_keeps_nothing_but_what_was_ticked(desk, begun, moves):
    for said in ({}, {"themes": [moves.pk], "none": 1}):
        page = desk.post(to("code_blind", begun.pk), {"place": 2} | said)
        assert "Tick the themes you hear" in page.parsed.text()
        ticked = [b for b in page.parsed.all("input") if "checked" in b.attrib]
        assert len(ticked) == len(said)
    assert not BlindCoding.objects.exists()


def test_nobody_sees_what_others_hear_nor_a_tag_while_they_code(
    sign_in, question, moves, family, ama, ben
):
    secret = ThemeFactory(codebook=moves.codebook, name="Known to Ama only")
    for comment in question.comments.all():
        tag_comment(comment, theme=family, by=ama)
    begun = begin_double_coding(question, coders=[ama, ben], size=4, by=ama)
    heard_by(ama, begun, [[secret]] * 4)
    desk = sign_in(ben)
    for place in range(1, 5):
        page = desk.get(to("code_blind", begun.pk), {"place": place})
        assert not [b for b in page.parsed.all("input") if "checked" in b.attrib]
        assert not [b for b in page.parsed.all("li") if b.get("class") == "tag"]
    page = desk.get(to("disagreements", begun.pk), follow=True)
    assert "Nothing is shown until everybody has coded all." in page.parsed.text()
    assert "Known to Ama only" not in page.parsed.text()
    for address in (
        to("tagging", begun.question_id),
        to("theme", family.pk),
        to("theme", secret.pk),
    ):
        assert "come when you say" not in desk.get(address).parsed.text()
    page = desk.get(to("tagging", begun.question_id))
    assert "4 comments are being coded apart" in page.parsed.text()
    heard_by(ben, begun, [[family]] * 4)
    assert "come when you say" in desk.get(to("theme", family.pk)).parsed.text()


def test_what_is_coded_apart_is_come_across_nowhere_else(desk, question, moves, ama):
    comment = question.comments.first()
    mark_quote(comment, by=ama)
    write_comment_memo(comment, words="zanzibar, about moves", by=ama)
    tag_comment(comment, theme=moves, by=ama)
    group = reverse(
        "themes:group_theme", args=[question.pk], query={"comment": comment.pk}
    )
    shown = desk.get(to("basket")).parsed.text(), desk.get(group).status_code
    assert ("come when you say" in shown[0], shown[1]) == (True, 200)
    coders = [ama, UserFactory(worker=True)]
    begin_double_coding(question, coders=coders, size=4, by=ama)
    page = desk.get(to("basket"))
    assert "come when you say" not in page.parsed.text()
    assert list(page.context["questions"]) == []
    assert desk.get(to("groups", question.pk), {"all": 1}).context["found"].there == 0
    assert desk.get(group).status_code == 404
    for page in (
        desk.get(to("memo", comment.pk), follow=True),
        desk.post(to("tag", comment.pk), {"theme": moves.pk}, follow=True),
        desk.post(to("mark", comment.pk), {"start": 0, "end": 4}, follow=True),
    ):
        text = page.parsed.text()
        assert "This comment is being coded apart." in text
        assert "zanzibar" not in text
        assert "come when you say" not in text
    lines = comments_csv(question.survey, by=ama).splitlines()[1:]
    assert [line.split(",")[3] for line in lines] == ["being coded apart"] * 4


def test_only_its_coders_and_only_while_it_lasts(sign_in, begun, moves, ama, ben):
    other = sign_in(UserFactory(worker=True))
    page = other.get(to("code_blind", begun.pk), follow=True)
    assert "You are not one of the people" in page.parsed.text()
    assert "come when you say" not in page.parsed.text()
    assert sign_in(ama).get(to("code_blind", begun.pk), {"place": 9}).status_code == 404
    heard_by(ama, begun, [[moves]] * 4)
    heard_by(ben, begun, [[moves]] * 4)
    desk = sign_in(ben)
    page = desk.post(to("code_blind", begun.pk), {"place": 1, "none": 1}, follow=True)
    assert "Everybody's coding is done." in page.parsed.text()
    assert BlindCoding.objects.filter(themes=None).count() == 0


def test_what_was_heard_differently_is_listed_and_settled(
    desk, begun, moves, family, ama, ben
):
    heard_by(ama, begun, [[moves], [moves], [moves, family], [family]])
    heard_by(ben, begun, [[moves], [], [moves], [moves]])
    page = desk.get(to("disagreements", begun.pk))
    text = page.parsed.text()
    assert "3 comments are left to settle." in text
    assert "In 1 comment all heard the same." in text
    third = begun.sampled.get(place=3)
    page = desk.post(
        to("settle", third.pk), {"themes": [moves.pk, family.pk]}, follow=True
    )
    assert "2 comments are left to settle." in page.parsed.text()
    said = set(third.comment.tags.values_list("theme__name", flat=True))
    assert said == {"Moves", "Family"}
    page = desk.post(to("settle", third.pk), {}, follow=True)
    assert "Nothing was changed." in page.parsed.text()
    assert third.comment.tags.count() == 2
    page = desk.post(to("settle_alike", begun.pk), follow=True)
    assert "all heard the same." not in page.parsed.text()
    assert begun.sampled.get(place=1).comment.tags.get().theme == moves


@pytest.mark.parametrize(
    ("second", "title", "says"),
    [
        ([1, 0, 1, 0], "Two people hear the same", "may be released, and relied on"),
        ([0, 1, 0, 1], "People hear too different things", "Talk about the themes"),
    ],
)
def test_the_page_says_what_the_figure_allows(
    desk, begun, moves, ama, ben, second, title, says
):
    heard_by(ama, begun, [[moves], [], [moves], []])
    heard_by(ben, begun, [[moves] if heard else [] for heard in second])
    text = desk.get(to("agreement", begun.question_id)).parsed.text()
    assert title in text
    assert says in text
    assert "Agreement on each theme" in text
    page = desk.get(to("agreement", begun.question_id))
    assert page.context["figures"].comments == 4


def test_a_figure_that_says_nothing_is_said_to(desk, begun, moves, ama, ben):
    heard_by(ama, begun, [[moves]] * 4)
    heard_by(ben, begun, [[moves]] * 4)
    text = desk.get(to("agreement", begun.question_id)).parsed.text()
    assert "says nothing about whether they agree" in text


def test_ending_says_first_what_will_happen(desk, begun, moves, ama):
    code_blind(begun.sampled.first(), themes=[moves], by=ama)
    page = desk.get(to("end_double_coding", begun.pk))
    assert "so it counts for nothing" in page.parsed.text()
    page = desk.post(to("end_double_coding", begun.pk), follow=True)
    assert "Draw a sample" in page.parsed.text()
    page = desk.post(to("end_double_coding", begun.pk), follow=True)
    assert "not changed any more" in page.parsed.text()


def test_list_of_disagreements_takes_as_many_queries_for_many_as_for_few(
    desk, begun, moves, family, ama, ben, django_assert_max_num_queries
):
    heard_by(ama, begun, [[moves]] * 4)
    heard_by(ben, begun, [[family]] * 4)
    with django_assert_max_num_queries(30):
        page = desk.get(to("disagreements", begun.pk))
    assert len(page.context["rows"]) == 4
