"""Addresses of the statement at the desk."""

from django.urls import path

from voice.statement.views import (
    action,
    action_list,
    evidence,
    evidence_file,
    evidence_state,
    gaps,
    importing,
    key_theme,
    seeing,
    statement,
    task_group,
    update,
    versions,
    withdraw,
)

app_name = "statement"
urlpatterns = [
    path("statement/", statement.statement, name="statement"),
    path("statement/new/", statement.statement_new, name="statement_new"),
    path("statement/<int:pk>/edit/", statement.statement_edit, name="statement_edit"),
    path(
        "statement/<int:statement>/key-themes/new/",
        key_theme.key_theme_new,
        name="key_theme_new",
    ),
    path("statement/<int:statement>/versions/", versions.versions, name="versions"),
    path("statement/<int:statement>/adopt/", versions.adopt, name="adopt"),
    path("statement/<int:statement>/compare/", versions.compared, name="compare"),
    path("statement/import/", importing.import_begin, name="import_begin"),
    path("statement/<int:statement>/import/", importing.plan_import, name="import"),
    path(
        "statement/<int:statement>/sheet/<str:kind>/",
        importing.plan_sheet,
        name="sheet",
    ),
    path("statement/versions/<int:pk>/", versions.version, name="version"),
    path(
        "statement/areas/<int:pk>/withdraw/",
        withdraw.area_withdraw,
        name="area_withdraw",
    ),
    path(
        "statement/actions/<int:pk>/withdraw/",
        withdraw.action_withdraw,
        name="action_withdraw",
    ),
    path("statement/key-themes/<int:pk>/", key_theme.key_theme, name="key_theme"),
    path(
        "statement/key-themes/<int:pk>/edit/",
        key_theme.key_theme_edit,
        name="key_theme_edit",
    ),
    path(
        "statement/key-themes/<int:pk>/up/",
        key_theme.key_theme_up,
        name="key_theme_up",
    ),
    path(
        "statement/key-themes/<int:key_theme>/areas/new/",
        key_theme.area_new,
        name="area_new",
    ),
    path("statement/areas/<int:pk>/edit/", key_theme.area_edit, name="area_edit"),
    path(
        "statement/areas/<int:area>/actions/new/", action.action_new, name="action_new"
    ),
    path("statement/actions/", action_list.actions, name="actions"),
    path("statement/actions/<int:pk>/", action.action, name="action"),
    path("statement/actions/<int:pk>/history/", action.history, name="action_history"),
    path("statement/actions/<int:pk>/edit/", action.action_edit, name="action_edit"),
    path(
        "statement/actions/<int:pk>/update/",
        update.action_update,
        name="action_update",
    ),
    path(
        "statement/actions/<int:action>/measures/new/",
        action.measure_new,
        name="measure_new",
    ),
    path("statement/measures/<int:pk>/edit/", action.measure_edit, name="measure_edit"),
    path("statement/my-actions/", update.my_actions, name="my_actions"),
    path("statement/groups/", task_group.task_groups, name="task_groups"),
    path(
        "statement/<int:statement>/groups/new/",
        task_group.task_group_new,
        name="task_group_new",
    ),
    path("statement/groups/<int:pk>/", task_group.task_group, name="task_group"),
    path(
        "statement/groups/<int:pk>/edit/",
        task_group.task_group_edit,
        name="task_group_edit",
    ),
    path(
        "statement/evidence/add/",
        evidence.evidence_releases,
        name="evidence_releases",
    ),
    path(
        "statement/evidence/add/<int:release>/",
        evidence.evidence_add,
        name="evidence_add",
    ),
    path("statement/evidence/<int:pk>/", evidence.evidence, name="evidence"),
    path("statement/evidence/<int:pk>/headline/", evidence.headline, name="headline"),
    path("statement/evidence/file/", evidence_file.file_new, name="evidence_file_new"),
    path("statement/evidence/<int:pk>/file/", evidence_file.file, name="evidence_file"),
    path(
        "statement/evidence/<int:pk>/set-aside/",
        evidence_state.set_aside,
        name="evidence_set_aside",
    ),
    path(
        "statement/evidence/<int:pk>/take-up/",
        evidence_state.take_up,
        name="evidence_take_up",
    ),
    path(
        "statement/evidence/<int:pk>/answer/",
        evidence_state.answer,
        name="evidence_answer",
    ),
    path("statement/gaps/", gaps.gaps, name="gaps"),
    path("statement/map/", seeing.themes_map, name="map"),
    path("statement/themes/<int:pk>/", seeing.theme, name="theme"),
    path("statement/fed/<slug:slug>/", evidence.fed, name="fed"),
]
