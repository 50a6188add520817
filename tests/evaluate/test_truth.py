"""Truth beside a picture: five formats, read as they are written, and what is said of broken ones."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from html import escape
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from toolkit.evaluate.truth import Canvas, TrueWord, Truth, TruthError, beside, read_truth
from toolkit.vision.reading import Box

CANVAS = Canvas(400, 300)
TWO_LINES = Truth(
    "Good morning\nworld",
    (
        TrueWord("Good", Box(10, 10, 40, 12)),
        TrueWord("morning", Box(60, 10, 70, 12)),
        TrueWord("world", Box(10, 40, 50, 12)),
    ),
)


@pytest.fixture
def read(tmp_path):
    def reading(data, format, canvas=CANVAS):
        path = tmp_path / "file"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_truth(path, "p/one.txt", format, canvas)

    return reading


def refused(read, data, format, canvas=CANVAS):
    with pytest.raises(TruthError) as caught:
        read(data, format, canvas)
    assert caught.value.help
    return str(caught.value)


# -- plain text


def test_lines_of_text_lose_their_layout_and_become_composed(read):
    assert read("\ufeff  Cafe\u0301   noir \n\n\tau lait\r\n", "text") == Truth("Café noir\nau lait", ())


def test_text_in_another_encoding_is_refused_with_its_line(read):
    assert refused(read, "one\nCafé".encode("latin-1"), "text") == "p/one.txt:2:1: byte 0xe9 is not UTF-8"
    assert refused(read, "one\ntwo\0", "text") == "p/one.txt:2:1: a NUL character is no text"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(TruthError, match=r"^x\.txt:1:1: cannot read the file: No such file"):
        read_truth(tmp_path / "none", "x.txt", "text", CANVAS)


# -- hOCR

XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>not text</title><meta charset="utf-8"/></head><body>
<div class='ocr_page' title='image "a.png"; bbox 0 0 400 300'><p class='ocr_par'>
 <span class='ocr_line' title="bbox 10 10 130 22; baseline 0 -3">
  <span class='ocrx_word' title='bbox 10 10 50 22; x_wconf 96'><strong>Go</strong>od</span>
  <span class='ocrx_word' title='bbox 60 10 130 22; x_wconf 95'>morning</span>
 </span>
 <span class='ocr_line' title="bbox 10 40 60 52"><span class='ocrx_word' title='x_wconf 93; bbox 10 40 60 52'>world</span></span>
</p></div></body></html>
"""


def test_hocr_gives_lines_words_and_boxes(read):
    assert read(XHTML, "hocr") == TWO_LINES


def test_hocr_with_tags_left_open(read):
    sloppy = """<html><body><div class=ocr_page><p class=ocr_par>
<span class="ocr_line x"><span class=ocrx_word title="bbox 10 10 50 22">Good</span> <span class=ocrx_word title="bbox 60 10 130 22">morning</span><br>
<span class=ocr_line><span class=ocrx_word title="bbox 10 40 60 52">world</span></b>"""
    assert read(sloppy, "hocr") == TWO_LINES


def test_hocr_lines_without_words_give_their_text(read):
    lines = '<div class="ocr_page"><span class="ocr_line">R&amp;D &#233;t&eacute;</span><span class="ocr_line">two</span></div>'
    assert read(lines, "hocr") == Truth("R&D été\ntwo", ())


def test_an_empty_hocr_page_is_an_empty_truth(read):
    assert read('<div class="ocr_page"></div>', "hocr") == Truth("", ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<html>\n<p>Hello</p>", ":1:1: this is no hOCR"),
        (
            '<p>\n\n<b class="ocrx_word" title="bbox 1 2 3">x</b>',
            ":3:1: four numbers should follow bbox, not bbox 1 2 3",
        ),
        (
            '\n<b class="ocrx_word" title="bbox 1 2 500 9">x</b>',
            ":2:1: the box from 1,2 to 500,9 leaves the picture, which is 400 by 300",
        ),
        ('<b class="ocrx_word" title="bbox 9 2 3 9">x</b>', ":1:1: the box from 9,2 to 3,9 has no area"),
        ('<p class="ocr_page"></p>\n<p class="ocr_page"></p>', ":2:1: a second page in one file"),
        ('<!DOCTYPE html [<!ENTITY a "b">]>\n<p>&a;</p>', ":1:1: entities of one's own are not read"),
        ("<div>" * 300, ":1:1: elements lie more than 200 deep"),
    ],
)
def test_wrong_hocr_is_told(read, text, told):
    assert told in refused(read, text, "hocr")


