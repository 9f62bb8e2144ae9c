"""Finds public pages by their words: live ones, in one language, and nothing else."""

import unicodedata
from functools import reduce
from operator import and_, or_

from django.db.models import Q
from django.utils import translation
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from cms.models import (
    AccessibilityPage,
    BoardSummaryPage,
    ConsultationPage,
    PrivacyPage,
)
from surveys.models import ConsultationWording
from voice.council.enums import BASE_LANGUAGE
from voice.replies.models import ReplyWording
from voice.replies.queries import published_replies

# Further down nobody reads; whoever finds so many adds a word.
MOST = 100
# Words of a consultation and its reply that its page shows.
ASKED = (
    *("title", "asking", "why", "can_change", "cannot_change", "asked_who"),
    *("how_safe", "left_out", "how_to_say", "who_listens"),
)
REPLIED = ("you_said", "we_did", "we_will", "we_will_not", "next")
# Headings of pages whose words stand in templates, where no index finds them.
HEADED: dict[type[Page], tuple[str | Lazy, ...]] = {
    AccessibilityPage: (_("accessibility statement"),),
    BoardSummaryPage: (_("board summary"),),
    PrivacyPage: (
        _("privacy"),
        _("For parents, carers and everybody else"),
        _("How to opt out"),
        _("Rights and complaints"),
        _("Cookies and machines"),
    ),
}


def pages_found(words: str, *, language: str) -> list[Page]:
    """Return the pages in `language` that hold every one of `words`, the best first.

    A consultation's page is found by what is asked and by what was replied, as they
    stand now: those are no page's own, and no index holds them.
    """
    locale = Locale.objects.filter(language_code=language).first()
    plain = plain_words(words)
    if locale is None or not plain:
        return []
    sought = " ".join(plain)
    live = Page.objects.live().filter(locale=locale)
    order = [
        page.pk
        for found in (live.autocomplete(sought), live.search(sought, operator="and"))
        for page in found[:MOST]
    ]
    order += _consultations_saying(plain, language)
    order += _headed_by(plain, locale)
    place = {pk: number for number, pk in reversed(list(enumerate(order)))}
    public = live.public().filter(pk__in=place, depth__gte=2, alias_of=None)
    pages: list[Page] = sorted(public.specific(), key=lambda page: place[page.pk])
    return pages[:MOST]


def plain_words(text: str) -> list[str]:
    """Return the words of `text` in small letters: letters, their marks, and digits.

    Quotes, stars and words in capitals are orders to the index of SQLite, which
    answers an order it cannot read with an error.
    """
    kept = (one if unicodedata.category(one)[0] in "LMN" else " " for one in text)
    return "".join(kept).lower().split()


def _headed_by(words: list[str], locale: Locale) -> list[int]:
    """Return the live pages in whose headings every one of `words` begins a word."""
    with translation.override(locale.language_code):
        headed = {
            kind: plain_words(" ".join(map(str, headings)))
            for kind, headings in HEADED.items()
        }
    kinds = [
        kind
        for kind, said in headed.items()
        if all(any(one.startswith(word) for one in said) for word in words)
    ]
    if not kinds:
        return []
    found = Page.objects.live().filter(locale=locale).type(*kinds)
    return list(found.values_list("pk", flat=True))


def _consultations_saying(words: list[str], language: str) -> list[int]:
    """Return the live pages of consultations that say all `words` in `language`."""
    asked = ConsultationWording.objects.filter(_says(ASKED, words), language=language)
    replied = ReplyWording.objects.filter(
        _says(REPLIED, words), language=language, reply__in=published_replies()
    )
    said = Q(consultation__in=asked.values("consultation"))
    said |= Q(consultation__in=replied.values("reply__consultation"))
    own = _says([f"consultation__{name}" for name in ASKED], words)
    if language != BASE_LANGUAGE:
        # Without words in this language its page shows those written first.
        worded = ConsultationWording.objects.filter(language=language)
        own &= ~Q(consultation__in=worded.values("consultation"))
    pages = ConsultationPage.objects.live().filter(
        said | own, locale__language_code=language
    )
    return list(pages.order_by("-first_published_at").values_list("pk", flat=True))


def _says(fields: "tuple[str, ...] | list[str]", words: list[str]) -> Q:
    """Return the condition that each of `words` stands in one of `fields`."""
    return reduce(
        and_,
        (
            reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields))
            for word in words
        ),
    )
