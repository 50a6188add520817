"""From a training to its file: the numbers, where the pictures come from, and what was measured."""

from __future__ import annotations

from pathlib import Path

from toolkit.vision.classifier import file
from toolkit.vision.classifier.errors import TrainingError
from toolkit.vision.classifier.features import VERSION
from toolkit.vision.classifier.file import Account, Facts, Figures, Saved, Taught
from toolkit.vision.classifier.model import NUMBERS
from toolkit.vision.classifier.training import Origin, Trained


def save(trained: Trained, path: Path) -> None:
    """Write the file of a classifier, whole or not at all.

    Raises TrainingError for pictures without a training folder, ClassifierError where the file cannot be written.
    """
    file.write(saved(trained), path)


def saved(trained: Trained) -> Saved:
    """What the file will say. Raises TrainingError for pictures without a training folder."""
    if trained.origin is None:
        advice = "put them into folders with a training.yml that names source, licence, people and purposes"
        raise TrainingError("pictures without a training folder cannot be saved", advice)
    classifier = trained.classifier
    said = {
        "format": "disclose-classifier",
        "format_version": "1",
        "name": classifier.name,
        "version": classifier.version,
        "features": VERSION,
        "labels": classifier.labels,
        "mask": classifier.mask,
        "training": _facts(trained, trained.origin),
    }
    return Saved.model_validate(said | {key: _tuples(getattr(classifier, key).tolist()) for key in NUMBERS})


def _facts(trained: Trained, origin: Origin) -> Facts:
    training, measured = origin.training, trained.measured
    labels = trained.classifier.labels
    taught = dict.fromkeys((labels[piece.label], piece.sha256) for piece in trained.pieces)
    tags = tuple(
        Figures(label=tag.label, right=tag.recall.right, given=tag.precision.of, borne=tag.recall.of)
        for tag in measured.tags
    )
    return Facts(
        source=training.source,
        licence=training.licence,
        people_shown=training.people_shown,
        consent=training.consent,
        purposes=training.purposes,
        trained_for=origin.purpose,
        trained_on=origin.day,
        seed=trained.seed,
        photographs=tuple(Taught(label=label, sha256=sha256) for label, sha256 in taught),
        measured=Account(level=measured.level, photographs=measured.photographs, tags=tags),
    )


def _tuples(values: list[float] | list[list[float]]) -> tuple[object, ...]:
    """Lists inside lists as tuples, which strict records ask for."""
    return tuple(tuple(each) if isinstance(each, list) else each for each in values)
