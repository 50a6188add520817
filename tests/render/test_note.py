"""All ten kinds of document in both layouts, from one service that fills every field of the model."""

from __future__ import annotations

import os
from collections import Counter
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

import pytest
from projects import GOLDEN, everything, small, views, write
from reading import attributes, nesting, of_page, pieces, plain, words

from toolkit.checks import check
from toolkit.checks.texts import walk
from toolkit.load import Loaded
from toolkit.model import KINDS, Service
from toolkit.model.base import Record
from toolkit.model.data import Flow
from toolkit.render import note
from toolkit.render.environment import Templates
from toolkit.view import View, view

TEMPLATES = Templates()
#: What readers find of the imaginary service, by kind of document.
FACTS = {
    "transparency-note": (
        "Example reader",
        "It reads imaginary cards for tests.",
        "The introduction says that Example reader by Imaginary Works is test data.",
        "Test owners",
        "They gain an imaginary hour.",
        "A card that stands for nothing.",
        "It turns a card into words.",
        "identifies people",
        "Sorting test cards",
        "Prohibited",
        "A misread card costs somebody a prize.",
        "Example parent",
        "Words come out in the wrong order.",
        "Sample scanner (since 1 January 2020, until 31 December 2024)",
        "Imaginary family",
        "First paragraph of the note about notes.",
        "Second paragraph of the note about notes.",
        "Ask which imaginary laws apply to your test.",
    ),
    "characteristics-and-limitations": (
        "at most 5 MB",
        "test tier",
        "0 to 99 words",
        "as what the writer meant",
        "Word error rate",
        "(S + D + I) / N",
        "25 % (the source prints 30 %; computed again here)",
        "TP = 8",
        "4.2 percent, on straight test cards",
        "Below 0.5",
        "A person checks it",
        "The word seven is gone.",
        "A missed word is worse.",
        "The card lies crooked",
        "21 % (95% interval 17 to 26 %), n = 40 cards, by Imaginary engine 7.1, on synthetic imaginary cards, turned by 5 degrees, 3 February 2026",
        "5 % (95% interval 3 to 8 %), n = 40 cards, by Imaginary engine 7.1, on imaginary cards, straight cards, 3 February 2026",
        "people with shaking hands",
        "Look at each card twice.",
        "right-handed test voices",
        "None came to the test.",
        "Somebody loses a test prize.",
        "Forty test cards were read.",
        "At least 5 people, 8 trials each",
    ),
    "integration-and-responsible-use": (
        "Is this real?",
        "Test data is called test data.",
        "A test clerk decides about each card.",
        "The clerk may stop the reader.",
        "A test clerk looks at each card.",
        "The clerk presses the test button.",
        "Test clerks",
        "Test voices",
        "Tell the test voices about the reader.",
        "Hand in few cards only.",
        "Speak with the imaginary front desk.",
        "The test cards are public.",
    ),
    "data-privacy-security": (
        "Picture of the card",
        "To read its words.",
        "Kept for at most 2 days, from the day of the test, unless a prize is disputed",
        "Kept until the test is over",
        "1 hour unless the customer changes it",
        "the test cupboard",
        "a locked cupboard",
        "the prize board (to hand out prizes)",
        "The button removes the picture. This takes an hour.",
        "The card goes from the test voice into the reader.",
        "All of it stays in the test hall.",
        "The hall has a lock.",
        "Your test card is read by a machine.",
    ),
    "limited-access": (
        "Some features may only be used after an application. New applications are paused.",
        "Gold cards are rare in tests.",
        "Test offices with a gold stamp.",
        "Write to the imaginary board room.",
        "all cards of gold",
        "offices without a stamp",
        "every second test",
        "A clerk sorts cards by their words.",
        "Ask the imaginary help desk.",
        "Report stolen cards to the imaginary front desk.",
    ),
    "disclosure-design-guidelines": (
        "A picture of each card is taken.",
        "The cupboard is locked.",
        "No faces are taken.",
        "A word may be misread.",
        "When somebody comes into the hall",
        "It hangs beside the door.",
        "A sheet in large print lies there",
        "Consent is needed.",
        "They cross out their name. The picture is deleted.",
        "Two clerks watch the signing.",
        "Ask five test voices.",
    ),
    "disclosure-design-patterns": (
        "High",
        "A prize hangs on the card.",
        "human-like",
        "visitors of the test hall",
        "Open introduction",
        "When somebody looks it up",
    ),
    "research-insights": (
        "People trust cards that they wrote.",
        "Twelve imaginary people said so.",
        "Let them keep a copy.",
        "Test Journal 7",
    ),
    "voice-talent-disclosure": (
        "Disclosure for test voices",
        "for the time of the test",
        "one test coin for each card",
        "each voice hears its own card first",
        "all copies go within a test week",
        "Reads the card.",
        "Be kind to test voices.",
    ),
    "code-of-conduct": (
        "These rules hold for all test cards.",
        "The test contract comes first.",
        "Be kind to test voices.",
        "Steal no cards.",
        "No rude words on cards.",
        "Only a part of the original could be read.",
    ),
}
#: On every page: what it is, what backs it, when it changes.
EVERYWHERE = (
    "Example reader is being withdrawn",
    "Example reader will be withdrawn on 5 April 2027.",
    "It has taken no new customers since 4 March 2026.",
    "It is followed by Example parent.",
    "nobody real (test data), 6 May 2026",
    "Imaginary team (imaginary contact)",
    "7 June 2027",
    "The English test text counts.",
    "This test data is not legal advice.",
    "First imaginary change.",
)
#: Texts that no page shows. What is here is known only to programs (`services.json`) and to the authors.
NOT_SHOWN = {
    "changelog.sections",
    "confidence.comparable_across",
    "data.end_user_statement.variables",
    "disclosure.audit.by",
    "disclosure.audit.every",
    "disclosure.feedback.owner",
    "disclosure.notices.reading_level",
    "identity.versions.id",
    "inputs.limits.note",
    "limitations.demo.expected",
    "limitations.demo.input",
    "limitations.demo.observed",
    "outputs.type",
    "outputs.unit",
}