# -- ALTO


def alto(inner, unit="pixel", page='WIDTH="400" HEIGHT="300"', version="v4"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-{version}#"><Description>
<MeasurementUnit>{unit}</MeasurementUnit></Description>
<Layout><Page {page}><PrintSpace><TextBlock>
{inner}
</TextBlock></PrintSpace></Page></Layout></alto>"""


LINES = """<TextLine><String CONTENT="Good" HPOS="10" VPOS="10" WIDTH="40" HEIGHT="12"/><SP/>
<String CONTENT="morning" HPOS="60" VPOS="10" WIDTH="70" HEIGHT="12.0"/></TextLine>
<TextLine><String CONTENT="world" HPOS="10" VPOS="40" WIDTH="50" HEIGHT="12"/></TextLine>"""


@pytest.mark.parametrize("version", ["v2", "v3", "v4"])
def test_alto_gives_lines_words_and_boxes(read, version):
    assert read(alto(LINES, version=version), "alto") == TWO_LINES


def test_alto_with_a_prefix(read):
    text = alto(LINES).replace("<", "<a:").replace("<a:/", "</a:").replace("<a:?", "<?").replace("xmlns=", "xmlns:a=")
    assert read(text, "alto") == TWO_LINES


def test_alto_units_of_paper_become_pixels_by_the_size_of_the_page(read):
    # a page of 800 by 600 units in a picture of 400 by 300 pixels: two units a pixel
    line = '<TextLine><String CONTENT="Good" HPOS="20" VPOS="20" WIDTH="80" HEIGHT="24"/></TextLine>'
    page = 'WIDTH="800" HEIGHT="600"'
    assert read(alto(line, "mm10", page), "alto").words == (TrueWord("Good", Box(10, 10, 40, 12)),)


@pytest.mark.parametrize(("unit", "inch"), [("mm10", 254), ("inch1200", 1200)])
def test_alto_units_of_paper_become_pixels_by_the_resolution_of_the_picture(read, unit, inch):
    line = (
        f'<TextLine><String CONTENT="Good" HPOS="{inch}" VPOS="{inch}" WIDTH="{inch}" HEIGHT="{inch // 2}"/></TextLine>'
    )
    made = read(alto(line, unit, ""), "alto", Canvas(400, 300, 100))
    assert made.words == (TrueWord("Good", Box(100, 100, 100, 50)),)
    assert "nothing says how many pixels a unit" in refused(read, alto(line, unit, ""), "alto")


def test_alto_hyphens_stay_as_printed(read):
    text = alto(
        """<TextLine><String CONTENT="Ver" SUBS_TYPE="HypPart1" SUBS_CONTENT="Verein" HPOS="10" VPOS="10" WIDTH="30" HEIGHT="12"/>
        <HYP CONTENT="-" HPOS="40" VPOS="15" WIDTH="6" HEIGHT="2"/></TextLine>
        <TextLine><String CONTENT="ein" SUBS_TYPE="HypPart2" SUBS_CONTENT="Verein" HPOS="10" VPOS="40" WIDTH="30" HEIGHT="12"/></TextLine>"""
    )
    words = (TrueWord("Ver-", Box(10, 10, 36, 12)), TrueWord("ein", Box(10, 40, 30, 12)))
    assert read(text, "alto") == Truth("Ver-\nein", words)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<a/>", ":1:1: this is no ALTO: it starts with <a>"),
        (alto("<TextLine><String/></TextLine>"), ":5:1: <String> has no CONTENT"),
        (
            alto('<TextLine><String CONTENT="x" HPOS="left" VPOS="0" WIDTH="9" HEIGHT="9"/></TextLine>'),
            ":5:1: HPOS of <String> is no number: left",
        ),
        (
            alto('<TextLine><String CONTENT="x" HPOS="nan" VPOS="0" WIDTH="9" HEIGHT="9"/></TextLine>'),
            ":5:1: HPOS of <String> is no number: nan",
        ),
        (
            alto('<TextLine>\n<String CONTENT="x" HPOS="395" VPOS="0" WIDTH="9" HEIGHT="9"/></TextLine>'),
            ":6:1: the box from 395,0 to 404,9 leaves",
        ),
        (alto("", "cubit"), ":3:1: the unit cubit is not known"),
        (alto("").replace("</alto>", ""), ": the XML breaks off here: no element found"),
        (alto("<TextLine></TextBlock>"), ":5:1: the XML breaks off here: mismatched tag"),
        ("", ":1:1: the XML breaks off here: no element found"),
        ('<?xml version="1.0" encoding="klingon"?><alto/>', ":1:1: the XML"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>\n<alto>&c;</alto>',
            ":2:1: entities of one's own are not read",
        ),
        (
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><alto>&b;</alto>',
            ":1:1: entities of one's own are not read",
        ),
    ],
)
def test_wrong_alto_is_told(read, text, told):
    assert told in refused(read, text, "alto")


def test_alto_in_a_wrong_encoding_is_refused(read):
    line = '<TextLine><String CONTENT="é" HPOS="1" VPOS="0" WIDTH="9" HEIGHT="9"/></TextLine>'
    assert ":5:1: the XML breaks off here: not well-formed" in refused(read, alto(line).encode("latin-1"), "alto")
    stated = alto(line).replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert read(stated, "alto").text == "é"


# -- PAGE XML


def page(inner):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageWidth="400" imageHeight="300">
{inner}
</Page></PcGts>"""


def region(id, text):
    return f'<TextRegion id="{id}"><Coords points="0,0 9,0 9,9"/><TextLine><TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine></TextRegion>'


def test_page_xml_gives_lines_words_and_boxes(read):
    text = """<TextRegion id="r1"><Coords points="0,0 9,0 9,9"/>
<TextLine id="l1"><Coords points="0,0 9,0 9,9"/>
<Word id="w1"><Coords points="10,12 48,10 50,22 12,20"/><TextEquiv index="1"><Unicode>Gold</Unicode></TextEquiv><TextEquiv index="0"><Unicode>Good</Unicode></TextEquiv></Word>
<Word id="w2"><Coords points="60,10 130,10 130,22 60,22"/><TextEquiv><Unicode>morning</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>as a line, not used</Unicode></TextEquiv></TextLine>
<TextLine id="l2"><Word id="w3"><Coords><Point x="10" y="40"/><Point x="60" y="52"/></Coords><TextEquiv><Unicode>world</Unicode></TextEquiv></Word></TextLine>
<TextEquiv><Unicode>as a region, not used</Unicode></TextEquiv></TextRegion>"""
    assert read(page(text), "page") == TWO_LINES


def test_page_xml_follows_the_reading_order(read):
    order = """<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="10" regionRef="a"/>
<UnorderedGroupIndexed id="u" index="2" regionRef="none"><RegionRef regionRef="c"/></UnorderedGroupIndexed>
<RegionRefIndexed index="1" regionRef="d"/></OrderedGroup></ReadingOrder>"""
    regions = "".join(region(id, f"text {id}") for id in "abcd")
    assert read(page(order + regions), "page").text == "text d\ntext c\ntext a\ntext b"
    assert read(page(regions), "page").text == "text a\ntext b\ntext c\ntext d"


def test_page_xml_regions_without_lines_give_their_text(read):
    text = (
        '<TextRegion id="a"><TextEquiv><Unicode>one two\nthree</Unicode></TextEquiv></TextRegion><ImageRegion id="i"/>'
    )
    assert read(page(text), "page") == Truth("one two\nthree", ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<PcGts/>", ":1:1: this is no PAGE XML"),
        (
            page(
                "<ReadingOrder><OrderedGroup>\n<RegionRefIndexed index='0' regionRef='x'/></OrderedGroup></ReadingOrder>"
            ),
            ":4:1: no region has the id x",
        ),
        (
            page('<TextRegion id="a"><TextLine><Word>\n<Coords points="1,2 three"/></Word></TextLine></TextRegion>'),
            ":4:1: `three` is no point",
        ),
        (
            page('<TextRegion id="a"><TextLine><Word><Coords points=""/></Word></TextLine></TextRegion>'),
            ":3:1: <Coords> has no points",
        ),
        (
            page('<TextRegion id="a"><TextLine><Word><Coords points="0,0 9,0 9,900"/></Word></TextLine></TextRegion>'),
            ":3:1: the box from 0,0 to 9,900 leaves",
        ),
        (page("<TextRegion/>"), ":3:1: <TextRegion> has no id"),
    ],
)
def test_wrong_page_xml_is_told(read, text, told):
    assert told in refused(read, text, "page")


