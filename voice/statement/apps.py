"""Names the app to Django, and opens its rooms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatementConfig(AppConfig):
    """DECIDE: statement, key themes, areas, actions, measures, evidence."""

    name = "voice.statement"
    label = "statement"

    def ready(self) -> None:
        """Register the rooms of those who own actions and who write the statement."""
        from surveys import key_themes, travelled
        from surveys.travelled import Stage
        from voice.accounts import holdings, rooms
        from voice.council import due
        from voice.releases import citing
        from voice.statement import permissions
        from voice.statement.domain.reminders import remind_owners
        from voice.statement.domain.theme_links import choose_key_theme
        from voice.statement.guides import write_guides
        from voice.statement.queries.citing import evidence_citing
        from voice.statement.queries.holdings import actions_held_by, groups_held_by
        from voice.statement.queries.key_themes import (
            key_theme_of,
            key_themes_for_theme,
            key_themes_to_link,
        )
        from voice.statement.queries.travelled import how_far_at_the_board
        from voice.statement.queries.waiting import updates_in_words
        from voice.statement.sealed_words import register_columns
        from voice.themes import key_themes as of_themes

        register_columns()

        key_themes.register(key_themes_to_link)
        of_themes.register(
            of_themes.Linking(key_themes_for_theme, key_theme_of, choose_key_theme)
        )
        citing.register("statement", evidence_citing)
        travelled.register(Stage.BOARD, "statement", how_far_at_the_board)

        holdings.register(
            "actions", order=30, title=_("Actions they own"), read=actions_held_by
        )

        holdings.register(
            "task groups",
            order=35,
            title=_("Task groups they are in"),
            read=groups_held_by,
        )
        due.register("owners reminded", remind_owners, in_one_transaction=False)

        write_guides()
        rooms.register(
            "my_actions",
            order=48,
            url_name="statement:my_actions",
            title=_("My actions"),
            description=_("Say how your actions stand; two minutes each."),
            question=permissions.user_owns_actions,
            waits=updates_in_words,
        )
        rooms.register(
            "statement",
            order=50,
            url_name="statement:statement",
            title=_("Statement of Action"),
            short=_("Statement"),
            description=_("Key themes, actions and the evidence from children."),
            question=permissions.user_can_read_statement,
        )
