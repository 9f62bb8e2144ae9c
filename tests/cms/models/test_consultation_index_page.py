import pytest

from cms.models.consultation_index_page import ON_A_PAGE
from tests.factories.cms import build, page_of
from tests.factories.replies import ReplyFactory, ReplyWordingFactory
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import (
    DEFINITION,
    ConsultationFactory,
    EditionFactory,
    SurveyFactory,
)

pytestmark = pytest.mark.django_db
HERE = "/en/consultations/"


def asked(definition=DEFINITION, **how):
    consultation = ConsultationFactory(**how)
    survey = SurveyFactory(consultation=consultation, live=True)
    EditionFactory(survey=survey, definition=definition)
    page_of(consultation)
    return consultation


def listed(client, query=""):
    page = client.get(HERE + query)
    assert page.status_code == 200
    return [card.get("href") for card in page.parsed.all("a")], page.parsed.text()


def test_empty_list_says_so_kindly(client):
    build()
    assert "We have not asked anything yet" in client.get(HERE).parsed.text()


def test_what_we_owe_stands_before_what_we_ask_and_what_was_answered(client):
    asked(title="Openquestion")
    asked(title="Latequestion", overdue=True)
    reply = ReplyFactory(published=True, consultation=asked(title="Answeredquestion"))
    ReplyWordingFactory(reply=reply)
    text = client.get(HERE).parsed.text()
    order = ["Latequestion", "Openquestion", "Answeredquestion"]
    assert sorted(order, key=text.index) == order
    assert "We have replied." in text


def test_new_consultations_stand_under_the_list(client):
    assert page_of(ConsultationFactory(slug="my-worker")).url == f"{HERE}my-worker/"


def test_short_list_has_no_search(client):
    asked()
    assert 'role="search"' not in client.get(HERE).parsed.source


def test_words_find_a_consultation_and_nothing_else(client):
    asked(title="Plumtree question")
    asked(title="Quince question")
    _links, text = listed(client, "?q=PLUMTREE")
    assert "Plumtree question" in text
    assert "Quince question" not in text


def test_nothing_found_offers_everything_again(client):
    asked()
    assert "We found nothing like that" in listed(client, "?q=zanzibar")[1]


def test_consultations_are_found_by_age_and_by_key_theme(client):
    theme = KeyThemeFactory()
    named = DEFINITION["questions"][0] | {"key_theme": str(theme.pk)}
    asked(
        DEFINITION | {"age_bands": ["16-25"], "questions": [named]},
        title="Plumtree question",
    )
    asked(DEFINITION | {"age_bands": ["8-11"]}, title="Quince question")
    for query in ("?age=16-25", f"?theme={theme.pk}"):
        text = listed(client, query)[1]
        assert "Plumtree question" in text
        assert "Quince question" not in text


def test_long_list_is_put_on_pages(client):
    for _ in range(ON_A_PAGE + 1):
        asked()
    assert "Page 1 of 2" in listed(client)[1]
    assert "Page 2 of 2" in listed(client, "?page=2")[1]


def test_queries_do_not_grow_with_consultations(client, django_assert_max_num_queries):
    for _ in range(4):
        asked()
    client.get(HERE)
    with django_assert_max_num_queries(22):
        client.get(HERE)
