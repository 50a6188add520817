"""Reads and checks a project; writes nothing but its own memory of what fits."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Collection
from functools import partial

from toolkit import places
from toolkit.checks import PLACE_RULES, RULES, STUDY_RULES, check, check_texts
from toolkit.errors import UsageError
from toolkit.finding import Finding, in_order
from toolkit.load import Content, deployment_ids, load, service_ids
from toolkit.load.validate import did_you_mean
from toolkit.model import Deployment
from toolkit.model.deployment import Status
from toolkit.model.study import Study
from toolkit.paths import Project
from toolkit.typeset import Typesetter
from toolkit.view import cards, house, view


def examine(project: Project, today: dt.date, only: str | None = None, status: Status | None = None) -> list[Finding]:
    """Every finding about the project, or about the service or deployment *only*; about deployments as if they had
    *status*, where it is given. Raises UsageError where there is none such.
    """
    known = known_id(only, service_ids(project), deployment_ids(project))
    content = load(project)
    findings = [*content.findings, *texts(content), *off_shelf(content, service_ids(project))]
    shared = house(content, cards(content), today)
    if shared is not None:
        services = [loaded for id, loaded in content.services.items() if known in (None, id)]
        seen, around = places.views(project, content, shared, status=status)
        setter = Typesetter(project, today)
        chosen = [place for id, place in seen.items() if known in (None, id)]
        checks: list[places.Step] = [partial(check, view(loaded, shared)) for loaded in services]
        checks += [partial(places.examine_study, place, setter) for place in chosen]
        findings += [*around, *places.together(chosen, setter, checks)]
        if known is None:
            setter.remember()
    return in_order(findings)


def examine_study(project: Project, today: dt.date, id: str) -> tuple[Study | None, list[Finding]]:
    """The study of the deployment *id*, None where it cannot be read, and every finding about it. Raises UsageError
    where there is no such deployment, or it has no study.
    """
    known_id(id, deployment_ids(project))
    content = load(project)
    own = (f"deployments/{id}/study.yml", f"deployments/{id}/locale/study/")
    if not (project.root / own[0]).is_file():
        raise UsageError(f"{id} has no study", f"write one with `disclose study new {id}`")
    shared = house(content, cards(content), today)
    seen, around = places.views(project, content, shared) if shared else ({}, [])
    view = seen.get(id)
    if view is None or view.study is None:
        return None, in_order(found for found in content.findings if found.severity == "error")
    written = [found for loaded in content.others if loaded.record is view.study for found in check_texts(loaded)]
    told = [found for found in around if found.place.file.startswith(own)]
    return view.study, in_order([*told, *written, *places.examine_study(view, Typesetter(project, today))])


def texts(content: Content) -> list[Finding]:
    """What is wrong with the texts of what is neither a service nor a deployment."""
    others = (other for other in content.others if not isinstance(other.record, Deployment))
    return [finding for other in others for finding in check_texts(other)]


def off_shelf(content: Content, ids: Collection[str]) -> list[Finding]:
    """Services on a shelf of the overview that are none of *ids*, and those that stand on a shelf twice."""
    if content.organisation is None:
        return []
    record, document = content.organisation
    seen: set[str] = set()
    found = []
    for shelf, row in enumerate(record.shelves):
        for index, id in enumerate(row.services):
            place = document.place(("shelves", shelf, "services", index))
            if id not in ids:
                advice = did_you_mean(id, ids) or "delete it, or add the service"
                found.append(Finding(place, "dead-link", "warning", f"there is no service called `{id}`", advice))
            elif id in seen:
                message = f"`{id}` stands on the shelves twice"
                found.append(Finding(place, "duplicate-id", "warning", message, "delete one of the two"))
            seen.add(id)
    return found


def known_id(only: str | None, *ids: Collection[str]) -> str | None:
    """*only*, if it is one of *ids*. Raises UsageError where it is none of them."""
    known = [id for some in ids for id in some]
    if only is not None and only not in known:
        raise UsageError(f"there is no service or deployment called {only!r}", did_you_mean(only, known))
    return only


def rule_lines() -> list[str]:
    """One line a rule: its id and its first sentence."""
    rules = {**PLACE_RULES, **RULES, **STUDY_RULES}
    width = max(len(id) for id in rules)
    return [f"{id:{width}}  {(inspect.getdoc(rule) or '').splitlines()[0]}" for id, rule in rules.items()]
