"""Every picture under every condition through one engine, on as many workers as there are, each result kept at once.

The result does not depend on how many workers there are or in which order they finish. A task carries its picture, so
that workers need nothing but this package: on this machine, or on another one behind dask.distributed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.evaluate import scores
from toolkit.evaluate.corpus import Item, Truth
from toolkit.evaluate.engines import Engine, opened, reads
from toolkit.evaluate.memo import Memo
from toolkit.evaluate.scores import Edits, Score
from toolkit.vision import degradations, reading
from toolkit.vision.degradations import degrade
from toolkit.vision.reading import Picture, Tagging

#: Conditions that one task tries on its picture; so much is done again after a kill, for each worker.
AT_ONCE = 4
#: Tasks that wait in memory for each worker, each with its picture.
WAITING = 2
#: Called with how many results are there, of how many.
Progress = Callable[[int, int], None]


class Condition(NamedTuple):
    """What is done to each picture; level 0 and no degradation is the picture as it is."""

    degradation: str = ""
    level: int = 0


CLEAN = Condition()
#: Of each tag, the highest score that the tagger gave it in the picture.
Scores = Mapping[str, float]
Result = Score | Scores


class Grid(NamedTuple):
    """An engine, what is done to each picture, and the seed of whatever is random in that."""

    engine: Engine
    conditions: tuple[Condition, ...]
    seed: int = 0


def silent(done: int, of: int) -> None:
    """Progress that nobody watches."""


class Bench(NamedTuple):
    """Where the work is done, and what remembers it."""

    executor: Executor
    memo: Memo
    workers: int = 1
    progress: Progress = silent


class Task(NamedTuple):
    """A picture and what to try on it, by the key of each result."""

    engine: Engine
    picture: Picture
    truth: Truth | None
    languages: tuple[str, ...]
    seed: int
    todo: Mapping[str, Condition]


def sweep(items: Sequence[Item], grid: Grid, bench: Bench) -> dict[tuple[str, Condition], Result]:
    """The result of each item under each condition, by the item's id.

    What the memo holds is not done again. Readers want items with a truth; others are left out. Raises what an engine
    raises; whatever was done until then is kept.
    """
    engine = grid.engine
    opened(engine)
    wanted = [item for item in items if item.truth or not reads(engine)]
    keys = {(item.id, c): key(item, grid, c) for item in wanted for c in grid.conditions}
    found = bench.memo.get(keys.values())
    left = {item.id: {k: c for c in grid.conditions if (k := keys[item.id, c]) not in found} for item in wanted}
    bench.progress(len(found), len(keys))
    for results in _done(_tasks(wanted, left, grid), bench):
        bench.memo.put(results)
        found.update(json.loads(json.dumps(results)))  # as it will be read back, so that both ways are one
        bench.progress(len(found), len(keys))
    back = _score if reads(engine) else dict
    return {place: back(found[each]) for place, each in keys.items()}


def key(item: Item, grid: Grid, condition: Condition) -> str:
    """Changes with whatever the result depends on: pixels, truth, engine, condition, and the code that measures. What
    tags a picture should get is asked later, when results are summed.
    """
    engine = grid.engine
    truth = [item.truth, item.languages] if reads(engine) else []
    seed = grid.seed if condition.degradation else 0
    parts = [item.pixels, truth, engine.name, opened(engine).version, _model(engine), condition, seed, _code()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def work(task: Task) -> dict[str, Any]:
    """Do one task; in a worker. Gives what JSON can hold, by key."""
    return {each: _measured(task, condition) for each, condition in task.todo.items()}


def _measured(task: Task, condition: Condition) -> Any:
    known = opened(task.engine)
    picture = task.picture
    if condition.degradation:
        picture = degrade(picture, condition.degradation, condition.level, task.seed)
    if hasattr(known, "tag"):
        return _highest(known.tag(picture))
    truth = task.truth or Truth("", ())
    if condition.degradation:  # boxes stay where they were, words may not
        truth = truth._replace(words=())
    return scores.score(truth, known.read(picture, task.languages))


def _highest(tagging: Tagging) -> dict[str, float]:
    found: dict[str, float] = {}
    for tag in tagging.tags:
        found[tag.label] = max(tag.score, found.get(tag.label, 0.0))
    return found


def _score(kept: Any) -> Score:
    characters, words, right, read, boxes_found, boxes, invented, confidences = kept
    pairs = tuple((value, is_right) for value, is_right in confidences)
    return Score(Edits(*characters), Edits(*words), right, read, boxes_found, boxes, invented, pairs)


def _tasks(items: Sequence[Item], left: Mapping[str, Mapping[str, Condition]], grid: Grid) -> Iterator[Task]:
    for item in items:
        todo = iter(left[item.id].items())
        picture = item.picture() if left[item.id] else None
        while picture is not None and (part := dict(islice(todo, AT_ONCE))):
            yield Task(grid.engine, picture, item.truth, item.languages, grid.seed, part)


def _done(tasks: Iterator[Task], bench: Bench) -> Iterator[dict[str, Any]]:
    """Results as they come, with few tasks under way, so that few pictures are in memory."""
    running: set[Future[dict[str, Any]]] = set()
    try:
        for task in tasks:
            running.add(bench.executor.submit(work, task))
            if len(running) >= WAITING * bench.workers:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in finished)
        while running:
            finished, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in finished)
    finally:
        for each in running:
            each.cancel()


@lru_cache
def _code() -> str:
    """A hash over the code that degrades and scores: where it changes, what it measured before is not taken again."""
    here = Path(degradations.__file__)
    files = [*sorted(here.parent.glob("*.py" if here.name == "__init__.py" else here.name)), Path(scores.__file__)]
    whole = hashlib.sha256()
    for file in [*files, Path(reading.__file__)]:
        whole.update(file.read_bytes())
    return whole.hexdigest()


@lru_cache
def _model(engine: Engine) -> str:
    return hashlib.sha256(Path(engine.model).read_bytes()).hexdigest() if engine.model else ""
