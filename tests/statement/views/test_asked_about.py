"""Questions linked to a key theme, as its own page and the board's tell of them."""

import copy
from datetime import UTC, datetime

import pytest

from surveys.queries.linked import questions_linked_to
from tests.factories.accounts import UserFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
    SurveyMemberFactory,
    in_days,
)
from voice.statement.models import KeyTheme
from voice.statement.models.key_theme import KeyThemeStays

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def linked_definition(key_theme, *keys):
    """Return DEFINITION with the questions `keys` linked to a key theme."""
    definition = copy.deepcopy(DEFINITION)
    for question in definition["questions"]:
        if question["key"] in keys:
            question["key_theme"] = str(key_theme.pk)
    return definition


def survey_of(title, key_theme, *keys, opened=-10, **more):
    """Return a survey whose one edition links the questions `keys` to a key theme."""
    consultation = ConsultationFactory(
        title=f"Consultation {title}", opens_on=in_days(opened)
    )
    survey = SurveyFactory(title=title, live=True, consultation=consultation, **more)
    EditionFactory(
        survey=survey,
        definition=linked_definition(key_theme, *keys),
        published_at=datetime(2026, 3, 13, 23, 30, tzinfo=UTC),
    )
    return survey


def asked_on(page):
    """Return the text of “Asked about it” alone."""
    section = next(
        one
        for one in page.parsed.all("section")
        if one.get("aria-labelledby") == "asked"
    )
    return page.parsed.text(section)


def test_worker_reads_what_was_asked_and_opens_only_surveys_they_run(sign_in):
    key_theme, other = KeyThemeFactory(), KeyThemeFactory()
    worker = UserFactory(worker=True)
    mine = survey_of("Mine", key_theme, "happy", "do_more", members=[worker])
    foreign = survey_of("Foreign", key_theme, "safe", opened=-20, members=[])
    survey_of("Elsewhere", other, "happy")
    SurveyMemberFactory(survey=foreign)
    page = sign_in(worker).get(f"/desk/statement/key-themes/{key_theme.pk}/")
    assert asked_on(page) == (
        "Asked about it"
        " How happy are you? Mine · edition of 13 March 2026"
        " What should your worker do more of? Mine · edition of 13 March 2026"
        " How safe do you feel, 0 to 10? Foreign · edition of 13 March 2026"
    )
    links = [link.get("href") for link in page.parsed.all("a")]
    assert links.count(f"/desk/surveys/{mine.slug}/") == 2
    assert f"/desk/surveys/{foreign.slug}/" not in links


def test_owner_reads_what_was_asked_and_is_offered_no_survey(sign_in):
    key_theme = KeyThemeFactory()
    survey = survey_of("Theirs", key_theme, "happy")
    client = sign_in(UserFactory(owner=True))
    page = client.get(f"/desk/statement/key-themes/{key_theme.pk}/")
    assert "How happy are you? Theirs" in asked_on(page)
    assert f"/desk/surveys/{survey.slug}/" not in page.parsed.source


def test_only_the_newest_edition_links():
    key_theme = KeyThemeFactory()
    survey = survey_of("Changed", key_theme, "happy", "safe")
    EditionFactory(
        survey=survey, number=2, definition=linked_definition(key_theme, "safe")
    )
    assert [one.prompt for one in questions_linked_to(str(key_theme.pk))] == [
        "How safe do you feel, 0 to 10?"
    ]


def test_wording_that_repeats_an_answer_is_told_without_one():
    key_theme = KeyThemeFactory()
    definition = linked_definition(key_theme, "happy")
    words = definition["questions"][2]["wordings"]["en"][""]
    words["prompt"] = "With {answer:know_worker|that}: happy?"
    EditionFactory(definition=definition)
    (linked,) = questions_linked_to(str(key_theme.pk))
    assert linked.prompt == "With that: happy?"


def test_without_a_link_the_page_says_how_to_make_one(sign_in):
    survey_of("Elsewhere", KeyThemeFactory(), "happy")
    address = f"/desk/statement/key-themes/{KeyThemeFactory().pk}/"
    page = sign_in(UserFactory(worker=True)).get(address)
    assert "No published question is linked to it yet." in asked_on(page)
    assert "“Key theme of the Statement”" in asked_on(page)
    assert "/desk/surveys/" in [link.get("href") for link in page.parsed.all("a")]
    page = sign_in(UserFactory(owner=True)).get(address)
    assert "No published question is linked" in asked_on(page)
    assert "To the surveys" not in page.parsed.text()


def test_board_reads_which_consultations_asked_each_once(sign_in):
    key_theme = KeyThemeFactory()
    newer = survey_of("Newer", key_theme, "happy", "safe", opened=-10)
    older = survey_of("Older", key_theme, "happy", opened=-30)
    survey_of("Elsewhere", KeyThemeFactory(), "happy")
    page = sign_in(UserFactory(board=True)).get(f"/board/key-themes/{key_theme.pk}/")
    asked_by = page.context["page"].asked_by
    assert asked_by == [newer.consultation, older.consultation]
    text = page.parsed.text()
    assert text.count("Consultation Newer") == text.count("Consultation Older") == 1
    assert "Consultation Elsewhere" not in text


def test_board_is_told_when_nobody_has_asked(sign_in):
    address = f"/board/key-themes/{KeyThemeFactory().pk}/"
    text = sign_in(UserFactory(board=True)).get(address).parsed.text()
    assert "No consultation has a question linked to it yet." in text


@pytest.mark.parametrize("surveys", [1, 6])
def test_queries_stay_flat_however_much_was_asked(
    sign_in, surveys, django_assert_num_queries, django_assert_max_num_queries
):
    key_theme = KeyThemeFactory()
    for number in range(surveys):
        survey_of(f"Survey {number}", key_theme, "happy", "safe", "do_more")
    with django_assert_num_queries(1):
        told = [
            (one.prompt, one.survey.slug, one.survey.consultation.title)
            for one in questions_linked_to(str(key_theme.pk))
        ]
    assert len(told) == 3 * surveys
    client = sign_in(UserFactory(worker=True))
    with django_assert_max_num_queries(20):
        client.get(f"/desk/statement/key-themes/{key_theme.pk}/")
    client = sign_in(UserFactory(board=True))
    with django_assert_max_num_queries(23):
        client.get(f"/board/key-themes/{key_theme.pk}/")


def test_key_theme_stays_whether_or_not_a_question_names_it():
    key_theme = KeyThemeFactory()
    survey_of("Linked", key_theme, "happy")
    for remove in (key_theme.delete, KeyTheme.objects.all().delete):
        with pytest.raises(KeyThemeStays, match="A key theme stays"):
            remove()
    with pytest.raises(KeyThemeStays):
        key_theme.statement.key_themes.all().delete()
    assert KeyTheme.objects.get() == key_theme
