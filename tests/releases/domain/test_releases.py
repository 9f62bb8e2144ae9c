import threading
import time
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from surveys.enums import ResponseState
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory, translate
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.surveys import CommentFactory, EditionFactory
from voice.audit.models import Entry
from voice.moderation.domain.reading import undo_decision
from voice.releases.domain.releases import (
    AlreadySettled,
    AlreadySigned,
    GatesNotMet,
    ProposalOutOfDate,
    QuoteNotAllowed,
    drop_release,
    propose_release,
    refuse_quote,
    sign_release,
)
from voice.releases.enums import ReleaseKind, ReleaseState
from voice.releases.logic.canonical import canonical
from voice.releases.logic.gates import Gate
from voice.releases.models import Quote, Release, Signature
from voice.releases.models.release import ReleaseIsImmutable
from voice.releases.queries import (
    ReleaseAltered,
    issued_releases,
    latest_release,
    verified,
)

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
SECRET = "zanzibarquokka"


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


@pytest.fixture
def other():
    """Return another participation worker."""
    return UserFactory(worker=True)


def gates_of(survey, by):
    """Return the gates that refuse a release."""
    with pytest.raises(GatesNotMet) as refused:
        propose_release(survey, by=by)
    assert len(refused.value.reasons) == len(refused.value.gates)
    return refused.value.gates


def test_proposing_signs_first_and_waits(worker):
    survey = AnsweredSurveyFactory(yes=60, no=40)
    release = propose_release(survey, by=worker)
    assert (release.number, release.kind, release.state, release.counted) == (
        1,
        ReleaseKind.FIGURES,
        ReleaseState.PROPOSED,
        100,
    )
    assert [one.by for one in release.signatures.all()] == [worker]
    assert latest_release(survey) is None
    assert issued_releases() == []


def test_second_person_s_signature_issues_it(worker, other):
    survey = AnsweredSurveyFactory()
    release = sign_release(propose_release(survey, by=worker), by=other)
    assert release.is_issued
    assert latest_release(survey) == release
    assert issued_releases() == [release]
    assert list(
        Entry.objects.filter(verb__startswith="releases.")
        .order_by("at")
        .values_list("verb", "actor")
    ) == [("releases.propose", worker.pk), ("releases.sign", other.pk)]


def test_nobody_signs_twice(worker):
    release = propose_release(AnsweredSurveyFactory(), by=worker)
    with pytest.raises(AlreadySigned):
        sign_release(release, by=worker)
    release.refresh_from_db()
    assert release.is_waiting


def test_issued_release_is_not_signed_again(worker, other):
    release = sign_release(
        propose_release(AnsweredSurveyFactory(), by=worker), by=other
    )
    with pytest.raises(AlreadySettled):
        sign_release(release, by=UserFactory(worker=True))


def test_under_thirty_answers_only_words_are_released_and_only_after_close(worker):
    assert gates_of(AnsweredSurveyFactory(yes=29, no=0, closed=False), worker) == [
        Gate.TOO_FEW_WHILE_OPEN
    ]
    release = propose_release(AnsweredSurveyFactory(yes=20, no=9), by=worker)
    assert release.kind == ReleaseKind.WORDS_ONLY


def test_thirty_answers_may_be_released_while_open(worker):
    release = propose_release(
        AnsweredSurveyFactory(yes=20, no=10, closed=False), by=worker
    )
    assert release.kind == ReleaseKind.FIGURES


def test_unread_comment_shuts_the_gate(worker):
    survey = AnsweredSurveyFactory()
    comment = CommentFactory(response=answer(survey, yes=1)[0])
    assert gates_of(survey, worker) == [Gate.UNREAD]
    ReadingFactory(comment=comment, approved=True)
    assert propose_release(survey, by=worker)


def test_unread_comment_of_an_unfinished_response_shuts_nothing(worker):
    survey = AnsweredSurveyFactory()
    response = answer(survey, yes=1)[0]
    response.state = ResponseState.UNDER_WAY
    response.save()
    CommentFactory(response=response)
    release = propose_release(survey, by=worker)
    assert release.counted == 100


def test_one_release_waits_at_a_time(worker):
    survey = AnsweredSurveyFactory()
    propose_release(survey, by=worker)
    assert gates_of(survey, worker) == [Gate.WAITING]


