import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from tests.factories.surveys import CommentFactory, ResponseFactory
from voice.audit.models import Entry
from voice.moderation.enums import ReadingState
from voice.moderation.models import Concern

pytestmark = pytest.mark.django_db


def address(name, reading):
    return reverse(f"moderation:{name}", args=[reading.comment_id])


def test_opening_a_comment_shows_its_words_and_is_written_down(desk, worker):
    reading = ReadingFactory(comment__words="come wen u say")
    page = desk.get(address("comment", reading))
    assert "come wen u say" in page.parsed.text()
    assert Entry.objects.filter(verb="moderation.read", actor=worker).count() == 1


def test_the_queue_shows_no_words(desk):
    reading = ReadingFactory(comment__words="zanzibar")
    page = desk.get(reverse("moderation:queue", args=[reading.comment.survey_id]))
    assert "zanzibar" not in page.parsed.source
    assert not Entry.objects.filter(verb="moderation.read").exists()


def test_approving_opens_the_next_one_and_offers_undo(desk):
    first = ReadingFactory()
    response = ResponseFactory(edition=first.comment.response.edition, finished=True)
    second = CommentFactory(response=response).reading
    page = desk.post(
        address("approve", first), {"version": 1, "may_count": "on"}, follow=True
    )
    assert page.redirect_chain == [
        (f"{address('comment', second)}?after={first.comment_id}", 302)
    ]
    first.refresh_from_db()
    assert (first.state, first.may_count, first.may_quote) == ("approved", True, False)
    assert "Approved. Undo" in page.parsed.text()
    desk.post(address("undo", first), {"version": 2})
    first.refresh_from_db()
    assert first.state == ReadingState.WAITING


def test_the_last_decision_leads_to_an_empty_queue_that_says_so(desk):
    reading = ReadingFactory()
    page = desk.post(
        address("withhold", reading), {"version": 1, "reason": "unkind"}, follow=True
    )
    assert "All read" in page.parsed.text()


def test_exact_words_are_replaced_wherever_they_stand_without_script(desk):
    reading = ReadingFactory(comment__words="Jade turns up. I like Jade")
    sent = {
        "version": 1,
        "may_count": "on",
        "words": ["Jade", ""],
        "replacement": ["[worker]", "[name]"],
    }
    page = desk.post(address("redact", reading), sent | {"preview": "1"})
    assert "[worker] turns up. I like [worker]" in page.parsed.text()
    reading.refresh_from_db()
    assert reading.state == ReadingState.WAITING
    desk.post(address("redact", reading), sent)
    reading.refresh_from_db()
    assert reading.kept_text() == "[worker] turns up. I like [worker]"


def test_selected_words_are_replaced_where_the_screen_shows_them(desk):
    reading = ReadingFactory(comment__words="hi 🙂\r\nask Jade\r\nok")
    desk.post(
        address("redact", reading),
        {"version": 1, "may_count": "on", "passage": ["9-13-[worker]"]},
    )
    reading.refresh_from_db()
    assert reading.kept_text() == "hi 🙂\nask [worker]\nok"


def test_what_screening_noticed_is_ticked_and_shown_but_replaced_only_when_sent(desk):
    reading = ReadingFactory(comment__words="ring me on 07700 900417 ok")
    page = desk.get(address("comment", reading))
    (offer,) = [box for box in page.parsed.all("input") if box.get("name") == "offer"]
    assert offer.get("checked") is not None
    assert "What others will see ring me on [phone] ok" in page.parsed.text()
    refused = desk.post(address("redact", reading), {"version": 1, "may_count": "on"})
    assert refused.status_code == 422
    desk.post(
        address("redact", reading),
        {"version": 1, "may_count": "on", "offer": [offer.get("value")]},
    )
    reading.refresh_from_db()
    assert reading.kept_text() == "ring me on [phone] ok"


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"words": ["zanzibar"], "replacement": ["[name]"]},
        {"words": ["Jade"], "replacement": ["nobody"]},
        {"passage": ["0-99-[name]"]},
        {"passage": ["0-4-[name]", "2-5-[name]"]},
        {"passage": ["nonsense"]},
    ],
)
def test_a_redaction_that_does_not_fit_is_refused_and_kept_on_screen(desk, sent):
    reading = ReadingFactory(comment__words="Jade turns up")
    page = desk.post(
        address("redact", reading), {"version": 1, "may_count": "on"} | sent
    )
    assert page.status_code == 422
    assert "Something needs another look" in page.parsed.text()
    for words in sent.get("words", []):
        assert words in [box.get("value") for box in page.parsed.all("input")]
    reading.refresh_from_db()
    assert reading.state == ReadingState.WAITING


def test_approving_with_words_chosen_to_replace_lets_nothing_through(desk):
    reading = ReadingFactory(comment__words="Jade turns up")
    page = desk.post(
        address("approve", reading),
        {"version": 1, "may_count": "on", "passage": ["0-4-[name]"]},
    )
    assert page.status_code == 422
    reading.refresh_from_db()
    assert reading.state == ReadingState.WAITING


