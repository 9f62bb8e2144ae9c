"""What waits in the room of young editors for one person, in words."""

from django.utils import timezone
from django.utils.translation import ngettext

from voice.accounts.models import User
from voice.young_editors.queries.invitations import about_to_end, comments_to_answer


def waits_for(user: User) -> str:
    """Return how many comments wait for an answer and what ends soon; or nothing."""
    comments = comments_to_answer(user).count()
    ending = about_to_end(user, on=timezone.localdate()).count()
    said = []
    if comments:
        said.append(
            ngettext(
                "%(count)d comment of young editors waits for your answer.",
                "%(count)d comments of young editors wait for your answer.",
                comments,
            )
            % {"count": comments}
        )
    if ending:
        said.append(
            ngettext(
                "%(count)d group has not answered, and its code ends within three days.",
                "%(count)d groups have not answered, and their codes end within "
                "three days.",
                ending,
            )
            % {"count": ending}
        )
    return " ".join(said)
