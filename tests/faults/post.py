"""A mail server that takes letters, counts them, and refuses them when it is told to."""

import socketserver
import threading
import time
from types import TracebackType
from typing import Self

REFUSAL = b"451 4.3.0 Not now\r\n"


class Post:
    """Listens on `port` of this machine; `taken` and `refused` count letters."""

    def __init__(self) -> None:
        """Begin with a server that takes everything."""
        self.taken = self.refused = 0
        self.refuses = False
        post = self

        class Line(socketserver.StreamRequestHandler):
            """One line of a sender."""

            def handle(self) -> None:
                """Speak as much of RFC 5321 as a sender asks for."""
                self.wfile.write(b"220 here\r\n")
                while line := self.rfile.readline():
                    self.wfile.write(post.answer(line.upper(), self.rfile, self.wfile))

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Line)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        """Listen."""
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Listen no more."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def refuse(self, seconds: float) -> None:
        """Refuse every letter for a while."""
        self.refuses = True
        time.sleep(seconds)
        self.refuses = False

    def answer(self, line, incoming, outgoing) -> bytes:
        """Return what a command is answered with."""
        if line.startswith(b"MAIL") and self.refuses:
            self.refused += 1
            return REFUSAL
        if line.startswith(b"DATA"):
            outgoing.write(b"354 go on\r\n")
            while incoming.readline() not in {b".\r\n", b""}:
                pass
            self.taken += 1
        return b"221 bye\r\n" if line.startswith(b"QUIT") else b"250 well\r\n"
