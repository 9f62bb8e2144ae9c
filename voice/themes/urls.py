"""Addresses of voice.themes."""

app_name = "themes"
urlpatterns: list = []