def test_next_release_asks_for_twenty_and_a_fifth_more_and_seven_days(worker):
    survey = AnsweredSurveyFactory(closed=False, yes=100, no=50)
    first = ReleaseFactory(survey=survey, issued=True)
    assert gates_of(survey, worker) == [Gate.TOO_SOON, Gate.TOO_FEW_NEW]
    Release.objects.filter(pk=first.pk).update(
        issued_at=timezone.now() - timedelta(days=8)
    )
    answer(survey, yes=29)
    assert gates_of(survey, worker) == [Gate.TOO_FEW_NEW]
    answer(survey, yes=1)
    assert propose_release(survey, by=worker).number == 2


def test_fifth_release_is_refused(worker):
    survey = AnsweredSurveyFactory()
    for number in range(1, 5):
        Release.objects.create(
            survey=survey,
            number=number,
            kind=ReleaseKind.FIGURES,
            state=ReleaseState.ISSUED,
            tables={},
            content_hash="0" * 64,
            counted=30,
            issued_at=timezone.now() - timedelta(days=30),
        )
    assert gates_of(survey, worker) == [Gate.TOO_MANY]


def test_answers_after_a_release_change_no_byte_of_it():
    survey = AnsweredSurveyFactory(closed=False)
    release = ReleaseFactory(survey=survey, issued=True)
    before = canonical(latest_release(survey).tables)
    comment_on(answer(survey, yes=40, no=3)[0], "later")
    assert canonical(latest_release(survey).tables) == before
    assert latest_release(survey).content_hash == release.content_hash


def test_issued_release_its_quotes_and_signatures_cannot_be_saved_or_deleted():
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    quote = release.quotes.get()
    for change in (
        release.save,
        release.delete,
        quote.save,
        quote.delete,
        release.signatures.first().save,
    ):
        with pytest.raises(ReleaseIsImmutable):
            change()


@pytest.mark.parametrize("what", ["tables", "text", "refused", "number"])
def test_release_altered_from_outside_is_found_and_not_handed_out(what):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    if what == "tables":
        release.tables["reach"]["answered"]["words"] = "500"
        Release.objects.filter(pk=release.pk).update(tables=release.tables)
    elif what == "text":
        Quote.objects.update(text="all is well")
    elif what == "refused":
        Quote.objects.update(text="", refused_by=UserFactory())
    else:
        Release.objects.filter(pk=release.pk).update(number=7)
    with pytest.raises(ReleaseAltered):
        latest_release(survey)
    with pytest.raises(ReleaseAltered):
        issued_releases()


def test_survey_may_be_renamed_after_its_release():
    survey = AnsweredSurveyFactory()
    release = ReleaseFactory(survey=survey, issued=True)
    type(survey).objects.filter(pk=survey.pk).update(slug="another-short-name")
    assert latest_release(survey) == release


def test_waiting_release_altered_between_signatures_is_not_issued(worker, other):
    release = propose_release(AnsweredSurveyFactory(), by=worker)
    release.tables["wrote"]["words"] = "500"
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    with pytest.raises(ReleaseAltered):
        sign_release(release, by=other)


def test_quote_holds_the_kept_words_and_the_themes_told(worker):
    survey = AnsweredSurveyFactory()
    readings = [
        comment_on(response, f"come wen u say {at}")
        for at, response in enumerate(answer(survey, yes=12))
    ]
    redacted = comment_on(answer(survey, yes=1)[0], "Jade turns up", redacted=True)
    tagged(survey, "Turning up", [*readings, redacted])
    tagged(survey, "Rare", [redacted])
    release = propose_release(survey, by=worker, quotes=[redacted.comment])
    quote = release.quotes.get()
    assert (quote.text, quote.themes, quote.question_key) == (
        "[name] turns up",
        ["Turning up"],
        "do_more",
    )


@pytest.mark.parametrize(
    "decided",
    [
        {"withheld": True},
        {"passed_on": True},
        {"child_agrees": False, "approved": True},
        {"approved": True, "may_quote": False},
        {"approved": True, "may_count": False, "may_quote": False},
    ],
)
def test_comment_without_both_yeses_cannot_be_quoted(worker, decided):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], SECRET, **decided)
    with pytest.raises(QuoteNotAllowed):
        propose_release(survey, by=worker, quotes=[reading.comment])
    assert not Release.objects.exists()


def test_comment_of_another_survey_cannot_be_quoted(worker):
    elsewhere = AnsweredSurveyFactory()
    reading = comment_on(answer(elsewhere, yes=1)[0], SECRET)
    with pytest.raises(QuoteNotAllowed):
        propose_release(AnsweredSurveyFactory(), by=worker, quotes=[reading.comment])


