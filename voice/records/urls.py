"""Addresses of voice.records."""

from django.urls import path

from voice.records.views import access, breaches, records

app_name = "records"
urlpatterns = [
    path("records/", records.front, name="front"),
    path("records/processing/", records.processing, name="processing"),
    path("records/dpia/", records.dpia, name="dpia"),
    path("records/words/", records.words, name="words"),
    path("records/breaches/", breaches.breaches, name="breaches"),
    path("records/breaches/enter/", breaches.enter, name="enter_breach"),
    path("records/breaches/<uuid:pk>/", breaches.breach, name="breach"),
    path("records/held/<slug:slug>/", access.people, name="people"),
    path("records/held/<slug:slug>/<uuid:pk>/", access.held, name="held"),
    path(
        "records/held/<slug:slug>/<uuid:pk>/file/", access.held_file, name="held_file"
    ),
]