# -- ICDAR boxes


def test_icdar_corners(read):
    text = "\ufeff10,10,50,10,50,22,10,22,Good\r\n60,10,130,11,130,22,60,22,morning\n\n10,40,60,40,60,52,10,52,world\n0,100,9,100,9,109,0,109,###\n"
    assert read(text, "icdar") == Truth(*TWO_LINES[:2], (Box(0, 100, 9, 9),))


@pytest.mark.parametrize("comma", [", ", ",", " "])
def test_icdar_edges_with_text_in_quotes(read, comma):
    rows = [
        ["10", "10", "50", "22", '"Good"'],
        ["60", "10", "130", "22", '"morning"'],
        ["10", "40", "60", "52", '"world"'],
    ]
    assert read("\n".join(comma.join(row) for row in rows), "icdar") == TWO_LINES


def test_icdar_texts_may_hold_commas_quotes_and_spaces(read):
    assert read("10,10,50,10,50,22,10,22,1,50", "icdar").text == "1,50"
    assert read('10,10,50,22,"say \\"a\\""', "icdar") == Truth('say "a"', ())
    two = read("10,10,50,10,50,22,10,22,TOTAL DUE\n60,10,90,10,90,22,60,22,9", "icdar")
    assert two == Truth(
        "TOTAL DUE 9", (TrueWord("TOTAL", None), TrueWord("DUE", None), TrueWord("9", Box(60, 10, 30, 12)))
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10,10,50,10,50,22,10,22,Good\nhello", ":2:1: this is no box with a text: hello"),
        ("10,10,50,22,Good", ":1:1: this is no box with a text"),
        ("10,10,10,10,10,10,10,10,Good", ":1:1: the box from 10,10 to 10,10 has no area"),
        ("10,10,50,10,50,999,10,999,Good", "leaves the picture"),
        ("-9,10,50,10,50,22,-9,22,Good", "leaves the picture"),
    ],
)
def test_wrong_icdar_boxes_are_told(read, text, told):
    assert told in refused(read, text, "icdar")


