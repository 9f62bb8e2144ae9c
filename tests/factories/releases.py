"""Makes surveys that have been answered, and releases of them, as people make them."""

from datetime import date

import factory

from surveys.enums import ResponseState
from surveys.models import Response, Survey
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import (
    CommentFactory,
    ConsultationFactory,
    EditionFactory,
    InvitationFactory,
    SurveyFactory,
    monday,
)
from tests.factories.themes import ThemeFactory
from voice.releases.domain.earlier_rounds import keep_round
from voice.releases.domain.releases import propose_release, sign_release
from voice.releases.logic.earlier import EarlierCounts, earlier_tables
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.logic.rule import Rule
from voice.releases.logic.tally import Row
from voice.releases.models import EarlierRound, Release
from voice.releases.queries.earlier_rounds import measures_of
from voice.themes.domain.codebooks import create_codebook
from voice.themes.domain.tags import tag_comment

STATES = {"approved", "redacted", "withheld", "passed_on", "decide"}


def answer(survey, *, yes=0, no=0, edition=None, scale=None, **said):
    """Add finished responses to `know_worker`, and all `scale` to `safe`; return them."""
    more = {} if scale is None else {"safe": {"state": "answered", "value": scale}}
    edition = edition or survey.editions.first()
    invitation = survey.invitations.first() or InvitationFactory(survey=survey)
    said = {"language": "en", "age_band": "11-17"} | said
    return Response.objects.bulk_create(
        Response(
            edition=edition,
            invitation=invitation,
            state=ResponseState.FINISHED,
            week=monday(),
            answers={"know_worker": {"state": "answered", "value": value}} | more,
            **said,
        )
        for value, count in (("yes", yes), ("no", no))
        for _ in range(count)
    )


def comment_on(response, words, **decided):
    """Return the reading of a comment in `response`; approved unless said otherwise."""
    state = {"approved": True} if not decided.keys() & STATES else {}
    return ReadingFactory(
        comment=CommentFactory(
            response=response, words=words, may_quote=decided.pop("child_agrees", True)
        ),
        **state,
        **decided,
    )


class AnsweredSurveyFactory(factory.django.DjangoModelFactory):
    """A published survey that closed, answered by `yes` and `no` young people."""

    class Meta:
        model = Survey

    closed = True
    yes = 60
    no = 40

    @classmethod
    def _create(cls, model_class, *, yes, no, closed=True, definition=None, **kwargs):
        """Publish it, then answer it."""
        consultation = kwargs.pop("consultation", None) or ConsultationFactory(
            closed=closed
        )
        survey = SurveyFactory(live=True, consultation=consultation, **kwargs)
        extra = {"definition": definition} if definition else {}
        EditionFactory(survey=survey, **extra)
        answer(survey, yes=yes, no=no)
        return survey


class ReleaseFactory(factory.django.DjangoModelFactory):
    """A release waiting for its second signature, or issued with the trait."""

    class Meta:
        model = Release

    class Params:
        issued = factory.Trait(signed_by=factory.SubFactory(UserFactory, worker=True))

    survey = factory.SubFactory(AnsweredSurveyFactory)
    by = factory.SubFactory(UserFactory, worker=True)
    quotes = ()
    signed_by = None

    @classmethod
    def _create(cls, model_class, *, survey, by, quotes, signed_by):
        """Propose it, and sign it when asked."""
        release = propose_release(survey, by=by, quotes=quotes)
        return sign_release(release, by=signed_by) if signed_by else release


def tagged(survey, name, readings, **said):
    """Return a theme of the survey's codebook, and tag these readings with it."""
    by = UserFactory(worker=True)
    codebook = survey.consultation.codebooks.first() or create_codebook(
        "Codebook", consultations=[survey.consultation], by=by
    )
    theme = ThemeFactory(codebook=codebook, name=name, **said)
    for reading in readings:
        tag_comment(reading.comment, theme=theme, by=by)
    return theme


def round_draft(survey, *, counts=None, asked_who="8 to 17 in care", **said):
    """Return an earlier round of `know_worker`, protected, not yet kept."""
    counts = counts or EarlierCounts(
        140, 500, {"know_worker": Row(140, (60, 80))}, wrote=100
    )
    said = {
        "title": "Spring 2024",
        "source": "Viewpoint",
        "held_on": date(2024, 5, 31),
    } | said
    tables = earlier_tables(
        counts, measures_of(survey), Rule(), title=said["title"], asked_who=asked_who
    )
    return RoundDraft(tables=tables, **said)


class EarlierRoundFactory(factory.django.DjangoModelFactory):
    """A round from another tool, as a worker keeps one."""

    class Meta:
        model = EarlierRound

    survey = factory.SubFactory(AnsweredSurveyFactory)
    by = factory.SubFactory(UserFactory, worker=True)

    @classmethod
    def _create(cls, model_class, *, survey, by, **said):
        """Keep it."""
        return keep_round(survey, draft=round_draft(survey, **said), by=by)
