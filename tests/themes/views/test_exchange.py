import csv
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.models import Comment
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory, translate
from tests.factories.surveys import (
    CommentFactory,
    ConsultationFactory,
    ResponseFactory,
    SurveyMemberFactory,
)
from tests.factories.themes import TagFactory, ThemeFactory
from voice.audit.models import Entry
from voice.moderation.domain.concerns import raise_concern
from voice.themes.domain.codebooks import retire_theme, word_theme
from voice.themes.domain.tags import tag_comment
from voice.themes.logic.csv_cells import as_written
from voice.themes.models import Codebook, Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    return sign_in(UserFactory(worker=True))


def out(codebook, kind):
    return reverse("themes:take_out", args=[codebook.pk, kind])


def upload(content, name="codebook.qdc"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("kind", ["qdc", "xlsx"])
def test_a_codebook_goes_out_is_changed_and_comes_back(desk, kind):
    theme = ThemeFactory(name="Bags")
    page = desk.get(out(theme.codebook, kind))
    assert page.headers["Content-Disposition"] == (
        f'attachment; filename="codebook.{kind}"'
    )
    word_theme(theme, name="Black bags", by=UserFactory(worker=True))
    address = reverse("themes:bring_in", args=[theme.codebook_id])
    shown = desk.post(address, {"file": upload(page.content)})
    assert "Changed: “Black bags” → “Bags”" in shown.parsed.text()
    assert "2 themes are the same." in shown.parsed.text()
    assert Theme.objects.get(pk=theme.pk).name == "Black bags"
    (taken,) = [
        box.get("value")
        for box in shown.parsed.all("input")
        if box.get("name") == "taken"
    ]
    done = desk.post(address, {"then": "take", "taken": taken}, follow=True)
    assert "Brought in: 0 new themes, 1 changed." in done.parsed.text()
    assert Theme.objects.get(pk=theme.pk).name == "Bags"
    assert Entry.objects.get(verb="themes.take_out_codebook").details == {"kind": kind}


def test_there_is_no_third_kind_of_file(desk):
    assert desk.get(out(ThemeFactory().codebook, "ods")).status_code == 404


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"zanzibar", "That is not a codebook we can read."),
        (b"", "The file is empty."),
        (b"<CodeBook/>", "There is no theme in the file."),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(desk, content, said):
    codebook = ThemeFactory().codebook
    address = reverse("themes:bring_in", args=[codebook.pk])
    page = desk.post(address, {"file": upload(content)})
    assert said in page.parsed.text()
    assert "Choose a file." in desk.post(address).parsed.text()


def test_what_nobody_was_shown_is_not_brought_in(desk):
    codebook = ThemeFactory().codebook
    address = reverse("themes:bring_in", args=[codebook.pk])
    for taken in ("", "[", '{"themes": [1]}'):
        page = desk.post(address, {"then": "take", "taken": taken})
        assert "Bring the file once more." in page.parsed.text()


def test_a_file_that_cannot_be_taken_is_refused_and_shown_again(desk):
    theme = ThemeFactory(name="Bags")
    other = ThemeFactory(name="Dogs", codebook=theme.codebook)
    file = desk.get(out(theme.codebook, "qdc")).content
    Theme.objects.filter(pk=other.pk).update(name="Cats")
    Theme.objects.filter(pk=theme.pk).update(name="Dogs")
    swapped = file.replace(str(other.guid).encode(), str(theme.guid).encode())
    address = reverse("themes:bring_in", args=[theme.codebook_id])
    page = desk.post(address, {"file": upload(swapped)})
    assert "stands in the file twice" in page.parsed.text()


def test_a_codebook_is_made_of_a_file(desk):
    theme = ThemeFactory(name="Bags")
    file = desk.get(out(theme.codebook, "qdc")).content
    consultation = ConsultationFactory()
    address = reverse("themes:bring_in_new")
    refused = desk.post(address, {"title": "Kepttitle", "file": upload(file)})
    assert "Choose at least one consultation." in refused.parsed.text()
    assert "Kepttitle" in [box.get("value") for box in refused.parsed.all("input")]
    page = desk.post(
        address,
        {"title": "Anew", "consultations": [consultation.pk], "file": upload(file)},
        follow=True,
    )
    assert page.parsed.heading == "Anew"
    made = Codebook.objects.get(title="Anew")
    assert made.themes.filter(name="Bags").exists()
    assert list(made.consultations.all()) == [consultation]