def test_kept_back_words_are_nowhere_in_a_release(worker):
    survey = AnsweredSurveyFactory()
    responses = answer(survey, yes=5)
    comment_on(responses[0], f"{SECRET} one", withheld=True)
    comment_on(responses[1], f"{SECRET} two", passed_on=True)
    comment_on(responses[2], f"{SECRET} three", approved=True)
    redacted = comment_on(
        responses[3],
        f"{SECRET} x",
        redacted=True,
        passages=[(0, len(SECRET), "[name]")],
    )
    release = propose_release(survey, by=worker, quotes=[redacted.comment])
    quotes = list(release.quotes.values())
    assert SECRET not in canonical(release.tables) + str(quotes)
    assert SECRET not in str(list(Entry.objects.values_list("details", flat=True)))


def test_comments_kept_back_count_in_no_theme(worker):
    survey = AnsweredSurveyFactory()
    readings = [
        comment_on(response, f"moved again {at}")
        for at, response in enumerate(answer(survey, yes=12))
    ]
    tagged(survey, "Moves", readings)
    told = propose_release(survey, by=worker).tables["themes"]
    assert [row["name"] for row in told] == ["Moves"]
    drop_release(Release.objects.get(), by=worker)
    for reading in readings[:3]:
        undo_decision(reading, version=reading.version, by=reading.decided_by)
        reading.refresh_from_db()
        ReadingFactory(comment=reading.comment, withheld=True)
    again = propose_release(survey, by=worker)
    assert again.tables["themes"] == []
    assert again.tables["wrote"]["words"] == "fewer than 10"


def test_words_kept_back_between_the_signatures_stop_the_second(worker, other):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = propose_release(survey, by=worker)
    undo_decision(reading, version=reading.version, by=worker)
    with pytest.raises(ProposalOutOfDate):
        sign_release(release, by=other)


def test_quote_no_longer_allowed_stops_the_second_signature(worker, other):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    type(reading).objects.filter(pk=reading.pk).update(may_quote=False)
    with pytest.raises(QuoteNotAllowed):
        sign_release(release, by=other)
    refuse_quote(release.quotes.get(), why="no yes", by=other)
    assert sign_release(release, by=other).is_issued


def test_refused_quote_is_emptied_and_the_rest_issued(worker, other):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "It has a shark cover")
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    refuse_quote(release.quotes.get(), why="a carer would know", by=other)
    issued = sign_release(release, by=other)
    assert list(issued.quotes.values_list("text", "refused_by")) == [("", other.pk)]
    assert verified(issued)
    signed = list(issued.signatures.values_list("content_hash", flat=True))
    assert signed[0] != signed[1] == issued.content_hash


def test_quote_of_an_issued_release_cannot_be_refused(other):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    with pytest.raises(AlreadySettled):
        refuse_quote(release.quotes.get(), why="late", by=other)


def test_dropped_release_keeps_no_quote_and_the_next_can_be_proposed(worker, other):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    drop_release(release, by=other)
    assert release.state == ReleaseState.DROPPED
    assert not Quote.objects.exists()
    assert propose_release(survey, by=worker).number == 2
    with pytest.raises(AlreadySettled):
        sign_release(release, by=other)


def test_words_only_release_names_no_theme_beside_a_quote(worker):
    survey = AnsweredSurveyFactory(yes=5, no=3)
    reading = comment_on(answer(survey, yes=1)[0], "the lift is broken")
    comment_on(answer(survey, yes=1)[0], "everything is fine")
    tagged(survey, "Getting in", [reading], heard_from_few=True)
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    assert release.kind == ReleaseKind.WORDS_ONLY
    assert release.quotes.get().themes == []


def test_editions_are_joined_only_where_options_agree(worker):
    survey = AnsweredSurveyFactory(yes=60, no=40)
    first = survey.editions.get()
    changed = dict(first.definition)
    changed["questions"] = [dict(one) for one in changed["questions"]]
    changed["questions"][0]["options"] = ["yes", "no", "unsure"]
    changed["questions"][0]["wordings"] = {
        "en": {
            "": {
                "prompt": "Do you know your worker?",
                "help": "",
                "options": {"yes": "Yes", "no": "No", "unsure": "Not sure"},
                "low": "",
                "high": "",
            }
        }
    }
    second = EditionFactory(survey=survey, number=2, definition=changed)
    answer(survey, yes=30, no=20, edition=second)
    tables = propose_release(survey, by=worker).tables
    assert tables["editions"] == [1, 2]
    assert tables["reach"]["answered"]["words"] == "150"
    question = tables["questions"][0]
    assert (question["answered"]["words"], question["edition_differs"]) == ("50", True)
    assert tables["questions"][1]["edition_differs"] is False


