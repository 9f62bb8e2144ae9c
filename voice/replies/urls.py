"""Addresses of voice.replies."""

from django.urls import path

from voice.replies.views import (
    asking_back,
    calendar,
    easy_read,
    posters,
    promises,
    replies,
    told_through_workers,
    writing,
)

app_name = "replies"
urlpatterns = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/consultations.ics", calendar.calendar_file, name="calendar_file"),
    path("replies/", replies.list_replies, name="list"),
    path("replies/promises/<int:pk>/", promises.promise, name="promise"),
    path("replies/promises/<int:pk>/drop/", promises.drop, name="drop_promise"),
    path("replies/promises/<int:pk>/note/", asking_back.note, name="note_promise"),
    path("replies/promises/<int:pk>/ask/", asking_back.ask, name="ask_back"),
    path("replies/to/<slug:slug>/", writing.write, name="write"),
    path("replies/to/<slug:slug>/easy/<str:language>/", easy_read.easy, name="easy"),
    path("replies/to/<slug:slug>/correct/", easy_read.correct, name="correct"),
    path("replies/to/<slug:slug>/poster/", posters.poster, name="poster"),
    path("replies/to/<slug:slug>/poster/pdf/", posters.poster_pdf, name="poster_pdf"),
    path(
        "replies/to/<slug:slug>/through-workers/",
        told_through_workers.told_through_workers,
        name="told_through_workers",
    ),
    path("replies/to/<slug:slug>/preview/", replies.preview, name="preview"),
    path("replies/to/<slug:slug>/publish/", replies.publish, name="publish"),
    path("replies/to/<slug:slug>/promises/add/", promises.add, name="add_promise"),
]