def test_a_box_may_leave_the_picture_by_a_pixel_as_rounding_does(read):
    assert read("-1,0,401,0,401,22,-1,22,Good", "icdar").words[0].box == Box(0, 0, 400, 22)


# -- what is written is read

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Z"], exclude_characters="￾￿")
WORDS = st.text(LETTERS, min_size=1, max_size=8).map(lambda text: unicodedata.normalize("NFC", text))
PAGES = st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=4)


def laid_out(lines):
    """Words on a grid of 90 by 60 pixels."""
    words = [
        [TrueWord(word, Box(5 + 90 * x, 7 + 60 * y, 80, 20)) for x, word in enumerate(line)]
        for y, line in enumerate(lines)
    ]
    text = "\n".join(" ".join(line) for line in lines)
    return Truth(text, tuple(word for line in words for word in line)), words


def edges(box):
    return box.left, box.top, box.left + box.width, box.top + box.height


def as_hocr(lines):
    spans = [
        [f'<i class="ocrx_word" title="bbox {" ".join(map(str, edges(w.box)))}">{escape(w.text)}</i>' for w in line]
        for line in lines
    ]
    return '<div class="ocr_page">' + "".join(f'<p class="ocr_line">{" ".join(line)}</p>' for line in spans) + "</div>"


def as_alto(lines):
    def string(w):
        return f'<String CONTENT={quoteattr(w.text)} HPOS="{w.box.left}" VPOS="{w.box.top}" WIDTH="{w.box.width}" HEIGHT="{w.box.height}"/>'

    return alto("".join(f"<TextLine>{'<SP/>'.join(map(string, line))}</TextLine>" for line in lines))


