import pytest

from voice.statement.comparing_words import changes_told, sentence_of
from voice.statement.logic.comparing import FIELDS, OF_ALL, Change, Happened, Part


def changed(field, before, after, part=Part.ACTION):
    return sentence_of(
        Change(part, Happened.CHANGED, "2.1", "Know them", field, before, after)
    )


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        (
            "due_on", "2026-03-31", "2026-06-30",
            "Action 2.1 is due on 30 June 2026; before: 31 March 2026.",
        ),
        (
            "due_on", "2026-03-31", "",
            "Action 2.1 is ongoing; before it was due on 31 March 2026.",
        ),
        ("due_on", "", "2026-03-31", "Action 2.1 is due on 31 March 2026; before: ongoing."),
        ("status", "green", "amber", "Action 2.1 is amber; before: green."),
        ("owner", "Head", "Lead", "Action 2.1 is owned by Lead; before: Head."),
        ("reason", "Ill", "", "Action 2.1 gives no reason any more; before: “Ill”."),
        ("number", "2.2", "2.1", "Action 2.1 was number 2.2 before."),
    ],
)  # fmt: skip
def test_action_that_changed_is_told_as_people_say_it(field, before, after, words):
    assert changed(field, before, after) == words


def test_measure_and_source_are_told_as_people_say_them():
    assert changed("latest", "", "2026-06-30\t75%", Part.MEASURE) == (
        "Measure “Know them” of action 2.1 reads 75% on 30 June 2026; "
        "before: not read yet."
    )
    assert changed(
        "source", "ours\t\t\t", "recommendation\tILACS\t4\t2026-03-14", Part.AREA
    ) == ("Area 2.1 comes from: ILACS, recommendation 4, 14 March 2026; before: Ours.")


@pytest.mark.parametrize("happened", sorted(set(Happened) - {Happened.CHANGED}))
@pytest.mark.parametrize("part", sorted(Part))
def test_everything_that_happens_has_a_sentence_and_a_heading(happened, part):
    change = Change(part, happened, "2.1", "Know them", "", "a", "b")
    (told,) = changes_told([change])
    assert told.heading
    assert told.sentences[0].endswith((".", "b"))


def test_every_field_that_is_compared_has_a_sentence():
    for part, fields in (*FIELDS.items(), (Part.STATEMENT, OF_ALL)):
        for field in fields:
            value = {"status": "red", "latest": "2026-06-30\t1"}.get(field, "")
            if field == "source":
                value = "ours\t\t\t"
            assert changed(field, value, value, part)
