import re

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import translate
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.surveys import CommentFactory, SurveyMemberFactory
from voice.accounts.enums import Role
from voice.releases.models import Quote, Release
from voice.releases.queries import latest_release
from voice.themes.domain.codebooks import word_theme

pytestmark = pytest.mark.django_db
SECRET = "zanzibarquokka"


@pytest.fixture
def worker():
    """Return a participation worker."""
    return UserFactory(worker=True)


def main_text(page):
    """Return what the main part of a page says."""
    main = next(e for e in page.parsed.all("main"))
    return page.parsed.text(main)


def url(release, *more):
    """Return the address of a release, or of something about it."""
    return "/".join(["/desk/releases", str(release.pk), *map(str, more), ""])


def test_list_tells_each_survey_s_releases_and_why_not(sign_in, worker):
    ReleaseFactory(issued=True)
    AnsweredSurveyFactory(yes=3, no=2, closed=False)
    page = sign_in(worker).get("/desk/releases/")
    text = main_text(page)
    assert "First release" in text
    assert "Wait until it closes" in text


def test_list_without_surveys_says_what_to_do(sign_in, worker):
    assert "No survey has opened yet" in main_text(
        sign_in(worker).get("/desk/releases/")
    )


def test_list_asks_as_much_of_the_database_for_five_surveys_as_for_one(
    sign_in, worker, django_assert_max_num_queries
):
    for _ in range(5):
        ReleaseFactory(issued=True)
    client = sign_in(worker)
    with django_assert_max_num_queries(11):
        client.get("/desk/releases/")


def test_waiting_release_is_not_listed_for_those_who_do_not_sign(sign_in):
    release = ReleaseFactory()
    page = sign_in(UserFactory(owner=True)).get("/desk/releases/")
    assert url(release) not in page.parsed.source
    assert "First release" not in main_text(page)


@pytest.mark.parametrize("role", [Role.SAFEGUARDING_LEAD, Role.ACTION_OWNER])
def test_waiting_release_is_missing_to_those_who_do_not_sign(sign_in, role):
    release = ReleaseFactory()
    client = sign_in(UserFactory(roles=[role]))
    assert client.get(url(release), follow=True).status_code == 404


def test_worker_proposes_with_a_quote_and_another_signs(sign_in, worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    address = f"/desk/releases/of/{survey.slug}/"
    client = sign_in(worker)
    assert "come wen u say" in main_text(client.get(address))
    page = client.post(address, {"quotes": [str(reading.comment_id)]}, follow=True)
    assert "Waiting for somebody else’s signature" in main_text(page)
    release = Release.objects.get()
    client = sign_in(UserFactory(officer=True))
    assert "Waiting for your signature" in main_text(client.get(url(release)))
    assert "It holds 1 quote" in main_text(client.get(url(release, "sign")))
    page = client.post(url(release, "sign"), follow=True)
    assert "Issued" in main_text(page)
    assert latest_release(survey) == release


def test_proposer_is_told_that_the_second_signature_is_somebody_else_s(sign_in, worker):
    release = ReleaseFactory(by=worker)
    page = sign_in(worker).post(url(release, "sign"), follow=True)
    assert "The second signature is somebody else's" in main_text(page)
    release.refresh_from_db()
    assert release.is_waiting


def test_shut_gate_is_told_in_a_sentence_and_makes_nothing(sign_in, worker):
    survey = AnsweredSurveyFactory()
    CommentFactory(response=answer(survey, yes=1)[0], words=SECRET)
    page = sign_in(worker).post(f"/desk/releases/of/{survey.slug}/")
    assert "have not been read yet" in main_text(page)
    assert not Release.objects.exists()


def test_quote_that_may_not_be_used_is_refused_and_the_choice_kept(sign_in, worker):
    survey = AnsweredSurveyFactory()
    good, bad = (
        comment_on(response, words, child_agrees=agrees)
        for response, words, agrees in zip(
            answer(survey, yes=2),
            ("come wen u say", SECRET),
            (True, False),
            strict=True,
        )
    )
    page = sign_in(worker).post(
        f"/desk/releases/of/{survey.slug}/",
        {"quotes": [str(good.comment_id), str(bad.comment_id)]},
    )
    checked = [e for e in page.parsed.all("input") if e.get("checked") is not None]
    assert [e.get("value") for e in checked] == [str(good.comment_id)]
    assert page.parsed.all("h2")[0].text == "Something needs another look"
    assert SECRET not in page.content.decode()
    assert not Release.objects.exists()


def test_survey_never_published_cannot_be_proposed(sign_in, worker):
    page = sign_in(worker).get("/desk/releases/of/nothing/", follow=True)
    assert page.status_code == 404


def test_signer_refuses_a_quote_with_a_reason(sign_in, worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], f"{SECRET} shark cover")
    release = ReleaseFactory(survey=survey, quotes=[reading.comment])
    client = sign_in(worker)
    address = url(release, "quotes", release.quotes.get().pk, "refuse")
    page = client.post(address, {"why": ""})
    assert "Something needs another look" in main_text(page)
    page = client.post(address, {"why": "a carer would know"}, follow=True)
    assert "a carer would know" in main_text(page)
    assert SECRET not in page.content.decode()


