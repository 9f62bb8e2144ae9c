"""Makes replies and promises, written as workers write them."""

from datetime import timedelta

import factory
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    CommentFactory,
    ConsultationFactory,
    EditionFactory,
    ResponseFactory,
    SurveyFactory,
)
from voice.releases.enums import ReleaseKind, ReleaseState
from voice.releases.models import Release
from voice.releases.queries.releases import hash_of
from voice.replies.domain.verdicts import make_verdict
from voice.replies.models import (
    EasyRow,
    Promise,
    PromiseSurvey,
    PromiseWording,
    Reply,
    ReplyWording,
    Verdict,
)
from voice.replies.queries import bands_to_answer


def count(number):
    """Return a Figure that counts."""
    return {"code": "count", "number": number, "words": str(number)}


TABLES = {
    "format": 1,
    "kind": "figures",
    "rule": {"name": "10/5", "threshold": 10, "base": 5, "version": 1},
    "consultation": {"slug": "where-i-live", "title": "How is it where I live"},
    "survey": {"slug": "where-i-live", "title": "How is it where I live"},
    "editions": [1],
    "reach": {
        "answered": count(165),
        "asked": count(540),
        "share": {"code": "percent", "number": 30, "words": "30%"},
        "asked_who": "4 to 17 in care",
        "missing": "Disabled children",
    },
    "questions": [
        {
            "key": "know_worker",
            "kind": "single",
            "prompt": "Do you know your worker?",
            "answered": count(150),
            "options": [
                {
                    "key": "yes",
                    "text": "Yes",
                    "count": count(100),
                    "percent": {"code": "percent", "number": 65, "words": "65%"},
                    "share": 65,
                },
                {
                    "key": "no",
                    "text": "No",
                    "count": {
                        "code": "fewer_than",
                        "number": 10,
                        "words": "fewer than 10",
                    },
                    "percent": None,
                    "share": None,
                },
            ],
            "breakdowns": [],
            "edition_differs": False,
        }
    ],
    "open_questions": [{"key": "do_more", "prompt": "What should we do more of?"}],
    "wrote": count(120),
    "themes": [
        {
            "key": "moves",
            "name": "Moves",
            "sentence": "Young people say moves are sudden.",
            "colour": "plum",
            "kind": "theme",
            "heard_from_few": False,
            "count": count(30),
            "percent": {"code": "percent", "number": 25, "words": "25%"},
            "share": 25,
        }
    ],
    "themes_not_named": False,
    "withheld": [],
    "notes": [],
}


def sign(release, **changes):
    """Make `changes` to a release, whatever its state, and sign what it then holds."""
    for name, value in changes.items():
        setattr(release, name, value)
    changes["content_hash"] = release.content_hash = hash_of(release)
    Release.objects.filter(pk=release.pk).update(**changes)


class ReleaseFactory(factory.django.DjangoModelFactory):
    """An issued release of a closed consultation's survey."""

    class Meta:
        model = Release

    class Params:
        consultation = factory.SubFactory(ConsultationFactory, closed=True)
        proposed = factory.Trait(state=ReleaseState.PROPOSED, issued_at=None)

    survey = factory.LazyAttribute(
        lambda made: (
            EditionFactory(
                survey=SurveyFactory(consultation=made.consultation, live=True)
            ).survey
        )
    )
    number = 1
    kind = ReleaseKind.FIGURES
    state = ReleaseState.ISSUED
    tables = factory.LazyFunction(lambda: TABLES)
    content_hash = "0" * 64
    counted = 165
    issued_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class, *args, quotes=(), **kwargs):
        """Save the release with quotes of these texts, and sign what it holds."""
        settled = {name: kwargs.pop(name) for name in ("state", "issued_at")}
        release = super()._create(model_class, *args, **kwargs)
        for text in quotes:
            comment = CommentFactory(
                response=ResponseFactory(
                    finished=True, edition=release.survey.editions.first()
                ),
                words=text,
            )
            release.quotes.create(
                comment=comment, text=text, language="en", question_key="do_more"
            )
        sign(release, **settled)
        return release


def answer(reply, named):
    """Mark each theme of the release as answered in “We did”; `named` of them alone."""
    told = reply.release.tables["themes"] if reply.release else []
    for theme in told if named is None else named:
        key = theme if isinstance(theme, str) else theme["key"]
        reply.theme_answers.create(theme=key, part="we_did")


class ReplyFactory(factory.django.DjangoModelFactory):
    """A reply being written; with the trait, published."""

    class Meta:
        model = Reply
        skip_postgeneration_save = True

    class Params:
        published = factory.Trait(
            published_by=factory.SubFactory(UserFactory, worker=True),
            published_at=factory.LazyFunction(timezone.now),
        )

    release = factory.SubFactory(ReleaseFactory)
    themes = factory.PostGeneration(lambda reply, create, named: answer(reply, named))
    consultation = factory.LazyAttribute(
        lambda made: (
            made.release.survey.consultation
            if made.release
            else ConsultationFactory(closed=True)
        )
    )


