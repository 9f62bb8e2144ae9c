import re

import pytest
from django.urls import reverse
from django.utils import timezone

from surveys.domain.withdrawing import withdraw_response
from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory, comment_on
from tests.factories.statement import KeyThemeFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.releases.domain.recalls import recall_release
from voice.releases.domain.releases import propose_release, sign_release
from voice.releases.models import Recall, Release
from voice.statement.domain.evidence import cite_result

pytestmark = pytest.mark.django_db
WHY = "A class answered twice: zanzibarquokka."


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


@pytest.fixture
def release():
    """Return an issued release with one quote."""
    survey = AnsweredSurveyFactory()
    reading = comment_on(Response.objects.first(), "come wen u say")
    return ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])


def url(release, *more):
    """Return the address of a release, or of something about it."""
    return "/".join(["/desk/releases", str(release.pk), *map(str, more), ""])


def text_of(page):
    """Return what a page says."""
    return page.parsed.text()


def today():
    """Return today as people write it."""
    day = timezone.localdate()
    return f"{day.day} {day:%B %Y}"


def test_worker_recalls_in_two_steps_and_the_release_says_so(sign_in, worker, release):
    client = sign_in(worker)
    assert url(release, "recall") in client.get(url(release)).parsed.source
    page = client.post(url(release, "recall"), {"why": WHY, "do": "look"})
    assert "Are you sure?" in text_of(page)
    assert WHY in text_of(page)
    assert not Recall.objects.exists()
    page = client.post(
        url(release, "recall"), {"why": WHY, "do": "recall"}, follow=True
    )
    assert f"Recalled on {today()}: this release counts no more" in text_of(page)
    assert f"Why: {WHY}" in text_of(page)
    assert "No release has corrected it yet." in text_of(page)
    assert Recall.objects.get().by == worker
    assert url(release, "recall") not in page.parsed.source
    assert "Recalled" in text_of(client.get("/desk/releases/"))


def test_second_step_lists_what_cites_it_with_a_way_there(sign_in, worker, release):
    evidence = cite_result(
        release,
        question_key="know_worker",
        option_key="yes",
        key_theme=KeyThemeFactory(title="Voice of children"),
        stance="supports",
        by=worker,
    )
    page = sign_in(worker).post(url(release, "recall"), {"why": WHY, "do": "look"})
    links = {link.get("href") for link in page.parsed.all("a")}
    assert f"/desk/statement/evidence/{evidence.pk}/" in links
    assert "Voice of children" in text_of(page)


def test_reason_goes_back_to_be_changed_and_is_kept(sign_in, worker, release):
    page = sign_in(worker).post(url(release, "recall"), {"why": WHY, "do": "change"})
    assert WHY in page.parsed.source
    assert not Recall.objects.exists()


@pytest.mark.parametrize("do", ["look", "recall"])
@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("", "This field is required"),
        ("Only 3 of them.", "Leave numbers and dates out"),
    ],
)
def test_reason_that_cannot_stand_is_refused_at_both_steps_and_kept(
    sign_in, worker, release, do, why, said
):
    page = sign_in(worker).post(url(release, "recall"), {"why": why, "do": do})
    assert said in text_of(page)
    assert why in page.parsed.source
    assert not Recall.objects.exists()


def test_those_who_do_not_sign_read_figures_and_reason_but_no_quote(
    sign_in, worker, release
):
    recall_release(release, why=WHY, by=worker)
    page = sign_in(UserFactory(owner=True)).get(url(release))
    assert WHY in text_of(page)
    assert "come wen u say" not in page.parsed.source
    assert "Its quotes are not shown any more." in text_of(page)
    assert "60" in text_of(page)
    assert url(release, "recall") not in page.parsed.source


def test_signers_still_read_the_quotes_of_what_was_recalled(sign_in, worker, release):
    SurveyMemberFactory(survey=release.survey, user=worker)
    recall_release(release, why=WHY, by=worker)
    assert "come wen u say" in text_of(sign_in(worker).get(url(release)))


def test_nobody_else_recalls(sign_in, release):
    address = url(release, "recall")
    for other in (UserFactory(board=True), UserFactory(owner=True)):
        sign_in(other).post(address, {"why": WHY, "do": "recall"})
    assert not Recall.objects.exists()


def test_recall_of_what_waits_or_was_recalled_leads_to_its_page(sign_in, worker):
    waiting = ReleaseFactory()
    page = sign_in(worker).get(url(waiting, "recall"))
    assert (page.status_code, page["Location"]) == (302, url(waiting))


def test_recalled_release_and_its_correction_name_each_other(sign_in, worker, release):
    recall_release(release, why=WHY, by=worker)
    second = propose_release(release.survey, by=worker)
    sign_release(second, by=UserFactory(worker=True))
    client = sign_in(worker)
    page = client.get(url(release))
    assert "It was corrected since:" in text_of(page)
    assert url(second) in page.parsed.source
    page = client.get(url(second))
    assert "It comes after one that was recalled:" in text_of(page)
    assert url(release) in page.parsed.source


def test_words_only_release_that_was_recalled_still_holds_no_digit(sign_in, worker):
    survey = AnsweredSurveyFactory(yes=6, no=3)
    release = ReleaseFactory(survey=survey, issued=True)
    recall_release(release, why="The wrong survey.", by=worker)
    page = sign_in(UserFactory(owner=True)).get(url(release))
    main = next(e for e in page.parsed.all("main"))
    said = page.parsed.text(main)
    for typed in (survey.consultation.asked_who, "How safe do you feel, 0 to 10?"):
        said = said.replace(typed, "")
    assert re.findall(r"\d", said) == []
    assert "Recalled: this release counts no more" in said


def test_signers_alone_read_how_many_have_gone_since(sign_in, worker, release):
    withdraw_response(Response.objects.exclude(comments__isnull=False).first())
    said = "1 young person’s answers have been erased since they were counted here."
    SurveyMemberFactory(survey=release.survey, user=worker)
    assert said in text_of(sign_in(worker).get(url(release)))
    page = sign_in(UserFactory(owner=True)).get(url(release))
    assert "erased since" not in text_of(page)


def test_signers_learn_that_a_quote_is_of_one_who_went(sign_in, worker, release):
    withdraw_response(Response.objects.get(comments__isnull=False))
    SurveyMemberFactory(survey=release.survey, user=worker)
    text = text_of(sign_in(worker).get(url(release)))
    assert "1 quote in it is by a young person who has gone since." in text


def test_list_says_why_a_correction_cannot_be_made_yet(sign_in, worker, release):
    recall_release(release, why=WHY, by=worker)
    Response.objects.exclude(comments__isnull=False).first().delete()
    text = text_of(sign_in(worker).get("/desk/releases/"))
    assert "A correction counts the very same answers" in text
    assert Release.objects.count() == 1


def test_what_was_recalled_is_not_given_out_as_a_file(sign_in, worker, release):
    client = sign_in(worker)
    address = reverse("releases:csv", args=[release.pk])
    assert client.get(address).status_code == 200
    recall_release(release, why=WHY, by=worker)
    assert client.get(address).status_code == 404
    assert address not in client.get(url(release)).parsed.source
