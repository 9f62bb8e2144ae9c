"""Addresses of voice.moderation."""

from django.urls import path

from voice.moderation.views import (
    comment,
    concern_steps,
    concerns,
    decisions,
    passed_on,
    queue,
    recording,
    reversing,
    screenful,
    screening,
    searching,
    second,
    taking,
    thanks,
    undoing,
    worries,
    written_beside,
)

app_name = "moderation"
urlpatterns = [
    path("reading/", queue.reading, name="reading"),
    path("reading/<int:survey_id>/", queue.queue, name="queue"),
    path("reading/next/", taking.take, name="take"),
    path("reading/break/", taking.rest, name="rest"),
    path("reading/search/", searching.search, name="search"),
    path("reading/undo/", undoing.undo_now, name="undo_now"),
    path("reading/screenful/", screenful.screenful, name="screenful"),
    path("reading/screenful/take/", screenful.take_many, name="take_many"),
    path("reading/screenful/approve/", screenful.approve_many, name="approve_many"),
    path(
        "reading/screenful/<uuid:comment_id>/open/",
        screenful.open_here,
        name="open_here",
    ),
    path("reading/comment/<uuid:comment_id>/leave/", taking.leave, name="leave"),
    path("reading/comment/<uuid:comment_id>/", comment.comment, name="comment"),
    path(
        "reading/comment/<uuid:comment_id>/approve/", decisions.approve, name="approve"
    ),
    path("reading/comment/<uuid:comment_id>/redact/", decisions.redact, name="redact"),
    path(
        "reading/comment/<uuid:comment_id>/withhold/",
        decisions.withhold,
        name="withhold",
    ),
    path(
        "reading/comment/<uuid:comment_id>/pass-on/", decisions.pass_on, name="pass_on"
    ),
    path("reading/comment/<uuid:comment_id>/undo/", decisions.undo, name="undo"),
    path(
        "reading/comment/<uuid:comment_id>/reverse/",
        reversing.reverse_decision,
        name="reverse",
    ),
    path(
        "reading/comment/<uuid:comment_id>/decide-again/",
        reversing.decide_again,
        name="decide_again",
    ),
    path(
        "reading/comment/<uuid:comment_id>/recording/",
        recording.recording,
        name="recording",
    ),
    path(
        "reading/comment/<uuid:comment_id>/write-down/",
        written_beside.transcribe,
        name="transcribe",
    ),
    path("reading/comment/<uuid:comment_id>/note/", written_beside.note, name="note"),
    path(
        "reading/comment/<uuid:comment_id>/translate/",
        written_beside.translate,
        name="translate",
    ),
    path(
        "reading/comment/<uuid:comment_id>/show-translation/",
        written_beside.show_translation,
        name="show_translation",
    ),
    path("reading/second/", second.second, name="second"),
    path("reading/second/<int:pk>/", second.second_reading, name="second_reading"),
    path("reading/second/<int:pk>/read/", second.read_second, name="read_second"),
    path("reading/second/<int:pk>/settle/", second.difference, name="difference"),
    path("reading/second/<int:pk>/settled/", second.settle, name="settle"),
    path("reading/comment/<uuid:comment_id>/thank/", thanks.thank, name="thank"),
    path("thanks/", thanks.thanks, name="thanks"),
    path("screening/", screening.screening, name="screening"),
    path("screening/<slug:key>/", screening.screening_list, name="screening_list"),
    path(
        "screening/<slug:key>/<int:number>/",
        screening.version,
        name="screening_version",
    ),
    path("concerns/", concerns.concerns, name="concerns"),
    path("concerns/holds/", concerns.holds, name="holds"),
    path("concerns/worries/", worries.worries, name="worries"),
    path("concerns/worries/<uuid:comment_id>/", worries.worry, name="worry"),
    path(
        "concerns/worries/<uuid:comment_id>/raise/",
        worries.raise_worry,
        name="raise_worry",
    ),
    path("concerns/<uuid:concern_id>/", concerns.concern, name="concern"),
    path("concerns/<uuid:concern_id>/referral/", concerns.referral, name="referral"),
    path(
        "concerns/<uuid:concern_id>/recording/",
        concerns.recording,
        name="concern_recording",
    ),
    path("concerns/<uuid:concern_id>/acted/", concern_steps.act, name="act"),
    path("concerns/<uuid:concern_id>/decide/", concern_steps.decide, name="decide"),
    path("concerns/<uuid:concern_id>/add/", concern_steps.add, name="add_to_concern"),
    path(
        "concerns/<uuid:concern_id>/reopen/",
        concern_steps.reopen,
        name="reopen_concern",
    ),
    path(
        "concerns/<uuid:concern_id>/give-back/",
        concern_steps.give_back,
        name="give_back",
    ),
    path("concerns/<uuid:concern_id>/hold/", concern_steps.hold, name="place_hold"),
    path("concerns/<uuid:concern_id>/lift/", concern_steps.lift, name="lift_hold"),
    path("concerns/<uuid:concern_id>/wall/", concern_steps.wall, name="wall"),
    path(
        "concerns/<uuid:concern_id>/wall/<int:wall_id>/down/",
        concern_steps.unwall,
        name="unwall",
    ),
    path("passed-on/", passed_on.passed_on, name="passed_on"),
    path("passed-on/<uuid:concern_id>/", passed_on.one_passed_on, name="one_passed_on"),
    path("passed-on/<uuid:concern_id>/escalate/", passed_on.escalate, name="escalate"),
    path(
        "passed-on/<uuid:concern_id>/not-this-lead/",
        passed_on.not_lead,
        name="not_this_lead",
    ),
]
