"""A small proxy that passes lines on, and cuts or delays them when it is told to."""

import asyncio
import threading
import time
from types import TracebackType
from typing import Self

CHUNK = 65_536


class Proxy:
    """Passes every line to one address; its own is `port`, of this machine."""

    def __init__(self, host: str, port: int) -> None:
        """Remember where lines lead."""
        self.target = host, port
        self.port = 0
        self.slow = 0.0
        """Seconds that each piece is held back."""
        self.loop = asyncio.new_event_loop()
        self.open: set[asyncio.StreamWriter] = set()
        # Held here: the loop itself forgets tasks whose ends both stand still.
        self.ways: set[asyncio.Task[None]] = set()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        """Listen."""
        self.thread.start()
        listening = asyncio.start_server(self._line, "127.0.0.1", 0)
        self.server = self._now(listening)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Cut what is open, and listen no more."""
        self._now(self._end())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def cut(self) -> None:
        """Cut every line at once, wherever it is."""
        self._now(self._cut())

    def delay(self, each: float, seconds: float) -> None:
        """Hold every piece back for `each` seconds, for so many `seconds`."""
        self.slow = each
        time.sleep(seconds)
        self.slow = 0.0

    def _now(self, work):
        """Have the loop do it, and return what came of it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=30)

    async def _cut(self) -> None:
        for line in list(self.open):
            line.transport.abort()

    async def _end(self) -> None:
        self.server.close()
        await self._cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _line(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Pass one line on, both ways, until either end hangs up."""
        try:
            there_reader, there = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        both = {writer, there}
        self.open |= both
        ways = [
            asyncio.create_task(self._pass_on(reader, there)),
            asyncio.create_task(self._pass_on(there_reader, writer)),
        ]
        self.ways.update(ways)
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            # No half of a line stays: whoever waits at the other end is told at once.
            for way in ways:
                way.cancel()
            self.ways.difference_update(ways)
            self.open -= both
            for line in both:
                line.close()

    async def _pass_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Pass on what comes one way."""
        try:
            while piece := await reader.read(CHUNK):
                if self.slow:
                    await asyncio.sleep(self.slow)
                writer.write(piece)
                await writer.drain()
        except OSError:
            return