def as_page(lines):
    def word(w):
        left, top, right, bottom = edges(w.box)
        points = f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"
        return f'<Word><Coords points="{points}"/><TextEquiv><Unicode>{escape(w.text)}</Unicode></TextEquiv></Word>'

    return page(
        '<TextRegion id="r">'
        + "".join(f"<TextLine>{''.join(map(word, line))}</TextLine>" for line in lines)
        + "</TextRegion>"
    )


def as_icdar(lines):
    rows = []
    for left, top, right, bottom, text in ((*edges(word.box), word.text) for line in lines for word in line):
        rows.append(f"{left},{top},{right},{top},{right},{bottom},{left},{bottom},{text}")
    return "\n".join(rows)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("truth") / "file"


@pytest.mark.parametrize(
    ("format", "write"), [("hocr", as_hocr), ("alto", as_alto), ("page", as_page), ("icdar", as_icdar)]
)
@given(lines=PAGES)
def test_what_is_written_in_a_format_is_read_from_it(scratch, format, write, lines):
    lines = [[word for word in line if word != "###"] for line in lines]
    truth, placed = laid_out([line for line in lines if line])
    scratch.write_text(write(placed), "utf-8")
    assert read_truth(scratch, "x", format, CANVAS) == truth


@pytest.mark.parametrize("format", ["hocr", "alto", "page", "icdar", "text"])
@given(data=st.binary(max_size=200) | st.text("<>/\"'=&;,# 0123456789abclotwPXMLégÉ\n", max_size=200).map(str.encode))
def test_any_bytes_are_a_truth_or_are_refused_with_a_line(scratch, format, data):
    scratch.write_bytes(data)
    line = 1
    try:
        read_truth(scratch, "x", format, CANVAS)
    except TruthError as error:
        line = error.finding.place.line
    assert 1 <= line <= data.count(b"\n") + data.count(b"\r") + 1


def test_what_an_engine_writes_in_two_formats_is_one_truth(tmp_path):
    picture = Path(__file__).parents[2] / "corpora" / "pages" / "receipt" / "ar-noto-naskh-arabic-medium.png"
    command = ["tesseract", picture, tmp_path / "made", "-l", "ara", "hocr", "alto"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    with Image.open(picture) as image:
        size = Canvas(*image.size)
    html, xml = (
        read_truth(tmp_path / f"made.{end}", end, format, size) for end, format in (("hocr", "hocr"), ("xml", "alto"))
    )
    assert html == xml
    assert html.text.startswith("مخبز المثال\n")
    assert len(html.words) > 20


# -- which file it is


def test_the_file_beside_a_picture_is_found_by_its_name_and_root(tmp_path):
    picture = tmp_path / "one.png"
    assert beside(picture) is None
    (tmp_path / "one.txt").write_text("x")
    assert beside(picture) == (tmp_path / "one.txt", "text")
    assert beside(picture, "icdar") == (tmp_path / "one.txt", "icdar")
    (tmp_path / "gt_one.txt").write_text("x")
    assert beside(picture) == (tmp_path / "gt_one.txt", "icdar")
    (tmp_path / "one.xml").write_text(page(""))
    assert beside(picture) == (tmp_path / "one.xml", "page")
    (tmp_path / "one.xml").write_text(alto(""))
    assert beside(picture) == (tmp_path / "one.xml", "alto")
    (tmp_path / "one.hocr").write_text("x")
    assert beside(picture) == (tmp_path / "one.hocr", "hocr")
    assert beside(picture, "text") == (tmp_path / "one.txt", "text")
