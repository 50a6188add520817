"""What people see of a sign: blur by distance and sight, glare, colours, the room; as facts about pixels."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from toolkit import palette, seen

ACCENT = (11, 79, 108)


def png(width: int, height: int, colour=(255, 255, 255), band=None) -> bytes:
    """A sheet of one colour, its upper third in *band*."""
    image = Image.new("RGB", (width, height), colour)
    if band:
        image.paste(band, (0, 0, width, height // 3))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def lines(width: int, count: int) -> Image.Image:
    """*count* pairs of a black and a white line, each *width* pixels wide."""
    row = ([0] * width + [255] * width) * count
    return Image.fromarray(np.array([row] * 8, dtype=np.uint8)).convert("RGB")


def hexed(pixel) -> str:
    return "#{:02X}{:02X}{:02X}".format(*pixel)


class TestBlur:
    def test_lines_of_a_millimetre_are_grey_from_five_metres_with_a_tenth_of_full_sight(self):
        far = seen.picture(seen.blurred(seen.light(lines(10, 20)), seen.blur(5, 0.1) * 10))
        # Half of the light of white is 187.5 of 255 in sRGB.
        reds = [far.getpixel((across, 4))[0] for across in range(190, 210)]
        assert min(reds) >= 186
        assert max(reds) <= 189

    def test_the_same_lines_are_black_and_white_from_half_a_metre_with_full_sight(self):
        near = seen.picture(seen.blurred(seen.light(lines(10, 20)), seen.blur(0.5, 1.0) * 10))
        assert near.getpixel((204, 4)) == (0, 0, 0)
        assert near.getpixel((215, 4)) == (255, 255, 255)

    def test_the_finest_lines_that_are_told_apart_keep_a_twentieth_of_their_contrast(self):
        # From 3.438 m, one minute of arc is one millimetre; a pair of lines then takes two, here 20 pixels.
        wave = 0.5 + 0.5 * np.sin(2 * np.pi * np.arange(400) / 20)
        sign = np.repeat(np.repeat(wave[None, :, None], 8, axis=0), 3, axis=2)
        middle = seen.blurred(sign, seen.blur(3.4377, 1.0) * 10)[4, 190:210, 0]
        assert middle.max() - middle.min() == pytest.approx(0.05, abs=0.001)

    def test_the_edge_of_the_sheet_does_not_darken(self):
        white = seen.light(Image.new("RGB", (40, 40), "white"))
        assert seen.picture(seen.blurred(white, 12)).getcolors() == [(1600, (255, 255, 255))]


class TestColours:
    def test_white_on_the_accent_keeps_its_contrast_without_any_colour(self):
        grey = seen.picture(seen.coloured(seen.light(Image.new("RGB", (1, 1), ACCENT)), "achromat")).getpixel((0, 0))
        assert grey == (73, 73, 73)
        assert palette.contrast("#0B4F6C", "#FFFFFF") == pytest.approx(8.94, abs=0.01)
        assert palette.contrast(hexed(grey), "#FFFFFF") == pytest.approx(8.94, abs=0.2)

    @pytest.mark.parametrize("vision", ["protan", "deutan", "tritan", "achromat"])
    def test_white_stays_white(self, vision):
        white = seen.coloured(seen.light(Image.new("RGB", (1, 1), "white")), vision)
        assert seen.picture(white).getpixel((0, 0)) == (255, 255, 255)

    def test_red_is_dark_to_an_eye_without_the_sense_for_red(self):
        red = seen.light(Image.new("RGB", (1, 1), (255, 0, 0)))
        assert seen.picture(seen.coloured(red, "protan")).getpixel((0, 0)) == (109, 95, 0)
        assert seen.picture(seen.coloured(red, "deutan")).getpixel((0, 0)) == (163, 144, 0)


class TestGlare:
    def test_black_on_white_falls_to_about_four_to_one_away_from_the_lamp(self):
        black = seen.picture(seen.glare(seen.light(Image.new("RGB", (100, 140), "black")))).getpixel((0, 139))
        assert palette.contrast("#000000", "#FFFFFF") == 21
        assert palette.contrast(hexed(black), "#FFFFFF") == pytest.approx(3.75, abs=0.1)

    def test_nothing_is_left_under_the_lamp(self):
        black = seen.picture(seen.glare(seen.light(Image.new("RGB", (100, 140), "black"))))
        assert black.getpixel((62, 42)) == (255, 255, 255)


class TestRoom:
    def test_a_sheet_of_a4_is_four_degrees_wide_from_three_metres(self):
        sign = seen.light(Image.new("RGB", (210, 297), ACCENT))
        made = seen.room(sign, 210, 3, (400, 566))
        row = [made.getpixel((across, 283)) for across in range(400)]
        # 400 pixels show 2.18 m of wall: 210 mm take 38 of them.
        assert row.count(ACCENT) == 38
        assert row[0] == (217, 213, 206)

    def test_from_very_far_the_sign_is_still_a_dot(self):
        made = seen.room(seen.light(Image.new("RGB", (105, 148), ACCENT)), 105, 200, (400, 566))
        assert made.getpixel((160, 282)) == ACCENT


class TestSheet:
    def test_captions_say_distance_and_sight_in_words(self):
        captions = [
            panel.caption.replace("\N{NO-BREAK SPACE}", " ") for panel in seen.panels(png(42, 59), 210, (3, 1.5))
        ]
        assert captions == [
            "From 3 m with full sight",
            "From 3 m with half of full sight",
            "From 3 m with a fifth of full sight",
            "From 3 m with a tenth of full sight",
            "From 1.5 m with full sight",
            "From 1.5 m with half of full sight",
            "From 1.5 m with a fifth of full sight",
            "From 1.5 m with a tenth of full sight",
            "From 1.5 m with a lamp shining on it",
            "Without the sense for red (protan), from 1.5 m",
            "Without the sense for green (deutan), from 1.5 m",
            "Without the sense for blue (tritan), from 1.5 m",
            "Without any colour (achromat), from 1.5 m",
            "In a room, from 3 m, beside a door",
        ]

    def test_the_band_stays_a_band_from_afar_and_its_edge_is_lost(self):
        panels = list(seen.panels(png(420, 594, band=ACCENT), 210, (3,)))
        sharp, tenth = panels[0].picture, panels[3].picture
        assert sharp.getpixel((170, 20)) == tenth.getpixel((170, 20)) == ACCENT
        assert sharp.getpixel((170, 152)) == ACCENT
        assert tenth.getpixel((170, 152))[0] > 80

    def test_the_same_in_gives_the_same_out(self):
        assert seen.sheet(png(42, 59, band=ACCENT), 210, (3, 1)) == seen.sheet(png(42, 59, band=ACCENT), 210, (3, 1))

    def test_a_distance_named_twice_is_shown_once(self):
        assert seen.sheet(png(42, 59), 210, (1, 1)) == seen.sheet(png(42, 59), 210, (1,))

    def test_four_pictures_stand_in_a_row(self):
        made = Image.open(io.BytesIO(seen.sheet(png(42, 59), 210, (1,))))
        assert made.size == (28 + 4 * 368, 94 + 3 * (478 + 85) + 66)

    @pytest.mark.parametrize("distances", [(), (0,), (3, -1)])
    def test_a_distance_is_above_zero(self, distances):
        with pytest.raises(ValueError, match="above zero"):
            seen.sheet(png(42, 59), 210, distances)
