"""Why a published survey stays where it is, and asks whom it asked."""

from django.utils.translation import gettext


def readdressed_sentence() -> str:
    """Return why a published survey keeps asking those it asked."""
    return gettext(
        "It was published for somebody else, and what they said is counted and told as "
        "theirs. Copy the survey to ask others the same."
    )


def moved_sentence() -> str:
    """Return why a published survey stays in its consultation."""
    return gettext(
        "It was published in another consultation, and young people were told how long "
        "after its last day we keep what they say. So it stays there. Copy the survey "
        "to ask the same again."
    )
