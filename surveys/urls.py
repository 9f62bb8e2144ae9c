"""Addresses of surveys; those of young people tell neither survey nor answer."""

from django.urls import path

from surveys.views import (
    answering,
    beginning,
    closing,
    contact,
    copying,
    editions,
    erasing,
    hub,
    leaving,
    media,
    people,
    setting_aside,
    starting,
    ways_in,
)

app_name = "surveys"
urlpatterns = [
    path("a/<slug:token>/", starting.start, name="start"),
    path("s/<int:number>/", answering.step, name="step"),
    path("s/m/<slug:sha256>/", media.medium, name="medium"),
    path("s/finish/", answering.finish, name="finish"),
    path("s/thanks/", answering.thanks, name="thanks"),
    path("s/contact/", contact.contact, name="contact"),
    path("s/contact/sent/", contact.contact_sent, name="contact_sent"),
    path("s/help/", leaving.show_help, name="help"),
    path("s/exit/", leaving.leave, name="exit"),
    path("s/away/", leaving.away, name="away"),
    path("desk/begin/", beginning.begin, name="begin"),
    path("desk/begin/file/", beginning.begin_file, name="begin_file"),
    path("desk/begin/<slug:name>/", beginning.begin_ready, name="begin_ready"),
    path(
        "desk/surveys/<slug:slug>/editions/<int:number>/file/",
        beginning.save_file,
        name="save_file",
    ),
    path("desk/surveys/", ways_in.surveys_run, name="surveys"),
    path("desk/surveys/<slug:slug>/", hub.survey, name="survey"),
    path("desk/surveys/<slug:slug>/editions/", editions.editions, name="editions"),
    path("desk/surveys/<slug:slug>/close/", closing.close, name="close"),
    path("desk/surveys/<slug:slug>/reopen/", closing.reopen, name="reopen"),
    path("desk/surveys/<slug:slug>/more-time/", closing.extend, name="extend"),
    path("desk/surveys/<slug:slug>/archive/", closing.archive, name="archive"),
    path("desk/surveys/<slug:slug>/take-out/", closing.take_out, name="take_out"),
    path("desk/surveys/<slug:slug>/copy/", copying.copy, name="copy"),
    path("desk/surveys/<slug:slug>/people/", people.people, name="people"),
    path(
        "desk/surveys/<slug:slug>/people/<int:pk>/remove/",
        people.remove_person,
        name="remove_person",
    ),
    path("desk/surveys/<slug:slug>/ways-in/", ways_in.invitations, name="invitations"),
    path(
        "desk/surveys/<slug:slug>/ways-in/<int:pk>/stop/",
        ways_in.stop,
        name="stop_invitation",
    ),
    path("desk/surveys/<slug:slug>/set-aside/", setting_aside.rules, name="set_aside"),
    path(
        "desk/surveys/<slug:slug>/set-aside/<int:pk>/take-back/",
        setting_aside.take_back,
        name="take_rule_back",
    ),
    path("desk/surveys/<slug:slug>/erase/", erasing.known, name="known"),
    path("desk/surveys/<slug:slug>/erase/<int:pk>/", erasing.erase, name="erase"),
    path(
        "desk/surveys/<slug:slug>/ways-in/<int:pk>/poster/",
        ways_in.poster,
        name="poster",
    ),
]
