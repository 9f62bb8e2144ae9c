"""Makes the statement, its key themes, areas, actions, measures and evidence."""

from datetime import date, timedelta

import factory
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.files import table
from tests.factories.surveys import (
    CommentFactory,
    EditionFactory,
    ResponseFactory,
    in_days,
)
from voice.releases.enums import ReleaseKind, ReleaseState
from voice.releases.models import Quote, Release
from voice.releases.queries import hash_of
from voice.statement.domain.evidence import cite_quote, cite_theme
from voice.statement.domain.evidence_files import cite_file
from voice.statement.domain.placing import Spot
from voice.statement.enums import ActionStatus, SourceKind, Stance
from voice.statement.models import (
    Action,
    Area,
    KeyTheme,
    Measure,
    MeasureReading,
    Statement,
    TaskGroup,
)


class StatementFactory(factory.django.DjangoModelFactory):
    """A statement under way for two years."""

    class Meta:
        model = Statement

    title = "Statement of Action"
    answers = "The inspection of children's services"
    starts_on = factory.LazyFunction(lambda: in_days(-200))
    ends_on = factory.LazyFunction(lambda: in_days(500))


class KeyThemeFactory(factory.django.DjangoModelFactory):
    """A key theme, next in number."""

    class Meta:
        model = KeyTheme

    statement = factory.SubFactory(StatementFactory)
    number = factory.LazyAttribute(lambda made: made.statement.key_themes.count() + 1)
    title = factory.Sequence(lambda n: f"Improving the quality of practice {n}")


class AreaFactory(factory.django.DjangoModelFactory):
    """An area of our own."""

    class Meta:
        model = Area

    key_theme = factory.SubFactory(KeyThemeFactory)
    number = factory.LazyAttribute(
        lambda made: f"{made.key_theme.number}.{made.key_theme.areas.count() + 1}"
    )
    title = "Children know and keep their worker"

    class Params:
        recommended = factory.Trait(
            source_kind=SourceKind.RECOMMENDATION,
            inspection="Inspection of children's services",
            recommendation="4",
            inspected_on=date(2026, 3, 14),
        )


class TaskGroupFactory(factory.django.DjangoModelFactory):
    """A task group of a statement, without members."""

    class Meta:
        model = TaskGroup

    statement = factory.SubFactory(StatementFactory)
    name = factory.Sequence(lambda n: f"Placements and moves {n}")
    lead_title = "Head of Fostering"


class ActionFactory(factory.django.DjangoModelFactory):
    """An action that is not started; traits say how it stands otherwise."""

    class Meta:
        model = Action

    area = factory.SubFactory(AreaFactory)
    number = factory.LazyAttribute(
        lambda made: f"{made.area.number}.{made.area.actions.count() + 1}"
    )
    title = "Old and new worker visit together"
    owner_title = "Head of Social Work"
    due_on = factory.LazyFunction(lambda: in_days(30))

    class Params:
        owned = factory.Trait(owner=factory.SubFactory(UserFactory, owner=True))
        silent = factory.Trait(
            added_at=factory.LazyFunction(
                lambda: timezone.localtime() - timedelta(weeks=6)
            )
        )
        late = factory.Trait(due_on=factory.LazyFunction(lambda: in_days(-20)))
        red = factory.Trait(status=ActionStatus.RED, reason="Nine posts are empty.")
        green = factory.Trait(status=ActionStatus.GREEN)
        complete = factory.Trait(status=ActionStatus.COMPLETE)


class MeasureFactory(factory.django.DjangoModelFactory):
    """A measure with a start and a goal."""

    class Meta:
        model = Measure

    action = factory.SubFactory(ActionFactory)
    title = "“I know who my worker is”"
    baseline = "65%"
    target = "90%"


class MeasureReadingFactory(factory.django.DjangoModelFactory):
    """What a measure reads now."""

    class Meta:
        model = MeasureReading

    measure = factory.SubFactory(MeasureFactory)
    on = factory.LazyFunction(timezone.localdate)
    value = "75%"
    by = factory.SubFactory(UserFactory, owner=True)


def figure(code, number=None):
    """Return a Figure as a release holds it."""
    words = {
        "count": str(number),
        "percent": f"{number}%",
        "fewer_than": f"fewer than {number}",
        "few": "a few",
        "small_group": "a small number",
        "about_half": "about half",
        "most": "most",
    }
    return {"code": code, "number": number, "words": words[code]}


def theme_row(name, count=45, share=30, **more):
    """Return a ThemeRow with protected figures."""
    return {
        "key": name.lower(),
        "name": name,
        "sentence": f"Young people say: {name.lower()}.",
        "colour": "indigo",
        "kind": "theme",
        "heard_from_few": False,
        "count": figure("count", count),
        "percent": figure("percent", share),
        "share": share,
    } | more


