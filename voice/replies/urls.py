"""Addresses of voice.replies."""

app_name = "replies"
urlpatterns: list = []
