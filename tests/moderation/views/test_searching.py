import logging

import pytest
from django.urls import reverse

from tests.factories.moderation import ReadingFactory, copy_many
from tests.factories.surveys import (
    CommentFactory,
    ResponseFactory,
    SurveyMemberFactory,
)
from voice.audit.models import Entry
from voice.council.domain.keys import destroy_key
from voice.council.enums import KeyPurpose

pytestmark = pytest.mark.django_db

READING = reverse("moderation:reading")
SEARCH = reverse("moderation:search")


def looked(desk, sought, **said):
    return desk.post(SEARCH, {"sought": sought} | said)


def test_words_are_found_whatever_their_capitals_accents_and_hidden_characters(desk):
    reading = ReadingFactory(comment__words="I like CAFÉ\r\n tr\u200bips, really")
    for sought in ("cafe", "Café trips", "  TRIPS "):
        page = looked(desk, sought)
        assert "Found in 1 comment." in page.parsed.text()
        assert str(reading.comment_id) in page.parsed.source
    assert "Found in 0 comments." in looked(desk, "zanzibar").parsed.text()


def test_decided_ones_are_found_too_and_what_was_passed_on_is_not(desk):
    ReadingFactory(comment__words="zanzibar one", approved=True)
    ReadingFactory(comment__words="zanzibar two", passed_on=True)
    page = looked(desk, "zanzibar")
    assert "Found in 1 comment." in page.parsed.text()
    assert "zanzibar two" not in page.parsed.text()


def test_nothing_is_looked_through_in_surveys_of_others(sign_in):
    ReadingFactory(comment__words="zanzibar")
    desk = sign_in(SurveyMemberFactory().user)
    page = looked(desk, "zanzibar")
    assert "Found in 0 comments. 0 comments were looked through." in page.parsed.text()


def test_only_what_was_chosen_is_looked_through(desk):
    ReadingFactory(comment__words="zanzibar")
    wanted = ReadingFactory(comment__words="zanzibar")
    desk.get(f"{READING}?state=approved&survey={wanted.comment.survey_id}")
    page = looked(desk, "zanzibar")
    assert "Found in 1 comment. 1 comment was looked through." in page.parsed.text()


def test_what_was_looked_for_is_kept_nowhere(desk, worker, caplog):
    reading = ReadingFactory(comment__words="kokomo, zanzibar, wichita")
    with caplog.at_level(logging.DEBUG):
        page = looked(desk, "zanzibar")
    assert "no-store" in page.headers["Cache-Control"]
    entry = Entry.objects.get(verb="moderation.search")
    assert (entry.actor, entry.details) == (
        worker,
        {"looked_through": 1, "matches": 1, "readings": [reading.pk]},
    )
    ours = [
        one.getMessage() for one in caplog.records if one.name != "factory.generate"
    ]
    assert "zanzibar" not in "".join(ours)
    assert "zanzibar" not in repr(list(Entry.objects.values()))
    assert "zanzibar" not in repr(dict(desk.session))
    links = [link.get("href") or "" for link in page.parsed.all("a")]
    forms = [form.get("action") or "" for form in page.parsed.all("form")]
    assert not [address for address in links + forms if "zanzibar" in address]
    assert desk.get(SEARCH, {"sought": "zanzibar"}).url == READING


def test_the_words_around_stay_covered_for_those_who_chose_so(desk, worker):
    worker.covers_words = True
    worker.save()
    ReadingFactory(comment__words="kokomo zanzibar")
    page = looked(desk, "zanzibar")
    assert "Found in 1 comment." in page.parsed.text()
    assert "kokomo" not in page.parsed.source


def test_results_come_in_pages_without_an_address(desk):
    first = ReadingFactory(comment__words="zanzibar")
    for _ in range(26):
        CommentFactory(
            response=ResponseFactory(
                edition=first.comment.response.edition, finished=True
            ),
            words="zanzibar",
        )
    assert "Page 1 of 2" in looked(desk, "zanzibar").parsed.text()
    page = looked(desk, "zanzibar", page="2")
    assert page.parsed.source.count("<mark>") == 2
    assert looked(desk, "zanzibar", page="99").parsed.source.count("<mark>") == 2


def test_words_whose_time_is_over_are_passed_by(desk):
    gone = ReadingFactory(comment__words="zanzibar")
    ReadingFactory(comment__words="zanzibar")
    destroy_key(owner=f"survey:{gone.comment.survey_id}", purpose=KeyPurpose.RAW)
    assert "Found in 1 comment." in looked(desk, "zanzibar").parsed.text()


@pytest.mark.parametrize("sought", ["", " ", "a"])
def test_next_to_nothing_is_not_looked_for(desk, sought):
    page = looked(desk, sought)
    assert page.status_code == 422


def test_looking_through_two_thousand_costs_no_more_queries(
    desk, django_assert_max_num_queries
):
    copy_many(ReadingFactory(), 2000)
    with django_assert_max_num_queries(24):
        page = looked(desk, "wen u")
    assert "Found in 2001 comments." in page.parsed.text()