def test_quote_of_another_release_is_missing(sign_in, worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    quote = ReleaseFactory(survey=survey, quotes=[reading.comment]).quotes.get()
    elsewhere = ReleaseFactory()
    client = sign_in(worker)
    address = url(elsewhere, "quotes", quote.pk, "refuse")
    page = client.post(address, {"why": "x"}, follow=True)
    assert page.status_code == 404
    assert Quote.objects.get().text == "come wen u say"


def test_drop_asks_first(sign_in, worker):
    release = ReleaseFactory()
    client = sign_in(worker)
    assert "Drop this release?" in main_text(client.get(url(release, "drop")))
    release.refresh_from_db()
    assert release.is_waiting
    page = client.post(url(release, "drop"), follow=True)
    assert "Nobody outside saw it" in main_text(page)


def test_issued_release_cannot_be_signed_dropped_or_lose_a_quote(sign_in, worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "come wen u say")
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    client = sign_in(worker)
    quote = release.quotes.get()
    before = (release.content_hash, quote.text)
    for more in (["sign"], ["drop"], ["quotes", quote.pk, "refuse"]):
        client.get(url(release, *more))
        client.post(url(release, *more), {"why": "late"})
    release.refresh_from_db()
    assert (release.content_hash, release.quotes.get().text) == before
    assert release.is_issued


def test_altered_release_is_not_shown(sign_in, worker):
    release = ReleaseFactory(issued=True)
    release.tables["reach"]["missing"] = SECRET
    Release.objects.filter(pk=release.pk).update(tables=release.tables)
    page = sign_in(worker).get(url(release))
    assert page.status_code == 500
    assert "is not what was signed" in main_text(page)
    assert SECRET not in page.content.decode()


def test_release_page_tells_figures_groups_themes_and_what_was_kept_back(
    sign_in, worker
):
    survey = AnsweredSurveyFactory(yes=40, no=20)
    responses = answer(survey, yes=30, no=60, age_band="8-11")
    readings = [comment_on(one, f"moved {at}") for at, one in enumerate(responses[:12])]
    tagged(survey, "Moves", readings)
    release = ReleaseFactory(survey=survey, issued=True)
    text = main_text(sign_in(worker).get(url(release)))
    for said in (
        "About 150 of 470 who were asked",
        "Moves",
        "By age",
        "8 to 11",
        "65%",
        "Unkind about someone: fewer than 10",
        "Totals may not add up.",
    ):
        assert said in text


def test_words_only_page_has_no_digit(sign_in, worker):
    survey = AnsweredSurveyFactory(yes=5, no=2)
    responses = [*answer(survey, yes=6, scale=2), *answer(survey, yes=2, scale=9)]
    readings = [comment_on(one, "the lift is broken") for one in responses]
    tagged(survey, "Getting in", readings)
    release = ReleaseFactory(
        survey=survey, issued=True, quotes=[readings[0].comment], by__name="Ada"
    )
    page = sign_in(worker).get(url(release))
    text = main_text(page)
    assert "Nearer “not safe” most" in text
    assert "the lift is broken" in text
    # What the worker typed may hold digits of its own.
    for typed in (survey.consultation.asked_who, "How safe do you feel, 0 to 10?"):
        text = text.replace(typed, "")
    assert re.findall(r"\d", text) == [], text


def test_kept_back_and_unquoted_words_are_on_no_page_of_releases(sign_in, worker):
    survey = AnsweredSurveyFactory()
    responses = answer(survey, yes=3)
    comment_on(responses[0], f"{SECRET} a", withheld=True)
    comment_on(responses[1], f"{SECRET} b", passed_on=True)
    comment_on(responses[2], f"{SECRET} c", child_agrees=False)
    client = sign_in(worker)
    pages = [
        client.get("/desk/releases/"),
        client.get(f"/desk/releases/of/{survey.slug}/"),
    ]
    release = ReleaseFactory(survey=survey, issued=True)
    pages.append(client.get(url(release)))
    assert all(SECRET not in page.content.decode() for page in pages)


def test_answers_after_a_release_change_no_byte_of_its_page(sign_in):
    survey = AnsweredSurveyFactory(closed=False)
    release = ReleaseFactory(survey=survey, issued=True)
    client = sign_in(UserFactory(owner=True))
    before = main_text(client.get(url(release)))
    comment_on(answer(survey, yes=30, no=1)[0], SECRET)
    assert main_text(client.get(url(release))) == before


def test_release_page_asks_little_of_the_database(
    sign_in, worker, django_assert_max_num_queries
):
    survey = AnsweredSurveyFactory()
    readings = [comment_on(one, "come wen u say") for one in answer(survey, yes=6)]
    release = ReleaseFactory(
        survey=survey, issued=True, quotes=[one.comment for one in readings]
    )
    client = sign_in(worker)
    with django_assert_max_num_queries(14):
        client.get(url(release))


def test_release_page_in_urdu_is_right_to_left(sign_in, worker):
    release = ReleaseFactory(issued=True)
    client = sign_in(worker)
    client.cookies["django_language"] = "ur"
    page = client.get(url(release))
    assert page.parsed.all("html")[0].get("dir") == "rtl"


@pytest.mark.parametrize("name", ["propose", "sign"])
def test_whoever_puts_their_name_under_a_release_proves_who_they_are(
    sign_in, settings, name
):
    settings.SECOND_FACTOR_REQUIRED = True
    release = ReleaseFactory()
    person = UserFactory(worker=True)
    desk = sign_in(person)
    session = desk.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    what = release.survey.slug if name == "propose" else release.pk
    page = desk.get(reverse(f"releases:{name}", args=[what]))
    assert (page.status_code, page.parsed.heading) == (
        403,
        "Show that it is still you",
    )


def test_quotes_are_offered_signed_and_cited_with_their_translation(sign_in, worker):
    survey = AnsweredSurveyFactory()
    reading = comment_on(answer(survey, yes=1)[0], "przychodzi")
    translate(reading, "comes <b>wen</b> she says", by=worker)
    hidden = comment_on(answer(survey, yes=1)[0], "nie", may_quote=False)
    translate(hidden, SECRET, by=worker)
    client = sign_in(worker)
    told = ("przychodzi", "comes <b>wen</b> she says", "by a person from Polish")
    page = client.get(f"/desk/releases/of/{survey.slug}/")
    assert SECRET not in page.parsed.source
    release = ReleaseFactory(survey=survey, issued=True, quotes=[reading.comment])
    for shown in (page, client.get(url(release))):
        for words in told:
            assert words in main_text(shown)


def test_the_codebook_of_a_release_is_for_those_who_could_sign_it(sign_in):
    survey = AnsweredSurveyFactory()
    theme = tagged(survey, "Zanzibar", [], include="moves")
    release = ReleaseFactory(survey=survey, issued=True)
    word_theme(theme, name="Elsewhere", by=UserFactory(worker=True))
    address = reverse("releases:codebook", args=[release.pk])
    desk = sign_in(SurveyMemberFactory(survey=survey).user)
    assert address in desk.get(f"/desk/releases/{release.pk}/").content.decode()
    page = desk.get(address)
    assert page.parsed.heading == "The codebook it was made with"
    assert "Zanzibar" in page.parsed.text()
    assert "Elsewhere" not in page.parsed.text()
    owner = sign_in(UserFactory(owner=True))
    page = owner.get(f"/desk/releases/{release.pk}/")
    assert "Zanzibar" not in page.content.decode()
    assert address not in page.content.decode()
    assert owner.get(address).status_code == 403
    stranger = sign_in(UserFactory(outsider=True))
    assert stranger.get(address).status_code == 404
    Release.objects.filter(pk=release.pk).update(codebook=[])
    desk = sign_in(SurveyMemberFactory(survey=survey).user)
    page = desk.get(address)
    assert page.status_code == 500
    assert "Zanzibar" not in page.content.decode()
