"""The machine-readable side: what the documents say, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import normpath
from typing import Any

from toolkit.load import Loaded
from toolkit.model import Deployment
from toolkit.render.artefact import Artefact
from toolkit.render.claims import claims
from toolkit.view import View

#: The files that are put together from the parts of all services.
LISTS = ("api/services.json", "api/claims.json")

#: One encoder for all: `json.dumps` would make one for each of many thousand claims.
JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def service(view: View) -> dict[str, Any]:
    """One service with its documents and its metadata as published."""
    return {
        "id": view.id,
        "name": view.name,
        "suite": view.suite,
        "status": view.service.identity.status,
        "lifecycle": view.service.identity.lifecycle.status,
        "documents": [
            {"kind": page.kind, "title": page.title, "state": page.state, "href": _href(view, page.href)}
            for page in view.pages
        ],
        "metadata": view.service.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    }


def _href(view: View, href: str) -> str | None:
    return normpath(f"notes/{view.id}/{href}").replace(".md", "/") if href else None


def parts(view: View) -> list[Artefact]:
    """One service's rows of `services.json` and of `claims.json`, one a line, each to be kept by itself."""
    rows = {"services": [JSON(service(view))], "claims": [JSON(claim) for claim in claims(view)]}
    return [Artefact(f"{view.id}.{name}", ",\n".join(each).encode()) for name, each in rows.items()]


def write(ids: Iterable[str], folder: Path) -> Iterator[Artefact]:
    """`api/services.json` and `api/claims.json`, put together from the parts of *ids* in *folder*."""
    known = list(ids)
    for name in ("services", "claims"):
        yield _list(name, ((folder / f"{id}.{name}").read_bytes() for id in known))


def places(deployments: Iterable[Loaded[Deployment]]) -> Artefact:
    """`api/deployments.json`."""
    rows = (place.record.model_dump(mode="json", by_alias=True, exclude_defaults=True) for place in deployments)
    return _list("deployments", (JSON(row).encode() for row in rows))


def _list(name: str, rows: Iterable[bytes]) -> Artefact:
    return Artefact(f"api/{name}.json", b"[\n" + b",\n".join(rows) + b"\n]\n")
