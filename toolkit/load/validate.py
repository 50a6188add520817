"""A tree of nodes in, a frozen record out, or every problem in the reader's words, each with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from toolkit.finding import Finding, Place
from toolkit.source import MAX_PROBLEMS, TOO_MANY, Document, Node, Path_

R = TypeVar("R", bound=BaseModel)
VARIABLE = re.compile(r"\{([A-Za-z][A-Za-z0-9_-]{0,63})\}")
#: No text may be longer, nor any name: longer ones are refused, and never filled in, where they could grow and grow.
LONGEST_TEXT = 10_000
LONGEST_NAME = 200


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word; the list of all where none is near and there are few."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    return f"known here: {', '.join(choices)}" if 0 < len(choices) <= 12 else ""


class Filling:
    """Fills `{names}` in texts, and keeps what it could not fill."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.findings: list[Finding] = []

    def text(self, text: str, place: Place) -> str:
        """*text* with its variables filled in."""
        if "{" not in text or len(text) > LONGEST_TEXT:
            return text
        return VARIABLE.sub(lambda match: self._name(match, place), text)

    def _name(self, match: re.Match[str], place: Place) -> str:
        name = match[1]
        if name in self.names:
            return self.names[name][:LONGEST_NAME]
        if len(self.findings) > MAX_PROBLEMS:
            return match[0]
        hint = did_you_mean(name, self.names) or "define it under `variables:`"
        self.findings.append(Finding(place, "unknown-variable", "error", f"no variable is called {{{name}}}", hint))
        return match[0]


def plain(node: Node, filling: Filling) -> Any:
    """The bare data of a tree: blocks as dict, lists as tuple, variables filled in."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(child, filling) for key, child in value.items()}
    if isinstance(value, list):
        return tuple(plain(child, filling) for child in value)
    return filling.text(value, node.place) if isinstance(value, str) else value


def filled(node: Node, filling: Filling) -> Node:
    """The same tree with the variables in its texts filled in."""
    value = node.value
    if isinstance(value, dict):
        value = {key: filled(child, filling) for key, child in value.items()}
    elif isinstance(value, list):
        value = [filled(child, filling) for child in value]
    elif isinstance(value, str):
        value = filling.text(value, node.place)
    return node._replace(value=value)


def validate(
    document: Document, model: type[R], names: Mapping[str, str] | None = None
) -> tuple[R | None, list[Finding]]:
    """Check *document* against *model*, filling variables from *names*. Gives the record, or None and findings."""
    filling = Filling({} if names is None else names)
    data = plain(document.root, filling)
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        return None, filling.findings + _problems(error, document, model)
    return (None if filling.findings else record), filling.findings


def _problems(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Finding]:
    """The findings once each: alternatives of one value are tried one by one and say the same."""
    found: dict[Finding, None] = {}
    for problem in error.errors(include_url=False, include_input=False):
        if len(found) == MAX_PROBLEMS:
            place = document.root.place
            return [*found, Finding(place, "file-too-complex", "error", *TOO_MANY)]
        found[_finding(problem, document, model)] = None
    return list(found)


def _finding(problem: Any, document: Document, model: type[BaseModel]) -> Finding:
    path: Path_ = problem["loc"]
    kind: str = problem["type"]
    if kind == "missing":
        return _missing(path, document.node(path), model)
    if kind == "extra_forbidden":
        return _unknown_key(path, document.node(path), model)
    known, node = document.walk(path)
    given, place = node.value, node.place
    if path[-1] == "[key]":
        known, given, place = known[:-1], path[-2], node.key
    rule, message, help = _explain(kind, problem, given)
    label = next((step for step in reversed(known) if isinstance(step, str)), "value")
    return Finding(place, rule, "error", f"`{short(label)}` {message}", help)


def _missing(path: Path_, parent: Node, model: type[BaseModel]) -> Finding:
    owner = model_at(model, path[:-1])
    what = _words(owner.__name__) if owner else "block"
    message = f"`{path[-1]}` is missing in this {what}"
    description = (field_of(owner, str(path[-1])) or FieldInfo()).description if owner else None
    return Finding(parent.place, "missing-key", "error", message, description or f"add a line `{path[-1]}: ...`")


def _unknown_key(path: Path_, node: Node, model: type[BaseModel]) -> Finding:
    owner = model_at(model, path[:-1])
    known = keys_of(owner) if owner else []
    what = _words(owner.__name__) if owner else "block"
    message = f"`{short(path[-1])}` is no key of this {what}"
    return Finding(node.key, "unknown-key", "error", message, did_you_mean(short(path[-1]), known))


def _explain(kind: str, problem: Any, given: Any) -> tuple[str, str, str]:  # noqa: PLR0911 - one answer a kind
    """Rule, sentence and next step for one kind of problem with the value *given*."""
    context = problem.get("ctx", {})
    if given is None:
        return "empty-value", "is empty", "write a value, or delete the line"
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context.get("expected", ""))
        return "unknown-value", f"cannot be {short(given)}", did_you_mean(short(given), choices)
    if kind == "string_type":
        words = {"dict": "write a text, in quotes where it starts with {", "list": "write a text"}
        quoted = words.get(type(given).__name__, "put it in quotes")
        return "wrong-type", f"should be text, not {_named(given)}", quoted
    if kind in {"bool_type", "bool_parsing"}:
        return "wrong-type", f"should be true or false, not {short(given)}", "write `true` or `false`"
    if kind in {"int_type", "float_type", "int_from_float"}:
        what = "a whole number" if isinstance(given, float) else "a number"
        return "wrong-type", f"should be {what}, not {_named(given)}", "write digits without quotes or units"
    if kind == "tuple_type":
        return "wrong-type", f"should be a list, not {_named(given)}", "start each entry with `- `"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return "wrong-type", f"should be a block of keys, not {_named(given)}", "write `key: value` lines below it"
    if kind == "string_pattern_mismatch":
        advice = "use lower-case letters, digits and single hyphens, such as `front-desk`"
        return "bad-id", f"cannot be {short(given)}", advice if "a-z0-9" in context.get("pattern", "") else ""
    if kind == "string_too_long":
        return "too-long", f"is longer than {context['max_length']} characters", "shorten it, or split it"
    if kind in {"string_too_short", "too_short"}:
        return "empty-value", "is empty", "write a value, or delete the line"
    message = str(problem["msg"]).removeprefix("Value error, ")
    return "wrong-value", f"is not right: {message[:1].lower()}{message[1:]}", ""


def short(value: Any) -> str:
    """*value* in a message."""
    text = _named(value) if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= 40 else f"{text[:40]}..."


def _named(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return {"dict": "a block of keys", "list": "a list", "str": "text"}.get(type(value).__name__, "nothing")


def _words(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys that YAML may hold for *model*."""
    return [field.alias or name for name, field in model.model_fields.items()]


def field_of(model: type[BaseModel], key: str) -> FieldInfo | None:
    """The field of *model* that YAML calls *key*."""
    return next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)


def model_at(model: type[BaseModel], path: Path_) -> type[BaseModel] | None:
    """The model of the block at *path*, None where it is no block of known keys."""
    current: type[BaseModel] | None = model
    for step in path:
        field = field_of(current, step) if current and isinstance(step, str) else None
        if field is not None:
            current = _model_in(field.annotation)
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
