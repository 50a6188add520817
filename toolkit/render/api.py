"""The machine-readable side: what the documents say, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from posixpath import normpath
from typing import Any

from toolkit.load import Loaded
from toolkit.model import Deployment
from toolkit.render.artefact import Artefact
from toolkit.render.claims import claims
from toolkit.view import View


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


def fragments(view: View) -> tuple[str, str]:
    """One service's part of `services.json` and of `claims.json`."""
    return _json(service(view)), ",\n".join(_json(claim) for claim in claims(view))


def write(parts: Iterable[tuple[str, str]], deployments: Iterable[Loaded[Deployment]]) -> list[Artefact]:
    """The files below `api/`, put together from the services' parts."""
    known = list(parts)
    places = [place.record.model_dump(mode="json", by_alias=True, exclude_defaults=True) for place in deployments]
    return [
        _list("services", (services for services, _ in known)),
        _list("claims", (each for _, each in known)),
        _list("deployments", map(_json, places)),
    ]


def _list(name: str, rows: Iterable[str]) -> Artefact:
    text = ",\n".join(rows)
    return Artefact(f"api/{name}.json", f"[\n{text}\n]\n".encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
