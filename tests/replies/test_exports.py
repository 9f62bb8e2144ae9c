import csv
from io import StringIO

import pytest

from tests.factories.accounts import UserFactory
from tests.factories.codes import invitation_code
from tests.factories.replies import (
    PromiseFactory,
    PromiseWordingFactory,
    ReplyFactory,
    ReplyWordingFactory,
)
from tests.factories.surveys import InvitationFactory
from voice.audit.models import Entry
from voice.replies.exports import told_through_workers_csv

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


@pytest.fixture
def reply():
    made = ReplyFactory(published=True)
    ReplyWordingFactory(reply=made, age_bands=["11-17"])
    ReplyWordingFactory(reply=made, age_bands=["8-10"], you_said="You said bags.")
    ReplyWordingFactory(reply=made, language="ur", you_said="=آپ نے کہا")
    PromiseWordingFactory(promise=PromiseFactory(reply=made))
    return made


def wish(survey, number, language="en", band="11-17", label="Leavers"):
    """Let somebody with a numbered code have asked to be told through their worker."""
    _code, row = invitation_code(
        InvitationFactory(survey=survey), label=f"{label} {number}"
    )
    row.number, row.tell_in, row.tell_as = number, language, band
    row.save()


def lines(reply, surveys, **pages):
    by = UserFactory(worker=True)
    content = told_through_workers_csv(reply, surveys=surveys, pages=pages, by=by)
    return [dict(row) for row in csv.DictReader(StringIO(content))]


def test_each_is_told_in_their_language_and_for_their_age(reply):
    survey = reply.release.survey
    wish(survey, 1)
    wish(survey, 2, band="8-10")
    wish(survey, 3, language="ur")
    older, younger, urdu = lines(reply, [survey.pk], en="https://a.example/x/")
    assert older["Number"] == "1"
    assert older["Reply"].startswith("You said\nMoves come with no warning")
    assert "We will not\nPromise that nobody will ever move quickly." in older["Reply"]
    assert older["What we promised you"].startswith("No more bin bags: a")
    assert older["Page"] == "https://a.example/x/"
    assert "You said\nYou said bags." in younger["Reply"]
    assert urdu["Language"] == "اردو"
    assert "=آپ نے کہا" in urdu["Reply"]
    assert urdu["Page"] == ""


def test_formulas_are_neutralised(reply):
    survey = reply.release.survey
    wish(survey, 1, label="=HYPERLINK")
    assert lines(reply, [survey.pk])[0]["Way in"] == "'=HYPERLINK 1"


def test_other_surveys_wishes_are_not_in_it(reply):
    wish(reply.release.survey, 1)
    assert lines(reply, []) == []


def test_taking_it_is_written_down_with_how_many_alone(reply):
    wish(reply.release.survey, 7)
    lines(reply, [reply.release.survey_id])
    (entry,) = Entry.objects.filter(verb="replies.take_out_told")
    assert entry.details == {"wishes": 1}
