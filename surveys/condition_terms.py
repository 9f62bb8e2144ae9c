"""What is said of conditions: in words for a worker, and what is wrong with one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConditionWords(TextChoices):
    """How a condition is said: each operator, who answers, and how parts are joined."""

    SHOWN = "shown", _("shown when %(condition)s")
    IS = "is", _("“%(question)s” is %(value)s")
    IS_NOT = "is_not", _("“%(question)s” is answered, but is not %(value)s")
    INCLUDES = "includes", _("“%(question)s” includes %(value)s")
    AT_LEAST = "at_least", _("“%(question)s” is %(value)s or more")
    AT_MOST = "at_most", _("“%(question)s” is %(value)s or less")
    ANSWERED = "answered", _("“%(question)s” is answered")
    AGE_BAND_IS = "age_band_is", _("the age is %(value)s")
    AGE_BAND_IS_NOT = "age_band_is_not", _("the age is not %(value)s")
    LANGUAGE_IS = "language_is", _("the language is %(value)s")
    LANGUAGE_IS_NOT = "language_is_not", _("the language is not %(value)s")
    HELPER_IS = "helper_is", _("who helps is said to be: %(value)s")
    HELPER_IS_NOT = "helper_is_not", _("who helps is not said to be: %(value)s")
    AND = "and", _(" and ")
    OR = "or", _(" or ")
    NOT = "not", _("it is not so that %(condition)s")
    ALWAYS = "always", _("always")
    NEVER = "never", _("never")


class ConditionTrouble(TextChoices):
    """What is wrong with a condition, or with an earlier answer put into words."""

    UNKNOWN = "unknown", _("looks at a question that is no longer here.")
    ITSELF = "itself", _("looks at its own answer.")
    LATER = "later", _("looks at “%(other)s”, which is only asked afterwards.")
    CYCLE = "cycle", _("and “%(other)s” wait for each other, so neither is asked.")
    GONE = "gone", _("looks for an answer to “%(other)s” that can no longer be chosen.")
    UNFIT = "unfit", _("asks something of “%(other)s” that its answers cannot tell.")
    NEVER = "never", _("can never be shown to anybody.")
    NOT_WORDS = (
        "not_words",
        _(
            "repeats the answer to “%(other)s”. Only answers chosen from a list are "
            "repeated, never what a young person wrote, said or drew."
        ),
    )
    NO_FALLBACK = (
        "no_fallback",
        _(
            "repeats the answer to “%(other)s” but does not say what stands there when "
            "it was not answered."
        ),
    )
    BROKEN = "broken", _("has a repeated answer in it that cannot be read.")
