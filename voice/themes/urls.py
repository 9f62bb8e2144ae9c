"""Addresses of voice.themes."""

from django.urls import path

from voice.themes.views import (
    accuracy,
    agreement,
    basket,
    blind,
    changing_theme,
    codebooks,
    comment_memos,
    exchange,
    groups,
    history,
    settling,
    suggestions,
    tagging,
    theme,
)

app_name = "themes"
urlpatterns = [
    path("themes/", codebooks.themes, name="themes"),
    path("themes/codebooks/new/", codebooks.new_codebook, name="new_codebook"),
    path("themes/codebooks/<int:codebook_id>/", codebooks.codebook, name="codebook"),
    path(
        "themes/codebooks/<int:codebook_id>/change/",
        codebooks.edit_codebook,
        name="edit_codebook",
    ),
    path(
        "themes/codebooks/<int:codebook_id>/history/",
        history.codebook_history,
        name="codebook_history",
    ),
    path("themes/codebooks/bring-in/", exchange.bring_in_new, name="bring_in_new"),
    path(
        "themes/codebooks/<int:codebook_id>/bring-in/",
        exchange.bring_in,
        name="bring_in",
    ),
    path(
        "themes/codebooks/<int:codebook_id>/out/<slug:kind>/",
        exchange.take_out,
        name="take_out",
    ),
    path(
        "themes/comments-out/<slug:slug>/", exchange.comments_out, name="comments_out"
    ),
    path(
        "themes/codebooks/<int:codebook_id>/new-theme/",
        theme.new_theme,
        name="new_theme",
    ),
    path("themes/<int:theme_id>/", theme.theme, name="theme"),
    path("themes/<int:theme_id>/change/", theme.edit_theme, name="edit_theme"),
    path("themes/<int:theme_id>/agree/", changing_theme.agree, name="agree"),
    path("themes/<int:theme_id>/move/", changing_theme.move, name="move"),
    path("themes/<int:theme_id>/merge/", changing_theme.merge, name="merge"),
    path("themes/<int:theme_id>/split/", changing_theme.split, name="split"),
    path("themes/<int:theme_id>/retire/", changing_theme.retire, name="retire"),
    path(
        "themes/<int:theme_id>/use-again/", changing_theme.use_again, name="use_again"
    ),
    path("themes/<int:theme_id>/memo/", changing_theme.memo, name="theme_memo"),
    path("themes/<int:theme_id>/history/", history.theme_history, name="theme_history"),
    path("themes/questions/<int:question_id>/", tagging.tagging, name="tagging"),
    path(
        "themes/questions/<int:question_id>/accuracy/",
        accuracy.accuracy,
        name="accuracy",
    ),
    path("themes/questions/<int:question_id>/groups/", groups.groups, name="groups"),
    path(
        "themes/questions/<int:question_id>/groups/theme/",
        groups.group_theme,
        name="group_theme",
    ),
    path(
        "themes/questions/<int:question_id>/accept-sure/",
        suggestions.accept_sure,
        name="accept_sure",
    ),
    path(
        "themes/questions/<int:question_id>/undo-sure/",
        suggestions.undo_sure,
        name="undo_sure",
    ),
    path(
        "themes/questions/<int:question_id>/agreement/",
        agreement.agreement,
        name="agreement",
    ),
    path(
        "themes/double-codings/<int:double_coding_id>/code/",
        blind.code,
        name="code_blind",
    ),
    path(
        "themes/double-codings/<int:double_coding_id>/disagreements/",
        settling.disagreements,
        name="disagreements",
    ),
    path(
        "themes/double-codings/<int:double_coding_id>/settle-alike/",
        agreement.settle_alike,
        name="settle_alike",
    ),
    path(
        "themes/double-codings/<int:double_coding_id>/end/",
        agreement.end,
        name="end_double_coding",
    ),
    path("themes/sampled/<int:sampled_id>/settle/", settling.settle_one, name="settle"),
    path("themes/comments/<uuid:comment_id>/tag/", tagging.tag, name="tag"),
    path("themes/comments/<uuid:comment_id>/memo/", comment_memos.memo, name="memo"),
    path("themes/comments/<uuid:comment_id>/mark/", basket.mark, name="mark"),
    path("themes/basket/", basket.basket, name="basket"),
    path("themes/basket/<int:quote_id>/remove/", basket.unmark, name="unmark"),
    path(
        "themes/comments/<uuid:comment_id>/accept/", suggestions.accept, name="accept"
    ),
    path("themes/tags/<int:tag_id>/remove/", tagging.untag, name="untag"),
]