def rendered(shown: View) -> dict[str, bytes]:
    """The pages of a service by kind."""
    return {PurePosixPath(page.path).stem: page.data for page in note.write(shown, TEMPLATES)}


@pytest.fixture(scope="module")
def pages(rich_views) -> dict[str, dict[str, bytes]]:
    return {layout: rendered(shown) for layout, shown in rich_views.items()}


@pytest.fixture(scope="module")
def html(pages) -> dict[str, dict[str, str]]:
    return {layout: {kind: of_page(data) for kind, data in found.items()} for layout, found in pages.items()}


def every_record(value: Any) -> list[Record]:
    """*value* and all records inside it."""
    if isinstance(value, Record):
        return [value, *(found for child in value.__dict__.values() for found in every_record(child))]
    if isinstance(value, (tuple, list)):
        return [found for child in value for found in every_record(child)]
    return []


def test_the_rich_service_fills_every_field(rich_views):
    """The service of these tests says something in every field that a service can have."""
    left = Counter(
        f"{type(record).__name__}.{field}"
        for shown in rich_views.values()
        for record in every_record(shown.service)
        for field in type(record).model_fields
    )
    filled = Counter(
        f"{type(record).__name__}.{field}"
        for shown in rich_views.values()
        for record in every_record(shown.service)
        for field in record.model_fields_set
    )
    common = {"feature", "source", "as_of"}
    optional = {"Promise.reason", "Allow.path"}
    missing = {name for name in left.keys() - filled.keys() if name.partition(".")[2] not in common} - optional
    assert missing == set()


def test_the_rich_service_passes_the_checks(rich_views):
    """In both layouts the checks publish it."""
    for shown in rich_views.values():
        assert [(found.rule, found.message) for found in check(shown) if found.severity == "error"] == []


def test_split(pages):
    """In the split layout each of the ten kinds has a page of its own."""
    assert list(pages["split"]) == list(KINDS)


