"""Where a sweep is worked on: processes of this machine, or a cluster of dask.distributed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Any

from toolkit import child
from toolkit.errors import ProjectError, UsageError

SCHEME = "dask://"


@contextmanager
def machines(workers: int, address: str | None = None) -> Iterator[Executor]:
    """An executor with *workers* processes of one thread each, or the cluster at *address* (`dask://HOST:PORT`).

    Raises UsageError for an address of another kind, ProjectError where the cluster or a process is gone.
    """
    if address is None:
        with _processes(workers) as executor:
            yield executor
    elif address.startswith(SCHEME):
        with _cluster(address.removeprefix(SCHEME)) as executor:
            yield executor
    else:
        raise UsageError(f"{address!r} is no address of a cluster", f"write --executor {SCHEME}HOST:PORT")


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    others = set(active_children())
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin) as executor:
        try:
            yield executor
        except BrokenProcessPool as error:
            advice = "run it again with fewer --workers; what is measured so far is kept"
            raise ProjectError("a worker was stopped from outside", advice) from error
        except BaseException:  # Ctrl-C above all: nobody waits for what is not wanted any more
            for process in set(active_children()) - others:
                process.terminate()
            raise


def _begin() -> None:
    os.environ["OMP_THREAD_LIMIT"] = "1"
    child.begin()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(
            "dask.distributed is not installed", "pip install 'disclosure-toolkit[cluster,vision]' here and there"
        ) from None
    try:
        client: Any = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ProjectError(f"no cluster answers at {address}: {error}", "start it with `dask scheduler`") from error
    with client:
        yield client.get_executor(pure=False)
