"""Surveys in the editor: a refused publish loses nothing, a published key stays."""

import json

import pytest
from django.apps import apps
from wagtail.admin.viewsets import viewsets
from wagtail.snippets.models import get_snippet_models

from surveys.domain.publishing import publish_survey
from surveys.models import Survey
from tests.factories.accounts import UserFactory
from tests.factories.surveys import (
    ConsultationFactory,
    SurveyFactory,
    SurveyMemberFactory,
)
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/surveys/survey/add/"


def edit(survey):
    """Return the address of the editor."""
    return f"/admin/snippets/surveys/survey/edit/{survey.pk}/"


def form(consultation, **changes):
    """Return what the editor sends for a survey with one question."""
    return {
        "consultation": consultation.pk,
        "title": "Leaving care",
        "slug": "leaving-care",
        "introduction": "We want to know.",
        "thanks": "Thank you.",
        "mode": "name_not_asked",
        "audience": "young_people",
        "age_bands": ["16-25"],
        "questions-count": "1",
        "questions-0-deleted": "",
        "questions-0-order": "0",
        "questions-0-type": "long_text",
        "questions-0-id": "11111111-1111-4111-8111-111111111111",
        "questions-0-value-prompt": "What would help?",
        "questions-0-value-help": "",
        "questions-0-value-key": "",
        "questions-0-value-extras": '{"decision": "What we change."}',
    } | changes


@pytest.fixture
def worker():
    UserFactory(lead=True)
    return UserFactory(worker=True)


@pytest.fixture
def at_work(sign_in, worker):
    return sign_in(worker)


def test_worker_goes_from_empty_to_published(at_work):
    page = at_work.post(
        ADD, form(ConsultationFactory()) | {"action-publish": "yes"}, follow=True
    )
    survey = Survey.objects.get()
    assert page.redirect_chain[-1][0] == edit(survey)
    assert survey.live
    edition = survey.editions.get()
    assert edition.definition["languages"] == ["en"]
    assert [q["key"] for q in edition.definition["questions"]] == ["what_would_help"]
    assert f"/desk/surveys/{survey.slug}/ways-in/" in page.content.decode()


def test_draft_needs_only_what_finds_it_again(at_work):
    at_work.post(
        ADD, form(ConsultationFactory(), introduction="", thanks="", age_bands=[])
    )
    survey = Survey.objects.get()
    assert (survey.title, survey.live, survey.age_bands) == ("Leaving care", False, [])


def test_refused_publish_keeps_every_word_as_a_draft(at_work):
    sent = form(ConsultationFactory(), languages=["ur"], thanks="Planted thanks.")
    page = at_work.post(ADD, sent | {"action-publish": "yes"}, follow=True)
    survey = Survey.objects.get()
    assert not survey.live
    assert not survey.editions.exists()
    assert survey.get_latest_revision_as_object().thanks == "Planted thanks."
    told = [str(message) for message in page.context["messages"]]
    assert len(told) == 1
    assert "Your draft is saved. It cannot be published yet:" in told[0]
    assert "<li>Urdu: 4 wordings are missing.</li>" in told[0]


def test_refused_change_leaves_what_is_live_alone(at_work, worker):
    survey = SurveyFactory(slug="leaving-care")
    publish_survey(survey, by=worker)
    sent = form(survey.consultation, languages=["ur"], breakdowns=["age_band"])
    at_work.post(edit(survey), sent | {"action-publish": "yes"})
    survey.refresh_from_db()
    assert (survey.live, survey.title) == (True, "My social worker and me")
    assert survey.editions.count() == 1
    assert survey.get_latest_revision_as_object().title == "Leaving care"


def test_publish_with_words_missing_is_refused_beside_the_field(at_work):
    sent = form(ConsultationFactory(), thanks="", introduction="Planted")
    page = at_work.post(ADD, sent | {"action-publish": "yes"})
    assert page.status_code == 200
    assert list(page.context["form"].errors) == ["thanks"]
    assert "Planted" in page.content.decode()


def test_published_key_changed_is_refused_beside_the_question(at_work):
    consultation = ConsultationFactory()
    at_work.post(ADD, form(consultation) | {"action-publish": "yes"})
    survey = Survey.objects.get()
    sent = form(consultation, thanks="Planted") | {"questions-0-value-key": "other"}
    page = at_work.post(edit(survey), sent)
    assert list(page.context["form"].errors) == ["questions"]
    content = page.content.decode()
    assert "Planted" in content
    assert "was published with the key" in content
    assert not Survey.objects.get().has_unpublished_changes


def test_mode_and_breakdowns_are_fixed_once_published(at_work):
    consultation = ConsultationFactory()
    at_work.post(ADD, form(consultation) | {"action-publish": "yes"})
    survey = Survey.objects.get()
    sent = form(consultation, mode="known_to_worker", breakdowns=["language"])
    at_work.post(edit(survey), sent | {"action-publish": "yes"})
    survey.refresh_from_db()
    assert (survey.mode, survey.breakdowns) == ("name_not_asked", [])


