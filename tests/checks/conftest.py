"""Views of a small service and of a small place with a fragment laid over it, through the real loader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

import pytest
from conftest import WriteTree
from samples import MINIMAL, ORGANISATION
from trees import laid_over

from toolkit.checks import PLACE_RULES, RULES, run
from toolkit.checks.reference import SMALLEST_PLACE
from toolkit.finding import Finding
from toolkit.load import Content, load
from toolkit.paths import Project
from toolkit.places import views
from toolkit.view import House, View, card, view
from toolkit.view.place import PlaceView

TODAY = dt.date(2026, 11, 20)
SERVICE = "services/example/service.yml"
PLACE = "deployments/desk/deployment.yml"
HEADER = re.compile(r"^# ((?:services|deployments)/\S+)\n", re.MULTILINE)
BLOCK = re.compile(r"^([a-z_]+):.*\n(?:[ -].*\n)*", re.MULTILINE)

ViewOf = Callable[..., View]
PlaceOf = Callable[..., PlaceView]
Problems = Callable[..., list[Finding]]
Weighed = Callable[..., list[tuple[str, str, str, str]]]


@pytest.fixture
def view_of(write_tree: WriteTree) -> ViewOf:
    """The view of the smallest service with a fragment of YAML laid over it: blocks are merged, lists replaced.

    A comment with a path, such as `# services/suites/city.yml`, starts another file of the project.
    """

    def build(fragment: str = "", today: dt.date = TODAY) -> View:
        _, content = _loaded(write_tree, _files(fragment, SERVICE))
        return view(content.services["example"], _house(content, today))

    return build


@pytest.fixture
def laid_place(write_tree: WriteTree) -> PlaceOf:
    """The view of the smallest place, as `view_of`; the service lies over the smallest service."""

    def build(fragment: str = "", today: dt.date = TODAY) -> PlaceView:
        files = _files(fragment, PLACE)
        files[PLACE] = laid_over(SMALLEST_PLACE, files[PLACE])
        return _place(*_loaded(write_tree, files), today)

    return build


@pytest.fixture
def place_of(write_tree: WriteTree) -> PlaceOf:
    """The view of the smallest place with YAML above it: line 1 of *top* is line 1 of the file, and each block of it
    takes the place of the block of that name. *more* are other files of the project by path.
    """

    def build(
        top: str = "", status: str = "example", today: dt.date = TODAY, more: Mapping[str, str] | None = None
    ) -> PlaceView:
        return _place(*_loaded(write_tree, {PLACE: on_top(top, status), **(more or {})}), today)

    return build


def on_top(top: str, status: str = "example") -> str:
    """The file of the smallest place with *top* above it, in *status* where *top* names none."""
    own = {match[1] for match in BLOCK.finditer(top)}
    left = BLOCK.sub(lambda match: "" if match[1] in own else match[0], SMALLEST_PLACE)
    return top + left.replace("\nstatus: example\n", f"\nstatus: {status}\n")


@pytest.fixture
def problems(view_of: ViewOf) -> Problems:
    """What one rule finds in the smallest service with a fragment laid over it."""

    def find(rule: str, fragment: str = "", today: dt.date = TODAY) -> list[Finding]:
        seen = view_of(fragment, today)
        return [finding for _, finding in run(RULES[rule], seen, seen.service.identity.status)]

    return find


@pytest.fixture
def place_problems(laid_place: PlaceOf) -> Problems:
    """What one rule finds in the smallest place with a fragment laid over it."""

    def find(rule: str, fragment: str = "", today: dt.date = TODAY) -> list[Finding]:
        seen = laid_place(fragment, today)
        return [finding for _, finding in run(PLACE_RULES[rule], seen, seen.deployment.status)]

    return find


@pytest.fixture
def weighed(place_of: PlaceOf) -> Weighed:
    """What one rule finds in the smallest place with YAML above it: `line:column` in its file (the whole place where
    it is another file), the severity in an example and that in force, the sentence.
    """

    def find(rule: str, top: str = "", **other: object) -> list[tuple[str, str, str, str]]:
        seen = place_of(top, **other)
        rows = []
        for example, in_force in zip(
            run(PLACE_RULES[rule], seen, "example"), run(PLACE_RULES[rule], seen, "in_force"), strict=True
        ):
            finding = example[1]
            assert finding.help
            where = finding.where.removeprefix(f"{PLACE}:")
            rows.append((where, finding.severity, in_force[1].severity, finding.message))
        return rows

    return find


@pytest.fixture
def run_place() -> Callable[[str, PlaceView], list[tuple[str, str, str]]]:
    """What one rule finds in a view of the smallest place: `line:column`, severity, sentence."""

    def find(rule: str, seen: PlaceView) -> list[tuple[str, str, str]]:
        found = [finding for _, finding in run(PLACE_RULES[rule], seen, seen.deployment.status)]
        return [(finding.where.removeprefix(f"{PLACE}:"), finding.severity, finding.message) for finding in found]

    return find


@pytest.fixture
def said(problems: Problems) -> Callable[..., list[str]]:
    """As `problems`, only the sentences."""

    def messages(rule: str, fragment: str = "", today: dt.date = TODAY) -> list[str]:
        return [finding.message for finding in problems(rule, fragment, today)]

    return messages


def _loaded(write_tree: WriteTree, files: Mapping[str, str]) -> tuple[Project, Content]:
    """A project of *files*, and of a small organisation and service where these are none of them."""
    service = laid_over(MINIMAL, files.get(SERVICE) or "{}")
    project = Project(write_tree({"services/organisation.yml": ORGANISATION, **files, SERVICE: service}).resolve())
    content = load(project)
    assert content.findings == []
    return project, content


def _house(content: Content, today: dt.date) -> House:
    assert content.organisation is not None
    return House(
        organisation=content.organisation.record,
        catalogue=content.catalogue,
        services={id: card(loaded.record, content.suites) for id, loaded in content.services.items()},
        evidence=content.evidence,
        suites=content.suites,
        today=today,
    )


def _place(project: Project, content: Content, today: dt.date) -> PlaceView:
    seen, findings = views(project, content, _house(content, today))
    assert findings == []
    return seen["desk"]


def _files(fragment: str, first_path: str) -> dict[str, str]:
    """The files of a fragment; what stands before the first path belongs to the file *first_path*."""
    first, *rest = HEADER.split(fragment)
    return {first_path: first, **dict(zip(rest[::2], rest[1::2], strict=True))}
