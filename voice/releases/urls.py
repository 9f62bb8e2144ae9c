"""Addresses of voice.releases."""

app_name = "releases"
urlpatterns: list = []