def test_a_childs_no_closes_the_second_yes_and_says_why(desk):
    reading = ReadingFactory(comment__may_quote=False)
    page = desk.get(address("comment", reading))
    (box,) = [box for box in page.parsed.all("input") if box.get("name") == "may_quote"]
    assert box.get("disabled") is not None
    assert "did not say yes to being quoted" in page.parsed.text()
    desk.post(
        address("approve", reading),
        {"version": 1, "may_count": "on", "may_quote": "on"},
    )
    reading.refresh_from_db()
    assert (reading.state, reading.may_quote) == ("approved", False)


def test_withholding_without_a_reason_is_refused(desk):
    reading = ReadingFactory()
    page = desk.post(address("withhold", reading), {"version": 1})
    assert page.status_code == 422
    assert "Choose why it is withheld." in page.parsed.text()


def test_the_reader_of_a_passed_on_comment_sees_that_and_no_more(desk):
    reading = ReadingFactory()
    page = desk.post(address("pass_on", reading), {"version": 1}, follow=True)
    assert "Passed on" in page.parsed.text()
    page = desk.get(address("comment", reading))
    assert "Put back to be read" not in page.parsed.text()
    where = f"/desk/concerns/{Concern.objects.get().pk}/"
    assert where not in page.parsed.source


@pytest.mark.parametrize("verb", ["approve", "redact", "withhold", "pass_on", "undo"])
def test_words_that_were_passed_on_are_opened_by_no_reader(desk, worker, verb):
    reading = ReadingFactory(passed_on=True, comment__words="zanzibar")
    sent = {"version": reading.version, "preview": "1", "words": ["zanzibar"]}
    for page in (
        desk.get(address("comment", reading)),
        desk.post(address(verb, reading), {}),
        desk.post(address(verb, reading), sent | {"replacement": ["[place]"]}),
    ):
        assert "zanzibar" not in page.parsed.source
    assert not Entry.objects.filter(verb="moderation.read").exists()


def test_the_second_reader_is_told_and_keeps_what_they_had_typed(sign_in, worker):
    reading = ReadingFactory(comment__words="Jade turns up", approved=True, by=worker)
    desk = sign_in(UserFactory(worker=True))
    page = desk.post(
        address("redact", reading),
        {
            "version": 1,
            "may_count": "on",
            "words": ["Jade"],
            "replacement": ["[worker]"],
        },
    )
    assert page.status_code == 409
    assert "Amina Rahman was a moment before you: approved" in page.parsed.text()
    assert "Jade → [worker]" in page.parsed.text()


def test_comments_of_unfinished_responses_are_marked(desk):
    reading = ReadingFactory(comment__finished=False)
    page = desk.get(address("comment", reading))
    assert "read for safety, never quoted or counted" in page.parsed.text()


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</div></main><h1>x</h1>",
    "{{ comment.read }}{% now 'Y' %}",
    "&lt;b&gt; &amp; \u202egnp.exe\u202c",
    "su\u200bicide \u2066x\u2069",
    "’‘`´'\\\\n\\u0000",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_text(desk, words):
    reading = ReadingFactory(comment__words=words)
    page = desk.get(address("comment", reading))
    (shown,) = [box for box in page.parsed.all("div") if box.get("id") == "words"]
    assert "".join(shown.itertext()) == words
    reading = ReadingFactory(comment__words=words, approved=True)
    page = desk.get(address("comment", reading))
    assert " ".join(words.split()) in page.parsed.text()


def test_hidden_characters_are_counted_and_said(desk):
    reading = ReadingFactory(comment__words="su\u200bici\u200bde")
    page = desk.get(address("comment", reading))
    assert "2 characters here cannot be seen." in page.parsed.text()
    assert "Possible worry" in page.parsed.text()


def test_the_list_costs_the_same_for_many_as_for_few(
    desk, django_assert_max_num_queries
):
    first = ReadingFactory()
    edition = first.comment.response.edition
    for _ in range(12):
        CommentFactory(response=ResponseFactory(edition=edition, finished=True))
    with django_assert_max_num_queries(22):
        desk.get(reverse("moderation:queue", args=[first.comment.survey_id]))
    with django_assert_max_num_queries(30):
        desk.get(address("comment", first))


def test_a_comment_that_is_not_there_is_not_found(desk):
    page = desk.get(
        reverse("moderation:comment", args=["00000000-0000-4000-8000-000000000000"]),
        follow=True,
    )
    assert page.status_code == 404


def test_words_whose_time_is_over_are_gone_and_the_page_says_so(desk):
    from voice.council.domain.keys import destroy_key
    from voice.council.enums import KeyPurpose

    reading = ReadingFactory()
    destroy_key(owner=f"survey:{reading.comment.survey_id}", purpose=KeyPurpose.RAW)
    page = desk.get(address("comment", reading))
    assert page.status_code == 410
    assert "These words are gone" in page.parsed.heading
