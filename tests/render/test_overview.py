"""The overview of all services and documents."""

from __future__ import annotations

import pytest
from projects import everything, views
from reading import attributes, of_page, words

from toolkit.render import overview
from toolkit.render.environment import Templates
from toolkit.view import Card, Page

TEMPLATES = Templates()


def page(kind="transparency-note", state="own", href=None, reason=""):
    known = {"kind": kind, "title": kind.replace("-", " ").capitalize(), "state": state, "reason": reason}
    return Page(**{**dict.fromkeys(Page._fields, ""), **known, "href": f"{kind}.md" if href is None else href})


def card(id, name, suite, *pages, status="published", lifecycle="active"):
    known = {"id": id, "name": name, "suite": suite, "purpose": f"{name} reads.", "status": status}
    return Card(**{**dict.fromkeys(Card._fields, ""), **known, "lifecycle": lifecycle, "pages": pages or (page(),)})


def html(*cards, refused=()):
    artefact = overview.write(cards, refused, TEMPLATES)
    assert artefact.path == "notes/index.md"
    return of_page(artefact.data)


def test_by_suite_and_name():
    """Services stand under their suite, both by their names, whatever the case."""
    text = words(html(card("c", "gamma", "beta"), card("b", "Beta", "Alpha"), card("a", "alpha", "Alpha")))
    assert text.index("Alpha") < text.index("alpha reads.") < text.index("Beta reads.") < text.index("gamma reads.")


def test_links():
    """Each document of its own is linked from its service, and from its kind."""
    links = attributes(html(card("one", "One", "City", page(), page("code-of-conduct"))), "href")
    assert [link for link in links if "one/" in link] == [
        "../notes/one/transparency-note/",
        "../notes/one/code-of-conduct/",
        "one/transparency-note.md",
        "one/code-of-conduct.md",
    ]


def test_merged_inherited_and_absent():
    """A merged document leads into the note, an inherited one to the suite's, an absent one says why there is none."""
    pages = (
        page(),
        page("research-insights", "merged", "transparency-note.md#research"),
        page("limited-access", "inherited", "../parent/limited-access.md"),
        page("code-of-conduct", "absent", "", "There is none."),
    )
    found = html(card("one", "One", "City", *pages), card("parent", "Parent", "City", page("limited-access")))
    assert {"../notes/one/transparency-note/#research", "../notes/one/../parent/limited-access/"} <= set(
        attributes(found, "href")
    )
    assert "Code of conduct (none: there is none.)" in words(found)


def test_inherited_from_a_service_that_is_kept_back():
    """Where the parent has no pages now, nothing links to them."""
    pages = (page(), page("limited-access", "inherited", "../parent/limited-access.md"))
    found = html(card("one", "One", "City", *pages), refused=["parent"])
    assert [href for href in attributes(found, "href") if "parent" in href] == []
    assert "Limited access" in words(found)


def test_what_to_know_first():
    """A draft and a service that is withdrawn are marked as such."""
    assert "draft" in words(html(card("one", "One", "City", status="draft"))).lower()
    assert "retiring" in words(html(card("one", "One", "City", lifecycle="retiring"))).lower()


def test_kept_back():
    """Services that the checks keep back are named, so that nobody takes the list for complete."""
    text = words(html(card("one", "One", "City"), refused=["two", "three"]))
    assert text.index("three") < text.index("two")
    assert "Kept back" in text
    assert "Kept back" not in words(html(card("one", "One", "City")))


def test_no_services():
    """An empty overview says that it is empty."""
    assert "No service is described yet." in words(html())


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "# {{ 7*7 }}", "??? x"])
def test_hostile_names(name):
    """Names are text."""
    found = html(card("one", name, name))
    assert attributes(found, "src") == []
    assert "<script" not in found
    assert words(found).count(name) >= 2


def test_places_on_the_page():
    """Each service can be linked to, and no id stands twice."""
    ids = attributes(html(card("one", "One", "City"), card("two", "Two", "City")), "id")
    assert {"one", "two"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_rich_project(tmp_path):
    """The overview of a whole project names each suite and each service once as a heading."""
    cards = [view.card for view in views(everything(tmp_path)).values()]
    text = words(html(*cards))
    assert "Imaginary suite" in text
    assert "It reads imaginary cards for tests." in text