def test_results_can_be_broken_down_by_a_question_that_asks_who_they_are(at_work):
    sent = form(ConsultationFactory()) | {
        "questions-0-type": "single",
        "questions-0-value-prompt": "Are you a boy or a girl?",
        "questions-0-value-key": "gender",
        "questions-0-value-options": '[{"text": "Girl"}, {"text": "Boy"}]',
        "questions-0-value-extras": '{"about_them": true, "decision": "Who we ask."}',
    }
    at_work.post(ADD, sent | {"breakdowns": ["company", "q:gender"]})
    assert not Survey.objects.exists()
    at_work.post(ADD, sent)
    survey = Survey.objects.get()
    page = at_work.get(edit(survey))
    assert ("q:gender", "Are you a boy or a girl?") in page.context["form"].fields[
        "breakdowns"
    ].choices
    chosen = sent | {"breakdowns": ["company", "q:gender"], "action-publish": "yes"}
    at_work.post(edit(survey), chosen)
    edition = survey.editions.get()
    assert edition.definition["breakdowns"] == ["company", "q:gender"]


def test_another_consultation_is_refused_beside_the_field_once_published(at_work):
    home = ConsultationFactory()
    at_work.post(ADD, form(home) | {"action-publish": "yes"})
    survey = Survey.objects.get()
    later = ConsultationFactory()
    SurveyMemberFactory(
        survey=SurveyFactory(consultation=later), user=survey.members.get().user
    )
    page = at_work.post(edit(survey), form(later, thanks="Planted"))
    assert list(page.context["form"].errors) == ["consultation"]
    content = page.content.decode()
    assert "Planted" in content
    assert "It was published in another consultation" in content
    survey.refresh_from_db()
    assert survey.consultation == home


def test_wordings_follow_a_key_renamed_in_a_draft(at_work, worker):
    consultation = ConsultationFactory()
    at_work.post(ADD, form(consultation, languages=["ur"]))
    survey = Survey.objects.get()
    survey.wordings.create(
        key="what_would_help", part="prompt", language="ur", text="x", base="x"
    )
    renamed = form(consultation, languages=["ur"]) | {"questions-0-value-key": "help"}
    at_work.post(edit(survey), renamed)
    assert survey.wordings.get().key == "help"


def test_saving_is_recorded(at_work, worker):
    at_work.post(ADD, form(ConsultationFactory()) | {"action-publish": "yes"})
    assert [
        entry.verb for entry in Entry.objects.filter(verb__startswith="surveys.")
    ] == [
        "surveys.create_survey",
        "surveys.add_member",
        "surveys.publish",
    ]


@pytest.mark.parametrize(
    ("mode", "direction"), [("en|16-25", "ltr"), ("ur|16-25", "rtl")]
)
def test_preview_shows_the_words_in_a_frame_of_our_own(at_work, mode, direction):
    sent = form(ConsultationFactory(), languages=["ur"])
    at_work.post(ADD, sent)
    survey = Survey.objects.get()
    survey.wordings.create(key="", part="title", language="ur", text="عنوان", base="x")
    path = f"/admin/snippets/surveys/survey/preview/{survey.pk}/"
    kept = at_work.post(path, sent)
    assert json.loads(kept.content) == {"is_valid": True, "is_available": True}
    page = at_work.get(path, {"mode": mode, "in_preview_panel": "true"})
    content = page.content.decode()
    assert f'dir="{direction}"' in content
    assert ("عنوان" in content) == (direction == "rtl")
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_published_survey_cannot_be_deleted(at_work, worker):
    survey = SurveyFactory()
    publish_survey(survey, by=worker)
    at_work.post(f"/admin/snippets/surveys/survey/delete/{survey.pk}/")
    assert Survey.objects.filter(pk=survey.pk).exists()


def test_deleting_together_spares_what_was_published_and_is_recorded(at_work, worker):
    published, draft = SurveyFactory(), SurveyFactory()
    publish_survey(published, by=worker)
    at_work.post(
        "/admin/bulk/surveys/survey/delete/"
        f"?id={published.pk}&id={draft.pk}&next=/admin/"
    )
    assert list(Survey.objects.all()) == [published]
    entry = Entry.objects.get(verb="surveys.delete_survey")
    assert (entry.actor, entry.object_id) == (worker, str(draft.pk))


def test_nothing_a_child_gives_is_registered_with_wagtail():
    shown = {
        viewset.model for viewset in viewsets.viewsets if hasattr(viewset, "model")
    }
    shown |= set(get_snippet_models())
    secret = {
        apps.get_model(label)
        for label in (
            "surveys.Response",
            "surveys.Comment",
            "surveys.Invitation",
            "moderation.Reading",
            "moderation.Concern",
            "releases.Release",
        )
    }
    assert Survey in shown
    assert shown & secret == set()
