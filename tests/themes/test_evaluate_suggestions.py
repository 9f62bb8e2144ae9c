import csv
import json

import pytest
from django.core.management import CommandError, call_command

from tests.themes.invented import invented


@pytest.fixture
def labelled(tmp_path):
    texts, labels = invented(90)
    path = tmp_path / "labelled.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["words", "codes"])
        rows.writerows(
            [text, "; ".join(sorted(given))]
            for text, given in zip(texts, labels, strict=True)
        )
        rows.writerow(["only once", "seldom"])
    return path


def said(capsys, path, *more):
    call_command(
        "evaluate_suggestions", str(path), "--text=words", "--labels=codes",
        "--separator=;", "--min-label-count=2", "--seeds=2", *more,
    )  # fmt: skip
    return capsys.readouterr().out


def test_everything_asked_for_is_told_as_json(capsys, labelled):
    found = json.loads(said(capsys, labelled, "--train=30,60", "--each=10", "--json"))
    assert found["texts"] == 90
    assert found["labels"] == ["food", "school", "worker"]
    assert found["uses_meaning"] is True
    assert found["texts_a_cpu_second"] > 1
    assert found["peak_megabytes"] > 50
    assert [one["learned_from"] for one in found["lessons"]][:2] == [30, 60]
    assert len(found["lessons"]) == 3
    for lesson in found["lessons"]:
        assert lesson["seeds"] == len(lesson["f1_seeds"]) == 2
        assert lesson["f1_low"] <= lesson["f1"] <= lesson["f1_high"]
        assert 0.5 < lesson["f1"] <= 1
        assert 0.5 < lesson["words_alone_f1"] <= 1
        assert lesson["first_two"] > 0.5


def test_the_same_is_told_as_a_table_without_any_text_of_the_file(capsys, labelled):
    table = said(capsys, labelled, "--train=30")
    lines = table.splitlines()
    assert lines[0] == "90 texts, 3 labels, 1.29 a text; sentence vectors: used"
    assert lines[1].split() == ["Learned", "from", "30"]
    assert "teachers" not in table


def test_without_the_model_it_says_so_and_words_serve(capsys, labelled, monkeypatch):
    monkeypatch.setattr("voice.moderation.logic.meaning.NEEDS", ("no_such_package",))
    table = said(capsys, labelled, "--train=30")
    assert "sentence vectors: not installed: words alone" in table
    found = json.loads(said(capsys, labelled, "--train=30", "--json"))
    assert found["uses_meaning"] is False
    assert found["lessons"][0]["words_alone_f1"] is None


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--train=90"], "90 texts are too few to learn from 90."),
        (["--train=10"], "Tag twenty comments with two themes at least."),
        (["--text=lost"], "There is no column lost."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(capsys, labelled, more, why):
    with pytest.raises(CommandError, match=why):
        said(capsys, labelled, *more)
