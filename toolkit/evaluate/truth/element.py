"""XML and HTML as plain trees in which every element knows its line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from toolkit.evaluate.truth.shape import LineError

#: Deeper than any page is written; deeper ones are stray or hostile.
MAX_DEPTH = 200
#: Elements of HTML that never hold anything (HTML Living Standard, 13.1.2).
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
NO_ENTITIES = "write the characters themselves"


@dataclass(slots=True)
class Element:
    """An element: name without prefix, attributes, line from 1, and its text and elements in order."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> list[Element]:
        return [part for part in self.parts if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """All text inside, in order."""
        found, waiting = [], list(reversed(self.parts))
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                waiting += reversed(part.parts)
        return "".join(found)

    def all(self, *names: str) -> Iterator[Element]:
        """Every element below with one of *names*, in the order of the file."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            if element.name in names:
                yield element
            waiting += reversed(element.children)

    def get(self, name: str) -> Element | None:
        """The first child called *name*."""
        return next((child for child in self.children if child.name == name), None)

    def attribute(self, key: str) -> str:
        """An attribute that has to be there; raises LineError where it is not."""
        if key not in self.attributes:
            raise LineError(self.line, f"<{self.name}> has no {key}", f"add {key}, as the format asks")
        return self.attributes[key]

    def number(self, key: str) -> float:
        """An attribute that has to be a number; raises LineError where it is not."""
        text = self.attribute(key)
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise LineError(self.line, f"{key} of <{self.name}> is no number: {text[:40]}", "write digits")
        return value


class _Tree(ContentHandler):
    """Collects a tree from the events of a parser."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {}, 1)
        self.open = [self.root]
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the name that SAX gives it
        self.locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the name that SAX gives it
        line = self.locator.getLineNumber() if self.locator else None
        self.start(name, {key.rpartition(":")[2]: attrs[key] for key in attrs.getNames()}, line or 1)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - the name that SAX gives it
        self.open.pop()

    def characters(self, content: str) -> None:
        self.open[-1].parts.append(content)

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        if len(self.open) > MAX_DEPTH:
            raise LineError(line, f"elements lie more than {MAX_DEPTH} deep in each other", "look for a tag left open")
        element = Element(name.rpartition(":")[2], attributes, line)
        self.open[-1].parts.append(element)
        self.open.append(element)


class _Page(HTMLParser):
    """As `_Tree`, from HTML: tags that nobody closed end where the one around them ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = _Tree()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {key: value or "" for key, value in attrs}, self.getpos()[0])
        if tag in VOID:
            self.tree.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.tree.open.pop()

    def handle_endtag(self, tag: str) -> None:
        names = [element.name for element in self.tree.open]
        if tag in names[1:]:
            del self.tree.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.tree.characters(data)

    def handle_decl(self, decl: str) -> None:
        if "<!ENTITY" in decl.upper():
            raise LineError(self.getpos()[0], "entities of one's own are not read", NO_ENTITIES)


def from_xml(data: bytes) -> Element:
    """The root of an XML file. Raises LineError where it is broken, or declares entities, which can grow endlessly."""
    tree = _Tree()
    try:
        defusedxml.sax.parseString(data, tree)
    except DefusedXmlException as error:
        line = data[: max(0, data.find(b"<!ENTITY"))].count(b"\n") + 1
        raise LineError(line, "entities of one's own are not read", NO_ENTITIES) from error
    except SAXParseException as error:
        message = f"the XML breaks off here: {error.getMessage()}"
        advice = "check this line and the one above, and that the encoding is the one the first line names"
        raise LineError(error.getLineNumber() or 1, message, advice) from error
    except (SAXException, LookupError, ValueError) as error:
        if isinstance(error, LineError):
            raise
        raise LineError(1, f"the XML cannot be read: {error}", "save the file in the encoding UTF-8") from error
    return tree.root.children[0]


def from_html(text: str) -> Element:
    """A root above all elements of HTML or XHTML. Raises LineError where it declares entities or nests too deep."""
    page = _Page()
    page.feed(text)
    page.close()
    return page.tree.root
