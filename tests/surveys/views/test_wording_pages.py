"""Recording a wording, files out and in, what is missing, and the fixed words."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from surveys.domain.wordings import write_wording
from surveys.models import Medium, SafetyApproval
from tests.factories.accounts import UserFactory
from tests.factories.media import ogg, photo
from tests.factories.surveys import SurveyFactory

pytestmark = pytest.mark.django_db

PART = ["know_worker", "prompt"]


@pytest.fixture
def survey():
    return SurveyFactory(languages=["en", "ur"], age_bands=["8-11", "11-17"])


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def at_work(sign_in, worker):
    return sign_in(worker)


def path(survey, name, *args, version=("ur", "any")):
    return reverse(f"survey_wordings{name}", args=[survey.pk, *version, *args])


def file(content, name="words", kind="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type=kind)


def test_a_recording_is_kept_and_the_next_words_follow(at_work, survey):
    page = at_work.get(path(survey, "_part", *PART))
    assert "microphone=(self)" in page.headers["Permissions-Policy"]
    assert page.context["is_fallback"]
    page = at_work.post(
        path(survey, "_part", *PART),
        {"sound": file(ogg(), kind="audio/ogg"), "then": "next"},
        follow=True,
    )
    assert page.redirect_chain[0][0] == path(
        survey, "_part", "know_worker", "option.yes"
    )
    assert survey.wordings.get().sound == Medium.objects.get()
    table = at_work.get(path(survey, ""))
    assert reverse("surveys:medium", args=[Medium.objects.get().pk]) in (
        table.content.decode()
    )
    assert "microphone=()" in table.headers["Permissions-Policy"]


def test_the_base_words_are_recorded_where_they_have_no_boxes(at_work, survey):
    base = at_work.get(path(survey, "", version=("en", "any")))
    assert b"<textarea" not in base.content
    page = at_work.get(path(survey, "_part", *PART, version=("en", "any")))
    assert list(page.context["form"].fields) == ["sound"]
    at_work.post(
        path(survey, "_part", *PART, version=("en", "any")),
        {"sound": file(ogg(), kind="audio/ogg")},
    )
    assert survey.wordings.get().language == "en"
    page = at_work.post(
        path(survey, "_part", *PART, version=("en", "any")), {"remove_sound": "on"}
    )
    assert not survey.wordings.exists()


def test_a_picture_is_kept_with_what_it_shows_in_the_language(at_work, survey):
    at_work.post(
        path(survey, "_part", *PART),
        {"picture": file(photo(), kind="image/jpeg"), "picture_alt": "گھر"},
    )
    row = survey.wordings.get()
    assert (row.picture_alt, row.picture.media_type) == ("گھر", "image/webp")
    at_work.post(path(survey, "_part", *PART), {"picture_alt": "مکان"})
    row.refresh_from_db()
    assert row.picture_alt == "مکان"


@pytest.mark.parametrize(
    ("sent", "field", "says"),
    [
        ({"sound": (b"<html>", "audio/ogg")}, "sound", "not a recording we can use"),
        ({"picture": (b"<svg/>", "image/svg+xml")}, "picture", "not a picture we can"),
        ({"picture": (photo(), "image/jpeg")}, "picture_alt", "Say what the picture"),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_field(
    at_work, survey, sent, field, says
):
    files = {
        name: file(*content[:1], kind=content[1]) for name, content in sent.items()
    }
    alt = "" if field == "picture_alt" else "planted"
    page = at_work.post(path(survey, "_part", *PART), {**files, "picture_alt": alt})
    assert page.status_code == 422
    [error] = page.context["form"].errors[field]
    assert says in error
    assert alt in page.content.decode()
    assert not survey.wordings.exists()
    assert not Medium.objects.exists()


@pytest.mark.parametrize("kind", ["po", "xlsx"])
def test_a_file_goes_out_and_comes_back_and_nothing_would_change(
    at_work, survey, worker, kind
):
    for part, text in (("prompt", "=لفظ\nدو"), ("option.yes", "ہاں")):
        write_wording(
            survey, key="know_worker", part=part, language="ur", text=text, by=worker
        )
    page = at_work.get(path(survey, "_export", kind))
    assert f"ur-any.{kind}" in page.headers["Content-Disposition"]
    page = at_work.post(path(survey, "_import"), {"file": file(page.content)})
    assert page.context["preview"].changes == []
    assert "Nothing would change" in page.parsed.text()


def test_an_import_is_shown_first_and_then_kept(at_work, survey, worker):
    exported = at_work.get(path(survey, "_export", "po")).content.decode()
    told = 'msgid "Do you know your worker?"\nmsgstr '
    assert f'{told}""' in exported
    sent = exported.replace(f'{told}""', f'{told}"لفظ"')
    page = at_work.post(path(survey, "_import"), {"file": file(sent.encode())})
    assert not survey.wordings.exists()
    [change] = page.context["preview"].changes
    assert (change.row.name, change.after) == (tuple(PART), "لفظ")
    taken = json.dumps(page.context["taken"].initial["taken"])
    page = at_work.post(path(survey, "_import"), {"then": "take", "taken": taken})
    assert page.status_code == 302
    row = survey.wordings.get()
    assert (row.text, row.base) == ("لفظ", "Do you know your worker?")


@pytest.mark.parametrize(
    "taken",
    ["", "nonsense", "[]", "[1]", '[["a", "b", "", "c", "d"]]', '[["", "title"]]'],
)
def test_an_import_nobody_was_shown_changes_nothing(at_work, survey, taken):
    page = at_work.post(path(survey, "_import"), {"then": "take", "taken": taken})
    assert page.status_code == 422
    assert not survey.wordings.exists()


def test_files_of_other_words_are_refused_kindly(at_work, survey):
    other = SurveyFactory(languages=["en", "ur"])
    for target, says in (
        (path(other, "_export", "po"), "That file is of another survey"),
        (
            path(survey, "_export", "xlsx", version=("ur", "8-11")),
            "another language or",
        ),
    ):
        sent = file(at_work.get(target).content)
        page = at_work.post(path(survey, "_import"), {"file": sent})
        assert page.status_code == 422
        assert says in page.parsed.text()
    for content, says in ((b"words", "we can read"), (b"", "The file is empty.")):
        page = at_work.post(path(survey, "_import"), {"file": file(content)})
        assert page.status_code == 422
        assert says in page.parsed.text()
    assert "Choose a file." in at_work.post(path(survey, "_import")).parsed.text()


def test_a_stale_wording_shows_what_went_and_what_came(at_work, survey, worker):
    write_wording(survey, key="", part="title", language="ur", text="لفظ", by=worker)
    survey.title = "My new worker and me"
    survey.save_revision()
    page = at_work.get(path(survey, "")).content.decode()
    assert "social</del>" in page
    assert "new</ins>" in page


def test_another_version_can_stand_on_the_other_side(at_work, survey, worker):
    write_wording(
        survey, key="", part="title", language="ur", text="planted", by=worker
    )
    here = path(survey, "", version=("en", "8-11"))
    assert "planted" not in at_work.get(here).content.decode()
    page = at_work.get(here + "?beside=ur/any")
    assert page.context["beside"].language == "ur"
    assert '<td lang="ur" dir="rtl">' in page.content.decode()
    assert "planted" in page.content.decode()
    assert at_work.get(here + "?beside=xx/any").context["beside"].is_base


def test_what_is_missing_is_told_by_language_and_band(at_work, survey, worker):
    write_wording(survey, key="", part="title", language="ur", text="x", by=worker)
    address = reverse("survey_wordings_all", args=[survey.pk])
    page = at_work.get(address)
    found = {one["code"]: one for one in page.context["languages"]}
    assert found["en"]["missing"] == []
    names = [row.name for row in found["ur"]["missing"]]
    assert ("", "title") not in names
    assert tuple(PART) in names
    words = page.parsed.text()
    assert f"{len(names)} parts without words" in words


def test_the_fixed_words_are_read_and_approved_by_name(at_work):
    address = reverse("survey_safety_words", args=["ur"])
    page = at_work.get(address)
    assert "Nobody has approved these words as they are now." in page.parsed.text()
    seen = page.context["seen"]
    page = at_work.post(address, {"reader_name": " ", "seen": seen})
    assert page.status_code == 422
    page = at_work.post(address, {"reader_name": "Amina Sadiq", "seen": "0" * 64})
    assert "Read them once more" in page.parsed.text()
    assert "Amina Sadiq" in page.content.decode()
    page = at_work.post(
        address, {"reader_name": "Amina Sadiq", "seen": seen}, follow=True
    )
    assert "Amina Sadiq approved exactly these words" in page.parsed.text()
    assert SafetyApproval.objects.get().language == "ur"
    for code in ("en", "xx"):
        assert (
            at_work.get(reverse("survey_safety_words", args=[code])).status_code == 404
        )
