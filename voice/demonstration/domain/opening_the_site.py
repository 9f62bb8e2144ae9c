"""Opens the public site: its pages, its news, and a board paper for everybody."""

from wagtail.models import Locale

from cms.domain.site import build_site, page_for
from cms.models import UpdateIndexPage, UpdatePage
from surveys.models import Consultation
from voice.briefings.domain.publishing import publish_briefing
from voice.briefings.models import Briefing
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.news import UPDATES, ToldUpdate


def open_the_site(telling: Telling) -> None:
    """Build every page, a page for each consultation, and the news in both languages."""
    editor = telling.people["editor"]
    build_site(by=editor)
    for consultation in Consultation.objects.order_by("opens_on"):
        page_for(consultation, by=editor)
    for told in UPDATES:
        _write(telling, told)
    for briefing in Briefing.objects.filter(issued_at__isnull=False):
        publish_briefing(briefing, by=telling.people["worker"])


def _write(telling: Telling, told: ToldUpdate) -> None:
    """Publish one update in each of its languages, as translations of one another."""
    key = None
    for language, (title, summary, text) in told.words.items():
        there = UpdateIndexPage.objects.get(locale__language_code=language)
        page = UpdatePage(
            title=title,
            slug=told.slug,
            dated=telling.on(told.on),
            summary=summary,
            search_description=summary[:255],
            body=[("text", text)],
            locale=Locale.objects.get(language_code=language),
        )
        if key is not None:
            page.translation_key = key
        there.add_child(instance=page)
        key = page.translation_key
        editor = telling.people["editor"]
        page.save_revision(user=editor).publish(user=editor)
