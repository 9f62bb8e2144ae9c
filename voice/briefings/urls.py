"""Addresses of voice.briefings."""

app_name = "briefings"
urlpatterns: list = []