def test_consolidated(pages):
    """In the consolidated layout one page holds all ten."""
    assert list(pages["consolidated"]) == ["transparency-note"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_holds_its_facts(html, kind):
    """What is written in the metadata stands on the page it belongs to, with what backs the page."""
    text = words(html["split"][kind]).replace("\N{NO-BREAK SPACE}", " ")
    assert [fact for fact in (*FACTS[kind], *EVERYWHERE) if fact.lower() not in text.lower()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_one_page_holds_all_facts(html, kind):
    """Merged into the note, each document brings all its facts along."""
    text = words(html["consolidated"]["transparency-note"]).replace("\N{NO-BREAK SPACE}", " ")
    assert [fact for fact in FACTS[kind] if fact.lower() not in text.lower()] == []


def marked(shown: View) -> tuple[View, dict[str, str]]:
    """The same view with each text of the service replaced by a word of its own, and the place of each word."""
    data = plain(shown.service.model_dump(by_alias=True, exclude_unset=True))
    places: dict[str, str] = {}
    for number, text in enumerate(walk(shown).texts):
        if text.address or text.path[0] in {"extends", "variables", "allow"} or "counts" in text.path:
            continue
        target = data
        for step in text.path[:-1]:
            target = target[step]
        target[text.path[-1]] = f"Qword{number:04}q"
        places[f"qword{number:04}q"] = ".".join(step for step in text.path if isinstance(step, str))
    service = Service.model_validate(frozen(data))
    return view(Loaded(service, shown.document), shown.house), places


def frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: frozen(child) for key, child in value.items()}
    return tuple(frozen(child) for child in value) if isinstance(value, list) else value


@pytest.mark.parametrize("layout", ["split", "consolidated"])
def test_every_text_is_shown(rich_views, layout):
    """No text of the metadata gets lost on the way to the pages, but for those that are known not to be shown."""
    shown, places = marked(rich_views[layout])
    text = " ".join(words(of_page(data)) for data in rendered(shown).values()).lower()
    of_pages = {"identity.documents.audience"} if layout == "consolidated" else set()
    assert {place for word, place in places.items() if word not in text} - NOT_SHOWN - of_pages == set()


@pytest.mark.parametrize("layout", ["split", "consolidated"])
def test_golden(pages, layout):
    """The note reads as it was read in review; `UPDATE_GOLDEN=1 pytest` takes over what changed."""
    golden = GOLDEN / f"transparency-note.{layout}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(pages[layout]["transparency-note"])
    assert pages[layout]["transparency-note"].decode() == golden.read_text("utf-8")


@pytest.mark.parametrize("layout", ["split", "consolidated"])
def test_links_inside_a_page_lead_somewhere(html, layout):
    """Each link to a place of the same page has that place, and no id stands twice."""
    for kind, text in html[layout].items():
        ids = Counter(attributes(text, "id"))
        inside = {href[1:] for href in attributes(text, "href") if href.startswith("#")}
        assert [id for id, count in ids.items() if count > 1] == [], kind
        assert inside - ids.keys() == set(), kind


def test_links_between_pages_lead_somewhere(html):
    """Each link to another page of the service has that page, and the place on it."""
    for layout, found in html.items():
        for kind, text in found.items():
            for href in attributes(text, "href"):
                name, _, place = href.partition("#")
                if name.endswith(".md") and "/" not in name:
                    target = name.removesuffix(".md")
                    assert target in found, (layout, kind, href)
                    assert not place or place in attributes(found[target], "id"), (layout, kind, href)


def test_tables_can_be_read_without_sight(html):
    """Each table has a caption, each column and each row a head with its scope."""
    for text in html["split"].values():
        found = pieces(text)
        tables = sum(piece.tag == "table" for piece in found)
        assert sum(piece.tag == "caption" for piece in found) == tables
        assert all(piece.attributes.get("scope") in {"col", "row"} for piece in found if piece.tag == "th")


def test_headings_in_order(html):
    """A page has one first heading, and no level is left out on the way down."""
    for text in html["split"].values():
        levels = [int(piece.tag[1]) for piece in pieces(text) if piece.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_stand_free(html):
    """Each element is closed, and no heading lies inside a list, a cell or a paragraph."""
    for layout in html.values():
        for kind, text in layout.items():
            headings = [path for path in nesting(text) if path[-1] in {"h1", "h2", "h3", "h4"}]
            assert [path for path in headings if len(path) > 1] == [], kind


def test_nothing_is_said_twice(html):
    """No section stands twice on a page."""
    for layout in html.values():
        for kind, text in layout.items():
            sections = [words(part.split("</h2>")[0]) for part in text.split("<h2")[1:]]
            assert len(sections) == len(set(sections)), kind
            assert words(text).count("Step by step") <= 1, kind


def test_no_heading_is_empty(html):
    """Each heading of a section has something below it."""
    for layout in html.values():
        for kind, text in layout.items():
            last = None
            for piece in pieces(text):
                if piece.tag in {"h2", "h3", "h4"}:
                    level = int(piece.tag[1])
                    assert last is None or last[0] < level or last[1], (kind, last, piece)
                    last = [level, False]
                elif last and piece.tag in {"p", "li", "td", "dd", "div", "svg", "summary"}:
                    last[1] = True
            assert last is None or last[1], kind


def test_documents_are_listed(html):
    """Each page lists all documents of its service, and says which one is open."""
    for kind, text in html["split"].items():
        links = {href for href in attributes(text, "href") if href.endswith(".md") and "/" not in href}
        assert {f"{other}.md" for other in KINDS if other != kind} <= links
        assert attributes(text, "aria-current") == ["page"]


def test_inherited_and_absent_documents(tmp_path):
    """An inherited document holds what is added and leads to the parent's, an absent one is not promised a page."""
    project = everything(tmp_path)
    suite = project.services / "suites/split.yml"
    text = suite.read_text("utf-8")
    text = text.replace(
        "{kind: research-insights, layout: split}", "{kind: research-insights, state: absent, reason: There is none.}"
    ).replace("{kind: transparency-note, layout: split}", "{kind: transparency-note, state: inherited}")
    suite.write_text(text, "utf-8")
    found = rendered(views(project)["example-reader"])
    assert set(found) == KINDS.keys() - {"research-insights"}
    assert "../example-parent/transparency-note.md" in attributes(of_page(found["transparency-note"]), "href")
    links = attributes(of_page(found["code-of-conduct"]), "href")
    assert "transparency-note.md" in links
    assert "research-insights.md" not in links


def test_a_draft_lists_its_gaps(tmp_path):
    """A draft says so, and lists what is still to be done; a published text does not."""
    shown = views(small(tmp_path, "one"))["one"]
    draft = next(note.write(shown, TEMPLATES, ["nobody answers for <this>"])).data
    assert "Nobody answers for <this>" in words(of_page(draft))
    assert attributes(of_page(draft), "class").count("admonition warning") >= 1


def test_the_smallest_service(tmp_path):
    """Thirty lines of metadata make a page without holes: no empty cell, no `None`, no stray bracket."""
    text = words(of_page(rendered(views(small(tmp_path, "one"))["one"])["transparency-note"]))
    assert "It turns printed forms into text." in text
    assert not {"None", "{{", "}}", "()", "[]"} & set(text.split())


def test_names_of_data_in_drawings(html):
    """The drawing of the data flow names the places, and has a name for people who do not see it."""
    text = html["split"]["data-privacy-security"]
    label = next(piece.attributes["aria-label"] for piece in pieces(text) if piece.tag == "svg")
    assert label == "Where data goes in Example reader, described in the list below"
    assert "Picture of the card" in words(text)


def test_hostile_metadata(tmp_path):
    """A service whose every text looks like markup renders no script, no handler and no foreign address."""
    hostile = '"><script src=//evil.example></script><img src=x onerror=alert(1)>[x](javascript:alert(1)) {{ 7*7 }}'
    project = everything(tmp_path)
    shown = views(project)["example-reader"]
    data = plain(shown.service.model_dump(by_alias=True, exclude_unset=True))
    for text in walk(shown).texts:
        if text.address or text.path[0] in {"extends", "allow"} or "counts" in text.path:
            continue
        target = data
        for step in text.path[:-1]:
            target = target[step]
        target[text.path[-1]] = f"{hostile} {'.'.join(map(str, text.path))}"
    shown = view(Loaded(Service.model_validate(frozen(data)), shown.document), shown.house)
    for page in note.write(shown, TEMPLATES):
        html = of_page(page.data)
        assert {piece.tag for piece in pieces(html)} & {"script", "img", "iframe", "object", "style", "link"} == set()
        assert [name for piece in pieces(html) for name in piece.attributes if name.startswith("on")] == []
        assert [href for href in attributes(html, "href") if href.startswith(("javascript:", "//"))] == []
        assert "49" not in words(html).split()


def test_flows_of_the_model_are_drawn(html):
    """The text of each flow stands beside the drawing."""
    assert Flow.model_fields["diagram_text"].is_required()
    assert (
        words(html["split"]["data-privacy-security"]).count("The card goes from the test voice into the reader.") == 1
    )


def test_own_template(tmp_path):
    """A designer may change one section without touching the rest."""
    project = everything(tmp_path)
    write(project.root, "templates/note/sections/research.md.j2", "## Ours\n\n{{ service.research[0].claim }}\n")
    found = {page.path: page.data.decode() for page in note.write(views(project)["example-reader"], Templates(project))}
    assert "## Ours\n\nPeople trust cards that they wrote." in found["notes/example-reader/research-insights.md"]
