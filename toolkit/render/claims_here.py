"""Every sentence that people at a place are told, and what backs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolkit.source import Node, Path_
from toolkit.view import phrases, understood
from toolkit.view.backing import attested, measured
from toolkit.view.place import PlaceView
from toolkit.view.told import KEYS


def claims(view: PlaceView) -> list[dict[str, Any]]:
    """One record a sentence: its path, its text, where it is written, and what backs it (attestation, evidence,
    people who understood it, or nothing), in the shape of the claims of services.
    """
    count: dict[str, int] = {}
    found = []
    for path, text in view.sentences:
        count[path] = count.get(path, 0) + 1
        number = f"/{count[path]}" if count[path] > 1 else ""  # lists of plain texts share a path
        found.append({"id": f"{view.id}/{path.replace('.', '/')}{number}", **_claim(view, path, text)})
    return found


def _claim(view: PlaceView, path: str, text: str) -> dict[str, Any]:
    steps = path.split(".")
    place = view.document.place(written_at(view.document.root, steps, text) or tuple(steps[:1]))
    return {
        "deployment": view.id,
        "path": path,
        "sentence": text,
        "written_at": f"{place.file}:{place.line}",
        "level": place.level,
        "backed_by": list(_backing(view, path)) or [{"kind": "nothing"}],
    }


def _backing(view: PlaceView, path: str) -> Iterator[dict[str, Any]]:
    for each in attested(view, path):
        yield {"kind": "attested", "attestation": each.id, "role": each.role, "on": each.on.isoformat()}
    for fact in measured(view, path):
        yield {"kind": "measured", "evidence": fact.id, "says": phrases.measured(fact)}
    for result in understood.at(view, path):
        of = result.of
        figures = {"right": of.right, "people": of.people, "language": of.language, "form": of.form}
        yield {"kind": "understood", "evidence": result.fact.id, "of_these_words": result.today, **figures}


def written_at(node: Node, steps: Sequence[str], text: str) -> Path_ | None:
    """The path in the document of the sentence *text* at the path *steps*, where a step may be the id of a record (no
    step at all for a record without one); None where it is not there.
    """
    value = node.value
    if not steps:
        texts = [child.value for child in value] if isinstance(value, list) else []
        return (texts.index(text),) if text in texts else () if value == text else None
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if steps[0] == (_name(child) if isinstance(value, list) else key):
            found = written_at(child, steps[1:], text)
            if found is not None:
                return (key, *found)
    return None


def _name(record: Node) -> str:
    """What a record of a list is called in paths."""
    known = record.value if isinstance(record.value, dict) else {}
    return next((str(known[key].value) for key in KEYS if key in known), "")