def comments_out(survey):
    return reverse("themes:comments_out", args=[survey.slug])


def table(page):
    """Return the rows of a CSV file, as they were written."""
    rows = list(csv.reader(StringIO(page.content.decode("utf-8-sig"))))
    return [[as_written(cell) for cell in row] for row in rows]


def test_kept_comments_go_out_with_their_themes(desk):
    tag = TagFactory(reading__comment__words="=HYPERLINK(1)", reading__may_quote=False)
    survey, theme = tag.comment.survey, tag.theme
    also = ThemeFactory(name="A first one", codebook=theme.codebook)
    gone = ThemeFactory(name="Retiredname", codebook=theme.codebook)
    by = UserFactory(worker=True)
    for one in (also, gone):
        tag_comment(tag.comment, theme=one, by=by, start=0, end=3)
    retire_theme(gone, by=by)
    assert "1 comment, as it was kept" in desk.get(comments_out(survey)).parsed.text()
    page = desk.post(comments_out(survey))
    assert page.headers["Content-Disposition"] == 'attachment; filename="comments.csv"'
    assert "'=HYPERLINK(1)" in page.content.decode("utf-8-sig")
    assert table(page)[1:] == [
        [
            tag.comment.question.prompt,
            "=HYPERLINK(1)",
            "",
            f"A first one; {theme.name}",
            "",
        ]
    ]
    (entry,) = Entry.objects.filter(verb="themes.take_out_comments")
    assert entry.details == {"comments": [str(tag.comment_id)]}


@pytest.mark.parametrize("reader", [True, False])
@pytest.mark.parametrize("child", [True, False])
def test_what_may_be_quoted_takes_two_yeses(desk, reader, child):
    reading = ReadingFactory(approved=True, may_quote=reader)
    Comment.objects.filter(pk=reading.comment_id).update(may_quote=child)
    page = desk.post(comments_out(reading.comment.survey))
    assert [row[-1] for row in table(page)[1:]] == ["yes" if reader and child else ""]


def test_what_is_not_kept_goes_nowhere(desk):
    kept = ReadingFactory(redacted=True, comment__words="zanzibarname was there")
    edition = kept.comment.response.edition
    for made in (
        {},
        {"withheld": True},
        {"passed_on": True},
        {"approved": True, "may_count": False, "may_quote": False},
    ):
        response = ResponseFactory(edition=edition, finished=True)
        comment = CommentFactory(response=response, words="quokkahidden")
        ReadingFactory(comment=comment, **made)
    response = ResponseFactory(edition=edition, finished=True)
    worried = ReadingFactory(
        approved=True, comment=CommentFactory(response=response, words="quokkaworry")
    )
    raise_concern(worried, by=UserFactory(worker=True))
    page = desk.post(comments_out(kept.comment.survey))
    said = page.content.decode("utf-8-sig")
    assert "quokka" not in said
    assert "zanzibarname" not in said
    assert [row[1] for row in table(page)[1:]] == [kept.kept_text()]


def test_an_approved_translation_goes_beside_its_comment(desk):
    reading = ReadingFactory(approved=True, comment__language="ur")
    translate(reading, "The bags were black.", by=UserFactory(worker=True))
    page = desk.post(comments_out(reading.comment.survey))
    assert table(page)[1][2] == "The bags were black."


def test_comments_go_out_to_those_who_run_the_survey_alone(sign_in):
    tag = TagFactory()
    address = comments_out(tag.comment.survey)
    assert sign_in(UserFactory(outsider=True)).post(address).status_code == 404
    for role in ("board", "owner", "editor", "officer", "administrator"):
        page = sign_in(UserFactory(**{role: True})).post(address)
        assert page.status_code == 403, role
    member = sign_in(SurveyMemberFactory(survey=tag.comment.survey).user)
    assert member.post(address).status_code == 200


def test_taking_comments_out_costs_the_same_for_many(
    desk, django_assert_max_num_queries
):
    tag = TagFactory()
    edition = tag.comment.response.edition
    for _ in range(8):
        response = ResponseFactory(edition=edition, finished=True)
        reading = ReadingFactory(
            approved=True, comment=CommentFactory(response=response)
        )
        TagFactory(reading=reading, theme=tag.theme)
    with django_assert_max_num_queries(20):
        page = desk.post(comments_out(tag.comment.survey))
    assert len(table(page)) == 10
