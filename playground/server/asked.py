"""A request for one of our plain pages: who reads it, what a form sent, whether another site sent it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from playground.server.feedback_pages import Reader

#: Each of 2,000 characters may be sent as twelve.
MOST_BYTES = 65_536
MOST_FIELDS = 20
Fields = dict[str, str]


class Asked(NamedTuple):
    """What came in: who reads, what was sent (None: in a way that cannot be read), from where."""

    reader: Reader
    fields: Fields | None
    sender: str
    foreign: bool

    @property
    def place(self) -> str:
        return self.reader.view.id if self.reader.view else ""


async def fields_of(request: Request) -> Fields | None:
    """What a form sent, the last value of each field; None as in `pairs_of`."""
    pairs = await pairs_of(request)
    return None if pairs is None else dict(pairs)


async def pairs_of(request: Request, most: int = MOST_FIELDS) -> list[tuple[str, str]] | None:
    """The fields that a form sent with their values; None for what is no form, has more than *most* fields or is too
    large. Nothing is ever put into a file.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        return None
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > MOST_BYTES:
            return None
    try:
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="replace", max_num_fields=most)
    except ValueError:  # other bytes than a form has, or too many fields
        return None


def foreign(request: Request, home: str) -> bool:
    """Whether a browser says that another site sent this; the pages of notices, which lie at *home*, are none.

    `Sec-Fetch-Site` (w3.org/TR/fetch-metadata) where the browser tells it, else `Origin`, which is `null` for a form of
    a page that sends no referrer. Nobody is logged in here, so this guards against nuisance and not against theft.
    """
    origin = request.headers.get("origin")
    if request.method != "POST" or (home and origin == "://".join(urlsplit(home)[:2])):
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    return origin not in {None, "null"} and urlsplit(origin).netloc != request.headers.get("host")
