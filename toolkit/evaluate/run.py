"""A run of a service from its metadata to its files of evidence."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.evaluate import facts_tags, facts_text
from toolkit.evaluate.corpus import Corpus
from toolkit.evaluate.engines import Engine, opened, reads
from toolkit.evaluate.examples import choice, example
from toolkit.evaluate.facts import Measured
from toolkit.evaluate.sweep import CLEAN, Bench, Condition, Grid, sweep
from toolkit.model import Evidence, Service
from toolkit.model.evidence import EngineRef
from toolkit.model.uses import Run
from toolkit.vision.degradations import DEGRADATIONS, LEVELS

#: Stands for every degradation that a limitation of the service names.
NAMED = "named"
#: What people call the engine behind a reader or tagger.
NAMES = {
    "tesserocr": "Tesseract through tesserocr",
    "tesseract": "Tesseract, the program",
    "pytesseract": "Tesseract through pytesseract",
    "opencv": "OpenCV",
    "custom": "the classifier",
    "onnx": "ONNX model",
}


class Order(NamedTuple):
    """What to measure: a run of a service, on which pictures, on which day. Files of models lie below `root`."""

    service: Service
    run: Run
    corpus: Corpus
    root: Path
    day: dt.date
    shown: bool = True
    """Whether parts of the pictures may stand among the evidence."""


class Outcome(NamedTuple):
    """What a run found, and the files that hold it: paths below `evidence/`, and their bytes."""

    measured: Measured
    labels: tuple[str, ...]
    """Every tag that the engine can give; none of a reader."""
    evidence: tuple[Evidence, ...]
    files: dict[str, bytes]


def measure(order: Order, bench: Bench) -> Outcome:
    """Carry out *order*. Raises UsageError for an unknown engine or degradation, and what the engine raises where it
    is not installed.
    """
    service, run, corpus = order.service, order.run, order.corpus
    engine = Engine(run.engine, str(order.root / run.model) if run.model else "")
    results = sweep(corpus.items, Grid(engine, tuple(_conditions(service, run)), run.seed), bench)
    known = opened(engine)
    reference = EngineRef(name=NAMES.get(run.engine, run.engine), version=known.version)
    measured = Measured(run, corpus, reference, order.day, service.limitations, results)
    threshold = service.confidence.default_threshold if service.confidence else None
    labels = getattr(known, "labels", ())
    if reads(engine):
        found = list(facts_text.facts(measured, threshold))
    else:
        found = list(facts_tags.facts(measured, threshold, labels))
    evidence, files = _with_examples(found, measured, engine) if order.shown else (found, {})
    files |= {f"{each.id}.json": as_json(each) for each in evidence}
    return Outcome(measured, tuple(labels), tuple(evidence), files)


def _conditions(service: Service, run: Run) -> Iterator[Condition]:
    yield CLEAN
    for degradation in degradations(service, run):
        yield from (Condition(degradation, level) for level in LEVELS)


def degradations(service: Service, run: Run) -> tuple[str, ...]:
    """Ids of what the run does to its pictures. Raises UsageError for one that nobody knows."""
    wanted = set(run.degradations)
    if NAMED in wanted:
        shown = {limit.demo.degradation for limit in service.limitations if limit.demo}
        wanted = wanted - {NAMED} | {id for id in shown if id}
    unknown = sorted(wanted - DEGRADATIONS.keys())
    if unknown:
        known = ", ".join([NAMED, *DEGRADATIONS])
        raise UsageError(f"there is no degradation `{unknown[0]}`", f"take some of {known}")
    return tuple(id for id in DEGRADATIONS if id in wanted)


def _with_examples(
    evidence: Sequence[Evidence], measured: Measured, engine: Engine
) -> tuple[list[Evidence], dict[str, bytes]]:
    """The same, where a limitation has a curve with a part of a picture before and after."""
    shown: list[Evidence] = []
    files: dict[str, bytes] = {}
    demos = {limit.id: limit.demo for limit in measured.limitations}
    of_degradation = {measured.limitation(id): id for id in measured.degradations}
    for each in evidence:
        demo = demos.get(each.limitation or "")
        item = choice(measured.corpus.items, each.slice.get("tag"), demo.sample if demo else None)
        if each.limitation and each.curve and item:
            pair = example(measured.run.id, item, engine, of_degradation[each.limitation], measured.run.seed)
            shown.append(each.model_copy(update={"example": pair.example}))
            files.update(pair.files)
        else:
            shown.append(each)
    return shown, files


def as_json(evidence: Evidence) -> bytes:
    """The file of one fact: what it says and nothing that is empty, readable in a review."""
    fields = evidence.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return (json.dumps(fields, indent=2, ensure_ascii=False) + "\n").encode()


def outdated(folder: Path, run: Run, files: Mapping[str, bytes]) -> list[str]:
    """Files that an earlier time of *run* wrote below *folder* and this one did not."""
    prefix = f"{run.id}-"
    own = [path.name for path in folder.glob(f"{prefix}*.json") if f'"run": "{run.id}"' in path.read_text("utf-8")]
    pictures = [path.relative_to(folder).as_posix() for path in (folder / run.id).glob("*.png")]
    return sorted({*own, *pictures} - files.keys())