def test_breakdown_added_after_the_survey_opened_is_left_out(worker):
    survey = AnsweredSurveyFactory(yes=30, no=30)
    answer(survey, yes=30, no=30, age_band="8-11")
    first = survey.editions.get()
    later = dict(first.definition) | {"breakdowns": ["age_band", "language"]}
    second = EditionFactory(survey=survey, number=2, definition=later)
    answer(survey, yes=1, edition=second)
    tables = propose_release(survey, by=worker).tables
    assert [one["by"] for one in tables["questions"][0]["breakdowns"]] == ["age_band"]


def test_release_number_is_once_a_survey():
    release = ReleaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            survey=release.survey,
            number=release.number,
            kind=ReleaseKind.FIGURES,
            state=ReleaseState.DROPPED,
            tables={},
            content_hash="",
            counted=0,
        )


def test_two_releases_of_a_survey_cannot_wait():
    release = ReleaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            survey=release.survey,
            number=9,
            kind=ReleaseKind.FIGURES,
            tables={},
            content_hash="",
            counted=0,
        )


def test_issued_release_has_a_time():
    release = ReleaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(state=ReleaseState.ISSUED)


def test_quote_with_text_cannot_be_refused_in_the_database():
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    ReleaseFactory(survey=survey, quotes=[reading.comment])
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.update(refused_by=UserFactory())


def test_one_person_s_second_signature_is_refused_by_the_database(worker):
    release = propose_release(AnsweredSurveyFactory(), by=worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(release=release, by=worker, content_hash="")


@pytest.mark.django_db(transaction=True)
def test_two_second_signers_at_once_make_one_issue(worker):
    release = propose_release(AnsweredSurveyFactory(), by=worker)
    signers = [UserFactory(worker=True) for _ in range(2)]
    barrier = threading.Barrier(2)
    ends = []

    def sign(user):
        try:
            barrier.wait()
            sign_release(Release.objects.get(pk=release.pk), by=user)
            ends.append("issued")
        except AlreadySettled:
            ends.append("told")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign, args=(user,)) for user in signers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["issued", "told"]
    assert release.signatures.count() == 2


def test_tables_never_name_a_response_or_a_comment(worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    text = canonical(propose_release(survey, by=worker).tables)
    assert str(reading.comment_id) not in text
    assert str(reading.comment.response_id) not in text


@pytest.mark.django_db(transaction=True)
def test_words_being_kept_back_while_a_release_is_proposed_are_waited_for(worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    undone = threading.Event()

    def undo():
        try:
            with transaction.atomic():
                undo_decision(reading, version=reading.version, by=worker)
                undone.set()
                time.sleep(1)
        finally:
            connections.close_all()

    thread = threading.Thread(target=undo)
    thread.start()
    undone.wait()
    assert gates_of(survey, worker) == [Gate.UNREAD]
    thread.join()


def polish(survey, **decided):
    """Return a comment in Polish with its approved translation."""
    reading = comment_on(answer(survey, yes=1)[0], "Jade przychodzi", **decided)
    translate(reading, "[name] comes", by=UserFactory(worker=True))
    return reading


def test_quote_carries_the_approved_translation_and_both_are_signed(worker, other):
    survey = AnsweredSurveyFactory()
    reading = polish(survey, redacted=True)
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    quote = release.quotes.get()
    assert (quote.text, quote.translation, quote.translated_from) == (
        "[name] przychodzi",
        "[name] comes",
        "pl",
    )
    sign_release(release, by=other)
    Quote.objects.update(translation="all is well")
    with pytest.raises(ReleaseAltered):
        latest_release(survey)


def test_quote_whose_translation_changed_is_not_signed(worker, other):
    survey = AnsweredSurveyFactory()
    reading = polish(survey)
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    translate(reading, "Jade comes late", by=worker)
    with pytest.raises(QuoteNotAllowed):
        sign_release(release, by=other)


def test_quote_without_translation_is_signed_though_one_was_approved_since(
    worker, other
):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "przychodzi")
    release = propose_release(survey, by=worker, quotes=[reading.comment])
    translate(reading, "comes", by=worker)
    assert sign_release(release, by=other).is_issued
    assert release.quotes.get().translation == ""


def test_refused_quote_loses_its_translation_and_the_database_keeps_none(worker):
    survey = AnsweredSurveyFactory()
    release = ReleaseFactory(survey=survey, quotes=[polish(survey).comment])
    refuse_quote(release.quotes.get(), why="known", by=worker)
    assert (Quote.objects.get().text, Quote.objects.get().translation) == ("", "")
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.update(translation="x")
