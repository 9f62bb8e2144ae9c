"""Addresses of cms that are not pages."""

from django.urls import path

from cms.views.adults import for_adults
from cms.views.finding import find
from cms.views.for_groups import paper, poster
from cms.views.help import help_now
from cms.views.marks import colour, manifest, robots, sheet, sitemap

app_name = "cms"
urlpatterns = [
    path("help/", help_now, name="help"),
    path("for-adults/<int:pk>/", for_adults, name="for_adults"),
    path("colour/<slug:code>.css", colour, name="colour"),
    path("style/<slug:name>.css", sheet, name="sheet"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("for-groups/<int:pk>/poster/", poster, name="poster"),
    path("for-groups/<int:pk>/paper/", paper, name="paper"),
]

# Under the language of the page, as its pages are; before Wagtail's own addresses.
in_a_language = ([path("search/", find, name="search")], "public")
