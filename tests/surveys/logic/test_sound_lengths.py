"""How long a recording lasts, of files as phones make them."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.recordings import TooLong, as_sent
from surveys.logic.sound_lengths import seconds_of

FRAGMENTS = "frag_keyframe+empty_moov+default_base_moof"
WAYS = {
    "opus": ("audio/ogg", "-c:a", "libopus", "-f", "ogg"),
    "vorbis": ("audio/ogg", "-c:a", "libvorbis", "-f", "ogg"),
    "webm": ("audio/webm", "-c:a", "libopus", "-f", "webm"),
    # As MediaRecorder writes it: no duration, clusters of unknown size.
    "live webm": ("audio/webm", "-c:a", "libopus", "-f", "webm", "-live", "1"),
    "mp4": ("audio/mp4", "-c:a", "aac", "-f", "mp4"),
    # As Safari records: in fragments, and nothing about the whole.
    "fragments": (
        "audio/mp4", "-c:a", "aac", "-f", "mp4", "-movflags", FRAGMENTS,
        "-frag_duration", "1000000",
    ),
}  # fmt: skip


def sound(way, seconds, tmp_path):
    """Return silence that lasts so long, and its media type."""
    media_type, *how = WAYS[way]
    kept = tmp_path / "sound"
    subprocess.run(
        ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i",
         f"anullsrc=r=48000:cl=mono:d={seconds}", "-b:a", "64k", *how, str(kept)],
        check=True,
    )  # fmt: skip
    return kept.read_bytes(), media_type


@pytest.mark.parametrize("way", WAYS)
def test_a_recordings_own_file_tells_how_long_it_is(way, tmp_path):
    content, media_type = sound(way, 7, tmp_path)
    assert seconds_of(content, media_type) == pytest.approx(7, abs=0.2)


@pytest.mark.parametrize("way", WAYS)
def test_more_than_two_minutes_are_refused(way, tmp_path):
    content, media_type = sound(way, 119, tmp_path)
    assert as_sent(content, spoken=True)[1] == media_type
    content, _ = sound(way, 130, tmp_path)
    assert len(content) < 3 * 1024 * 1024
    with pytest.raises(TooLong):
        as_sent(content, spoken=True)


@pytest.mark.parametrize("media_type", ["audio/ogg", "audio/webm", "audio/mp4"])
@pytest.mark.parametrize("content", [b"", b"OggS", b"\x1a\x45\xdf\xa3", bytes(40)])
def test_a_file_that_does_not_tell_is_not_guessed(content, media_type):
    assert seconds_of(content, media_type) is None
    assert seconds_of(content, "audio/mpeg") is None


@given(
    st.sampled_from(["audio/ogg", "audio/webm", "audio/mp4"]),
    st.sampled_from([b"", b"OggS", b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67\xff"]),
    st.binary(max_size=300),
)
def test_no_file_breaks_the_reading(media_type, beginning, rest):
    found = seconds_of(beginning + rest, media_type)
    assert found is None or found > 0
