"""Addresses of voice.moderation."""

from django.urls import path

from voice.moderation.views import comment, concerns, decisions, queue, thanks

app_name = "moderation"
urlpatterns = [
    path("reading/", queue.reading, name="reading"),
    path("reading/<int:survey_id>/", queue.queue, name="queue"),
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
    path("reading/comment/<uuid:comment_id>/thank/", thanks.thank, name="thank"),
    path("thanks/", thanks.thanks, name="thanks"),
    path("concerns/", concerns.concerns, name="concerns"),
    path("concerns/<uuid:concern_id>/", concerns.concern, name="concern"),
    path("concerns/<uuid:concern_id>/referral/", concerns.referral, name="referral"),
    path("concerns/<uuid:concern_id>/decide/", concerns.decide, name="decide"),
    path("concerns/<uuid:concern_id>/give-back/", concerns.give_back, name="give_back"),
]
