"""Makes what a pack for inspectors tells: one consultation, round the whole loop."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.briefings import a_paper
from tests.factories.replies import PromiseFactory, ReplyFactory, ReplyWordingFactory
from tests.factories.statement import (
    ActionFactory,
    MeasureFactory,
    MeasureReadingFactory,
    ReleaseFactory,
    cited_theme,
)
from tests.factories.surveys import (
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
)
from voice.briefings.domain.packs import make_pack
from voice.briefings.enums import BriefingState
from voice.briefings.models import Briefing, BriefingOpening

QUOTE = "come wen u say"


def a_loop(**released):
    """Return one consultation's survey, release, action, evidence, reply and promise."""
    consultation = ConsultationFactory(closed=True, title="How is it where I live")
    survey = SurveyFactory(consultation=consultation, live=True, title="Where I live")
    InvitationFactory(survey=survey)
    edition = EditionFactory(survey=survey)
    release = ReleaseFactory(edition=edition, **({"quotes": [QUOTE]} | released))
    action = ActionFactory(red=True)
    measure = MeasureFactory(action=action)
    MeasureReadingFactory(measure=measure)
    evidence = cited_theme(action.area.key_theme, action=action, release=release)
    reply = ReplyFactory(release=release, published=True)
    ReplyWordingFactory(reply=reply)
    return SimpleNamespace(
        consultation=consultation,
        survey=survey,
        release=release,
        action=action,
        key_theme=action.area.key_theme,
        measure=measure,
        evidence=evidence,
        reply=reply,
        promise=PromiseFactory(reply=reply, late=True, action=action),
    )


def unanswered(**more):
    """Return a consultation that closed, past its reply date, with nothing released."""
    given = {"overdue": True, "title": "A good day"} | more
    consultation = ConsultationFactory(**given)
    EditionFactory(survey=SurveyFactory(consultation=consultation, live=True))
    return consultation


def a_pack(**chosen):
    """Return a pack of the last year, made by a worker."""
    today = timezone.localdate()
    given = {
        "since": today - timedelta(days=365),
        "until": today,
        "today": today,
        "by": UserFactory(worker=True),
    }
    return make_pack(**(given | chosen))


def an_issued_briefing(*, readers=0, **more):
    """Return a briefing that was issued a while ago, opened by so many readers."""
    writer, other = UserFactory(worker=True), UserFactory(administrator=True)
    moment = timezone.localtime() - timedelta(days=15)
    given = {
        "title": "What children told us",
        "audience": "Improvement Board",
        "meeting_on": timezone.localdate() - timedelta(days=10),
        "begun_by": writer,
        "state": BriefingState.ISSUED,
        "approved_by": other,
        "approved_at": moment,
        "issued_by": other,
        "issued_at": moment,
        "paper": a_paper(),
    }
    briefing = Briefing.objects.create(**(given | more))
    for _reader in range(readers):
        BriefingOpening.objects.create(briefing=briefing, by=UserFactory(board=True))
    return briefing
