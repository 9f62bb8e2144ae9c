"""Addresses of voice.council: the duty rota, and the machine's health."""

from django.urls import path

from voice.council.views import health

app_name = "duty"
urlpatterns = [
    path("health/", health.health, name="health"),
]
