"""Addresses of surveys."""

app_name = "surveys"
urlpatterns: list = []
