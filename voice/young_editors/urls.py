"""Addresses of young editors; those of young people tell nothing of what they read."""

from django.urls import path

from voice.young_editors.views import answers, asking, groups, reading, without

app_name = "young_editors"
urlpatterns = [
    path("e/", reading.read, name="read"),
    path("e/sent/", reading.sent, name="sent"),
    path("desk/young-editors/", groups.groups, name="groups"),
    path("desk/young-editors/new/", groups.new_group, name="new_group"),
    path("desk/young-editors/<int:pk>/", asking.group, name="group"),
    path("desk/young-editors/<int:pk>/change/", groups.change_group, name="change"),
    path("desk/young-editors/<int:pk>/end/", groups.end, name="end"),
    path("desk/young-editors/asked/<int:pk>/", answers.asked, name="asked"),
    path("desk/young-editors/asked/<int:pk>/code/", asking.code, name="code"),
    path("desk/young-editors/asked/<int:pk>/again/", asking.again, name="again"),
    path("desk/young-editors/asked/<int:pk>/end/", asking.take_back, name="take_back"),
    path("desk/young-editors/comments/<int:pk>/", answers.tell, name="tell"),
    path("desk/young-editors/answers/<uuid:pk>/", answers.pass_on, name="pass_on"),
    path(
        "desk/young-editors/without/<slug:kind>/<int:pk>/",
        without.without,
        name="without",
    ),
]
