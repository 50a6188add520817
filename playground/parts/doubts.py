"""Why an answer might be wrong: limitations of a service that fit what is shown, and limits of its detectors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape

from playground.say import quoting, say
from playground.ways import on_site
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


def explained(service: Service, limitations: Sequence[Limitation]) -> str:
    """HTML of *limitations*: when, what then, for whom, and where the note of *service* says more."""
    note = f"notes/{service.identity.id}/transparency-note.md"
    body = ""
    for each in limitations:
        groups = quoting("tag.why-concerns", groups=", ".join(each.groups)) if each.groups else ""
        body += (
            f'<dt><bdi lang="en">{escape(each.condition)}</bdi></dt>'
            f'<dd><bdi lang="en">{escape(each.effect)}</bdi> {groups} '
            f"{_link(f'{note}#limitation-{each.id}', say('tag.why-more'))}</dd>"
        )
    return f"<dl>{body}</dl><p>{_link(f'{note}#limitations', say('tag.why-all'))}</p>"


def _link(path: str, words: str) -> str:
    return f'<a href="{escape(on_site(path))}" target="_blank" rel="noopener">{escape(words)}</a>'
