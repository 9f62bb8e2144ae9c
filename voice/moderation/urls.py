"""Addresses of voice.moderation."""

app_name = "moderation"
urlpatterns: list = []
