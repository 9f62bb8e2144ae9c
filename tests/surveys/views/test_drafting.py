"""What the survey editor's script asks for."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from surveys.models import Medium
from tests.factories.accounts import UserFactory
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db
PICTURE = "/admin/surveys/picture/"
CONDITIONS = "/admin/surveys/conditions/"


def drawn(width=40, height=30):
    content = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(content, "PNG")
    return SimpleUploadedFile("park.png", content.getvalue(), "image/png")


@pytest.fixture
def at_work(sign_in):
    return sign_in(UserFactory(worker=True))


def test_picture_is_kept_and_named_as_a_definition_names_it(at_work):
    page = at_work.post(PICTURE, {"picture": drawn()})
    medium = Medium.objects.get()
    assert page.json() == {
        "medium": medium.sha256,
        "alt": "",
        "width": 40,
        "height": 30,
    }


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a picture."),
        (
            {"picture": SimpleUploadedFile("a.pdf", b"%PDF-1", "application/pdf")},
            "Choose a picture.",
        ),
        (
            {"picture": SimpleUploadedFile("a.png", b"no picture", "image/png")},
            "That is not a picture we can use: PNG, JPEG or WebP.",
        ),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(at_work, sent, said):
    page = at_work.post(PICTURE, sent)
    assert (page.status_code, page.json()) == (422, {"error": said})
    assert not Medium.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPATION_WORKER}))
@pytest.mark.parametrize("path", [PICTURE, CONDITIONS])
def test_only_workers_may_send(sign_in, role, path):
    page = sign_in(UserFactory(roles=[role])).post(path, {"picture": drawn()})
    assert page.status_code in {302, 403}
    assert not Medium.objects.exists()


def block(number, kind="single", **value):
    return {
        "place": f"questions-{number}",
        "type": kind,
        "id": f"id-{number}",
        "value": {"prompt": "", "help": "", "key": "", **value},
    }


YES_NO = [{"key": "yes", "text": "Yes"}, {"key": "no", "text": "No"}]
WORKER = block(0, prompt="Do you have a social worker?", key="have", options=YES_NO)
IS_YES = {"question": "have", "operator": "is", "value": "yes"}


def explain(client, *blocks, age_bands=("8-11",)):
    page = client.post(
        CONDITIONS,
        {"blocks": list(blocks), "age_bands": list(age_bands)},
        content_type="application/json",
    )
    assert page.status_code == 200
    return page.json()


def test_condition_is_said_in_words(at_work):
    second = block(1, "scale", prompt="How safe?", extras={"show_if": IS_YES})
    assert explain(at_work, WORKER, second) == {
        "questions-0": {"words": "", "troubles": []},
        "questions-1": {
            "words": "shown when “Do you have a social worker?” is Yes",
            "troubles": [],
        },
    }


def test_what_is_wrong_with_a_condition_is_said_beside_it(at_work):
    second = block(1, "scale", prompt="How safe?", extras={"show_if": IS_YES})
    first = {**second, "place": "questions-9"}
    told = explain(at_work, first, WORKER)
    assert told["questions-9"]["troubles"] == [
        "“How safe?” looks at “Do you have a social worker?”, which is only asked "
        "afterwards."
    ]
    assert told["questions-0"]["troubles"] == []


def test_question_no_age_band_is_shown_is_told(at_work):
    band = {"about": "age_band", "operator": "is", "value": "4-7"}
    second = block(1, "scale", prompt="How safe?", extras={"show_if": band})
    told = explain(at_work, WORKER, second)
    assert told["questions-1"]["troubles"] == [
        "“How safe?” can never be shown to anybody."
    ]


def test_condition_of_a_set_is_said_once(at_work):
    rows = [{"key": "a", "text": "I am heard."}, {"key": "b", "text": "I am safe."}]
    one = block(1, "statements", statements=rows, extras={"show_if": IS_YES})
    one["value"] |= {"kind": "agree", "options": []}
    told = explain(at_work, WORKER, one)
    assert told["questions-1"] == {
        "words": "shown when “Do you have a social worker?” is Yes",
        "troubles": [],
    }


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        "{}",
        '{"blocks": 1, "age_bands": []}',
        '{"blocks": [], "age_bands": [1]}',
    ],
)
def test_what_is_no_form_is_refused(at_work, body):
    page = at_work.post(CONDITIONS, body, content_type="application/json")
    assert page.status_code == 400


def test_what_is_no_block_is_left_out(at_work):
    odd = [{}, {"type": "planted", "value": {}}, {"type": "single", "value": 1}]
    assert explain(at_work, *odd) == {}
