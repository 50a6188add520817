"""The catalogue against the public overview it follows: the same services and documents, in the same order."""

from __future__ import annotations

import datetime as dt
from functools import cache
from posixpath import normpath
from typing import Any

import pytest
import yaml
from projects import GOLDEN, ROOT, TODAY
from reading import Piece, of_page, pieces

from toolkit.checks.texts import walk_record
from toolkit.load import load
from toolkit.paths import Project
from toolkit.render import note, overview
from toolkit.render.environment import Templates
from toolkit.view import Entry, Page, View, cards, house, view
from toolkit.view.own import PARTS

SERVICES: list[dict[str, Any]] = yaml.safe_load((GOLDEN / "overview.yml").read_text("utf-8"))["services"]
PAIRS = [(each["id"], each["heading"], document) for each in SERVICES for document in each["documents"]]
NAMES = [each["id"] for each in SERVICES]
#: Facts of its own, each with a source, that a document of its own must have.
LEAST = 3
#: Services whose documents others inherit.
UMBRELLAS = {"language-service"}


def test_the_overview_has_one_hundred_pairs():
    """The list that the tests below go by is whole."""
    assert (len(SERVICES), len(PAIRS)) == (27, 100)


@cache
def seen() -> dict[str, View]:
    """The views of the services of this repository."""
    content = load(Project(ROOT), places=False)
    shared = house(content, cards(content), TODAY)
    assert shared is not None
    return {id: view(loaded, shared) for id, loaded in content.services.items()}


@cache
def shown() -> list[Piece]:
    """The overview as a browser reads it."""
    shelves = next(iter(seen().values())).house.organisation.shelves
    files = overview.write([each.card for each in seen().values()], [], Templates(), shelves)
    return pieces(of_page(next(file.data for file in files if file.path == "notes/index.md")))


@cache
def written(id: str) -> frozenset[str]:
    """Paths of the pages of a service."""
    return frozenset(file.path for file in note.write(seen()[id], Templates()))


def plain(title: str) -> str:
    """A title without commas and capitals, which vary from page to page of the public overview."""
    return title.replace(",", "").casefold()


def headings() -> list[str]:
    return [piece.attributes["id"] for piece in shown() if piece.tag == "h3" and "id" in piece.attributes]


def links(id: str) -> list[tuple[str, str]]:
    """Address and text of each link below the heading of a service."""
    found: list[tuple[str, str]] = []
    inside = False
    for piece in shown():
        if piece.tag in {"h2", "h3"}:
            inside = piece.attributes.get("id") == id
        elif inside and piece.tag == "a" and "href" in piece.attributes:
            found.append((piece.attributes["href"], ""))
        elif inside and not piece.tag and found:
            found[-1] = (found[-1][0], found[-1][1] or piece.text.strip())
    return found


def own_facts(seen: View, page: Page) -> int:
    """How many facts with a source the service states itself in the sections of *page*.

    An entry of a list is one fact; a single part, such as who may use it, as many as it has sentences. What stands in
    the suite of an umbrella service is its own.
    """
    paths = dict.fromkeys(path for name in page.sections for path in PARTS.get(name, ()))
    levels = {"service", "suite"} if seen.id in UMBRELLAS else {"service"}
    stated = ((count, entry) for path in paths for count, entry in entries(seen, path))
    return sum(count for count, entry in stated if entry.level in levels and entry.sources)


def entries(seen: View, path: str) -> list[tuple[int, Entry]]:
    value: Any = seen.service
    for step in path.split("."):
        value = getattr(value, step, None)
    if isinstance(value, tuple):
        return [(1, entry) for entry in seen.entries(path)]
    entry = seen.entry(path)
    return [(len(walk_record(entry.fact).texts), entry)] if entry else []


def test_services_stand_in_the_same_order():
    """The headings of the public overview, one after the other, before any other service."""
    assert headings()[: len(NAMES)] == NAMES


@pytest.mark.parametrize("service", SERVICES, ids=NAMES)
def test_documents_stand_in_the_same_order(service):
    """A service is known by the heading of the public overview and promises its documents in that order."""
    found = seen()[service["id"]]
    kinds = [document["kind"] for document in service["documents"]]
    assert service["heading"] in {found.name, *(alias.name for alias in found.service.identity.aliases)}
    assert [page.kind for page in found.pages if page.kind in kinds] == kinds


@pytest.mark.parametrize(("id", "heading", "document"), PAIRS, ids=[f"{id}/{each['kind']}" for id, _, each in PAIRS])
def test_each_document_is_reached(id, heading, document):
    """Each document has the title of the public overview and leads somewhere, by its state."""
    found = seen()[id]
    page = next(page for page in found.pages if page.kind == document["kind"])
    assert plain(page.title) == plain(document["title"])
    assert page.state in {"own", "inherited", "merged"} or (page.reason and page.source)
    if page.state == "absent":
        return
    address = f"../notes/{id}/{page.href.replace('.md', '/')}"
    assert (address, page.title) in links(id)
    target = normpath(f"notes/{id}/{page.href.partition('#')[0]}")
    assert target in written(target.split("/")[1])
    if page.state == "own":
        assert own_facts(found, page) >= LEAST
    if page.state == "inherited":
        assert found.service.identity.parent == page.parent
        assert bool(page.particular) == (f"notes/{id}/{page.kind}.md" in written(id))
    if page.state == "merged":
        assert any(each.state == "own" and page.href.startswith(each.href) for each in found.pages)


@pytest.mark.parametrize("id", NAMES)
def test_the_catalogue_says_what_it_is(id):
    """Each service is restated, reviewed by nobody, and says so first; each fact leads to a source with its day."""
    found = seen()[id]
    identity = found.service.identity
    assert (identity.basis, identity.reviewed_by, identity.reviewed_on) == ("restated", "none", None)
    assert "An independent restatement" in [banner.title for banner in found.banners]
    assert all(source.title and source.as_of <= dt.date(2026, 11, 27) for source in found.service.sources)
