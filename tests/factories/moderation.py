"""Makes readings in each state, decided as people decide them, and concerns."""

from uuid import uuid4

import factory

from surveys.domain.contact import want_contact
from surveys.domain.sorting import ask_to_sort
from surveys.models import Comment, Response
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    CommentFactory,
    InvitationFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.moderation.domain.concerns import decide_concern, see_concern
from voice.moderation.domain.reading import (
    approve_comment,
    pass_on_comment,
    redact_comment,
    withhold_comment,
)
from voice.moderation.domain.translating import approve_translation, write_translation
from voice.moderation.enums import Outcome, WithholdReason
from voice.moderation.models import Concern, PracticalRequest, Reading, Translation


class ReadingFactory(factory.Factory):
    """The reading of a comment: waiting, or decided with a trait.

    What a CommentFactory takes goes after `comment__`, as in comment__words="hi".
    """

    class Meta:
        model = Reading

    class Params:
        approved = factory.Trait(decide=approve_comment)
        redacted = factory.Trait(decide=redact_comment, passages=[(0, 4, "[name]")])
        withheld = factory.Trait(decide=withhold_comment, reason=WithholdReason.UNKIND)
        passed_on = factory.Trait(decide=pass_on_comment)

    comment = factory.SubFactory(CommentFactory)
    by = factory.SubFactory(UserFactory, worker=True)
    decide = None

    @classmethod
    def _create(cls, model_class, *, comment, by, decide, **said):
        """Return the reading made when the comment was saved, decided if asked."""
        reading = Reading.objects.select_related("comment").get(comment=comment)
        if decide in {approve_comment, redact_comment}:
            said = {"may_count": True, "may_quote": comment.may_quote} | said
        if decide is not None:
            decide(reading, version=reading.version, by=by, **said)
        return reading


class ConcernFactory(factory.Factory):
    """A concern that was just raised: new, or seen or decided with a trait."""

    class Meta:
        model = Concern

    class Params:
        seen = factory.Trait(then=["see"])
        decided = factory.Trait(then=["see", "decide"])

    reading = factory.SubFactory(ReadingFactory, passed_on=True)
    lead = factory.SubFactory(UserFactory, lead=True)
    outcome = Outcome.FRONT_DOOR
    note = "Front door rung at once."
    reference = "DEMO-0001"
    then = ()

    @classmethod
    def _create(cls, model_class, *, reading, lead, then, **said):
        """Return the concern that passing on raised, taken as far as asked."""
        concern = Concern.objects.get(comment=reading.comment)
        if "see" in then:
            see_concern(concern, by=lead)
        if "decide" in then:
            concern = decide_concern(concern, by=lead, **said)
        return concern


class ContactConcernFactory(factory.Factory):
    """A young person's wish to be contacted, as surveys hands it on."""

    class Meta:
        model = Concern

    invitation = factory.SubFactory(InvitationFactory, label="Library wall")
    once = factory.LazyFunction(uuid4)
    language = "en"
    age_band = "11-17"
    called = "Jo"
    how = "07700 900222"
    who_sees = "My sister"
    when = "Not before four"
    words = ""

    @classmethod
    def _create(cls, model_class, *, once, **said):
        """Hand it on through the domain, and return the concern it became."""
        want_contact(once=once, **said)
        return Concern.objects.get(pk=once)


def translate(reading, words, *, by, language="pl", show=True):
    """Write `words` in English beside a comment, and let them be shown."""
    there = Translation.objects.filter(reading=reading).first()
    made = write_translation(
        reading,
        version=there.version if there else 0,
        language=language,
        words=words,
        by=by,
    )
    if show:
        approve_translation(
            reading, version=reading.version, translation_version=made.version, by=by
        )
    return made


def several(count, **said):
    """Return `count` readings of one survey; `said` goes to each CommentFactory."""
    first = ReadingFactory(
        **{f"comment__{name}": value for name, value in said.items()}
    )
    edition = first.comment.response.edition
    for _ in range(count - 1):
        CommentFactory(response=ResponseFactory(edition=edition, finished=True), **said)
    return list(Reading.objects.filter(comment__survey=edition.survey))


def copy_many(reading, count):
    """Make `count` more comments and readings like this one, the quick way."""
    edition = reading.comment.response.edition
    responses = Response.objects.bulk_create(
        ResponseFactory.build(
            edition=edition,
            invitation=reading.comment.response.invitation,
            finished=True,
        )
        for _ in range(count)
    )
    comments = []
    for response in responses:
        comment = Comment(
            response=response,
            survey=reading.comment.survey,
            question=reading.comment.question,
            language="en",
            age_band="11-17",
            week=reading.comment.week,
        )
        comment.write("come wen u say")
        comments.append(comment)
    Comment.objects.bulk_create(comments)
    Reading.objects.bulk_create(
        Reading(comment=comment, question_id=comment.question_id)
        for comment in comments
    )


class PracticalRequestFactory(factory.Factory):
    """What a young person asked to be sorted out, received as it is and screened."""

    class Meta:
        model = PracticalRequest

    survey = factory.SubFactory(SurveyFactory)
    words = "my bus pass never came"
    reach = ""

    @classmethod
    def _create(cls, model_class, *, survey, words, reach):
        """Return the row made of the wish, through an open link of the survey."""
        once = uuid4()
        ask_to_sort(
            InvitationFactory(survey=survey),
            once=once,
            language="en",
            age_band="11-17",
            words=words,
            reach=reach,
        )
        return PracticalRequest.objects.get(pk=once)
