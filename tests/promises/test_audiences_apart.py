"""What one audience says is never added to, nor told as, what another says."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from surveys.audience import Audience
from surveys.domain.invitations import open_link
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.queries.links import links_of_adults, open_links
from surveys.queries.rounds import could_be_rounds, rounds_of
from tests.factories.accounts import UserFactory
from tests.factories.briefings import BriefingFactory, section_of
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import ConsultationFactory, EditionFactory, SurveyFactory
from voice.briefings.enums import SectionKind
from voice.briefings.queries import front_page, theme_page
from voice.briefings.queries.composed import composed
from voice.council.models import AgeBand
from voice.releases.logic.tables import audience_told
from voice.releases.queries.rounds import side_by_side
from voice.statement.domain.evidence import choose_headline, cite_quote, cite_result
from voice.statement.domain.placing import CannotCite
from voice.statement.enums import Stance
from voice.statement.models import Evidence
from voice.statement.queries.gaps import last_heard
from voice.statement.queries.released_themes import released_themes

pytestmark = pytest.mark.django_db
STAFF = {
    "audience": Audience.STAFF,
    "asked_who": "Social workers",
    "asked": 80,
    "age_bands": ["staff"],
}
SAID = "the caseloads are heavy zebra"


@pytest.fixture
def consultation():
    return ConsultationFactory(closed=True)


@pytest.fixture
def of_children(consultation):
    survey = AnsweredSurveyFactory(
        consultation=consultation, yes=60, no=40, title="Asked of children"
    )
    return ReleaseFactory(survey=survey, issued=True)


@pytest.fixture
def of_staff(consultation):
    """Return a release of a staff survey that asks the same, with a quote and a theme."""
    survey = AnsweredSurveyFactory(
        consultation=consultation, yes=0, no=70, title="Asked of staff", **STAFF
    )
    spoken = [
        comment_on(one, f"{SAID} {number}")
        for number, one in enumerate(answer(survey, no=14, age_band="staff"))
    ]
    tagged(survey, "Too much work", spoken)
    return ReleaseFactory(survey=survey, issued=True, quotes=[spoken[0].comment])


def cited(release, key_theme):
    """Return a result of a release as evidence for a key theme."""
    return cite_result(
        release,
        question_key="know_worker",
        option_key="no",
        key_theme=key_theme,
        stance=Stance.CHALLENGES,
        by=UserFactory(worker=True),
    )


def test_release_says_whom_it_asked_and_how_many_of_them_could(of_children, of_staff):
    assert audience_told(of_children.tables) == Audience.YOUNG_PEOPLE
    assert "audience" not in of_children.tables["survey"]
    assert of_staff.tables["survey"]["audience"] == "staff"
    assert of_staff.tables["reach"]["asked_who"] == "Social workers"
    assert of_staff.tables["reach"]["asked"]["number"] == 80
    assert of_children.tables["reach"]["asked"]["number"] == 470


def test_survey_of_staff_is_no_round_of_a_survey_of_young_people(of_children, of_staff):
    young, staff = of_children.survey, of_staff.survey
    among = type(young).objects.all()
    assert could_be_rounds(young, among=among) == []
    assert could_be_rounds(staff, among=among) == []
    with pytest.raises(ValueError, match="different audiences"):
        rounds_of(young, [staff])


def test_releases_of_two_audiences_never_stand_side_by_side(of_children, of_staff):
    shown = side_by_side(of_children.survey)
    assert [one.release for one in shown.rounds] == [of_children]
    shown = side_by_side(of_staff.survey)
    assert [one.release for one in shown.rounds] == [of_staff]


def test_theme_grows_by_what_young_people_said_alone(of_children, of_staff):
    released = released_themes()
    assert released.releases == [of_children]
    (row,) = [
        one for one in of_staff.tables["themes"] if one["name"] == "Too much work"
    ]
    assert int(row["key"]) not in released.rounds
    (told,) = released.rounds_of_adults[int(row["key"])]
    assert told.release == of_staff


def test_evidence_of_staff_is_no_evidence_from_children(of_staff):
    key_theme = KeyThemeFactory()
    piece = cited(of_staff, key_theme)
    assert piece.audience == Audience.STAFF
    assert not Evidence.objects.of_children().exists()
    assert not Evidence.objects.standing().exists()
    assert list(Evidence.objects.of_adults()) == [piece]
    assert last_heard(key_theme.statement) == {}


def test_board_front_page_counts_and_tells_nothing_of_staff(
    of_children, of_staff, today
):
    key_theme = KeyThemeFactory()
    cited(of_staff, key_theme)
    front = front_page(on=today)
    assert front.heard == []
    assert [one.key_theme for one in front.gaps] == [key_theme]
    cited(of_children, key_theme)
    front = front_page(on=today)
    assert [one.reach["asked"]["number"] for one in front.heard] == [470]


def test_page_of_a_key_theme_tells_staff_apart_and_names_them(
    of_children, of_staff, today, sign_in
):
    key_theme = KeyThemeFactory()
    cited(of_children, key_theme)
    cited(of_staff, key_theme)
    quote = of_staff.quotes.get()
    cite_quote(
        quote,
        key_theme=key_theme,
        stance=Stance.CHALLENGES,
        by=UserFactory(worker=True),
    )
    page = theme_page(key_theme.pk, on=today)
    assert [one.release for one in page.voices.pieces] == [of_children]
    assert page.voices.headline is None
    (staff,) = page.adults
    assert staff.audience == Audience.STAFF
    shown = sign_in(UserFactory(board=True)).get(
        reverse("briefings:key_theme", args=[key_theme.pk])
    )
    text = shown.parsed.text()
    assert text.index(SAID) > text.index("What adults say: Staff and partners")
    assert "Somebody who works with young people said it." in text


def test_words_of_staff_never_open_the_page_of_a_key_theme(of_staff):
    key_theme = KeyThemeFactory()
    by = UserFactory(worker=True)
    piece = cite_quote(
        of_staff.quotes.get(), key_theme=key_theme, stance=Stance.CHALLENGES, by=by
    )
    with pytest.raises(CannotCite):
        choose_headline(key_theme, evidence=piece, by=by)


def test_briefing_says_before_figures_that_staff_said_it(of_children, of_staff):
    briefing = BriefingFactory()
    for release in (of_children, of_staff):
        section_of(briefing, SectionKind.RESULTS, release=release)
    notes = [
        block["text"]
        for block in composed(briefing).paper["blocks"]
        if block["kind"] == "note"
    ]
    assert notes == [
        "This is what staff and partners said. It is counted apart from what young "
        "people said."
    ]


def test_published_survey_asks_nobody_else(consultation):
    survey = EditionFactory(survey=SurveyFactory(consultation=consultation)).survey
    survey.audience = Audience.STAFF
    with pytest.raises(ValidationError, match="published for somebody else"):
        survey.full_clean()
    with pytest.raises(CannotPublish, match="published for somebody else"):
        publish_survey(survey, by=UserFactory(worker=True))


def test_survey_of_adults_says_how_many_could_answer_and_has_no_ages():
    survey = SurveyFactory(audience=Audience.FAMILIES)
    with pytest.raises(CannotPublish) as refused:
        publish_survey(survey, by=UserFactory(worker=True))
    reasons = " ".join(refused.value.reasons)
    assert "how many of them could answer" in reasons
    assert "Age bands are for young people" in reasons


def test_survey_of_young_people_cannot_ask_in_a_band_of_adults():
    survey = SurveyFactory(age_bands=["11-17", "staff"])
    with pytest.raises(CannotPublish, match="age bands of young people"):
        publish_survey(survey, by=UserFactory(worker=True))


def test_no_band_of_young_people_is_called_as_adults_are():
    assert not AgeBand.objects.filter(key__in=["families", "staff"]).exists()


def test_young_people_are_led_to_their_own_questions(consultation):
    by = UserFactory(worker=True)
    young, staff = (
        EditionFactory(
            survey=SurveyFactory(consultation=consultation, live=True, **more)
        ).survey
        for more in ({}, STAFF)
    )
    own = open_link(young, by=by)
    theirs = open_link(staff, by=by)
    assert open_links([consultation.pk]) == {consultation.pk: own.token}
    assert links_of_adults(consultation.pk) == [(Audience.STAFF, theirs.token)]
