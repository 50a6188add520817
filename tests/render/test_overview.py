"""The overview of all services and documents."""

from __future__ import annotations

import pytest
from projects import everything, views
from reading import attributes, of_page, words

from toolkit.model.organisation import Shelf
from toolkit.render import overview
from toolkit.render.environment import Templates
from toolkit.view import Card, Page

TEMPLATES = Templates()


def page(kind="transparency-note", state="own", href=None, reason=""):
    known = {"kind": kind, "title": kind.replace("-", " ").capitalize(), "state": state, "reason": reason}
    return Page(**{**dict.fromkeys(Page._fields, ""), **known, "href": f"{kind}.md" if href is None else href})


def card(id, name, suite, *pages, status="published", lifecycle="active", **more):
    known = {
        "id": id,
        "name": name,
        "suite": suite,
        "purpose": f"{name} reads.",
        "status": status,
        "people": (),
        "instead": (),
    }
    known |= {"lifecycle": lifecycle, "pages": pages or (page(),), **more}
    return Card(**{**dict.fromkeys(Card._fields, ""), **known})


def pages(*cards, refused=(), shelves=()):
    return {file.path: of_page(file.data) for file in overview.write(cards, refused, TEMPLATES, shelves)}


def html(*cards, refused=(), shelves=()):
    return pages(*cards, refused=refused, shelves=shelves)["notes/index.md"]


def test_by_suite_and_name():
    """Services stand under their suite, both by their names, whatever the case."""
    text = words(html(card("c", "gamma", "beta"), card("b", "Beta", "Alpha"), card("a", "alpha", "Alpha")))
    assert text.index("Alpha") < text.index("alpha reads.") < text.index("Beta reads.") < text.index("gamma reads.")


def test_links():
    """Each document of its own is linked from its service, and from its kind."""
    found = pages(card("one", "One", "City", page(), page("code-of-conduct")))
    links = {path: [link for link in attributes(text, "href") if "one/" in link] for path, text in found.items()}
    assert links["notes/index.md"] == ["../notes/one/transparency-note/", "../notes/one/code-of-conduct/"]
    assert links["notes/by/kind.md"] == ["../one/transparency-note.md", "../one/code-of-conduct.md"]
    assert links["notes/by/suite.md"] == ["../one/transparency-note.md"]


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


def test_what_is_particular():
    """Behind an inherited document stands whose it is, and what the service adds to it."""
    own = page("limited-access", "inherited", "../parent/limited-access.md")._replace(particular="limited-access.md")
    found = html(card("one", "One", "City", own), card("parent", "Parent", "City", page("limited-access")))
    assert "Limited access (of Parent; what is particular here )" in words(found)
    assert "../notes/one/limited-access/" in attributes(found, "href")


def test_source_of_an_absence():
    """Who looks for a document that there is not learns why, and where that is said."""
    gone = page("code-of-conduct", "absent", "", "There is none.")._replace(source="Overview, 1 May 2026")
    assert "(none: there is none. Source: Overview, 1 May 2026.)" in words(html(card("one", "One", "City", gone)))


def test_shelves():
    """Services on a shelf come first and in its order; ids of services that are not there are passed over."""
    shelf = Shelf(title="The city", about="In the order of the map.", services=("b", "gone", "c"))
    text = words(html(card("a", "A", "S"), card("b", "B", "S"), card("c", "C", "S"), shelves=[shelf]))
    order = ["The city", "In the order of the map.", "B reads.", "C reads.", "A reads."]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert "The city" not in words(html(card("a", "A", "S"), shelves=[shelf]))


def test_ways_through():
    """Each way through the services leads to the others, and to the first document of each service."""
    found = pages(card("one", "One", "City"))
    hrefs = {path: [link for link in attributes(text, "href") if "#" not in link] for path, text in found.items()}
    assert hrefs == {
        "notes/index.md": [
            "by/suite.md",
            "by/kind.md",
            "by/lifecycle.md",
            "by/people.md",
            "../notes/one/transparency-note/",
        ],
        "notes/by/suite.md": ["../index.md", "kind.md", "lifecycle.md", "people.md", "../one/transparency-note.md"],
        "notes/by/kind.md": ["../index.md", "suite.md", "lifecycle.md", "people.md", "../one/transparency-note.md"],
        "notes/by/lifecycle.md": ["../index.md", "suite.md", "kind.md", "people.md", "../one/transparency-note.md"],
        "notes/by/people.md": ["../index.md", "suite.md", "kind.md", "lifecycle.md"],
    }


def test_by_lifecycle():
    """Services stand by their stage, with the day of their end and who follows."""
    old = card("old", "Old", "S", lifecycle="retiring", ending="Withdrawn on 1 May 2027.", successor="new")
    text = words(pages(card("new", "New", "S"), old)["notes/by/lifecycle.md"])
    assert "In use # New Being withdrawn # Old : Withdrawn on 1 May 2027. It is followed by New." in text


def test_by_people():
    """Roles by what they have to do with the service; roles that most services name are said once."""
    every = (("operator", "Clerks"), ("subject", "People affected"))
    one = card("one", "One", "S", people=(*every, ("subject", "Swimmers"), ("operator", "Guards")))
    text = words(pages(one, card("two", "Two", "S", people=every))["notes/by/people.md"])
    assert "More than half of the services name: clerks; people affected." in text
    assert text.endswith("Is observed, read or judged # Swimmers : One Works with the result # Guards : One")


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
