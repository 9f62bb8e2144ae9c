"""Addresses of voice.statement."""

app_name = "statement"
urlpatterns: list = []
