"""Whatever an entry points to exists: other services, people, practices, outputs, data, metrics, harms and uses.

Pages are linked by these ids, so a wrong one leads readers nowhere. Correct the id, or add the entry it names. A
service that is not described in this project cannot be named by id; name it in the text.

Pass:

    people: [{id: applicants, role: People who hand in a form, relation: subject}]
    uses:
      considerations:
        - {id: no-decisions, stance: avoid, use: Deciding alone., reason: It errs., affects: [applicants]}

Fail:

    people: [{id: applicants, role: People who hand in a form, relation: subject}]
    uses:
      considerations:
        - {id: no-decisions, stance: avoid, use: Deciding alone., reason: It errs., affects: [applicant]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from toolkit.checks.problem import ALWAYS, Problem, hint
from toolkit.checks.texts import ids, walk
from toolkit.model.capability import Feature, Outcome, Tradeoff
from toolkit.model.data import DataItem, Flow
from toolkit.model.identity import Identity, Lifecycle
from toolkit.model.people import Access, Consent, Feedback, Insight, Notice
from toolkit.model.uses import Consideration, Evaluation, FairnessFinding, Harm, Limitation
from toolkit.view import View

ID = "dead-link"
ERROR_IN = ALWAYS


class Target(NamedTuple):
    """What a link leads to: in words, which ids there are, and what to do where none is near."""

    what: str
    known: Callable[[View], Iterable[str]]
    advice: str


def _of(records: Iterable[Any], key: str = "id") -> list[str]:
    return [getattr(record, key) for record in records]


def _entry(what: str, known: Callable[[View], Iterable[str]], where: str) -> Target:
    return Target(what, known, f"add it to `{where}`, or delete the link")


SERVICE = Target(
    "service",
    lambda view: ({*view.house.services} | view.house.broken) - {view.id},
    "describe it here, or name it in a text",
)
FEATURE = _entry("feature", lambda view: _of(view.service.features), "features")
OUTPUT = _entry("output", lambda view: _of(view.service.outputs), "outputs")
PEOPLE = _entry("group of people", lambda view: _of(view.service.people), "people")
USE = _entry("intended use", lambda view: _of(view.service.uses.intended), "uses.intended")
DATA = _entry("data item", lambda view: _of(view.service.data.items), "data.items")
METRIC = _entry("metric", lambda view: view.house.entries["metrics"], "metrics")
HARM = _entry("harm", lambda view: [*_of(view.service.harms), *view.house.entries["harms"]], "harms")
ADVICE = _entry(
    "practice or guideline",
    lambda view: [*_of(view.service.practices), *_of(view.service.guidelines, "ref")],
    "practices",
)
#: By kind of record: the fields that link, and to what.
LINKS: dict[type, dict[str, Target]] = {
    Access: {"approved_uses": USE},
    Consent: {"from_people": PEOPLE},
    Consideration: {"alternative": SERVICE, "affects": PEOPLE, "harms": HARM, "safeguards": ADVICE},
    DataItem: {"derived_from": DATA},
    Evaluation: {"results": METRIC},
    FairnessFinding: {"metric": METRIC},
    Feature: {"outputs": OUTPUT},
    Feedback: {"audience": PEOPLE},
    Flow: {"items": DATA},
    Harm: {"mitigations": ADVICE},
    Identity: {"parent": SERVICE},
    Insight: {"applies_to": PEOPLE},
    Lifecycle: {"replacement": SERVICE},
    Limitation: {"mitigations": ADVICE},
    Notice: {"audience": PEOPLE},
    Outcome: {"borne_by": PEOPLE},
    Tradeoff: {"favour_metric": METRIC},
}


def check(view: View) -> Iterator[Problem]:
    """One problem for each id that leads nowhere."""
    known: dict[Target, frozenset[str]] = {}
    for path, record in walk(view).records:
        links = LINKS.get(type(record), {})
        if getattr(record, "feature", None):
            links = {**links, "feature": FEATURE}
        for field, target in links.items():
            if target not in known:
                known[target] = frozenset(target.known(view))
            for index, id in enumerate(ids(getattr(record, field))):
                if id not in known[target] or (id == getattr(record, "id", None) and target in (SERVICE, DATA)):
                    yield Problem((*path, field, index), *_sentence(id, target, known[target], view))


def _sentence(id: str, target: Target, known: frozenset[str], view: View) -> tuple[str, str]:
    if id == view.id and target is SERVICE:
        return "the service points to itself", "name another service, or delete the line"
    if id in known:
        return f"the {target.what} `{id}` points to itself", "name another one, or delete the line"
    return f"there is no {target.what} called `{id}`", hint(id, known, target.advice)
