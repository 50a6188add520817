"""The file of a classifier: JSON with numbers and facts, nothing that could run, and a hash over all of it.

Files of strangers may be opened: what is read is checked for size, shape and range before any of it is used. The hash
shows that a file is whole. It does not show who made it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, model_validator

from toolkit.load.validate import short
from toolkit.model.base import Count, Day, Name, Record, Text
from toolkit.model.training import Consent, Mask, Purpose
from toolkit.source import HIDDEN
from toolkit.vision.classifier.errors import ClassifierError
from toolkit.vision.classifier.features import COUNT

MAX_BYTES = 10_000_000
#: Wide enough for every training and narrow enough that no product of these overflows.
LARGEST, SMALLEST = 1e9, 1e-9
Finite = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Width = Annotated[float, Field(ge=SMALLEST, le=LARGEST, allow_inf_nan=False)]
Row = Annotated[tuple[Finite, ...], Field(min_length=COUNT, max_length=COUNT)]
Few = Annotated[tuple[Finite, ...], Field(min_length=1, max_length=50)]
Weights = Annotated[tuple[Row, ...], Field(min_length=1, max_length=50)]
Natural = Annotated[int, Field(ge=0)]
Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Taught(Record):
    """A photograph that was learned from. Its name is left out, since names of files can name people."""

    label: Name
    sha256: Hex


class Figures(Record):
    """Precision is `right` of `given`, recall `right` of `borne`."""

    label: Name
    right: Natural
    given: Natural
    borne: Natural


class Account(Record):
    """What was measured when it was trained."""

    level: Literal["photographs", "tiles"]
    photographs: Count
    tags: tuple[Figures, ...]


class Facts(Record):
    """What `training.yml` said, and what came of it."""

    source: Text
    licence: Name
    people_shown: bool
    consent: Consent | None
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    trained_for: Purpose
    trained_on: Day
    seed: int
    photographs: tuple[Taught, ...]
    measured: Account


class Saved(Record):
    """A classifier as it lies in a file."""

    format: Literal["disclose-classifier"] = "disclose-classifier"
    format_version: Literal["1"] = "1"
    name: Name
    version: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    features: Literal["lbp-hog-hsv-1"]
    labels: Annotated[tuple[Name, ...], Field(min_length=2, max_length=50)]
    mask: Mask
    training: Facts
    mean: Row
    scale: Annotated[tuple[Width, ...], Field(min_length=COUNT, max_length=COUNT)]
    weights: Weights
    intercept: Few
    slope: Few
    offset: Few

    @model_validator(mode="after")
    def _fits(self) -> Self:
        rows = 1 if len(self.labels) == 2 else len(self.labels)
        if {len(self.weights), len(self.intercept), len(self.slope), len(self.offset)} != {rows}:
            raise ValueError("the weights do not fit the labels")
        if len(set(self.labels)) != len(self.labels):
            raise ValueError("a label stands twice")
        if self.training.trained_for not in self.training.purposes:
            raise ValueError("it was trained for a purpose that is not allowed")
        return self


class _Hashed(Saved):
    """A classifier with the hash over everything else."""

    sha256: Hex


def spelled(saved: Saved) -> bytes:
    """The file: one key a line, in a fixed order, the hash last."""
    said = saved.model_dump(mode="json", exclude={"sha256"})
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    return ("{\n" + ",\n".join([*lines, f'"sha256": "{_hash(said)}"']) + "\n}\n").encode()


def write(saved: Saved, path: Path) -> None:
    """Write the file whole or not at all: staged beside its place, then renamed. Raises ClassifierError."""
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        staged.write_bytes(spelled(saved))
        staged.replace(path)
    except OSError as error:
        staged.unlink(missing_ok=True)
        advice = "check the folder and the space on the disk"
        raise ClassifierError(f"cannot write {path}: {error.strerror}", advice) from error


def read(path: Path) -> Saved:
    """What a file says, every value checked. Raises ClassifierError where there is none, or no classifier in it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ClassifierError(f"cannot read {path}: {error.strerror}", "give the file of a classifier") from error
    return parse(data, path.name)


def parse(data: bytes, name: str = "the file") -> Saved:
    """What the bytes of a file say, every value checked. Raises ClassifierError with one sentence."""
    again = "train it again, or ask whoever made it for a whole copy"
    if len(data) > MAX_BYTES:
        raise ClassifierError(f"{name} is larger than 10 MB: no classifier of this format is", again)
    try:
        whole = _Hashed.model_validate_json(data)
    except ValidationError as error:
        raise ClassifierError(f"{name} is no classifier: {_first(error)}", again) from None
    said = whole.model_dump(mode="json")
    if said.pop("sha256") != _hash(said):
        raise ClassifierError(f"{name} was changed or cut: its hash does not fit", again)
    if any(HIDDEN.search(text) for text in _texts(said)):
        raise ClassifierError(f"{name} holds invisible characters, which can make a label look like another", again)
    return whole


def _hash(said: dict[str, Any]) -> str:
    """SHA-256 over the values in one spelling: sorted keys, no spaces, the shortest decimals that give the number."""
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _first(error: ValidationError) -> str:
    """The first thing that is wrong, and where."""
    problem = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in problem["loc"])
    message = str(problem["msg"]).removeprefix("Value error, ")
    return f"`{short(where)}`: {message}" if where else message


def _texts(value: Any) -> Iterator[str]:
    """Every text inside a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
