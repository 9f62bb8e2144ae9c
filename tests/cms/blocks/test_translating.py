import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.models import StandardPage
from tests.factories.cms import document, page_with, picture, rows_of, shown_as

pytestmark = pytest.mark.django_db
STEPS = {"title": "First", "text": "<p>Read it</p>"}
CALL = {"title": "Help", "words": "Now", "button": "Go", "page": None, "address": ""}
CONTACT = {"role": "Duty worker", "when": "", "phone": "01632 960 001", "email": ""}


def every_block_with_words():
    image = picture()
    film = {"film": document("a.webm").pk, "still": None, "captions": None}
    row = {"picture": shown_as(image, "An ear"), "sentence": "We listen."}
    return [
        ("text", "<h2>Plumtree</h2><p>Pear</p>"),
        ("picture", {"picture": shown_as(image, "A door"), "caption": "Door"}),
        ("easy_read", {"rows": rows_of(row)}),
        ("quote", {"quote": "1"}),
        ("call_to_act", CALL),
        ("steps", {"steps": rows_of(STEPS, STEPS)}),
        (
            "video",
            film | {"title": "Film", "captions_in": "", "transcript": "<p>x</p>"},
        ),
        ("contact", CONTACT),
    ]


def test_every_block_is_translated_and_keeps_what_it_points_at():
    page = page_with(*every_block_with_words())
    source, _ = TranslationSource.get_or_create_from_instance(page)
    polish = Locale.objects.get(language_code="pl")
    translation = Translation.objects.create(source=source, target_locale=polish)
    segments = list(source.stringsegment_set.select_related("string", "context"))
    said = {one.string.data for one in segments}
    assert {"Plumtree", "A door", "An ear", "We listen.", "First", "Go"} <= said
    for one in segments:
        StringTranslation.objects.get_or_create(
            translation_of=one.string,
            locale=polish,
            context=one.context,
            defaults={"data": f"pl {one.string.data}"},
        )
    translation.save_target()
    there = StandardPage.objects.get(
        translation_key=page.translation_key, locale=polish
    )
    assert there.body[0].value.source == "<h2>pl Plumtree</h2><p>pl Pear</p>"
    assert there.body[1].value["picture"].contextual_alt_text == "pl A door"
    assert there.body[2].value["rows"][0]["sentence"] == "pl We listen."
    assert there.body[3].value["quote"] == "1"
    assert there.body[5].value["steps"][1]["title"] == "pl First"
    assert there.body[7].value["phone"] == "01632 960 001"
