"""Addresses of cms that are not pages."""

from django.urls import path

from cms.views.adults import for_adults
from cms.views.help import help_now

app_name = "cms"
urlpatterns = [
    path("help/", help_now, name="help"),
    path("for-adults/<int:pk>/", for_adults, name="for_adults"),
]
