"""How asking and gathering are done, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from surveys.models import Edition, Response
from surveys.permissions import user_can_run_surveys
from surveys.queries.members import surveys_run_by
from voice.accounts import guides
from voice.accounts.models import User


def has_asked(user: User) -> bool:
    """Say whether a survey that `user` runs was ever published."""
    mine = surveys_run_by(user).order_by()
    return Edition.objects.filter(survey__in=mine).exists()


def has_gathered(user: User) -> bool:
    """Say whether anybody began to answer a survey that `user` runs."""
    mine = surveys_run_by(user).order_by()
    return Response.objects.filter(edition__survey__in=mine).exists()


def write_guides() -> None:
    """Register the guides of asking and gathering."""
    guides.register(
        "ask",
        order=10,
        room="ways_in",
        question=user_can_run_surveys,
        title=_("Ask young people something"),
        why=_("A consultation says why you ask and when you reply; a survey asks."),
        steps=(
            _(
                "In “My surveys” press “Begin a survey”. Take one that is ready, or "
                "write your own; for three questions at most, take “A quick poll”."
            ),
            _(
                "If there is no consultation yet, press “Write a consultation” first: "
                "who decides, what could change and what could not, and the day by "
                "which you reply."
            ),
            _(
                "Write each question as you would say it aloud. Then write it in the "
                "other languages and for the ages you ask."
            ),
            _(
                "Press “Time to read”: it says whether the people who read have the "
                "hours that the answers will take."
            ),
            _(
                "Look at “The survey in a phone”, and walk it in a test run. Nothing "
                "of that is counted."
            ),
            _(
                "Mend what stands under “To be mended”, then press “Publish it now”. "
                "What is published never changes; later changes make the next edition."
            ),
        ),
        begun=has_asked,
    )
    guides.register(
        "gather",
        order=20,
        room="ways_in",
        question=user_can_run_surveys,
        title=_("Let young people in"),
        why=_("An open link, codes, a tablet that goes round, paper, or a talk."),
        steps=(
            _("Open the survey in “My surveys” and go to “Ways in”."),
            _(
                "For everybody, press “Make an open link”, then print its poster. For "
                "people you choose, take “Codes, one for each person”."
            ),
            _(
                "In a room, take “Group sessions”: a tablet goes round, or a short "
                "code hangs on the wall."
            ),
            _(
                "On paper, give out slips with the sheets, and type each sheet under "
                "“Paper that came back” as it stands."
            ),
            _(
                "Press “Say who was asked”: only then can anybody tell who has hardly "
                "been heard."
            ),
        ),
        begun=has_gathered,
    )
