"""The pages a site begins with under each home page; an editor changes them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.domain.first_words import ABOUT, about_body
from cms.models import (
    AccessibilityPage,
    BoardSummaryPage,
    CampaignPage,
    ChangedPage,
    ConsultationIndexPage,
    HelpPage,
    PrivacyPage,
    StandardPage,
    StatementPage,
    UpdateIndexPage,
)


def first_pages() -> Iterator[Page]:
    """Give each page, unsaved, in the active language, in the order of the menu."""
    yield from _of_the_loop()
    yield HelpPage(
        title=_("Help now"),
        slug="help",
        show_in_menus=True,
        introduction=_("You do not have to wait, and you do not have to be sure."),
    )
    yield StandardPage(
        title=str(ABOUT), slug="about", show_in_menus=True, body=about_body()
    )
    yield from _of_the_foot()


def _of_the_loop() -> Iterator[Page]:
    """Give what is asked, what changed, the plan and the news; they are in the menu."""
    yield ConsultationIndexPage(
        title=_("What we ask"),
        slug="consultations",
        show_in_menus=True,
        introduction=_(
            "Everything we ask, and everything we have asked: who decides, when you "
            "hear from us, and what came of it."
        ),
    )
    yield ChangedPage(
        title=_("What changed because of you"),
        slug="what-changed",
        show_in_menus=True,
        introduction=_(
            "You said, and we did something, or said why not. Each promise has a date, "
            "and stays here when we break it."
        ),
    )
    yield StatementPage(
        title=_("Our plan"),
        slug="plan",
        show_in_menus=True,
        introduction=_("What we do to get better, who does it, by when, and how far."),
        what_is_it=_(
            "Inspectors looked at how the council helps children, and said what has to "
            "get better. This plan is our answer. It is called a Statement of Action."
        ),
    )
    yield UpdateIndexPage(
        title=_("News"),
        slug="news",
        show_in_menus=True,
        introduction=_("What has got better lately, and what has not."),
    )


def _of_the_foot() -> Iterator[Page]:
    """Give the pages that are linked from the foot of every page."""
    yield BoardSummaryPage(
        title=_("What the board read"),
        slug="board",
        introduction=_(
            "The improvement board checks whether children’s lives get better. This is "
            "what it read about what you said."
        ),
    )
    yield CampaignPage(
        title=_("Run a session with us"),
        slug="for-groups",
        introduction=_(
            "For youth clubs, faith groups, schools and anybody young people trust: "
            "what you need to help them be heard."
        ),
    )
    yield PrivacyPage(
        title=_("What we keep about you"),
        slug="privacy",
        introduction=_("Choose your age. It says the same, in words for you."),
    )
    yield AccessibilityPage(
        title=_("Can everybody use this site?"),
        slug="accessibility",
        introduction=_("What works, what we measured, and what does not work yet."),
    )
