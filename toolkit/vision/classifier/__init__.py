"""A classifier of one's own: labelled pictures in; a tagger, an honest account of it and a safe file out.

`train` and `train_pictures` learn, `held_out` gives what was kept back for tests, `save` writes a file and
`Classifier.load` reads one.
"""

from __future__ import annotations

from toolkit.vision.classifier.concerns import Concern
from toolkit.vision.classifier.errors import ClassifierError, TrainingError
from toolkit.vision.classifier.mask import masked
from toolkit.vision.classifier.measure import Measured
from toolkit.vision.classifier.model import Classifier
from toolkit.vision.classifier.saving import save
from toolkit.vision.classifier.training import Example, Trained, held_out, train, train_pictures

__all__ = [
    "Classifier",
    "ClassifierError",
    "Concern",
    "Example",
    "Measured",
    "Trained",
    "TrainingError",
    "held_out",
    "masked",
    "save",
    "train",
    "train_pictures",
]
