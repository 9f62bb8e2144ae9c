import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
)
from voice.audit.models import Entry
from voice.releases.models import Release
from voice.releases.queries import ReleaseAltered
from voice.statement.domain.evidence import (
    NothingToCite,
    NotIssued,
    choose_headline,
    cite_quote,
    cite_result,
    cite_several,
    cite_theme,
)
from voice.statement.domain.placing import CannotCite, CitedAlready
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.models import Evidence, KeyTheme
from voice.statement.models.evidence import EvidenceIsFrozen

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def worker():
    return UserFactory(worker=True)


def cite(release, key_theme, worker, theme_name="Workers keep changing", **more):
    return cite_theme(
        release,
        theme_name=theme_name,
        key_theme=key_theme,
        stance=Stance.SUPPORTS,
        by=worker,
        **more,
    )


def test_theme_is_frozen_with_the_figures_of_its_release(worker):
    release = ReleaseFactory()
    told = release.tables["themes"][0]
    evidence = cite(release, KeyThemeFactory(), worker)
    frozen = Evidence.objects.get().frozen
    assert evidence.kind == EvidenceKind.THEME
    assert frozen["words"] == "Workers keep changing"
    assert frozen["sentence"] == told["sentence"]
    assert (frozen["count"], frozen["percent"], frozen["share"]) == (
        told["count"],
        told["percent"],
        told["share"],
    )
    assert frozen["base"] == release.tables["wrote"]
    assert frozen["reach"] == release.tables["reach"]
    assert frozen["questions"] == release.tables["open_questions"]
    assert frozen["survey"]["title"] == release.survey.title
    assert frozen["consultation"]["title"] == release.survey.consultation.title
    assert (frozen["release_number"], frozen["release_hash"]) == (
        release.number,
        release.content_hash,
    )
    assert frozen["issued_on"] == release.issued_at.date().isoformat()


def test_true_number_of_responses_is_never_frozen(worker):
    release = ReleaseFactory(counted=153)
    cite(release, KeyThemeFactory(), worker)
    assert "153" not in str(Evidence.objects.get().frozen).replace(
        release.content_hash, ""
    )


def test_result_is_frozen_with_its_question(worker):
    release = ReleaseFactory()
    evidence = cite_result(
        release,
        question_key="know_worker",
        option_key="no",
        key_theme=KeyThemeFactory(),
        stance=Stance.CHALLENGES,
        by=worker,
    )
    frozen = evidence.frozen
    assert (frozen["words"], frozen["share"]) == ("No", 35)
    assert frozen["questions"] == [
        {"key": "know_worker", "prompt": "Do you know your worker?"}
    ]
    assert evidence.stance == Stance.CHALLENGES


def test_quote_is_frozen_word_for_word(worker):
    quote = ReleaseFactory(quotes=["text me back?? its not hard lol"]).quotes.get()
    evidence = cite_quote(
        quote, key_theme=KeyThemeFactory(), stance=Stance.SUPPORTS, by=worker
    )
    assert evidence.frozen["words"] == "text me back?? its not hard lol"
    assert evidence.frozen["questions"] == [
        {"key": "do_more", "prompt": "What should your worker do more of?"}
    ]
    assert (evidence.quote, evidence.release) == (quote, quote.release)


def test_citing_is_audited_without_words(worker):
    cited_quote(KeyThemeFactory(), "unrepeatablewords", by=worker)
    entry = Entry.objects.get(verb="statement.cite")
    assert entry.actor == worker
    assert "unrepeatablewords" not in str(entry.details)


def test_only_an_issued_release_is_cited(worker):
    proposed = ReleaseFactory(proposed=True, quotes=["come wen u say"])
    key_theme = KeyThemeFactory()
    with pytest.raises(NotIssued, match="two people"):
        cite(proposed, key_theme, worker)
    with pytest.raises(NotIssued):
        cite_quote(
            proposed.quotes.get(), key_theme=key_theme, stance="supports", by=worker
        )
    with pytest.raises(NotIssued):
        cite_result(
            proposed,
            question_key="know_worker",
            option_key="no",
            key_theme=key_theme,
            stance="supports",
            by=worker,
        )
    assert not Evidence.objects.exists()


def test_what_the_release_does_not_tell_cannot_be_cited(worker):
    release = ReleaseFactory()
    with pytest.raises(NothingToCite):
        cite(release, KeyThemeFactory(), worker, theme_name="Nothing comes back")
    with pytest.raises(NothingToCite):
        cite_result(
            release,
            question_key="know_worker",
            option_key="maybe",
            key_theme=KeyThemeFactory(),
            stance="supports",
            by=worker,
        )


