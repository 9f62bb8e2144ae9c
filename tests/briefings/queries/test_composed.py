"""A paper holds what was released, and nothing that was not."""

import pytest

from tests.factories.briefings import BriefingFactory, issued, section_of
from tests.factories.minutes import DecisionFactory, MeetingFactory
from tests.factories.replies import PromiseFactory, ReplyFactory
from tests.factories.statement import (
    ActionFactory,
    KeyThemeFactory,
    MeasureReadingFactory,
    ReleaseFactory,
    cited_quote,
    cited_theme,
)
from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import told_in
from voice.briefings.queries.blocks import BUILDERS
from voice.briefings.queries.citing import briefings_citing
from voice.briefings.queries.composed import composed
from voice.releases.models import Recall

pytestmark = pytest.mark.django_db


def blocks_of(briefing, kind):
    return [one for one in composed(briefing).paper["blocks"] if one["kind"] == kind]


def test_every_kind_of_section_can_be_made():
    assert set(BUILDERS) == set(SectionKind)


def test_results_tell_each_figure_as_it_was_released():
    briefing = BriefingFactory()
    section_of(briefing, "results", release=ReleaseFactory())
    assert told_in(composed(briefing).paper) == [
        *("145", "95", "65%", "50", "35%"),
        *("150", "45", "30%", "20", "15%", "a small number", "not shown"),
    ]


def test_only_chosen_parts_are_told():
    briefing = BriefingFactory()
    section_of(briefing, "results", release=ReleaseFactory(), parts=["themes"])
    [table] = blocks_of(briefing, "figures")
    assert [row["label"] for row in table["rows"]] == [
        "Workers keep changing",
        "Who is my worker?",
        "Faith and food where I live",
    ]


def test_quotes_are_the_released_words():
    briefing, release = BriefingFactory(), ReleaseFactory(quotes=["come wen u say"])
    section_of(briefing, "quotes", release=release)
    [quote] = blocks_of(briefing, "quote")
    assert (quote["words"], quote["language"]) == ("come wen u say", "en")
    assert quote["about"] == "What should your worker do more of?"


def test_reach_is_said_for_somebody_who_knows_nothing():
    briefing = BriefingFactory()
    section_of(briefing, "reach", release=ReleaseFactory())
    [reach] = blocks_of(briefing, "reach")
    assert reach["sentence"] == (
        "150 of about 470 answered: a prompt to ask, not a measure."
    )


def test_key_theme_tells_its_standing_evidence_alone():
    key_theme = KeyThemeFactory()
    cited_theme(key_theme)
    gone = cited_quote(key_theme, "zanzibarquokka")
    Recall.objects.create(release=gone.release, by=gone.added_by, why="Twice.")
    ActionFactory(area__key_theme=key_theme, late=True)
    briefing = BriefingFactory(statement=key_theme.statement)
    section_of(briefing, "key_theme", key_theme=key_theme)
    made = composed(briefing)
    assert "zanzibarquokka" not in str(made.paper)
    assert gone.release not in made.releases
    assert told_in(made.paper) == ["150", "45", "30%", "150", "470", "30%"]
    assert "Late: 1" in str(made.paper)


def test_promises_say_how_late_they_are():
    briefing = BriefingFactory()
    PromiseFactory(reply=ReplyFactory(published=True), late=True)
    section_of(briefing, "promises")
    [listing] = blocks_of(briefing, "list")
    assert [item["status"] for item in listing["items"]] == ["20 days late"]


def test_promise_nobody_has_read_is_not_told():
    PromiseFactory(text="zanzibarquokka")
    briefing = BriefingFactory()
    section_of(briefing, "promises")
    assert "zanzibarquokka" not in str(composed(briefing).paper)


def test_decisions_come_back():
    meeting = MeetingFactory()
    DecisionFactory(meeting=meeting, late=True)
    briefing = BriefingFactory()
    section_of(briefing, "decisions")
    [listing] = blocks_of(briefing, "list")
    assert [item["status"] for item in listing["items"]] == ["4 days late"]


def test_measures_say_what_they_read():
    reading = MeasureReadingFactory()
    key_theme = reading.measure.action.area.key_theme
    briefing = BriefingFactory(statement=key_theme.statement)
    section_of(briefing, "measures", key_theme=key_theme)
    [listing] = blocks_of(briefing, "list")
    assert "75% on" in listing["items"][0]["detail"]


def test_commentary_is_in_paragraphs_and_marked_ours():
    briefing = BriefingFactory()
    section_of(briefing, "commentary", commentary="One thing.\n\nAnother\nthing.")
    assert blocks_of(briefing, "text") == [
        {"kind": "text", "text": "One thing.", "ours": True},
        {"kind": "text", "text": "Another thing.", "ours": True},
    ]


def test_easy_words_stand_beside_their_picture():
    briefing = BriefingFactory()
    section_of(
        briefing,
        "commentary",
        commentary="Words.",
        easy_words="We asked.",
        easy_picture="asking",
    )
    assert blocks_of(briefing, "easy") == [
        {
            "kind": "easy",
            "picture": "asking",
            "alternative": "Somebody asks a question",
            "text": "We asked.",
        }
    ]


def test_the_same_paper_each_time():
    briefing = BriefingFactory()
    section_of(briefing, "results", release=ReleaseFactory())
    assert composed(briefing).paper == composed(briefing).paper


def test_whoever_recalls_a_release_is_told_of_its_briefings():
    release, briefing = ReleaseFactory(), BriefingFactory()
    section_of(briefing, "reach", release=release)
    assert [one.words for one in briefings_citing(release)] == [
        f"The briefing being written “{briefing.title}”"
    ]
    issued(briefing)
    assert [one.words for one in briefings_citing(release)] == [
        f"The issued briefing “{briefing.title}”"
    ]
