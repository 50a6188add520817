"""The slip for the anonymous box: two on a sheet, no name asked, mirrored from right to left."""

from __future__ import annotations

import io
from itertools import pairwise

from notices import seen
from PIL import Image
from projects import TODAY

from toolkit.paths import Project
from toolkit.render import slip
from toolkit.typeset import Typesetter

TINT, WHITE = (233, 240, 243), (255, 255, 255)
#: Dots in a millimetre of the pictures below.
DOTS = 4


def picture(view, language, root) -> Image.Image:
    press = Typesetter(Project(root), TODAY)
    return Image.open(io.BytesIO(press.png(slip.TEMPLATE, slip.content(view, language), DOTS * 25.4))).convert("RGB")


def at(image, x, y):
    """The colour *x* millimetres from the left and *y* from the top."""
    return image.getpixel((round(x * DOTS), round(y * DOTS)))


def row(image, y, left=0, right=210):
    """The colours from *left* to *right*, *y* millimetres from the top."""
    return {image.getpixel((x, round(y * DOTS))) for x in range(left * DOTS, right * DOTS)}


def test_it_says_where_the_box_is_and_when_somebody_reads_it(tmp_path):
    told = slip.content(seen(tmp_path), "en")
    assert told["box"]["how"]["text"] == "Use the box by the stairs."
    assert told["box"]["read"] == "Somebody reads it within 14 days."
    assert told["box"]["owner"]["text"]["text"] == "head of the desk"
    assert told["place"]["text"] == "The front desk"
    assert told["address"] == "city.example/n/k7m2"


def test_the_reasons_are_five(tmp_path):
    assert slip.content(seen(tmp_path), "en")["reasons"] == [
        "It made a mistake",
        "It was unfair",
        "It did harm",
        "I do not understand the notice",
        "Something else",
    ]


def test_no_name_is_asked_for(tmp_path):
    words = slip.content(seen(tmp_path), "en")["words"]
    assert words["slip.name"] == "Do not write your name, unless you want an answer."
    assert [key for key, text in words.items() if "name" in text.lower()] == ["slip.name"]


def test_there_is_none_without_a_box(tmp_path):
    view = seen(tmp_path, "feedback: []")
    assert slip.write(view, "en", Typesetter(Project(tmp_path), TODAY)) == []
    assert slip.fit(view, "en", Typesetter(Project(tmp_path), TODAY)) is None


def test_two_slips_stand_on_a_sheet_with_a_line_between_them(tmp_path):
    image = picture(seen(tmp_path), "en", tmp_path)
    assert len(row(image, 148.5)) > 1
    for above in (20, 40, 60):
        assert at(image, 195, above) == at(image, 195, above + 148.5) == TINT


def test_a_long_text_takes_the_whole_sheet_and_there_is_no_line(tmp_path):
    how = "Walk past the lift and the stairs, and look for the green box on the wall. " * 12
    view = seen(
        tmp_path,
        "feedback: [{id: box, kind: anonymous_box, owner: head, response_days: 2, anonymous: true,"
        f' how: "{how.strip()}"}}]',
    )
    image = picture(view, "en", tmp_path)
    assert at(image, 4, 148.5) == WHITE
    assert at(image, 195, 148.5) == TINT


def test_from_right_to_left_the_sides_change_places(tmp_path):
    view = seen(tmp_path, "languages: [en, ar]")
    english, arabic = picture(view, "en", tmp_path), picture(view, "ar", tmp_path)
    assert (TINT in row(english, 20, 0, 75), TINT in row(english, 20, 135, 210)) == (False, True)
    assert (TINT in row(arabic, 20, 0, 75), TINT in row(arabic, 20, 135, 210)) == (True, False)


def test_lines_to_write_on_are_eight_millimetres_apart(tmp_path):
    image = picture(seen(tmp_path), "en", tmp_path)
    column = [image.getpixel((round(60 * DOTS), y)) for y in range(round(148 * DOTS))]
    marks = [y / DOTS for y, colour in enumerate(column) if sum(colour) < 600 and sum(column[y - 1]) >= 600]
    steps = [round(later - earlier, 1) for earlier, later in pairwise(marks)]
    assert steps.count(8.0) >= 4
