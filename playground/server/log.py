"""The log of requests without who asked and what they asked with: method, path, status."""

from __future__ import annotations

import logging
import re

#: Both carry lines about requests: `client - "GET /path HTTP/1.1" 200` and `client - "WebSocket /path" [accepted]`.
LOGGERS = ("uvicorn.access", "uvicorn.error")
#: Below these, the address itself names a session or a file of one.
PERSONAL = re.compile(r"(/(?:_stcore/upload_file|media))/.*")


class WithoutPeople(logging.Filter):
    """Takes the client's address and the query out of uvicorn's lines before anybody formats them."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and isinstance(record.msg, str) and record.msg.startswith('%s - "'):
            _, *rest = record.args
            record.args = ("-", *(bare(value) if isinstance(value, str) else value for value in rest))
        return True


def bare(text: str) -> str:
    """The path *text* without its query and without names of sessions and files; anything else as it is."""
    return PERSONAL.sub(r"\1/-", text.partition("?")[0]) if text.startswith("/") else text


def keep_people_out() -> None:
    """Put the filter on uvicorn's loggers, once."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, WithoutPeople) for each in logger.filters):
            logger.addFilter(WithoutPeople())
