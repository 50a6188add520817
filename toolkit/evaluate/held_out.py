"""What a training folder kept back for tests, as a corpus: tiles that count as the photographs they were cut from."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from toolkit.evaluate.corpus import Corpus, Item
from toolkit.vision.classifier import Example, held_out
from toolkit.vision.classifier.folder import open_folder
from toolkit.vision.reading import Picture

FILE = "training.yml"


def held_out_corpus(folder: Path, purpose: str | None = None) -> Corpus:
    """The tiles of *folder* that a classifier is tested on, each with its one label. Raises TrainingError as
    `held_out` does.
    """
    training = open_folder(folder).training
    examples = held_out(folder, purpose=purpose)
    labels = [label.name for label in training.labels]
    counted: Counter[str] = Counter()
    items = []
    for each in examples:
        counted[each.label] += 1
        items.append(_item(each, f"{each.label}-{counted[each.label]:02}", labels))
    return Corpus(
        id=folder.name,
        name=f"{training.name}, parts kept back from training",
        licence=training.licence,
        synthetic=False,
        people_shown=training.people_shown,
        purposes=tuple(each.text for each in training.purposes),
        source=training.source,
        items=tuple(items),
    )


def _item(example: Example, id: str, labels: list[str]) -> Item:
    tags = {label: label == example.label for label in labels}
    return Item(id, example.photograph, {}, (), None, tags, partial(_same, example.picture))


def _same(picture: Picture) -> Picture:
    return picture
