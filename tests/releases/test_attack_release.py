import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories.releases import AnsweredSurveyFactory, ReleaseFactory, answer
from voice.releases.models import Release

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]


def attacked(survey, *more):
    """Return what the command says."""
    out = StringIO()
    call_command("attack_release", survey.slug, *more, stdout=out)
    return out.getvalue()


def two_releases(monkeypatch):
    """Return a survey with two issued releases."""
    monkeypatch.setattr("voice.releases.domain.releases.shut_gates", lambda _: [])
    survey = AnsweredSurveyFactory(yes=43, no=3)
    ReleaseFactory(survey=survey, issued=True)
    answer(survey, yes=15, no=5)
    ReleaseFactory(survey=survey, issued=True)
    return survey


def test_each_release_is_attacked_with_those_before_it(monkeypatch):
    survey = two_releases(monkeypatch)
    told = json.loads(attacked(survey, "--json"))
    assert [(one["name"], one["releases"], one["holds"]) for one in told] == [
        ("release 1", [1], True),
        ("release 2", [1, 2], True),
    ]
    assert {one["certain_yes"] + one["certain_no"] for one in told} == {0}
    few = next(one for one in told[0]["hidden"] if one["option"] == "no")
    assert (few["from"], few["to"]) == (0, 9)


def test_one_release_is_said_in_sentences(monkeypatch):
    said = attacked(two_releases(monkeypatch), "--release", "2")
    assert said.startswith("release 2: ")
    assert "release 1: " not in said
    assert said.endswith("It holds.\n")


def test_what_was_changed_from_outside_is_an_error(monkeypatch):
    survey = two_releases(monkeypatch)
    release = Release.objects.get(survey=survey, number=1)
    tables = release.tables
    for row, number in zip(tables["questions"][0]["options"], (46, 0), strict=True):
        row["count"] = {"code": "count", "number": number, "words": ""}
    tables["questions"][0]["answered"]["number"] = 46
    tables["rule"] |= {"base": 1, "threshold": 1}
    Release.objects.filter(pk=release.pk).update(tables=tables)
    with pytest.raises(CommandError, match="could be worked out"):
        attacked(survey, "--release", "1")


def test_a_survey_without_releases_is_said():
    survey = AnsweredSurveyFactory()
    with pytest.raises(CommandError, match="no such release"):
        attacked(survey)
    with pytest.raises(CommandError, match="no survey"):
        call_command("attack_release", "nowhere")
