"""Sends bytes as they are over a socket, and reads what comes back."""

import socket
import time
from dataclasses import dataclass

PATIENCE = 30
MOST_READ = 4_000_000


@dataclass(frozen=True, slots=True)
class Sent:
    """What goes over the wire: parts with a pause between them, then perhaps silence."""

    parts: tuple[bytes, ...]
    pause: float = 0.0
    hangs_up: bool = False
    """The line is cut when all is sent, without waiting for an answer."""


@dataclass(frozen=True, slots=True)
class Got:
    """What came back: the status, 0 where the line was closed without one, and when."""

    status: int
    seconds: float
    head: bytes = b""
    body: bytes = b""


def send(port: int, sent: Sent) -> Got:
    """Send it to this machine; return the answer. Raises TimeoutError when none comes."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        began = time.perf_counter()
        try:
            for number, part in enumerate(sent.parts):
                if number and sent.pause:
                    time.sleep(sent.pause)
                line.sendall(part)
            began = time.perf_counter()
            if sent.hangs_up:
                return Got(0, 0.0)
            line.shutdown(socket.SHUT_WR)
        except (BrokenPipeError, ConnectionResetError, OSError) as cut:
            if isinstance(cut, TimeoutError):
                raise
            # Refused before all of it was sent: what was said is still to be read.
        return _read(line, began)


def _read(line: socket.socket, began: float) -> Got:
    """Read until the line is closed; return what was said first."""
    heard = b""
    first = 0.0
    while len(heard) < MOST_READ:
        try:
            piece = line.recv(65536)
        except ConnectionError:
            break
        if not piece:
            break
        first = first or time.perf_counter() - began
        heard += piece
    head, _, body = heard.partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    is_http = words[0].startswith(b"HTTP/") and len(words) > 1
    status = int(words[1]) if is_http and words[1][:3].isdigit() else 0
    return Got(status, first or time.perf_counter() - began, head, body)


def request(
    method: str | bytes,
    target: str | bytes,
    *,
    headers: dict[str, str | bytes] | None = None,
    body: bytes | None = None,
) -> bytes:
    """Return one request as bytes; a length is added where a body has none."""
    lines = [_bytes(method) + b" " + _bytes(target) + b" HTTP/1.1"]
    wanted: dict[str, str | bytes] = {"Host": "127.0.0.1", "Connection": "close"}
    wanted |= headers or {}
    if body is not None and not {"Content-Length", "Transfer-Encoding"} & set(wanted):
        wanted["Content-Length"] = str(len(body))
    lines += [name.encode() + b": " + _bytes(value) for name, value in wanted.items()]
    return b"\r\n".join(lines) + b"\r\n\r\n" + (body or b"")


def _bytes(text: str | bytes) -> bytes:
    """Return text as the bytes that are sent."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
