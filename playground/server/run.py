"""Starts the server for `disclose serve` and says where it is."""

from __future__ import annotations

import datetime as dt
import os
import socket
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import uvicorn

from playground.config import Config, environment, read
from playground.server.share import address, certificate, qr
from toolkit.errors import DiscloseError

HERE = "127.0.0.1"
ANYWHERE = "0.0.0.0"  # noqa: S104 - only where people in the room shall get in
#: Seconds that a page has to finish what it loads when the server stops.
FAREWELL = 3


class ServeError(DiscloseError):
    """The server cannot start."""


def run(options: Mapping[str, str], host: str | None, port: int, *, share: bool) -> None:
    """Serve until somebody stops it.

    Args:
        options: variables of `playground.config`, over those of the environment.
        host: the address to listen at, or with *share* the one to tell people. None stands for this computer alone, or
            for the address it has in the room.
        port: where to listen.
        share: whether people in the room get in, over HTTPS.

    Raises:
        ServeError: the port is taken.
        UsageError, ProjectError, ShareError: what was asked for cannot be.
    """
    config = read({**os.environ, **options})
    told = host or (address() if share else HERE)
    if share:
        config = replace(config, shared=True, secure=True)
    config = replace(config, hosts=names(config.hosts, told))
    files = certificate(told, config.project.cache, dt.datetime.now(dt.UTC)) if share else None
    with listen(ANYWHERE if share else told, port) as door:
        os.environ.update(environment(config))
        _Server(_settings(files), welcome(config, told, port)).run([door])


def names(named: Sequence[str], told: str) -> tuple[str, ...]:
    """The names under which a server that listens at *told* may be asked, with those that its operator *named*.

    This computer may always ask, and look whether it is well. Any name will do only where it listens to everybody and
    nobody named one.
    """
    if told == ANYWHERE and "*" in named:
        return ("*",)
    own = () if told == ANYWHERE else (told,)
    return tuple(dict.fromkeys((*(name for name in named if name != "*"), *own, HERE, "localhost")))


def listen(host: str, port: int) -> socket.socket:
    """A socket at *host* and *port*. ServeError where there can be none."""
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as error:
        door.close()
        raise ServeError(
            f"nothing can listen at {host}, port {port}: {error.strerror}", "choose another with --port or --host"
        ) from None
    return door


def welcome(config: Config, host: str, port: int) -> str:
    """What stands on the terminal once people can come; a code to scan where they come with phones."""
    url = f"http{'s' if config.secure else ''}://{f'[{host}]' if ':' in host else host}:{port}{config.base_path}/"
    if not config.shared:
        return f"serving {config.project.root.name} at {url} (stop with Ctrl-C)"
    area = "" if config.researchers else "\nThe researcher's area is off; DISCLOSE_OWNER names who may open it."
    return (
        f"{qr(url)}\n{url} (stop with Ctrl-C)\n"
        "Everybody in this network can open it. Each phone asks once whether to trust this computer: it made the "
        f"certificate itself.{area}"
    )


class _Server(uvicorn.Server):
    """A server that says where it is when it is there, and not before."""

    def __init__(self, config: uvicorn.Config, words: str) -> None:
        super().__init__(config)
        self.words = words

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(self.words, flush=True)


def _settings(files: tuple[Path, Path] | None) -> uvicorn.Config:
    """Streamlit's log takes uvicorn's lines; without a setting of its own, none stands there twice."""
    crt, key = files or (None, None)
    return uvicorn.Config(
        "playground.asgi:app",
        log_config=None,
        ssl_certfile=crt,
        ssl_keyfile=key,
        timeout_graceful_shutdown=FAREWELL,
        server_header=False,
    )
