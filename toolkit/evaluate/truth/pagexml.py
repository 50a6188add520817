"""PAGE XML 2010 to 2019 (PRImA, primaresearch.org/schema): regions, lines and words inside polygons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.evaluate.truth.element import Element, from_xml
from toolkit.evaluate.truth.shape import Canvas, LineError, TrueWord, Truth, boxed, truth_of, unplaced
from toolkit.vision.reading import Box

POINT = re.compile(r"(-?[0-9]{1,7}(?:\.[0-9]{1,9})?),(-?[0-9]{1,7}(?:\.[0-9]{1,9})?)")
#: Kinds of `ReadingOrder` element that name a region.
REFERENCES = ("RegionRefIndexed", "RegionRef", "OrderedGroupIndexed", "UnorderedGroupIndexed")


def read(data: bytes, canvas: Canvas) -> Truth:
    """Words with the boxes around their polygons; regions in `ReadingOrder`, what it does not name after it. Of several
    `TextEquiv` the one with the lowest index counts. Where a line has no words its text counts, and so for a region.

    Raises LineError where the file is no PAGE XML, a polygon is wrong, or the order names a region that is not there.
    """
    root = from_xml(data)
    page = root.get("Page")
    if root.name != "PcGts" or page is None:
        raise LineError(root.line, "this is no PAGE XML: no <Page> lies in a <PcGts>", "check the file")
    return truth_of(line for region in _in_order(page) for line in _lines(region, canvas))


def _in_order(page: Element) -> list[Element]:
    """The text regions, in reading order."""
    regions = {region.attribute("id"): region for region in page.all("TextRegion")}
    order = page.get("ReadingOrder")
    named: dict[str, Element] = {}
    for reference in _references(order) if order else ():
        id = reference.attributes.get("regionRef", "")
        if id in regions:
            named[id] = regions[id]
        elif reference.name.startswith("RegionRef") and not any(
            element.attributes.get("id") == id for element in page.children
        ):
            raise LineError(reference.line, f"no region has the id {id[:40]}", "correct the reading order")
    return list((named | {id: region for id, region in regions.items() if id not in named}).values())


def _references(group: Element) -> Iterator[Element]:
    """What a group of the reading order names, inner groups in their place; indexed ones by their index."""
    indexed = [child for child in group.children if "index" in child.attributes]
    indexed.sort(key=lambda child: child.number("index"))
    for child in indexed + [child for child in group.children if "index" not in child.attributes]:
        if child.name in REFERENCES:
            yield child
        yield from _references(child)


def _lines(region: Element, canvas: Canvas) -> Iterator[list[TrueWord]]:
    lines = [child for child in region.children if child.name == "TextLine"]
    for line in lines:
        words = [child for child in line.children if child.name == "Word"]
        yield [TrueWord(_text(word), _box(word, canvas)) for word in words] or unplaced(_text(line))
    if not lines:
        yield from map(unplaced, _text(region).splitlines())


def _text(element: Element) -> str:
    """The likeliest text of an element; empty where it has none."""
    equivalents = [child for child in element.children if child.name == "TextEquiv"]
    if not equivalents:
        return ""
    ranked = sorted(equivalents, key=lambda text: text.number("index") if "index" in text.attributes else 0)
    unicode = ranked[0].get("Unicode")
    return unicode.text if unicode else ""


def _box(word: Element, canvas: Canvas) -> Box | None:
    coords = word.get("Coords")
    if coords is None:
        return None
    points = [(point.number("x"), point.number("y")) for point in coords.all("Point")]  # as of 2010
    for pair in coords.attributes.get("points", "").split():
        match = POINT.fullmatch(pair)
        if match is None:
            raise LineError(coords.line, f"`{pair[:40]}` is no point", "write points as `x,y x,y x,y`")
        points.append((float(match[1]), float(match[2])))
    if not points:
        raise LineError(coords.line, "<Coords> has no points", "write points as `x,y x,y x,y`")
    across, down = zip(*points, strict=True)
    return boxed([min(across), min(down), max(across), max(down)], canvas, coords.line)
