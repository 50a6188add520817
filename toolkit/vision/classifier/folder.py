"""Reads a training folder: `training.yml` with the place of every problem, and the pictures that it names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from skimage import data

from toolkit.finding import Finding, Place
from toolkit.load.validate import did_you_mean, validate
from toolkit.model.training import Label, Purpose, Training
from toolkit.source import Document, error_at, read
from toolkit.vision.classifier.errors import TrainingError
from toolkit.vision.classifier.pieces import Photograph
from toolkit.vision.intake import Limits, PictureRefused, take
from toolkit.vision.reading import Picture

FILE = "training.yml"
SUFFIXES = frozenset({".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
#: More pictures than a table computer learns from in a minute.
MAX_PICTURES = 5000
#: A picture for training is chosen by whoever trains, so that it may be as large as cameras make them.
LIMITS = Limits(bytes=30_000_000, pixels=80_000_000)


class TrainingFolder(NamedTuple):
    """A folder whose `training.yml` holds no problem, and the files of each label."""

    path: Path
    training: Training
    files: tuple[tuple[Path, ...], ...]
    """For each label: its pictures by name; empty where it has a sample."""
    passed_over: tuple[str, ...]
    """Files in these folders that are no pictures."""

    def photographs(self) -> Iterator[Photograph]:
        """Every picture, opened when it is asked for. Raises TrainingError where one cannot be read."""
        for number, (label, files) in enumerate(zip(self.training.labels, self.files, strict=True)):
            if label.sample:
                yield Photograph(number, label.sample, _three(getattr(data, label.sample)()))
            for path in files:
                yield Photograph(number, f"{path.parent.name}/{path.name}", _open(path))

    def purpose(self, wanted: str | None) -> Purpose:
        """The purpose with the id *wanted*; without one, the only purpose there is. Raises TrainingError otherwise."""
        allowed = self.training.purposes
        listed = "; ".join(f"{each.id} ({each.text})" for each in allowed)
        if wanted is None and len(allowed) > 1:
            raise TrainingError(f"{self.training.name}: the purpose is not named", f"allowed are: {listed}")
        for each in allowed:
            if wanted in (None, each.id, each.text):
                return each
        raise TrainingError(f"{self.training.name} may not be used for `{wanted}`", f"allowed are: {listed}")


def open_folder(path: Path) -> TrainingFolder:
    """Read `training.yml` in the folder *path* and find the pictures. Raises TrainingError with every finding."""
    file = path / FILE
    if not file.exists():
        raise TrainingError(
            f"there is no {FILE} in {path}", "write one: name, source, licence, people, purposes, labels"
        )
    root, findings = read(file, file.as_posix(), "training")
    if root is not None and not isinstance(root.value, dict):
        findings.append(error_at(root.place, "wrong-type", "the file should hold keys, such as `name:`"))
    if findings or root is None:
        raise _problems(file, findings)
    document = Document(root)
    training, findings = validate(document, Training)
    if training is None:
        raise _problems(file, findings)
    contradictions = list(_contradictions(training, document))
    if contradictions:
        raise _problems(file, contradictions)
    return _with_files(path, training, document)


def _problems(file: Path, findings: list[Finding]) -> TrainingError:
    more = f", and {len(findings) - 1} more" if len(findings) > 1 else ""
    first = findings[0]
    return TrainingError(f"{file}:{first.place.line}: {first.message}{more}", first.help, findings)


def _contradictions(training: Training, document: Document) -> Iterator[Finding]:
    """What single keys cannot show to be wrong."""
    if training.people_shown and training.consent is None:
        advice = "add `consent:` with `how:` and `obtained_by:`, or leave these pictures out"
        place = document.place(("people_shown",))
        yield error_at(place, "consent-missing", "people are shown, and nothing says that they agreed", advice)
    if training.mask and training.tiles:
        message = "a mask is for whole pictures of one camera, and tiles are parts of pictures"
        yield error_at(document.place(("mask",)), "wrong-value", message, "delete `mask:` or `tiles:`")
    if len(training.labels) < 2:
        advice = "add a second label, such as `other`"
        yield error_at(document.place(("labels",)), "wrong-value", "one label cannot be told from anything", advice)
    for key, values in (
        ("name", [label.name for label in training.labels]),
        ("folder", [label.folder for label in training.labels]),
        ("sample", [label.sample for label in training.labels]),
    ):
        for index, value in enumerate(values):
            if value is not None and value in values[:index]:
                message, place = f"the {key} `{value}` stands twice", document.place(("labels", index, key))
                yield error_at(place, "duplicate-id", message, "each label has pictures of its own")


def _with_files(path: Path, training: Training, document: Document) -> TrainingFolder:
    files: list[tuple[Path, ...]] = []
    passed_over: list[str] = []
    findings: list[Finding] = []
    for index, label in enumerate(training.labels):
        place = document.place(("labels", index, "folder"))
        found, other, problem = _files(path, label, place)
        files.append(found)
        passed_over += other
        findings += problem
    if sum(map(len, files)) > MAX_PICTURES:
        advice = "leave some out: more teach this kind of classifier little"
        findings.append(error_at(document.place(("labels",)), "too-long", f"more than {MAX_PICTURES} pictures", advice))
    if findings:
        raise _problems(path / FILE, findings)
    return TrainingFolder(path, training, tuple(files), tuple(passed_over))


def _files(path: Path, label: Label, place: Place) -> tuple[tuple[Path, ...], list[str], list[Finding]]:
    """The pictures of *label*, the names of other files, and what is wrong."""
    if label.folder is None:
        return (), [], []
    folder = path / label.folder
    if not _inside(folder, path):
        return (), [], [error_at(place, "outside-project", "this folder lies outside of the training folder")]
    if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        known = sorted(each.name for each in path.iterdir() if each.is_dir())
        advice = did_you_mean(label.folder, known)
        return (), [], [error_at(place, "unknown-value", f"there is no folder `{label.folder}`", advice)]
    files = sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    pictures = tuple(each for each in files if each.suffix.lower() in SUFFIXES)
    other = [f"{label.folder}/{each.name}" for each in files if each not in pictures]
    away = [each.name for each in pictures if not _inside(each, path)]
    if away:
        message = f"`{away[0]}` leads out of the training folder"
        return (), [], [error_at(place, "outside-project", message, "put a copy here in place of the link")]
    advice = f"put pictures there: {', '.join(sorted(SUFFIXES))}"
    empty = error_at(place, "empty-value", f"the folder `{label.folder}` holds no pictures", advice)
    return pictures, other, [] if pictures else [empty]


def _inside(path: Path, folder: Path) -> bool:
    """Whether *path* lies below *folder*, with every link on the way followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _open(path: Path) -> Picture:
    """The picture in a file, upright. Raises TrainingError."""
    try:
        return take(path.read_bytes(), limits=LIMITS).pages[0]
    except PictureRefused as error:
        raise TrainingError(f"{path}: {error}", f"{error.help} Or take it out of the folder.") from error
    except OSError as error:
        raise TrainingError(f"cannot read {path}: {error.strerror}", "take it out of the folder") from error


def _three(grey: npt.NDArray[np.uint8]) -> Picture:
    """A grey picture as red, green and blue."""
    return np.stack([grey] * 3, axis=-1)
