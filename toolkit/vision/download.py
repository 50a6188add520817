"""Brings a large file here, from a disk or over https: in pieces, with a limit, hashed on the way."""

from __future__ import annotations

import hashlib
import http.client
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from toolkit import __version__
from toolkit.errors import DiscloseError

MAX_BYTES = 600_000_000
PIECE = 1 << 20
SECONDS = 30
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
#: Called after each piece with the bytes that are here and those there will be, None where nobody knows.
Progress = Callable[[int, int | None], None]


class DownloadError(DiscloseError):
    """A file could not be brought here."""

    exit_code = 1


def is_address(source: str) -> bool:
    """Whether *source* is an address and no file; what looks like one is never taken for a file."""
    return "://" in source


def size_of(source: str, *, loopback: bool = False) -> int | None:
    """How many bytes *source* has; a server is asked with HEAD, and None means that it does not say.

    Raises DownloadError where there is nothing, or too much.
    """
    if not is_address(source):
        path = Path(source)
        if not path.is_file():
            raise DownloadError(f"there is no file {source}", "name a file, or an address that starts with https://")
        return _within_limit(path.stat().st_size, source)
    try:
        with _opened(source, "HEAD", loopback=loopback) as answer:
            return _within_limit(_length(answer.headers), source)
    except _AnswerError as error:
        if error.code in {403, 405, 501}:  # some servers answer GET only
            return None
        raise


def copy(source: Path, target: Path, progress: Progress) -> str:
    """Copy a file. Gives its SHA-256 in hexadecimal digits."""
    try:
        with source.open("rb") as file:
            return _written(_pieces(file), target, progress, source.stat().st_size, str(source))
    except OSError as error:
        raise DownloadError(f"cannot copy {source}: {error.strerror}", "check the file and the disk") from error


def fetch(address: str, target: Path, progress: Progress, *, loopback: bool = False) -> str:
    """Download *address* to the file *target*. Gives its SHA-256 in hexadecimal digits.

    Raises DownloadError for anything but https, also on the way of a redirect, above `MAX_BYTES`, and where less
    arrives than was promised. *loopback* also allows http to this very computer.
    """
    with _opened(address, "GET", loopback=loopback) as answer:
        length = _within_limit(_length(answer.headers), address)
        try:
            return _written(_pieces(answer), target, progress, length, address)
        except (OSError, http.client.HTTPException) as error:
            raise DownloadError(f"the download from {address} broke off: {error}", "try again later") from error


class _AnswerError(DownloadError):
    """The server answered with an error."""

    def __init__(self, address: str, code: int) -> None:
        super().__init__(f"the server answers {code} for {address}", "open the address in a browser to see why")
        self.code = code


class _Checked(HTTPRedirectHandler):
    """Follows a redirect only to where a first request could have gone."""

    def __init__(self, *, loopback: bool) -> None:
        self.loopback = loopback

    def redirect_request(self, *told: Any) -> Request | None:
        """*told* as `urllib` gives it: the answer comes second, the address that the server names last."""
        try:
            _check(told[-1], loopback=self.loopback)
        except DownloadError:
            told[1].close()
            raise
        return super().redirect_request(*told)


def _check(address: str, *, loopback: bool) -> None:
    """Raises DownloadError for an address that is not fetched."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError as error:
        raise DownloadError(f"{address} is no address", "copy it anew") from error
    here = loopback and parts.scheme == "http" and host in LOOPBACK
    if not host or not (parts.scheme == "https" or here):
        raise DownloadError(f"{address} is not fetched: only https:// is", "look for the same file at https://")
    if parts.username is not None:
        raise DownloadError("an address with a name or password in it is not fetched", "download the file by hand")


def _opened(address: str, method: str, *, loopback: bool) -> Any:
    """The answer to a request, with its headers read and its body to come."""
    _check(address, loopback=loopback)
    request = Request(address, method=method, headers={"User-Agent": f"disclose/{__version__}"})  # noqa: S310 - checked
    try:
        return build_opener(_Checked(loopback=loopback)).open(request, timeout=SECONDS)
    except HTTPError as error:
        error.close()
        raise _AnswerError(address, error.code) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise DownloadError(f"{address} cannot be reached: {reason}", "check the address and the network") from error


def _length(headers: Message) -> int | None:
    told = headers.get("Content-Length", "")
    return int(told) if told.isascii() and told.isdigit() else None


def _within_limit(size: int | None, source: str) -> int | None:
    if size is not None and size > MAX_BYTES:
        message = f"{source} has {size / 1e6:.0f} MB, and at most {MAX_BYTES / 1e6:.0f} MB are taken"
        raise DownloadError(message, "take a smaller model")
    return size


def _pieces(file: Any) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _written(pieces: Iterator[bytes], target: Path, progress: Progress, length: int | None, source: str) -> str:
    """Write *pieces* to *target* under the limit; `http.client` does not tell when fewer bytes come than promised."""
    digest, done = hashlib.sha256(), 0
    with target.open("wb") as file:
        for piece in pieces:
            done += len(piece)
            _within_limit(done, source)
            digest.update(piece)
            file.write(piece)
            progress(done, length)
    if length is not None and done != length:
        raise DownloadError(f"{source} broke off after {done} of {length} bytes", "try again later")
    return digest.hexdigest()
