"""Drawings are well-formed, say everything in text, and escape what they are given."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.charts import curve_chart, flow_chart
from toolkit.model.data import Flow
from toolkit.model.evidence import CurvePoint
from toolkit.source import HIDDEN

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = st.text(min_size=1, max_size=60).map(lambda text: HIDDEN.sub(" ", text).strip() or "x")


def flow(start, end, *items):
    return Flow.model_validate(
        {"id": "flow", "from": start, "to": end, "items": items or ("scan",), "diagram_text": "It goes."}
    )


def drawn(*flows, names=None, title="Where data goes"):
    return ET.fromstring(flow_chart(flows, names or {}, title))


def texts(svg, kind):
    return [node.text for node in svg.iter(f"{SVG}text") if node.get("class") == kind]


def count(svg, tag, kind):
    return sum(node.get("class") == kind for node in svg.iter(f"{SVG}{tag}"))


def test_places_and_arrows():
    """Each place is a box, each flow an arrow, and what travels stands beside it by its name."""
    svg = drawn(flow("Person", "Scanner", "scan"), flow("Scanner", "Archive", "text"), names={"scan": "The form"})
    assert texts(svg, "flow-place") == ["Person", "Scanner", "Archive"]
    assert texts(svg, "flow-item") == ["The form", "text"]
    assert (count(svg, "rect", "flow-box"), count(svg, "path", "flow-arrow"), count(svg, "polygon", "flow-head")) == (
        3,
        2,
        2,
    )


def test_it_has_a_name():
    """People who do not see it hear what it is."""
    svg = drawn(flow("A", "B"), title='Data of "A & B"')
    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Data of "A & B"')


def test_neighbours_are_joined_by_straight_arrows():
    """Downwards to the next place an arrow runs straight."""
    paths = [node.get("d") for node in drawn(flow("A", "B"), flow("B", "C")).iter(f"{SVG}path")]
    assert all("C" not in path for path in paths)


@pytest.mark.parametrize(
    "flows", [[("A", "B"), ("B", "A")], [("A", "B"), ("B", "C"), ("A", "C")], [("A", "A")]], ids=["back", "far", "self"]
)
def test_other_arrows_are_bows(flows):
    """An arrow back, an arrow past a place and an arrow to its own place run in a bow on the right."""
    *_, last = [node.get("d") for node in drawn(*(flow(*each) for each in flows)).iter(f"{SVG}path")]
    assert last.startswith("M208 ")
    assert "C336 " in last


def test_one_arrow_for_all_that_goes_the_same_way():
    """What travels between the same places shares an arrow, and is named once."""
    svg = drawn(flow("A", "B", "scan"), flow("A", "B", "scan", "text"))
    assert count(svg, "path", "flow-arrow") == 1
    assert texts(svg, "flow-item") == ["scan, text"]


def test_long_names_are_wrapped():
    """A long name takes two lines, a long label three; what is cut off ends in dots."""
    place = "Internal storage of the provider of the service in the region of the customer"
    svg = drawn(flow("Person", place, *(f"item-{number}" for number in range(40))))
    name, label = texts(svg, "flow-place")[1:], texts(svg, "flow-item")
    assert len(name) == 2
    assert name[0] == "Internal storage of the"
    assert name[1].endswith("…")
    assert len(label) == 3
    assert label[2].endswith("…")
    assert max(map(len, label)) <= 42


def test_everything_lies_inside():
    """No box and no line of text lies outside of the drawing."""
    svg = drawn(*(flow(f"Place {number}", f"Place {number + 1}") for number in range(12)), flow("Place 12", "Place 0"))
    width, height = (float(value) for value in svg.get("viewBox").split()[2:])
    boxes = [
        (float(node.get("x")) + float(node.get("width")), float(node.get("y")) + float(node.get("height")))
        for node in svg.iter(f"{SVG}rect")
    ]
    lines = [(float(node.get("x")), float(node.get("y"))) for node in svg.iter(f"{SVG}text")]
    assert all(0 < x <= width and 0 < y <= height for x, y in boxes + lines)


def test_hostile_names():
    """A name that looks like markup is drawn as the characters it is."""
    hostile = '</text><script>alert("&")</script>'
    svg = drawn(flow(hostile, "B", "scan"), names={"scan": hostile}, title=hostile)
    assert [node.tag for node in svg.iter() if "script" in node.tag] == []
    assert svg.get("aria-label") == hostile
    assert "".join(texts(svg, "flow-place")).startswith('</text><script>alert("&")')


@settings(max_examples=60)
@given(st.lists(st.tuples(PLAIN, PLAIN, PLAIN), min_size=1, max_size=6), PLAIN)
def test_any_names(flows, title):
    """Whatever places and data are called, the drawing is well-formed and names every place."""
    names = {f"item-{index}": name for index, (_, _, name) in enumerate(flows)}
    svg = drawn(
        *(flow(start, end, f"item-{index}") for index, (start, end, _) in enumerate(flows)), names=names, title=title
    )
    places = {place for start, end, _ in flows for place in (start.strip(), end.strip())}
    assert count(svg, "rect", "flow-box") == len(places)


def test_nothing_to_draw():
    """Without flows there is an empty drawing, and no failure."""
    assert texts(drawn(), "flow-place") == []


def curve(*values, levels=range(6), spans=True):
    """The drawing of a curve through *values*."""
    points = [
        CurvePoint(
            level=level, value=value, low=value / 2 if spans else None, high=min(1, value * 1.5) if spans else None
        )
        for level, value in zip(levels, values, strict=False)
    ]
    return ET.fromstring(curve_chart(points, 'What "gets" worse', "level <of> harm"))


def test_a_curve():
    """A dot and a bar for each point, a line through them, four ticks to a round end, levels below."""
    svg = curve(0.05, 0.1, 0.2, 0.3, 0.4, 0.5)
    assert svg.get("aria-label") == 'What "gets" worse'
    assert (count(svg, "circle", "curve-dot"), count(svg, "path", "curve-span")) == (6, 6)
    assert count(svg, "path", "curve-line") == 1
    assert texts(svg, "curve-tick") == ["0 %", "20 %", "40 %", "60 %", "80 %"]
    assert texts(svg, "curve-level") == ["5", "4", "3", "2", "1", "0", "level <of> harm"]


def test_a_curve_without_intervals():
    """Where there is no interval there is no bar."""
    assert count(curve(0.1, 0.2, spans=False), "path", "curve-span") == 0


def test_names_of_levels_do_not_touch():
    """0.9 gives way to 0.95; the last one stays."""
    levels = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
    assert texts(curve(*[0.1] * 8, levels=levels), "curve-level")[:3] == ["0.95", "0.8", "0.7"]


@given(st.lists(st.floats(0, 4, allow_nan=False), min_size=1, max_size=6))
def test_any_curve_stays_inside(values):
    """Whatever the values, also above 100 %: every dot lies inside the drawing."""
    svg = curve(*values, spans=False)
    for dot in svg.iter(f"{SVG}circle"):
        assert 0 <= float(dot.get("cx")) <= 340
        assert 0 <= float(dot.get("cy")) <= 190
