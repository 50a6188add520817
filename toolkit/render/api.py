"""The machine-readable side: what the documents say, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import normpath
from typing import Any

from toolkit.render.artefact import Artefact
from toolkit.render.claims import claims
from toolkit.view import Page, View
from toolkit.view.place import PlaceView

#: The files that are put together from the parts of all services and deployments.
LISTS = ("api/services.json", "api/deployments.json", "api/claims.json")

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
        "documents": [_document(view, page) for page in view.pages],
        "metadata": view.service.model_dump(mode="json", by_alias=True, exclude_defaults=True),
    }


def _document(view: View, page: Page) -> dict[str, Any]:
    """Where a document is and, for an inherited one, what this service adds to it."""
    row = {"kind": page.kind, "title": page.title, "state": page.state, "href": _href(view, page.href)}
    return {**row, "particular": _href(view, page.particular)} if page.particular else row


def _href(view: View, href: str) -> str | None:
    return normpath(f"notes/{view.id}/{href}").replace(".md", "/") if href else None


def parts(view: View) -> list[Artefact]:
    """One service's rows of `services.json` and of `claims.json`, one a line, each to be kept by itself."""
    rows = {"services": [JSON(service(view))], "claims": [JSON(claim) for claim in claims(view)]}
    return [Artefact(f"{view.id}.{name}", ",\n".join(each).encode()) for name, each in rows.items()]


def place(view: PlaceView, claims: Iterable[dict[str, Any]]) -> list[Artefact]:
    """One deployment's row of `deployments.json` and its rows of `claims.json`, each to be kept by itself."""
    row = view.deployment.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    told = {"deployments": [JSON({**row, "message_hash": view.hash})], "claims": [JSON(claim) for claim in claims]}
    return [Artefact(f"at.{view.id}.{name}", ",\n".join(each).encode()) for name, each in told.items()]


def write(services: Iterable[str], places: Iterable[str], folder: Path) -> Iterator[Artefact]:
    """`api/services.json`, `api/deployments.json` and `api/claims.json`, from the parts of what is published."""
    known, at = list(services), [f"at.{id}" for id in places]
    for name, ids in (("services", known), ("deployments", at), ("claims", known + at)):
        rows = ((folder / f"{id}.{name}").read_bytes() for id in ids)
        yield _list(name, (row for row in rows if row))


def _list(name: str, rows: Iterable[bytes]) -> Artefact:
    return Artefact(f"api/{name}.json", b"[\n" + b",\n".join(rows) + b"\n]\n")
