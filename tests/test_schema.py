from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from samples import MINIMAL, ORGANISATION

from toolkit.schema import SCHEMAS, schema, write

ROOT = Path(__file__).resolve().parents[1]
KINDS = [
    ("service", "services/*/service.yml"),
    ("suite", "services/suites/*.yml"),
    ("organisation", "services/organisation.yml"),
    ("catalogue", "services/catalogue/*.yml"),
    ("deployment", "deployments/*/deployment.yml"),
    ("study", "deployments/*/study.yml"),
    ("evidence", "*/*/evidence/*.json"),
]


def as_an_editor_reads(text: str) -> Any:
    """Data as the language server of an editor has it: YAML 1.2 knows no dates."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(child) for key, child in value.items()}
        if isinstance(value, list):
            return [plain(child) for child in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    return plain(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    """What checks a file of one kind."""
    return jsonschema.Draft202012Validator(schema(kind))


def underlined(kind: str, text: str) -> list[str]:
    """What an editor underlines in a file, as path and sentence."""
    errors = validator(kind).iter_errors(json.loads(text) if kind == "evidence" else as_an_editor_reads(text))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


def test_the_committed_schemas_are_those_of_the_models():
    """Whoever changes a model runs `disclose schema`."""
    committed = {f"schema/{path.name}": path.read_bytes() for path in (ROOT / "docs/schema").glob("*.json")}
    assert committed == {artefact.path: artefact.data for artefact in write()}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_schema_is_one(kind):
    """Every schema is right by the rules of schemas, has a title, and refers only to what it holds."""
    made = validator(kind).schema
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["title"] == f"disclose: {kind}"
    text = json.dumps(made)
    names = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert names <= set(made["$defs"])


@pytest.mark.parametrize(
    ("kind", "path"),
    [(kind, path.relative_to(ROOT).as_posix()) for kind, pattern in KINDS for path in sorted(ROOT.glob(pattern))],
)
def test_no_shipped_file_is_underlined(kind, path):
    """The files of this project are right in an editor too."""
    assert underlined(kind, (ROOT / path).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("service", MINIMAL),
        ("organisation", ORGANISATION),
        ("service", "extends: suites/city.yml\nlimitations: [{id: pale, effect: Other words.}]\n"),
        ("service", "limitations: [{id: pale, remove: {reason: Not here.}}]\n"),
        (
            "service",
            "data: {items: [{id: scan, remove: {reason: None.}}]}\nguidelines: [{ref: a, remove: {reason: b}}]\n",
        ),
        ("service", "terms: [{term: OCR, remove: {reason: b}}]\nidentity: {documents: [{kind: limited-access}]}\n"),
        ("service", "summary: {purpose: '{product} reads.', source: a, audience: people}\n"),
        ("service", "summary: {source: [a, b], audience: [people]}\nchangelog: [{date: 2026-11-20, change: a}]\n"),
        ("service", "inputs: [{id: a, limits: [{what: bytes, max: 4}, {what: pixels, max: 0.5}]}]\n"),
        ("suite", "defaults: {limitations: [{id: pale, effect: Other words.}]}\n"),
        ("organisation", "defaults: {people: [{id: a}]}\ndeployment_defaults: {languages: [de], services: a}\n"),
        ("deployment", "services: desk\nkept: [{id: a, remove: {reason: b}}]\n"),
        ("deployment", "services: [desk, scan]\nplace: {cameras: [{id: a, view_metres: 3.5}]}\n"),
        ("study", "questions: [{id: a, kind: awareness}]\n"),
        ("evidence", '{"value": 1e-05, "date": "2026-01-01"}'),
    ],
)
def test_a_part_of_a_file_is_right(kind, text):
    """Whole files, and files that override one key, remove with a reason, use variables or write one for a list."""
    assert underlined(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "path", "word"),
    [
        ("service", "limitation: []\n", "", "limitation"),
        ("service", "limitations: [{id: pale, efect: a}]\n", "limitations/0", "efect"),
        ("service", "data: {items: [{id: a, retention: {knd: none}}]}\n", "data/items/0/retention", "knd"),
        ("service", "limitations: [{id: pale, remove: {why: a}}]\n", "limitations/0/remove", "why"),
        ("service", "limitations: [{id: pale, remove: true}]\n", "limitations/0/remove", "True"),
        ("service", "limitations: [{id: Pale Print}]\n", "limitations/0/id", "Pale Print"),
        ("service", "limitations: [{id: pale, category: none}]\n", "limitations/0/category", "none"),
        ("service", "limitations: pale\n", "limitations", "pale"),
        ("service", "summary: {source: 7}\n", "summary/source", "7"),
        ("service", "summary: {source: [a, 7]}\n", "summary/source", "7"),
        ("suite", "defaults: {limitations: [{id: pale, efect: a}]}\n", "defaults/limitations/0", "efect"),
        ("suite", "default: {}\n", "", "default"),
        ("organisation", "defaults: {limitation: []}\n", "defaults", "limitation"),
        ("organisation", "deployment_defaults: {langages: [de]}\n", "deployment_defaults", "langages"),
        ("deployment", "status: ready\n", "status", "ready"),
        ("evidence", '{"value": "high"}', "value", "high"),
    ],
)
def test_a_slip_is_underlined(kind, text, path, word):
    """Unknown keys, wrong types and wrong values are marked at the right place."""
    [message] = underlined(kind, text)
    assert message.startswith(f"{path}: ")
    assert word in message


def test_fields_are_explained_where_the_model_explains_them():
    """What stands below a field in the model is what an editor shows."""
    properties = validator("evidence").schema["properties"]
    assert properties["limitation"]["description"] == "The limitation this measures."
    item = validator("service").schema["$defs"]["DataItem"]["properties"]
    assert item["derived_from"].get("description") is None
    assert item["sharing_consent"]["description"] == "On what ground it is shared."
    assert item["remove"]["description"] == "Take this inherited record out, and say why."


@pytest.mark.parametrize("kind", SCHEMAS)
def test_nothing_is_required(kind):
    """A value may be inherited, so no editor asks for it; the loader does."""
    made = validator(kind).schema
    assert [name for name, block in [(kind, made), *made["$defs"].items()] if "required" in block] == []
