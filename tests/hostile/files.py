"""File bombs as a device or a worker sends them."""

from functools import cache
from random import Random

from tests.hostile.bodies import EDGE, post
from tests.hostile.bombs import KEPT, bombs
from tests.hostile.ground import Ground
from tests.hostile.wire import Sent

MOST_SENT = 700_000
# The question, or the page of staff, to which a file goes.
QUESTIONS = ("drawn", "aloud")
TYPES = ("image/png", "image/webp", "audio/ogg", "application/zip", "text/html", "x")


@cache
def small() -> tuple[bytes, ...]:
    """Return the bombs that are small as they are sent and kept by no reader; made once."""
    return tuple(
        content
        for what, content in bombs()
        if len(content) < MOST_SENT and what not in KEPT
    )


def file_bombs(rng: Random, ground: Ground) -> Sent:
    """Return a bomb sent as a drawing, a voice, or the file of a survey."""
    content = rng.choice(small())
    held = rng.choice(ground.drafts)
    fields = {"csrfmiddlewaretoken": held.token, "response": held.response}
    fields["question"] = rng.choice(QUESTIONS)
    field, address = "recording", "/s/1/"
    if rng.random() < 0.3:
        held = ground.staff[0]
        fields = {"csrfmiddlewaretoken": held.token, "consultation": "1"}
        field, address = "file", "/desk/begin/file/"
    edge = EDGE.encode()
    head = b"--" + edge + b"\r\nContent-Disposition: form-data; name="
    parts = [
        head + b'"' + name.encode() + b'"\r\n\r\n' + value.encode()
        for name, value in fields.items()
    ]
    kind = rng.choice(TYPES).encode()
    named = b'"' + field.encode() + b'"; filename="a.json"\r\nContent-Type: ' + kind
    parts.append(head + named + b"\r\n\r\n" + content)
    body = b"\r\n".join([*parts, b"--" + edge + b"--\r\n"])
    page = post(held, address, body, f"multipart/form-data; boundary={EDGE}")
    return Sent((page,))
