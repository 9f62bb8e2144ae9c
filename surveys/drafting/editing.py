"""What the editor's script is told: words, choices and addresses, as JSON."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from surveys.drafting.starts import GRADED, start_options
from surveys.enums import DateParts, HelpedBy, QuestionKind
from surveys.key_themes import key_themes
from surveys.languages import language_name
from surveys.logic.condition_troubles import fitting
from surveys.logic.definition import QuestionDefinition
from surveys.logic.piping import can_be_repeated
from voice.council.queries.bands import band_choices

NO_MEDIUM = "0" * 64
# In the order they are offered; which of them fit a kind, surveys.logic says.
OPERATORS = ("is", "includes", "is_not", "at_least", "at_most", "answered")


def editor_data() -> dict[str, Any]:
    """Return everything the script of the survey editor shows or calls."""
    return {
        "words": {**_words_of_lines(), **_words_of_pictures(), **_words_of_extras()}
        | _words_of_conditions(),
        "bands": [[key, label] for key, label in band_choices()],
        "languages": [
            [code, str(language_name(code))] for code, _name in settings.LANGUAGES
        ],
        "helpers": [[str(key), str(label)] for key, label in HelpedBy.choices],
        "date_parts": [[str(key), str(label)] for key, label in DateParts.choices],
        "key_themes": [[key, title] for key, title in key_themes()],
        "starts": {
            kind: [option["text"] for option in start_options(kind)] for kind in GRADED
        },
        "picture_url": reverse("survey_picture"),
        "explain_url": reverse("survey_conditions"),
        "operators": {
            kind: [name for name in OPERATORS if name in fitting(kind)]
            for kind in QuestionKind.values
        },
        "piped": [kind for kind in QuestionKind.values if can_be_repeated(_like(kind))],
        "medium_url": reverse("surveys:medium", args=[NO_MEDIUM]),
    }


def _like(kind: str) -> QuestionDefinition:
    """Return a question of `kind`, to ask the logic what it may be used for."""
    return {"key": "", "kind": kind, "options": [], "wordings": {}}


def _words_of_lines() -> dict[str, str]:
    """Return what the lines of options and statements say."""
    return {
        "options": _("Options"),
        "statements": _("Statements"),
        "options_line": _("Option {number}"),
        "statements_line": _("Statement {number}"),
        "add_options": _("Add an option"),
        "add_statements": _("Add a statement"),
        "up": _("Move “{words}” up"),
        "down": _("Move “{words}” down"),
        "remove": _("Remove “{words}”"),
        "more_of": _("More about “{words}”"),
        "removed": _("Removed “{words}”."),
        "empty_line": _("an empty line"),
        "undo": _("Undo"),
        "moved": _("“{words}” is number {number} now."),
        "no_more": _("There can be {most} at most."),
        "is_other": _("Asks for words of their own, as “Other, please say” does"),
        "is_alone": _("Clears the others, as “None of these” does"),
        "key": _("Key"),
        "key_hint": _("Leave it empty and we propose one. Fixed once published."),
        "hint": _("Hint"),
        "statement_hint": _("In place of what is asked of each statement."),
    }


def _words_of_pictures() -> dict[str, str]:
    """Return what is said where pictures are chosen."""
    return {
        "picture": _("Picture"),
        "choose_picture": _("Choose a picture"),
        "another_picture": _("Choose another picture"),
        "picture_hint": _("PNG, JPEG or WebP. Where it was taken is removed."),
        "alt": _("What the picture shows"),
        "alt_hint": _("Read aloud to young people who cannot see it."),
        "remove_picture": _("Take the picture away"),
        "picture_not_sent": _("The picture could not be sent. Try again."),
    }


def _words_of_extras() -> dict[str, str]:
    """Return what the settings of a question say."""
    return {
        "more": _("More about this question"),
        "decision": _("What decision will this inform?"),
        "decision_hint": _(
            "Shown to the board, not to young people. Needed before publishing."
        ),
        "only_bands": _("Only {bands}"),
        "at_most_chosen": _("{most} at most"),
        "not_sure": _("“Not sure” is offered"),
        "not_said": _("“Prefer not to say” is offered"),
        "is_sensitive": _("Sensitive"),
        "is_about_them": _("About who they are"),
        "has_picture": _("With a picture"),
        "show_if": _("When it is shown"),
        "who_is_asked": _("Who is asked"),
        "who_is_asked_hint": _("Tick none to ask everybody the survey is for."),
        "answers": _("Answers"),
        "most": _("How many they may choose"),
        "most_order": _("How many they put in order"),
        "no_limit": _("As many as they like"),
        "date_parts": _("What we ask for"),
        "offer_not_sure": _("Offer “Not sure”"),
        "offer_not_said": _("Offer “Prefer not to say”"),
        "about": _("What kind of question it is"),
        "sensitive": _("It is sensitive"),
        "sensitive_hint": _(
            "Words of support and the help lines follow. Never first or last."
        ),
        "about_them": _("It asks who they are"),
        "about_them_hint": _("Such as age or gender. Three of these are enough."),
        "key_theme": _("Key theme of the Statement"),
        "no_key_theme": _("None"),
        "insert": _("Insert an earlier answer"),
        "insert_none": _(
            "Once an earlier question has options, its answer can be put in here."
        ),
        "insert_hint": _(
            "Young people read the words of the option they chose. What they wrote "
            "themselves is never repeated."
        ),
        "insert_which": _("Answer to"),
        "insert_otherwise": _("Words when it was not answered"),
        "insert_otherwise_usual": _("what you told us"),
        "inserted": _("The question reads now: {words}"),
    }


def _words_of_conditions() -> dict[str, str]:
    """Return what is said where conditions are chosen."""
    return {
        "group": _("How these go together"),
        "group_all": _("All of these"),
        "group_any": _("Any of these"),
        "group_none": _("None of these"),
        "add_first_test": _("Show it only when…"),
        "add_test": _("Add another condition"),
        "add_group": _("Add a group"),
        "turn_round": _("Turn it round: only when not"),
        "remove_test": _("Remove this condition"),
        "remove_group": _("Remove this group"),
        "about_what": _("What it depends on"),
        "how": _("How"),
        "which": _("Which"),
        "choose_question": _("Choose an earlier question"),
        "about_age_band": _("Their age band"),
        "about_language": _("Their language"),
        "about_helper": _("Who is helping them"),
        "not_earlier": _("“{key}”, which is no earlier question"),
        "option_gone": _("“{key}”, which is no option any more"),
        "operator_is": _("is"),
        "operator_is_not": _("is not"),
        "operator_includes": _("includes"),
        "operator_at_least": _("is at least"),
        "operator_at_most": _("is at most"),
        "operator_answered": _("was answered"),
        "operator_first": _("has first"),
    }
