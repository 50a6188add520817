"""How far a study has come: people by state, version, way and language, and who of the plan is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from starlette.responses import Response

from playground.phrases.research import told
from playground.server.places import open_places
from playground.server.research_pages import page, worded
from playground.server.research_visit import Visit
from toolkit.store.study import progress, protocols
from toolkit.store.study.given import Given
from toolkit.store.study.progress import Group
from toolkit.study.suppression import THRESHOLD


class Wanted(NamedTuple):
    """A group to reach on purpose: its name, how many of it answered (in words), and what that means."""

    name: str
    there: str
    state: str


def show_list(visit: Visit) -> Response:
    """The studies, each with the page that the visitor's role is for."""
    first = "coding" if visit.role == "coder" else ""
    places = [
        (visit.to(f"{id}/{first}"), view.deployment.name, f"status-{view.study.status}")
        for id, view in open_places(visit.project).items()
        if view.study
    ]
    return page(visit, "list", "studies", places=places)


def show_monitor(visit: Visit) -> Response:
    """Who began, who is done, who left, and who is missing."""
    study, enquiry = visit.study, visit.enquiry
    with visit.store.read() as connection:
        plan = protocols.locked(connection, visit.place.id)
        round = plan.round if plan else 1
        groups = progress.groups(connection, visit.place.id, visit.use, round, anonymous=enquiry.anonymous)
        out = progress.excluded(connection, visit.place.id, visit.use, round)
        left = progress.left(connection, visit.place.id)
        changes = protocols.amendments(connection, visit.place.id)
    complete = _sum(each for each in groups if each.state == "complete")
    planned = study.recruitment.participants
    return page(
        visit,
        "monitor",
        "monitor",
        anonymous=enquiry.anonymous,
        counts=[
            ("begun", _sum(groups)),
            ("active", _sum(each for each in groups if each.state == "active")),
            ("complete", complete),
            ("withdrawn", left.withdrawn),
            ("refused", left.refused),
            ("excluded", len(out)),
        ],
        sides=[
            ("by-arm", _by(groups, "arm", [arm.id for arm in study.arms])),
            ("by-channel", _by(groups, "channel", [])),
            ("by-language", _by(groups, "language", study.languages)),
        ],
        people=worded("plan-people", min=planned.min, max=planned.max, complete=complete),
        enough=_enough(planned.min, planned.max, complete),
        how=worded("plan-how", how=study.recruitment.how),
        changes=[(each.day.isoformat(), each.round, each.reason) for each in changes],
        wanted=wanted(visit, enquiry.given(visit.use)),
    )


def wanted(visit: Visit, given: Iterable[Given]) -> list[Wanted]:
    """Every group that the plan reaches on purpose. It is counted where a question about oneself offers an option with
    the id of the group; few people are not counted out.
    """
    study, names = visit.study, {each.id: each.role for each in visit.place.deployment.people}
    asked = {each.id: {option.id for option in each.options} for each in study.questions if each.kind == "background"}
    said: dict[str, set[str]] = {}
    for each in given:
        if each.item in asked and isinstance(each.answer, tuple) and not each.excluded:
            for option in each.answer:
                said.setdefault(option, set()).add(each.participant)
    offered = {option for options in asked.values() for option in options}
    include = {name.replace("_", "-"): told(f"include-{name.replace('_', '-')}") for name in study.recruitment.include}
    every = {**{id: names.get(id, id) for id in study.recruitment.reach}, **include}
    return [_wanted(id, name, id in offered, len(said.get(id, ()))) for id, name in every.items()]


def _wanted(id: str, name: str, asked: bool, people: int) -> Wanted:  # noqa: FBT001 - what is known of one group
    if not asked:
        return Wanted(name, told("plan-unasked"), told("plan-uncounted", id=id))
    if people < THRESHOLD:
        state = told("plan-few-state", least=THRESHOLD) if people else told("plan-nobody")
        return Wanted(name, told("plan-few") if people else "0", state)
    return Wanted(name, str(people), told("plan-some"))


def _enough(least: int, most: int, complete: int) -> str:
    if complete < least:
        return told("plan-missing", count=least - complete)
    return told("plan-over" if complete > most else "plan-enough")


def _by(groups: Iterable[Group], side: str, known: Iterable[str]) -> list[tuple[str, int, int]]:
    """People who began and who are done, by one side; what nobody has is named too."""
    begun: Counter[str] = Counter(dict.fromkeys(known, 0))
    done: Counter[str] = Counter()
    for each in groups:
        name = str(getattr(each, side))
        begun[name] += each.people
        done[name] += each.people if each.state == "complete" else 0
    return [(name, begun[name], done[name]) for name in begun]


def _sum(groups: Iterable[Group]) -> int:
    return sum(each.people for each in groups)
