from io import BytesIO

import pytest

from voice.council.logic.sealing import CannotOpen
from voice.records.logic import sealed_stream
from voice.records.logic.sealed_stream import fingerprint, opened_stream

KEY = b"k" * 32
TEXT = b"come wen u say"


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch):
    """Let a few signs be many pieces."""
    monkeypatch.setattr(sealed_stream, "PIECE", 4)


def sealed(content=TEXT, place="one"):
    """Return `content` sealed, as the frames that are written."""
    return list(sealed_stream.sealed_stream([content], key=KEY, place=place))


def opened(frames, key=KEY, place="one"):
    """Return what frames hold."""
    return b"".join(opened_stream(BytesIO(b"".join(frames)), key=key, place=place))


@pytest.mark.parametrize("content", [b"", b"a", TEXT, b"exactly8"])
def test_what_was_sealed_opens(content):
    assert opened(sealed(content)) == content


def test_nothing_of_it_is_to_be_read():
    assert not any(TEXT[at : at + 4] in b"".join(sealed()) for at in range(0, 12, 4))


def with_a_bit_turned(frames):
    return [frames[0][:-1] + bytes([frames[0][-1] ^ 1]), *frames[1:]]


@pytest.mark.parametrize(
    "damage",
    [
        with_a_bit_turned,
        lambda frames: frames[:-1],
        lambda frames: frames[1:],
        lambda frames: [frames[1], frames[0], *frames[2:]],
        lambda frames: [*frames[:1], frames[-1]],
        lambda frames: [*frames, b"more"],
        lambda frames: [*frames[:-1], frames[-1][:-1]],
        lambda _frames: sealed(place="another"),
        lambda _frames: [b"\xff\xff\xff\xff"],
        lambda _frames: [],
    ],
    ids=[
        *("altered", "the end cut off", "the beginning cut off", "changed places"),
        *("the middle left out", "added to", "cut short", "another's", "too long"),
        "empty",
    ],
)
def test_what_is_not_as_it_was_sealed_does_not_open(damage):
    with pytest.raises(CannotOpen):
        opened(damage(sealed()))


def test_another_key_does_not_open_it_and_is_told_apart():
    with pytest.raises(CannotOpen):
        opened(sealed(), key=b"j" * 32)
    assert fingerprint(KEY) != fingerprint(b"j" * 32)
    assert KEY.hex()[:8] not in fingerprint(KEY)
