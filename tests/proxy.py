"""A reverse proxy of thirty lines: puts a server below a path of its own, and takes the path off or leaves it on."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Queue

CONNECTION = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)


async def _broken_off(writers: set[asyncio.StreamWriter]) -> None:
    """Ends all other tasks of this loop, and waits until their connections are closed."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for writer in writers:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


@contextmanager
def proxied(port: int, prefix: str, *, takes_off: bool, at: int = 0) -> Iterator[str]:
    """The address of a proxy of the server at *port*, which answers below *prefix* alone; *at* is a port of its own.

    At the end every connection through it breaks.
    """
    writers: set[asyncio.StreamWriter] = set()

    async def relay(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.add(writer)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            writer.close()
            return
        method, path, rest = head.split(b" ", 2)
        if not path.startswith(prefix.encode()):
            writer.write(b"HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
            writer.close()
            return
        if takes_off:
            path = path.removeprefix(prefix.encode()) or b"/"
        if b"upgrade: websocket" not in rest.lower():
            rest = CONNECTION.sub(b"", rest).replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n")
        inside, outside = await asyncio.open_connection("127.0.0.1", port)
        writers.add(outside)
        outside.write(b" ".join((method, path, rest)))
        try:
            with suppress(asyncio.CancelledError):  # a connection that stays open ends with the proxy
                await asyncio.gather(relay(reader, outside), relay(inside, writer))
        finally:
            outside.close()
            writer.close()

    started: Queue[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Queue()

    async def serve() -> None:
        over = asyncio.Event()
        server = await asyncio.start_server(pass_on, "127.0.0.1", at, limit=2**20)
        started.put((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), over))
        await over.wait()
        server.close()
        await _broken_off(writers)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    own, loop, over = started.get(timeout=10)
    try:
        yield f"http://127.0.0.1:{own}{prefix}"
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
