"""What the machine speaks, in what it is packed, and what is said without it."""

import shutil
import subprocess

import pytest

from surveys.domain import machine_voice
from surveys.domain.machine_voice import (
    CannotSpeak,
    machine_voice_trouble,
    speak,
    voice_for,
)
from surveys.logic.media import clean_medium, sound_type


def seconds(content, tmp_path):
    """Return how long a sound is, as ffprobe tells it."""
    kept = tmp_path / "sound"
    kept.write_bytes(content)
    told = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of",
         "csv=p=0", str(kept)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(told.stdout)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Do you know who your social worker is?"),
        ("ur", "کیا آپ اپنے سماجی کارکن کو جانتے ہیں؟"),
        ("pl", "Czy wiesz, kto jest twoim pracownikiem socjalnym?"),
        ("pa", "ਕੀ ਤੁਸੀਂ ਆਪਣੇ ਸੋਸ਼ਲ ਵਰਕਰ ਨੂੰ ਜਾਣਦੇ ਹੋ?"),
    ],
)
def test_words_are_spoken_as_opus_and_as_mp3(tmp_path, language, words):
    spoken = speak(words, voice=voice_for(language))
    assert (sound_type(spoken.opus), sound_type(spoken.mp3)) == (
        "audio/ogg",
        "audio/mpeg",
    )
    assert b"OpusHead" in spoken.opus[:80]
    lengths = [seconds(one, tmp_path) for one in (spoken.opus, spoken.mp3)]
    assert all(1 < length < 15 for length in lengths)
    assert abs(lengths[0] - lengths[1]) < 0.5
    assert len(spoken.opus) < len(spoken.mp3) < 60_000
    assert clean_medium(spoken.opus, "audio/").content == spoken.opus
    assert clean_medium(spoken.mp3, "audio/").content == spoken.mp3


def test_the_same_words_give_the_same_file():
    one, other = (speak("Hello there", voice="en-gb") for _ in range(2))
    assert one == other


@pytest.mark.parametrize("words", ["-f /etc/passwd", "$(id)", "<break/> & 'x'", "a\0b"])
def test_words_are_words_and_never_arguments(words):
    assert speak(words, voice="en-gb").opus


def test_words_never_stand_among_the_arguments(monkeypatch):
    ran, run = [], subprocess.run

    def watched(command, **how):
        ran.append((command, how))
        return run(command, **how)

    monkeypatch.setattr(machine_voice.subprocess, "run", watched)
    speak("Unmistakable", voice="en-gb")
    assert len(ran) == 2
    for command, how in ran:
        assert isinstance(command, list)
        assert "Unmistakable" not in str(command)
        assert how["timeout"] == 20
        assert "shell" not in how


@pytest.mark.parametrize("name", ["MACHINE_VOICE_SPEAKER", "MACHINE_VOICE_PACKER"])
@pytest.mark.parametrize("program", ["", "no-such-program"])
def test_without_a_program_it_is_said_plainly(settings, name, program):
    assert machine_voice_trouble() == ""
    setattr(settings, name, program)
    assert "no machine voice" in machine_voice_trouble()
    assert program in machine_voice_trouble()
    assert voice_for("en") == ""


def test_a_language_without_a_voice_has_none():
    assert voice_for("ps") == ""
    assert voice_for("../../etc") == ""


def test_a_program_that_fails_tells_its_name_and_no_words(settings):
    settings.MACHINE_VOICE_SPEAKER = shutil.which("false")
    with pytest.raises(CannotSpeak) as failed:
        speak("Unmistakable", voice="en-gb")
    assert "Unmistakable" not in str(failed.value)


def test_a_program_that_never_ends_is_given_up(settings, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o700)
    settings.MACHINE_VOICE_SPEAKER, settings.MACHINE_VOICE_SECONDS = str(slow), 1
    with pytest.raises(CannotSpeak, match="TimeoutExpired"):
        speak("Hello", voice="en-gb")
