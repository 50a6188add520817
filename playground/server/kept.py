"""The store of this server, the sweep that deletes what is past its time, and memory that is given back."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from toolkit.paths import Project, find_project
from toolkit.store.engine import Store, StoreError, open_store
from toolkit.store.feedback import retain

HOUR = 3600
#: Seconds between two looks for memory that nobody uses, such as of a picture that somebody took away.
HALF_A_MINUTE = 30
log = logging.getLogger(__name__)


def now() -> dt.datetime:
    """The time by the clock."""
    return dt.datetime.now(dt.UTC)


def day() -> dt.date:
    """Today by the clock: what was promised to people holds whatever day a build takes as today."""
    return now().date()


def project() -> Project:
    """The project that `DISCLOSE_PROJECT` names, else the one of this folder."""
    return find_project(Path(os.environ.get("DISCLOSE_PROJECT") or "."))


@lru_cache(maxsize=2)
def _opened(project: Project) -> Store:
    return open_store(None, project)


@lru_cache(maxsize=1)
def _swept(project: Project, _: dt.date) -> int:
    return retain(_opened(project), day())


def store(project: Project) -> Store:
    """The open store; with the first use on each day what is past its time is deleted. Raises StoreError."""
    _swept(project, day())
    return _opened(project)


@asynccontextmanager
async def retention(_: object) -> AsyncIterator[None]:
    """For a server's `lifespan`: deletes what is past its time at the start, and looks again each hour.

    Memory is given back each half minute. Streamlit would do so after each touch of each person, which takes so long
    that a room full of people waits for it.
    """
    tasks = [asyncio.create_task(_sweep()), asyncio.create_task(_give_back())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()


async def _sweep() -> None:
    while True:
        try:
            await run_in_threadpool(lambda: store(project()))
        except StoreError as error:
            log.error("the store cannot be swept: %s", error)  # noqa: TRY400 - it holds no words of people
        await asyncio.sleep(HOUR)


async def _give_back() -> None:
    while True:
        await asyncio.sleep(HALF_A_MINUTE)
        await run_in_threadpool(gc.collect)
