"""Every sentence of a service's documents that asserts something, and what backs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from toolkit import i18n
from toolkit.view import Entry, View, phrases

#: Lists that assert something, and the sentence each of their records makes.
SENTENCES: dict[str, Callable[[Any], str]] = {
    "summary.benefits": lambda fact: f"{fact.who}: {fact.benefit}",
    "terms": lambda fact: f"{fact.term}: {fact.meaning}",
    "features": lambda fact: f"{fact.name}: {fact.behaviour}",
    "behaviour": lambda fact: f"{fact.actor}: {fact.action}",
    "outputs": lambda fact: f"{fact.name}: {fact.meaning}",
    "tradeoffs": lambda fact: " ".join(part for part in (fact.scenario, fact.goal, fact.worse_error) if part),
    "uses.intended": lambda fact: f"{fact.title}: {fact.description}",
    "uses.considerations": lambda fact: f"{i18n.STANCES[fact.stance]}: {i18n.lead(fact.use)}. {fact.reason}",
    "limitations": lambda fact: f"{i18n.lead(fact.condition)}: {fact.effect}",
    "populations.untested": lambda fact: f"Not tested with {fact.group}: {fact.why}",
    "fairness.findings": lambda fact: f"{fact.group}: {fact.finding}",
    "harms": lambda fact: fact.description,
    "practices": lambda fact: fact.do,
    "guidelines": lambda fact: fact.wording or fact.ref,
    "data.items": lambda fact: f"{fact.name}: {phrases.retention(fact.retention)}",
    "data.flows": lambda fact: fact.diagram_text,
    "data.security": lambda fact: fact.control,
    "data.customer_duties": lambda fact: fact.do,
    "data.privacy_recommendations": lambda fact: fact.do,
    "conduct.must": lambda fact: fact.text,
    "conduct.must_not": lambda fact: fact.text,
    "people": lambda fact: fact.role,
    "research": lambda fact: fact.claim,
    "inputs": lambda fact: "; ".join(f"{phrases.limit_name(bound)}: {phrases.limit(bound)}" for bound in fact.limits),
    "outcomes": lambda fact: _joined(fact.example, fact.consequence),
    "metrics": lambda fact: _joined(fact.use, fact.target),
    "evaluation.customer_steps": lambda fact: fact.step,
    "disclosure.notices": lambda fact: fact.text or fact.moment,
    "disclosure.feedback": lambda fact: fact.channel,
    "disclosure.not_collected": str,
    "disclosure.risks": str,
    "fairness.known_gaps": str,
}
#: Single parts that assert something.
PARTS: dict[str, Callable[[Any], str]] = {
    "confidence": lambda fact: _joined(fact.meaning, fact.not_meaning),
    "oversight": lambda fact: _joined(fact.statement, fact.intervention, fact.fallback, fact.correction_path),
    "access": lambda fact: _joined(fact.why, fact.eligibility, fact.application),
    "conduct": lambda fact: _joined(fact.scope, fact.precedence),
    "data.geography": lambda fact: fact.default,
    "data.roles": lambda fact: _joined(fact.provider, fact.customer),
    "data.end_user_statement": lambda fact: fact.text_template,
    "disclosure.level": lambda fact: fact.rationale,
    "disclosure.consent": lambda fact: _joined(fact.basis, fact.freely_given, fact.alternative_without),
    "fairness": lambda fact: _joined(fact.method, fact.reporting_channel),
    "evaluation": lambda fact: _joined(*fact.methods, fact.release_gate),
}


def claims(view: View) -> Iterator[dict[str, Any]]:
    """One record a sentence: id, text, place, level, and what backs it (reviewed, restated, measured, or nothing)."""
    seen: Counter[str] = Counter()
    for entry, sentence in _sentences(view):
        claim = _claim(view, entry, sentence)
        seen[claim["id"]] += 1
        if seen[claim["id"]] > 1:  # a second benefit of the same people, a second step of the same number
            claim["id"] += f"/{seen[claim['id']]}"
        yield claim


def _sentences(view: View) -> Iterator[tuple[Entry, str]]:
    purpose = ("summary", "purpose")
    yield Entry(view.service.summary, purpose, view.document.level(purpose)), view.service.summary.purpose
    for path, sentence in SENTENCES.items():
        yield from ((entry, text) for entry in view.entries(path) if (text := sentence(entry.fact)))
    for path, sentence in PARTS.items():
        part = view.entry(path)
        if part and (text := sentence(part.fact)):
            yield part, text
    items = view.service.disclosure.items
    for name in type(items).model_fields if items else ():
        if text := getattr(items, name):
            yield Entry(text, ("disclosure", "items", name), view.document.level(("disclosure", "items", name))), text


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _claim(view: View, entry: Entry, sentence: str) -> dict[str, Any]:
    place = view.document.place(entry.path)
    backing = list(_backing(view, entry))
    return {
        "id": "/".join((view.id, *(str(step) for step in _stable(entry)))),
        "service": view.id,
        "sentence": sentence,
        "written_at": f"{place.file}:{place.line}",
        "level": entry.level,
        "backed_by": backing or [{"kind": "nothing"}],
    }


def _stable(entry: Entry) -> tuple[str | int, ...]:
    """The path with the record's own id in place of its number, so that a claim keeps its id when the list grows."""
    fact = entry.fact
    own = next(
        (getattr(fact, key) for key in ("id", "ref", "term", "step", "group", "who") if hasattr(fact, key)), None
    )
    return entry.path if own is None else (*entry.path[:-1], own)


def _backing(view: View, entry: Entry) -> Iterator[dict[str, Any]]:
    identity = view.service.identity
    if identity.reviewed_by != "none" and identity.reviewed_on:
        yield {"kind": "reviewed", "by": identity.reviewed_by, "on": identity.reviewed_on.isoformat()}
    for fact in view.by_limitation.get(getattr(entry.fact, "id", ""), ()) if entry.path[0] == "limitations" else ():
        yield {"kind": "measured", "evidence": fact.id, "says": phrases.measured(fact)}
    for id in entry.sources:
        if id in view.sources:
            source = view.sources[id]
            kind = "restated" if identity.basis == "restated" else "source"
            yield {"kind": kind, "source": id, "title": source.title, "as_of": source.as_of.isoformat()}
