"""Builds two pages out of blocks, as the web editor would, in English and Urdu."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from wagtail.images.models import AbstractImage
from wagtail.models import Page

from cms.models import HomePage, StandardPage
from surveys.enums import InvitationKind
from surveys.models import Invitation
from voice.accounts.models import User
from voice.demonstration.domain import drawing_pictures as drawn
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.site_pages import HEARD, SAFE, Both
from voice.releases.models import Release
from voice.releases.queries import quotes_of
from voice.replies.models import Promise

LANGUAGES = ("en", "ur")
Blocks = list[tuple[str, Any]]


def build_pages(telling: Telling, releases: Mapping[str, Release]) -> None:
    """Publish both pages in both languages."""
    by = telling.people["editor"]
    pictures = {
        name: drawn.keep_picture(title, draw())
        for name, title, draw in (
            ("two_people", "Two people and a letter", drawn.two_people),
            ("telling", "Somebody speaks", drawn.telling),
            ("reading", "Somebody reads", drawn.reading),
            ("helping", "A telephone", drawn.helping),
            ("locked", "A locked box", drawn.locked),
        )
    }
    release = next(iter(releases.values()))
    safe, heard = uuid4(), uuid4()
    for which, language in enumerate(LANGUAGES):
        home = HomePage.objects.get(locale__language_code=language)
        help_page = home.get_children().get(slug="help")
        body = _safe(pictures, which, help_page)
        _publish(home, "keep-safe", safe, SAFE, body, which, by=by)
        _publish(home, "heard", heard, HEARD, _heard(release, which), which, by=by)


def _publish(
    home: Page, slug: str, key: Any, words: Any, body: Blocks, which: int, *, by: User
) -> None:
    """Publish one page under `home`."""
    page = StandardPage(
        title=words.title[which],
        slug=slug,
        search_description=words.about[which],
        locale=home.locale,
        translation_key=key,
        show_in_menus=words is SAFE,
        body=json.dumps(
            [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in body]
        ),
    )
    home.add_child(instance=page)
    page.save_revision(user=by, log_action=True).publish(user=by)


def _safe(pictures: Mapping[str, AbstractImage], which: int, help_page: Page) -> Blocks:
    """Return the blocks of “How we keep you safe”."""
    heading, why, button = SAFE.call
    return [
        ("text", SAFE.opening[which]),
        (
            "picture",
            {
                "picture": _picture(pictures["two_people"], SAFE.picture, which),
                "caption": "",
            },
        ),
        (
            "easy_read",
            {
                "rows": [
                    _item(
                        {
                            "picture": _picture(pictures[name], alt, which),
                            "sentence": sentence[which],
                        }
                    )
                    for name, sentence, alt in SAFE.rows
                ]
            },
        ),
        ("text", SAFE.after[which]),
        (
            "steps",
            {
                "steps": [
                    _item({"title": title[which], "text": text[which]})
                    for title, text in SAFE.steps
                ]
            },
        ),
        (
            "call_to_act",
            {
                "title": heading[which],
                "words": why[which],
                "button": button[which],
                "page": help_page.pk,
                "address": "",
            },
        ),
        (
            "contact",
            {
                "role": SAFE.contact[which],
                "when": SAFE.contact_when[which],
                "phone": "01632 960 001",
                "email": "voice@calderwick.example",
            },
        ),
    ]


def _heard(release: Release, which: int) -> Blocks:
    """Return the blocks of “What you told us about social workers”."""
    question = release.tables["questions"][0]["key"]
    promise = Promise.objects.filter(reply__consultation=release.survey.consultation)[0]
    links = Invitation.objects.filter(kind=InvitationKind.LINK, stopped_at=None)
    last_to_close = links.order_by("-survey__consultation__closes_on")[0]
    return [
        ("text", HEARD.opening[which]),
        ("quote", {"quote": str(quotes_of(release)[0].pk)}),
        ("text", HEARD.said[which]),
        ("figure", {"figure": f"{release.pk}/q:{question}"}),
        ("text", HEARD.promised[which]),
        ("promise", {"promise": str(promise.pk)}),
        ("text", HEARD.now[which]),
        ("survey", {"survey": str(last_to_close.survey_id)}),
    ]


def _item(value: dict[str, Any]) -> dict[str, Any]:
    """Return a row of a list as it is stored."""
    return {"type": "item", "value": value, "id": str(uuid4())}


def _picture(image: AbstractImage, alt: Both, which: int) -> dict[str, Any]:
    """Return a picture as it is stored, with what is told of it."""
    return {"image": image.pk, "alt_text": alt[which], "decorative": False}
