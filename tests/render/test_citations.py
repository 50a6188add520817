"""Sources are numbered by their first use on a page, and listed once."""

from __future__ import annotations

import datetime as dt

from reading import attributes, pieces, words

from toolkit.model.identity import Source
from toolkit.model.uses import Practice
from toolkit.render.citations import Citations
from toolkit.view import Entry

DAY = dt.date(2026, 1, 2)
SOURCES = {id: Source(id=id, title=f"Book {id}", as_of=DAY) for id in ("first", "second", "third")}


def numbers(marks):
    return [piece.text for piece in pieces(marks) if piece.text.strip().isdigit()]


def test_numbered_by_first_use():
    """The first source that is cited is number 1, whatever the order of the list."""
    citations = Citations(SOURCES)
    assert numbers(citations.cite(("third",))) == ["1"]
    assert numbers(citations.cite(("first", "third"))) == ["2", "1"]
    assert [(number, source.id) for number, source in citations.listed()] == [(1, "third"), (2, "first")]


def test_listed_once():
    """A source that is cited often stands once in the list; one that is not cited does not."""
    citations = Citations(SOURCES)
    for _ in range(3):
        citations.cite(("second",))
    assert [source.id for _, source in citations.listed()] == ["second"]


def test_unknown_sources_leave_no_mark():
    """An id without a source is left out; without ids there is nothing."""
    citations = Citations(SOURCES)
    assert citations.cite(("gone",)) == ""
    assert citations.cite(()) == ""
    assert citations.listed() == ()


def test_a_mark_is_a_link():
    """A mark leads to its source in the list, is read out as one, and shows title and day."""
    mark = Citations(SOURCES).cite(("first",))
    assert attributes(mark, "href") == ["#source-1"]
    assert attributes(mark, "title") == ["Book first, 2 January 2026"]
    assert words(mark) == "source 1"


def test_hostile_titles():
    """A title cannot leave its attribute."""
    hostile = Source(id="x", title='"><script>alert(1)</script>', as_of=DAY)
    mark = Citations({"x": hostile}).cite(("x",))
    assert [piece.tag for piece in pieces(mark) if piece.tag] == ["a", "span"]
    assert attributes(mark, "title") == ['"><script>alert(1)</script>, 2 January 2026']


def entry(level, *sources):
    return Entry(Practice(id="one", stage="plan", do="Do it.", source=sources), ("practices", 0), level)


def test_inherited_facts_say_so():
    """A fact of the organisation or the suite says for whom it holds; the service's own says nothing."""
    citations = Citations(SOURCES)
    assert words(citations.mark(entry("organisation", "first"))) == "source 1 all services"
    assert attributes(citations.mark(entry("suite")), "title") == ["holds for the whole suite"]
    assert citations.mark(entry("service")) == ""
