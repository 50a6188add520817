"""Rows of tables and of short lists: cells as text, with the fact whose marks stand behind the first cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit import i18n
from toolkit.model.capability import Limit
from toolkit.view import phrases
from toolkit.view.service import Entry, View

NOT_STATED = "not stated"


class Row(NamedTuple):
    """Cells of a row; the first heads it."""

    cells: tuple[str, ...]
    entry: Entry | None = None


Pairs = list[tuple[str, str]]


def _pairs(*rows: tuple[str, str | Iterable[str] | None]) -> Pairs:
    """Rows that have a text; several texts become several rows."""
    found: Pairs = []
    for name, text in rows:
        texts = [text] if isinstance(text, str) else list(text or ())
        found += [(name, each) for each in texts if each]
    return found


def limits(view: View, entry: Entry) -> list[Row]:
    """Bounds of one input: limit, value, where it holds."""
    place = (*entry.path, "limits")
    return [
        Row(
            (phrases.limit_name(bound), phrases.limit(bound), _scope(view, bound)),
            Entry(bound, place, entry.level),
        )
        for bound in entry.fact.limits
    ]


def _scope(view: View, bound: Limit) -> str:
    feature = next((each.name for each in view.service.features if each.id == bound.feature), "")
    return ", ".join(part for part in (feature, bound.tier, bound.version) if part) or "everywhere"


def outputs(view: View) -> list[Row]:
    """Results: name, meaning with range, how they are misread."""
    found = []
    for entry in view.entries("outputs"):
        scale = f" ({entry.fact.range})" if entry.fact.range else ""
        found.append(Row((entry.fact.name, f"{entry.fact.meaning}{scale}", entry.fact.misreading or NOT_STATED), entry))
    return found


def outcomes(view: View) -> list[Row]:
    """Ways to be right and wrong: name and definition from the catalogue, example, consequence."""
    found = []
    for entry in view.entries("outcomes"):
        known = view.house.entries["outcomes"].get(entry.fact.id)
        name, definition = (known.name, known.definition) if known else (entry.fact.id, NOT_STATED)
        consequence = entry.fact.consequence or NOT_STATED
        if entry.fact.borne_by:
            consequence += f" Borne by: {i18n.listing([view.person(id) for id in entry.fact.borne_by])}."
        found.append(Row((name, definition, entry.fact.example or NOT_STATED, consequence), entry))
    return found


def metrics(view: View) -> list[Row]:
    """Ways to measure: name and definition from the catalogue, which way is better, and what was measured here."""
    found = []
    for entry in view.entries("metrics"):
        known = view.metric(entry)
        facts = "; ".join(phrases.measured(fact) for fact in view.by_metric.get(entry.fact.id, ()))
        found.append(Row((known.name, known.definition, known.better, facts or "not measured"), entry))
    return found


def routing(view: View) -> list[Row]:
    """At which confidence what happens."""
    confidence = view.service.confidence
    words = {"below": "Below", "above": "At or above"}
    return [
        Row((f"{words[route.when]} {i18n.number(route.value)}", i18n.ROUTES[route.to]))
        for route in (confidence.routing if confidence else ())
    ]


def data(view: View) -> list[Row]:
    """Data items: name, category, purpose, secondary use and recipients."""
    return [Row(_data_cells(entry), entry) for entry in view.entries("data.items")]


def _data_cells(entry: Entry) -> tuple[str, ...]:
    item = entry.fact
    form = i18n.DATA_FORMS.get(item.form or "", "")
    kind = f"{i18n.DATA_CATEGORIES[item.category]}{f'; {form.lower()}' if form else ''}"
    use = item.secondary_use or NOT_STATED
    seen = f" Seen by {i18n.listing(item.access)}." if item.access else ""
    origin = f" It comes from {item.collected_from}." if item.collected_from else ""
    others = i18n.listing([f"{sharing.who} ({sharing.why})" for sharing in item.recipients])
    shared = f"Shared with {others}." if others else "Sharing not stated."
    if item.sharing_consent == "none_shared" and not others:
        shared = "Not shared."
    trains = f"; {i18n.TRAINING[item.trains_models].lower()}" if item.trains_models else ""
    return item.name, kind, f"{item.purpose}{origin}", f"Other use: {use}{trains}. {shared}{seen}"


def retention(view: View) -> list[Row]:
    """Data items: name, retention, where stored, how protected."""
    found = []
    for entry in view.entries("data.items"):
        item = entry.fact
        guard = item.encryption
        parts = [guard.transit, guard.rest] if guard else []
        protection = ". ".join(part.rstrip(".") for part in parts if part) or NOT_STATED
        kept = phrases.retention(item.retention)
        worked = f" Worked on: {item.processed_at}" if item.processed_at else ""
        stored = item.stored_at or ("nowhere" if item.retention and item.retention.kind == "none" else NOT_STATED)
        found.append(Row((item.name, kept, f"{stored}{worked}", protection), entry))
    return found


def controls(view: View) -> list[Row]:
    """What can be done about data: item, action, by whom, how."""
    return [
        Row((item.name, i18n.CONTROLS[control.action], f"the {control.by}", _and_then(control.how, control.latency)))
        for item in view.service.data.items
        for control in item.controls
    ]


def _and_then(text: str, more: str | None) -> str:
    return f"{text} {more}" if more else text


def disclosure(view: View) -> list[Row]:
    """The ten things to disclose: name, question, and what can be said of this service."""
    items = view.service.disclosure.items
    found = []
    for id, entry in view.house.entries["disclosure_items"].items():
        text = getattr(items, id, None) if items else None
        found.append(Row((entry.name, entry.question, text or "To be said by whoever runs it.")))
    return found


def oversight(view: View) -> Pairs:
    """Who is in charge, and how."""
    duty = view.service.oversight
    if duty is None:
        return []
    return _pairs(
        ("Who", duty.who),
        ("When", duty.triggers),
        ("How to step in", duty.intervention),
        ("If it fails", duty.fallback),
        ("Before acting", duty.confirm_action),
        ("How to correct", duty.correction_path),
        ("Training", duty.training),
    )


def access(view: View) -> Pairs:
    """Who may use what, and how to apply."""
    limit = view.service.access
    return _pairs(
        ("Limited", i18n.listing(limit.features)),
        ("Not limited", i18n.listing(limit.not_limited)),
        ("Why", limit.why),
        ("Who may apply", limit.eligibility),
        ("How to apply", limit.application),
        *((tier.name, tier.includes) for tier in limit.tiers),
        ("Excluded", limit.excluded),
        ("Checked again", limit.reverification),
        ("Duties", limit.obligations),
    )


def consent(view: View) -> Pairs:
    """From whom consent is asked, and how free it is."""
    terms = view.service.disclosure.consent
    if terms is None:
        return []
    return _pairs(
        ("From", i18n.listing([view.person(id) for id in terms.from_people])),
        ("Basis", terms.basis),
        ("Free choice", terms.freely_given),
        ("A choice of its own", terms.second_choice),
        ("Without consent", terms.alternative_without),
        ("Taking it back", f"{terms.withdraw.how} {terms.withdraw.effect}" if terms.withdraw else None),
        ("Record", terms.record),
        ("Verification", terms.verification),
    )


def assessment(view: View) -> Pairs:
    """The context from which the level of disclosure follows."""
    level = view.service.disclosure.level
    if level is None or level.assessment is None:
        return []
    context = level.assessment
    personas = {"none": "no persona", "human_like": "human-like", "known_person": "based on a known person"}
    return _pairs(
        ("Persona", personas[context.persona]),
        ("Situation", i18n.listing(context.scenario)),
        ("Exposure", f"{context.exposure}"),
        ("Who listens", i18n.listing(context.listeners)),
    )


def contributor(view: View) -> Pairs:
    """What people who lend a voice or pictures agree to."""
    terms = view.service.disclosure.consent
    given = terms.contributor_terms if terms else None
    if given is None:
        return []
    return _pairs(
        ("How long", given.duration),
        ("What for", given.uses),
        ("What may be said with it", given.content_limits),
        ("Pay", given.compensation),
        ("Approval", given.approval),
        ("Deletion", given.deletion),
    )


def patterns(view: View) -> Iterator[tuple[str, str, str, str]]:
    """Patterns that notices use: name, explicit or implicit, use, and the moments."""
    for id, pattern in view.house.entries["patterns"].items():
        moments = [
            i18n.lower_first(notice.moment) for notice in view.service.disclosure.notices if id in notice.patterns
        ]
        if moments:
            yield pattern.name, "explicit" if pattern.explicit else "implicit", pattern.use, i18n.listing(moments)
