"""Addresses of the board's pages."""

from django.urls import path

from voice.briefings.views import board

app_name = "briefings"
urlpatterns = [
    path("", board.front, name="front"),
    path("key-themes/<int:pk>/", board.key_theme, name="key_theme"),
]