class ReplyWordingFactory(factory.django.DjangoModelFactory):
    """A reply's words in English, for every age that was asked."""

    class Meta:
        model = ReplyWording

    reply = factory.SubFactory(ReplyFactory)
    language = "en"
    age_bands = factory.LazyAttribute(
        lambda made: bands_to_answer(made.reply.consultation).get(made.language, [])
    )
    you_said = "Moves come with no warning and things go in bin bags."
    we_did = "Suitcases are now in every home and office."
    we_will = "Stop using the centre as the usual place to meet family."
    we_will_not = "Promise that nobody will ever move quickly."
    why_not = "Sometimes a place is not safe."
    next = "We will ask you in three months if this is true."
    thanks = "Thank you."


class EasyRowFactory(factory.django.DjangoModelFactory):
    """A first row of easy read in English."""

    class Meta:
        model = EasyRow

    reply = factory.SubFactory(ReplyFactory)
    language = "en"
    place = 1
    part = "we_did"
    picture = "moving"
    words = "There is a suitcase in every home."


class PromiseFactory(factory.django.DjangoModelFactory):
    """A promise on track; with traits late, kept or moved."""

    class Meta:
        model = Promise

    class Params:
        late = factory.Trait(
            due_on=factory.LazyFunction(
                lambda: timezone.localdate() - timedelta(days=20)
            )
        )
        moved = factory.Trait(
            late=True,
            reason="Nine posts are empty.",
            new_due_on=factory.LazyFunction(
                lambda: timezone.localdate() + timedelta(days=45)
            ),
        )
        kept = factory.Trait(state="kept")

    reply = factory.SubFactory(ReplyFactory)
    text = "No more bin bags: a proper bag for every move."
    owner_title = "Head of Fostering and Homes"
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=40))


class PromiseWordingFactory(factory.django.DjangoModelFactory):
    """A promise's words in Urdu."""

    class Meta:
        model = PromiseWording

    promise = factory.SubFactory(PromiseFactory)
    language = "ur"
    text = "ہر منتقلی کے لیے ایک اچھا بیگ۔"


def said(key, prompt, answered, rows):
    """Return a closed question as a release tells it; `rows` by key: count, percent."""
    return {
        "key": key,
        "kind": "single",
        "prompt": prompt,
        "answered": count(answered),
        "options": [
            {
                "key": option,
                "text": text,
                "count": (
                    count(number)
                    if number
                    else {"code": "fewer_than", "number": 10, "words": "fewer than 10"}
                ),
                "percent": (
                    {"code": "percent", "number": share, "words": f"{share}%"}
                    if share
                    else None
                ),
                "share": share,
            }
            for option, (text, number, share) in rows.items()
        ],
        "breakdowns": [],
        "edition_differs": False,
    }


NOT_KEPT = {
    "yes": ("Yes, you kept it", 20, 20),
    "partly": ("Partly", 30, 30),
    "no": ("No, you did not", 50, 50),
}
KEPT = {
    "yes": ("Yes, you kept it", 80, 80),
    "partly": ("Partly", 10, 10),
    "no": ("No, you did not", 10, 10),
}


def verdict_tables(rows):
    """Return the tables of a promise's survey, answered so."""
    return TABLES | {
        "reach": TABLES["reach"] | {"answered": count(100)},
        "questions": [
            said("kept", "Did we keep this promise?", 100, rows),
            said(
                "difference",
                "Did it change something for you?",
                90,
                {
                    "better": ("Yes, it is better for me", 20, 20),
                    "same": ("No, nothing changed for me", 60, 65),
                    "worse": ("Yes, it is worse for me", 0, None),
                },
            ),
        ],
        "themes": [],
    }


class VerdictFactory(factory.django.DjangoModelFactory):
    """Young people say a promise was not kept; with the trait, that it was."""

    class Meta:
        model = Verdict

    class Params:
        kept = factory.Trait(rows=KEPT)

    promise = factory.SubFactory(PromiseFactory, kept=True, reply__published=True)
    rows = NOT_KEPT

    @classmethod
    def _create(cls, model_class, *, promise, rows, release=None):
        """Ask of the promise, release what was answered, and make the verdict of it."""
        worker = UserFactory(worker=True)
        release = release or ReleaseFactory(tables=verdict_tables(rows))
        PromiseSurvey.objects.get_or_create(
            promise=promise, defaults={"survey": release.survey, "asked_by": worker}
        )
        return make_verdict(release, worker)
