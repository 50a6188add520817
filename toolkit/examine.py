"""Reads and checks a project without writing anything."""

from __future__ import annotations

import datetime as dt
import inspect

from toolkit.checks import RULES, check, check_texts
from toolkit.errors import UsageError
from toolkit.finding import Finding, in_order
from toolkit.load import load, service_ids
from toolkit.load.validate import did_you_mean
from toolkit.paths import Project
from toolkit.view import cards, house, view


def examine(project: Project, today: dt.date, only: str | None = None) -> list[Finding]:
    """Every finding about the project, or about the service *only*. Raises UsageError where there is none such."""
    ids = service_ids(project)
    if only is not None and only not in ids:
        raise UsageError(f"there is no service called {only!r}", did_you_mean(only, ids))
    content = load(project)
    findings = [*content.findings, *(finding for other in content.others for finding in check_texts(other))]
    shared = house(content, cards(content), today)
    if shared is not None:
        for id, loaded in content.services.items():
            if only in (None, id):
                findings += check(view(loaded, shared))
    return in_order(findings)


def rule_lines() -> list[str]:
    """One line a rule: its id and its first sentence."""
    width = max(len(id) for id in RULES)
    return [f"{id:{width}}  {(inspect.getdoc(rule) or '').splitlines()[0]}" for id, rule in RULES.items()]
