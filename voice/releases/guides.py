"""How results are released, for the desk's help."""

from django.utils.translation import gettext_lazy as _

from surveys.queries.members import surveys_run_by
from voice.accounts import guides
from voice.accounts.models import User
from voice.releases.models import Release
from voice.releases.permissions import user_can_propose_release, user_can_sign_releases


def has_proposed(user: User) -> bool:
    """Say whether a release of a survey that `user` runs was ever proposed."""
    mine = surveys_run_by(user).order_by()
    return Release.objects.filter(survey__in=mine).exists()


def write_guides() -> None:
    """Register the guides of proposing and of signing releases."""
    guides.register(
        "release",
        order=50,
        room="releases",
        question=user_can_propose_release,
        title=_("Release what may be seen"),
        why=_("Two people sign numbers and quotes by which nobody is picked out."),
        steps=(
            _("Under “Releases” press “Propose a release” beside the survey."),
            _(
                "Read “What would be seen”, and what stays hidden and why. Voice plays "
                "somebody who knows everybody and says what they could work out."
            ),
            _(
                "Choose the quotes. Leave out what somebody close to the young person "
                "would recognise."
            ),
            _(
                "Press “Propose and sign”. Somebody else finds it under “Waiting for a "
                "second signature” and presses “Sign and issue”."
            ),
            _(
                "It never changes. If it was wrong, “Recall this release” takes it "
                "back everywhere, with a reason that stands there."
            ),
        ),
        begun=has_proposed,
    )
    guides.register(
        "sign",
        order=55,
        room="releases",
        question=user_can_sign_releases,
        title=_("Sign what somebody else proposed"),
        why=_("You are the second pair of eyes: without you nothing goes out."),
        steps=(
            _("Under “Waiting for a second signature” open the release."),
            _(
                "Read it as somebody who knows the young people. Would a quote or a "
                "number tell them who it was?"
            ),
            _(
                "If so, drop it with a reason, and it is proposed anew. If not, press "
                "“Sign and issue”."
            ),
        ),
    )
