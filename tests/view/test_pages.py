"""Which documents there are, where they live and what they hold."""

from __future__ import annotations

import pytest
from samples import MINIMAL

from toolkit.model import KINDS
from toolkit.model.identity import Promise
from toolkit.view.pages import sections

OTHER = {"services/other/service.yml": MINIMAL.replace("id: example", "id: other")}


def promised(view_of, documents, parent=""):
    view = view_of(f"identity: {{{parent}documents: [{documents}]}}\n", files=OTHER)
    return {page.kind: (page.state, page.href, page.reason) for page in view.pages}


def test_a_note_by_default(view_of):
    """A service that promises nothing publishes its note."""
    assert [(page.kind, page.title, page.state, page.href) for page in view_of().pages] == [
        ("transparency-note", "Transparency note", "own", "transparency-note.md")
    ]


def test_own_merged_inherited_absent(view_of):
    """An own document has a page, a merged one a place in a page, an inherited one the parent's page, an absent one none."""
    assert promised(
        view_of,
        "{kind: transparency-note},"
        "{kind: research-insights, state: merged, into: transparency-note},"
        "{kind: data-privacy-security, state: inherited},"
        "{kind: code-of-conduct, state: absent, reason: The provider has none.}",
        "parent: other, ",
    ) == {
        "transparency-note": ("own", "transparency-note.md", ""),
        "research-insights": ("merged", "transparency-note.md#section-research", ""),
        "data-privacy-security": ("inherited", "../other/data-privacy-security.md", ""),
        "code-of-conduct": ("absent", "", "The provider has none."),
    }


def test_inherited_from_a_service_without_pages(view_of):
    """Where the parent is not described, or kept back, there is nothing to link to."""
    assert promised(view_of, "{kind: data-privacy-security, state: inherited}", "parent: gone, ") == {
        "data-privacy-security": ("inherited", "", "")
    }


def test_inherited_from_nobody(view_of):
    """Where no parent is named there is nothing to link to."""
    assert promised(view_of, "{kind: data-privacy-security, state: inherited}") == {
        "data-privacy-security": ("inherited", "", "")
    }


def test_own_title(view_of):
    """A document may be called by its own name."""
    view = view_of("identity: {documents: [{kind: transparency-note, title: What it does}]}\n")
    assert view.pages[0].title == "What it does"


def test_split_sections():
    """On a page of its own, a document holds its own sections."""
    promises = tuple(Promise(kind=kind, layout="split") for kind in KINDS)
    assert {promise.kind: sections(promise, promises) for promise in promises} == {
        kind: known.sections for kind, known in KINDS.items()
    }


def test_consolidated_sections():
    """Merged into the note, all sections stand there once; one that repeats a part of another gives way to it."""
    note = Promise(kind="transparency-note")
    others = tuple(
        Promise(kind=kind, state="merged", into="transparency-note") for kind in KINDS if kind != "transparency-note"
    )
    found = sections(note, (note, *others))
    everything = {name for kind in KINDS.values() for name in kind.sections}
    assert set(found) == everything - {"limits-in-brief", "pattern-moments", "steps"}
    assert len(found) == len(set(found))
    assert found[:4] == ("introduction", "terms", "capabilities", "uses")


def test_only_what_is_merged_into_it():
    """A document takes in what names it, and nothing else."""
    note = Promise(kind="transparency-note")
    conduct = Promise(kind="code-of-conduct", state="merged", into="limited-access")
    access = Promise(kind="limited-access")
    promises = (note, access, conduct)
    assert sections(note, promises) == KINDS["transparency-note"].sections
    assert sections(access, promises) == ("access", "approved-uses", "access-help", "conduct")


@pytest.mark.parametrize("kind", KINDS)
def test_a_merged_document_is_found(kind):
    """The place that a merged document links to is a section of the page it is merged into."""
    into = "transparency-note" if kind != "transparency-note" else "limited-access"
    page, merged = Promise(kind=into), Promise(kind=kind, state="merged", into=into)
    assert KINDS[kind].sections[0] in sections(page, (page, merged))
