"""JSON Schemas for editors, made from the models.

An editor checks one file, but a value may be inherited, removed or a variable. So nothing is required here, records
of lists may say `remove`, and every text stays free: the loader enforces the rest, with the parents at hand.
"""

from __future__ import annotations

import ast
import inspect
import json
from typing import Any

from pydantic import BaseModel

from toolkit.model import Catalogue, Deployment, Evidence, Organisation, Service, Study, Suite
from toolkit.model.corpus import CorpusFile
from toolkit.model.regime import Regime
from toolkit.model.training import Training
from toolkit.render.artefact import Artefact

SCHEMAS: dict[str, type[BaseModel]] = {
    "service": Service,
    "suite": Suite,
    "organisation": Organisation,
    "catalogue": Catalogue,
    "deployment": Deployment,
    "regime": Regime,
    "study": Study,
    "evidence": Evidence,
    "corpus": CorpusFile,
    "training": Training,
}
#: Keys that hold parts of another kind of file.
HANDED_DOWN = {
    "suite": {"defaults": "service"},
    "organisation": {"defaults": "service", "deployment_defaults": "deployment", "study_defaults": "study"},
}
REMOVE = {
    "type": "object",
    "description": "Take this inherited record out, and say why.",
    "properties": {"reason": {"type": "string"}},
    "additionalProperties": False,
}


def write() -> list[Artefact]:
    """`schema/<name>.json` for every kind of file."""
    return [
        Artefact(f"schema/{name}.json", (json.dumps(schema(name), indent=1, sort_keys=True) + "\n").encode())
        for name in SCHEMAS
    ]


def schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file, JSON Schema draft 2020-12."""
    made = SCHEMAS[name].model_json_schema(by_alias=True)
    definitions = made.get("$defs", {})
    descriptions = _descriptions(SCHEMAS[name])
    for title, block in ((SCHEMAS[name].__name__, made), *definitions.items()):
        _relax(title, block, descriptions)
    for key, kind in HANDED_DOWN.get(name, {}).items():
        inner = _apart(schema(kind), definitions, SCHEMAS[kind].__name__)
        definitions.update(inner.pop("$defs"))
        definitions[SCHEMAS[kind].__name__] = {part: value for part, value in inner.items() if part != "$schema"}
        made["properties"][key] = {"$ref": f"#/$defs/{SCHEMAS[kind].__name__}"}
    made["$defs"] = definitions
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = f"disclose: {name}"
    return made


def _apart(inner: dict[str, Any], others: dict[str, Any], prefix: str) -> dict[str, Any]:
    """*inner* with those of its blocks renamed that mean something else, or refer to such, among *others*."""
    found: set[str] = set()
    while True:
        made = _renamed(inner, found, prefix)
        blocks = made["$defs"]
        clashing = {name for name, block in blocks.items() if others.get(name, block) != block}
        if not clashing:
            return made
        found |= clashing


def _renamed(inner: dict[str, Any], names: set[str], prefix: str) -> dict[str, Any]:
    text = json.dumps(inner)
    for name in names:
        text = text.replace(f'"#/$defs/{name}"', f'"#/$defs/{prefix}{name}"')
    made: dict[str, Any] = json.loads(text)
    made["$defs"] = {f"{prefix}{name}" if name in names else name: block for name, block in made["$defs"].items()}
    return made


def _relax(title: str, block: dict[str, Any], descriptions: dict[str, dict[str, str]]) -> None:
    block.pop("required", None)
    properties = block.get("properties")
    if not properties:
        return
    for key, description in descriptions.get(title, {}).items():
        if key in properties:
            properties[key]["description"] = description
    if {"id", "ref", "term", "kind"} & properties.keys():
        properties["remove"] = REMOVE


def _descriptions(model: type[BaseModel]) -> dict[str, dict[str, str]]:
    """The texts below the fields of all models, by model and key; read from the source, where they are written."""
    found: dict[str, dict[str, str]] = {}
    for kind in _models(model, set()):
        [written] = ast.parse(inspect.getsource(kind)).body
        if isinstance(written, ast.ClassDef):
            found[kind.__name__] = dict(_described(written))
    return found


def _described(kind: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(kind.body, kind.body[1:], strict=False)
    return [
        (field.target.id, inspect.cleandoc(text.value.value))
        for field, text in pairs
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    ]


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    from toolkit.load.validate import model_at

    if model in seen:
        return seen
    seen.add(model)
    for name in model.model_fields:
        inner = model_at(model, (name,))
        if inner is not None and inner is not model:
            _models(inner, seen)
    return seen
