"""What our own and Wagtail's migrations lay and a flush takes away: the roots, their locale."""

from wagtail.models import Collection, Locale, Page

from voice.accounts.domain.roles import make_roles
from voice.council.models import AgeBand

BANDS = (
    (4, 7, ""),
    (8, 11, "primary"),
    (11, 17, "secondary"),
    (16, 25, "leaving care"),
)


def lay_foundations() -> None:
    """Bring back the roots of pages and collections, and what roles may do there."""
    if Page.objects.exists():
        return
    if not AgeBand.objects.exists():
        AgeBand.objects.bulk_create(
            AgeBand(key=f"{first}-{last}", youngest=first, oldest=last, name=name)
            for first, last, name in BANDS
        )
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    locale, _ = Locale.objects.get_or_create(language_code="en")
    Page.add_root(title="Root", slug="root", locale=locale)
    make_roles()
