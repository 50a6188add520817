"""The server as people start it: a process of `disclose serve`, asked over HTTP, and what it logs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx2 as httpx

from toolkit.paths import Project

SECONDS = 60


class Served(NamedTuple):
    """A server that runs."""

    url: str
    """Where it is, without a slash at the end."""
    process: subprocess.Popen[bytes]
    output: Path

    def log(self) -> str:
        """All that it printed."""
        return self.output.read_text("utf-8")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def served(
    project: Project, *options: str, port: int = 0, start: str = "toolkit", **variables: str
) -> Iterator[Served]:
    """`disclose serve` of *project* with *options* and environment *variables*; *start* is another module to start.

    Raises AssertionError with its log where it does not come up within a minute.
    """
    port = port or free_port()
    scheme = "https" if "--share" in options else "http"
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        arguments = ["serve", "-C", str(project.root), "--port", str(port), *options]
        with output.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", start, *arguments],
                stdout=log,
                stderr=log,
                env={**os.environ, "OMP_THREAD_LIMIT": "1", **variables},
            )
        server = Served(f"{scheme}://127.0.0.1:{port}", process, output)
        try:
            _wait(server)
            yield server
        finally:
            process.terminate()
            process.wait(30)


def _wait(server: Served) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        try:
            if httpx.get(f"{server.url}/healthz", verify=False).text == "ok\n":
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError(server.log())
