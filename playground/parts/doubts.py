"""Why an answer might be wrong: limitations of a service that fit what is shown, and limits of its detectors."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from toolkit.model import Service
from toolkit.model.uses import Limitation
from toolkit.vision.taggers.detectors import DETECTORS, Detector

#: Which feature of the service `opencv-tags` gives a label; what is not here is measured on the whole picture.
FEATURES = {
    "face": "faces",
    "face in profile": "faces",
    "eye": "eyes",
    "cat face": "cat-faces",
    "full body": "bodies",
    "upper body": "bodies",
    "person": "people",
    "QR code": "codes",
    "bar code": "codes",
}
PROPERTIES = "properties"


def doubts(service: Service, labels: Iterable[str], degradations: Collection[str]) -> tuple[Limitation, ...]:
    """The limitations of *service* that fit: first those of the *degradations* at work, then those of the features that
    gave *labels*, in their order, then those that hold for every picture.
    """
    features = list(dict.fromkeys(FEATURES.get(label, PROPERTIES) for label in labels))
    by_damage, by_feature, always = [], [], []
    for limitation in service.limitations:
        damage = limitation.demo.degradation if limitation.demo else None
        if damage:
            by_damage += [limitation] if damage in degradations else []
        elif limitation.feature:
            by_feature += [limitation] if limitation.feature in features else []
        else:
            always.append(limitation)
    by_feature.sort(key=lambda limitation: features.index(str(limitation.feature)))
    return (*by_damage, *by_feature, *always)


def limits(labels: Iterable[str]) -> tuple[Detector, ...]:
    """The detectors behind *labels*, each once, in the order of *labels*."""
    known = {detector.label: detector for detector in DETECTORS}
    return tuple(known[label] for label in dict.fromkeys(labels) if label in known)
