"""Every page on which kept words stand writes down who was shown whose."""

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.suggestions import ABOUT, Heard
from voice.audit.models import Entry
from voice.themes.domain.basket import mark_quote
from voice.themes.domain.double_coding import begin_double_coding, code_blind
from voice.themes.queries.learning import kept_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return UserFactory(worker=True)


@pytest.fixture
def desk(sign_in, worker):
    return sign_in(worker)


@pytest.fixture
def heard():
    made = Heard()
    for words in (*ABOUT["moves"], *ABOUT["workers"]):
        made.say(words)
    return made


def shown_on(desk, name, *args, **query):
    """Open a page, and return whose words the audit says it showed."""
    before = set(Entry.objects.values_list("pk", flat=True))
    page = desk.get(reverse(f"themes:{name}", args=args, query=query))
    assert page.status_code == 200
    made = Entry.objects.filter(verb="themes.read_comments").exclude(pk__in=before)
    found = [(one.object_type, one.details["comments"]) for one in made]
    told = page.parsed.text()
    return found, told


def ids(readings):
    return sorted(str(one.comment_id) for one in readings)


def test_a_page_of_comments_to_tag_is_a_read_of_them(desk, heard):
    readings = kept_of(heard.question)
    ((of, comments),), _told = shown_on(desk, "tagging", heard.question.pk)
    assert (of, comments) == ("surveys.Question", ids(readings))


def test_one_at_a_time_is_a_read_of_one(desk, heard):
    ((_of, comments),), _told = shown_on(desk, "tagging", heard.question.pk, one=1)
    assert len(comments) == 1


def test_a_theme_and_its_memos_are_reads_of_the_comments_they_show(desk, heard):
    reading = heard.say("zanzibar bags")
    heard.tag(reading, heard.moves)
    for name, args in (
        ("theme", [heard.moves.pk]),
        ("split", [heard.moves.pk]),
        ("memo", [reading.comment_id]),
    ):
        ((_of, comments),), told = shown_on(desk, name, *args)
        assert comments == ids([reading]), name
        assert "zanzibar bags" in told


def test_groups_are_a_read_of_their_most_typical(desk, heard):
    ((_of, comments),), told = shown_on(desk, "groups", heard.question.pk)
    shown = [one for one in kept_of(heard.question) if one.kept_text() in told]
    assert comments == ids(shown)
    assert len(comments) > 2


def test_the_basket_is_a_read_of_the_quotes_in_it(desk, heard, worker):
    readings = [heard.say("zanzibar one"), heard.say("zanzibar two")]
    for reading in readings:
        mark_quote(reading.comment, by=worker, start=0, end=8)
    ((of, comments),), _told = shown_on(desk, "basket")
    assert (of, comments) == ("surveys.Question", ids(readings))


def test_coding_apart_is_a_read_and_so_is_settling(desk, heard, worker):
    other = UserFactory(worker=True)
    made = begin_double_coding(
        heard.question, coders=[worker, other], size=20, by=worker
    )
    ((of, comments),), _told = shown_on(desk, "code_blind", made.pk)
    assert (of, len(comments)) == ("themes.DoubleCoding", 1)
    for sampled in made.sampled.all():
        code_blind(sampled, themes=[heard.moves], by=worker)
        code_blind(sampled, themes=[], by=other)
    ((_of, comments),), _told = shown_on(desk, "disagreements", made.pk)
    assert len(comments) == made.sampled.count()