FEW = {
    "heard_from_few": True,
    "count": figure("small_group"),
    "percent": None,
    "share": None,
}
WORDS_ONLY = {"count": figure("about_half"), "percent": None, "share": None}


def option_row(key, text, count, share):
    """Return an OptionRow with protected figures."""
    return {
        "key": key,
        "text": text,
        "count": figure("count", count),
        "percent": figure("percent", share),
        "share": share,
    }


def tables(survey, **more):
    """Return the Tables of a release of `survey`, 150 of about 470 having answered."""
    consultation = survey.consultation
    return {
        "format": 1,
        "kind": "figures",
        "rule": {"name": "10/5", "threshold": 10, "base": 5, "version": 1},
        "consultation": {"slug": consultation.slug, "title": consultation.title},
        "survey": {"slug": survey.slug, "title": survey.title},
        "editions": [1],
        "reach": {
            "answered": figure("count", 150),
            "asked": figure("count", 470),
            "share": figure("percent", 30),
            "asked_who": consultation.asked_who,
            "missing": consultation.missing,
        },
        "questions": [
            {
                "key": "know_worker",
                "kind": "single",
                "prompt": "Do you know your worker?",
                "answered": figure("count", 145),
                "options": [
                    option_row("yes", "Yes", 95, 65),
                    option_row("no", "No", 50, 35),
                ],
                "breakdowns": [],
                "edition_differs": False,
            }
        ],
        "open_questions": [
            {"key": "do_more", "prompt": "What should your worker do more of?"}
        ],
        "wrote": figure("count", 150),
        "themes": [
            theme_row("Workers keep changing"),
            theme_row("Who is my worker?", 20, 15),
            theme_row("Faith and food where I live") | FEW,
        ],
        "themes_not_named": False,
        "withheld": [],
        "notes": [],
    } | more


class ReleaseFactory(factory.django.DjangoModelFactory):
    """An issued release of a survey with one edition, signed as it stands.

    `quotes` are texts, or fields of Quote; `days_ago` says when it was issued.
    """

    class Meta:
        model = Release

    class Params:
        proposed = factory.Trait(issued=False)
        edition = factory.SubFactory(EditionFactory)

    issued = True
    days_ago = 20
    quotes = ()
    survey = factory.LazyAttribute(lambda made: made.edition.survey)
    number = 1
    kind = ReleaseKind.FIGURES
    tables = factory.LazyAttribute(lambda made: tables(made.survey))
    counted = 152

    @classmethod
    def _create(cls, model_class, *args, issued, days_ago, quotes, **kwargs):
        """Propose, add the quotes, and issue unless it is to wait."""
        moment = timezone.localtime() - timedelta(days=days_ago)
        release = super()._create(model_class, *args, proposed_at=moment, **kwargs)
        for quote in quotes:
            add_quote(release, **({"text": quote} if isinstance(quote, str) else quote))
        release.content_hash = hash_of(release)
        if issued:
            release.state, release.issued_at = ReleaseState.ISSUED, moment
        release.save()
        return release


def add_quote(release, **more):
    """Add a quote to a release that waits."""
    edition = release.survey.editions.get()
    comment = CommentFactory(response=ResponseFactory(edition=edition, finished=True))
    given = {"language": "en", "question_key": "do_more", "themes": []}
    return Quote.objects.create(release=release, comment=comment, **(given | more))


def cited_theme(key_theme, **more):
    """Return theme evidence of `key_theme`, from a new issued release."""
    given = {
        "theme_name": "Workers keep changing",
        "stance": Stance.SUPPORTS,
        "by": more.pop("by", None) or UserFactory(worker=True),
    }
    release = more.pop("release", None) or ReleaseFactory()
    return cite_theme(release, key_theme=key_theme, **(given | more))


def cited_quote(key_theme, text="come wen u say", **more):
    """Return quote evidence of `key_theme`, from a new issued release."""
    release = ReleaseFactory(quotes=[text], **more.pop("released", {}))
    quote = release.quotes.get()
    given = {"stance": Stance.SUPPORTS, "by": UserFactory(worker=True)}
    return cite_quote(quote, key_theme=key_theme, **(given | more))


def cited_file(key_theme, content=None, **more):
    """Return evidence of `key_theme` that is a file; a table unless said otherwise."""
    given = {
        "title": "Notes of the Children in Care Council",
        "source": "Children in Care Council",
        "dated_on": in_days(-12),
        "shows": "They want to meet a new worker together with the old one.",
        "stance": Stance.SUPPORTS,
        "by": more.pop("by", None) or UserFactory(worker=True),
    }
    at = Spot(key_theme, more.pop("action", None), more.pop("area", None))
    return cite_file(content or table(), at=at, **(given | more))
