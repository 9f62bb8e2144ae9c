"""A paper keeps what it was made of."""

import json

import pytest

from tests.factories.briefings import SAID, a_paper
from voice.briefings.logic.paper import (
    blocks_for,
    has_easy_read,
    hash_of,
    is_whole,
    public_blocks,
    told_in,
)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_paper_is_whole_after_a_round_trip_as_json(language):
    paper = json.loads(json.dumps(a_paper(language)))
    assert is_whole(paper)


@pytest.mark.parametrize("part", ["title", "date", "blocks", "sources", "language"])
def test_any_change_is_seen(part):
    paper = a_paper()
    paper[part] = paper[part][:-1]
    assert not is_whole(paper)


def test_hash_does_not_cover_itself():
    paper = a_paper()
    assert hash_of(paper | {"hash": "other"}) == paper["hash"]


def test_told_words_come_in_reading_order():
    assert told_in(a_paper()) == [
        *("145", "95", "65%", "50", "35%", "fewer than 10", "a few"),
        *("150", "470", "30%"),
    ]


def test_easy_read_has_its_sentences_under_their_headings_alone():
    paper = a_paper()
    assert [block["kind"] for block in blocks_for(paper, easy=True)] == [
        "heading",
        "easy",
    ]
    assert has_easy_read(paper)
    assert "easy" not in {block["kind"] for block in blocks_for(paper, easy=False)}


def test_paper_without_easy_read_says_so():
    assert not has_easy_read(a_paper(blocks=[]))


def test_public_blocks_leave_out_lists_and_headings_with_nothing_left():
    paper = a_paper()
    paper["blocks"].pop()
    kinds = [(one["kind"], one.get("text")) for one in public_blocks(paper)]
    assert ("heading", SAID["en"]["promised"]) not in kinds
    assert {"list", "easy"}.isdisjoint(kind for kind, _text in kinds)
    assert ("heading", SAID["en"]["heading"]) in kinds
    assert ("text", SAID["en"]["commentary"]) in kinds
    assert {"figures", "quote", "reach"} <= {kind for kind, _text in kinds}


def test_public_blocks_leave_out_how_actions_stand_and_plain_notes():
    paper = a_paper(
        blocks=[
            {"kind": "heading", "level": 2, "text": "Workers"},
            {"kind": "heading", "level": 3, "text": "Actions"},
            {"kind": "text", "text": "How its actions stand: Red: 2"},
            {"kind": "note", "tone": "plain", "text": "As of today."},
        ]
    )
    assert public_blocks(paper) == []