def test_a_release_that_was_altered_cannot_be_cited(worker):
    release = ReleaseFactory()
    release.tables["themes"][0]["count"] = {"code": "count", "number": 47}
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    with pytest.raises(ReleaseAltered):
        cite(Release.objects.get(), KeyThemeFactory(), worker)
    assert not Evidence.objects.exists()


def test_several_are_cited_at_once_or_none(worker):
    release, key_theme = ReleaseFactory(quotes=["come wen u say"]), KeyThemeFactory()
    quote = release.quotes.get()
    given = {"key_theme": key_theme, "stance": "supports", "by": worker}
    with pytest.raises(NothingToCite):
        cite_several(release, cites=["theme:Who is my worker?", "quote:0"], **given)
    assert not Evidence.objects.exists()
    cites = ["theme:Who is my worker?", "result:know_worker/no", f"quote:{quote.pk}"]
    made = cite_several(release, cites=cites, **given)
    assert [(one.kind, one.cites) for one in made] == [
        ("theme", cites[0]),
        ("result", cites[1]),
        ("quote", cites[2]),
    ]


def test_a_quote_of_another_release_is_not_in_this_one(worker):
    other = ReleaseFactory(quotes=["come wen u say"]).quotes.get()
    with pytest.raises(NothingToCite, match="no such quote"):
        cite_several(
            ReleaseFactory(),
            cites=[f"quote:{other.pk}"],
            key_theme=KeyThemeFactory(),
            stance="supports",
            by=worker,
        )


def test_a_struck_out_quote_cannot_be_cited(worker):
    quote = ReleaseFactory(quotes=[{"text": "", "refused_by": worker}]).quotes.get()
    with pytest.raises(NothingToCite, match="struck out"):
        cite_quote(quote, key_theme=KeyThemeFactory(), stance="supports", by=worker)


def test_nothing_is_cited_twice_in_the_same_place(worker):
    release, action = ReleaseFactory(), ActionFactory()
    key_theme = action.area.key_theme
    for where in ({}, {"action": action}):
        cite(release, key_theme, worker, **where)
        with pytest.raises(CitedAlready):
            cite(release, key_theme, worker, **where)
    assert Evidence.objects.count() == 2


def test_evidence_of_an_action_belongs_to_its_key_theme(worker):
    with pytest.raises(CannotCite, match="another key theme"):
        cite(ReleaseFactory(), KeyThemeFactory(), worker, action=ActionFactory())


@pytest.mark.parametrize("with_action", [True, False])
def test_database_refuses_the_same_citation_twice(worker, with_action):
    action = ActionFactory()
    evidence = cite(
        ReleaseFactory(),
        action.area.key_theme,
        worker,
        action=action if with_action else None,
    )
    twin = Evidence.objects.get()
    twin.pk, twin._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    assert Evidence.objects.get() == evidence


def test_database_refuses_quote_evidence_without_its_quote(worker):
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(
            key_theme=KeyThemeFactory(),
            release=ReleaseFactory(),
            kind=EvidenceKind.QUOTE,
            cites="quote:1",
            frozen={},
            added_by=worker,
        )


def test_evidence_never_changes_and_never_goes():
    evidence = cited_theme(KeyThemeFactory())
    before = Evidence.objects.values().get()
    evidence.stance = Stance.CHALLENGES
    with pytest.raises(EvidenceIsFrozen):
        evidence.save()
    with pytest.raises(EvidenceIsFrozen):
        evidence.delete()
    with pytest.raises(EvidenceIsFrozen):
        Evidence.objects.update(stance=Stance.CHALLENGES)
    with pytest.raises(EvidenceIsFrozen):
        Evidence.objects.filter(pk=evidence.pk).delete()
    assert Evidence.objects.values().get() == before


def test_headline_is_a_quote_of_the_key_theme(worker):
    key_theme = KeyThemeFactory()
    quote = cited_quote(key_theme)
    choose_headline(key_theme, evidence=quote, by=worker)
    assert KeyTheme.objects.get(pk=key_theme.pk).headline == quote
    for wrong in (cited_theme(key_theme), cited_quote(KeyThemeFactory())):
        with pytest.raises(CannotCite):
            choose_headline(key_theme, evidence=wrong, by=worker)
