"""A sign: what stands on it, how large, in which order it is read aloud, and what a phone makes of its code."""

from __future__ import annotations

import io

import phone
import pikepdf
import pytest
from PIL import Image
from seats import seat

from toolkit.inspect.pdf import elements
from toolkit.render import sign
from toolkit.render.paper import FORMATS, size_of

ARABIC = """\
msgid ""
msgstr ""
"Language: ar\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "signs.desk.headline"
msgid "AI reads your form"
msgstr "آلة تقرأ نموذجك"

msgctxt "signs.desk.accessible_form.said_by"
msgid "The clerk reads it to you."
msgstr "يقرأها لك الموظف."
"""


def sheet_of(view, id="desk", languages=("en",)):
    """What the template is given for a sign."""
    return sign.sheet(view, next(each for each in view.deployment.signs if each.id == id), languages)


def files(view, setter, languages=("en",), id="desk"):
    """PDF and picture of a sign."""
    each = next(each for each in view.deployment.signs if each.id == id)
    return {file.path.rsplit(".", 1)[-1]: file for file in sign.write(view, each, languages, setter)}


def test_everything_stands_on_it_in_its_order(tmp_path):
    view, _ = seat(tmp_path)
    sheet = sheet_of(view)
    [voice] = sheet["voices"]
    assert voice["headline"] == "AI reads your form"
    assert voice["lead"] == "It saves you waiting."
    assert [(fact["title"], fact["text"]) for fact in voice["facts"]] == [
        ("Not recorded", "Your face and voice."),
        ("Kept 24 hours", "Your record stays."),
    ]
    assert voice["responsible"] == "City of Example is responsible"
    assert voice["ask"] == ["Ask at this desk", "Call 555\u00a00100"]
    assert voice["listen"] == "The clerk reads it to you. Call 555\u00a00101 to hear this sign."
    assert voice["status"] == "Example: nobody has verified this yet."
    assert sheet["address"] == "city.example/n/k7m2"
    assert sheet["code"]["alt"] == "Code that opens city.example/n/k7m2"


def test_type_is_as_large_as_the_distances_ask(tmp_path):
    """At 3 m a capital is 10 mm tall, at 1 m a third of that: 39 and 13 points in Inter."""
    view, _ = seat(tmp_path)
    sizes = sheet_of(view)["voices"][0]["sizes"]
    assert {name: round(size, 1) for name, size in sizes.items()} == {"band": 39.0, "text": 13.0, "small": 6.0}


def test_the_ada_profile_asks_for_larger_bands(tmp_path):
    view, _ = seat(tmp_path, ("code: k7m2,", "code: k7m2, profile: ada-703,"))
    assert round(sheet_of(view)["voices"][0]["sizes"]["band"], 1) == 110.3  # 28.3 mm at 3 m


def test_running_text_is_never_below_eight_points(tmp_path):
    view, _ = seat(tmp_path, ("code: k7m2,", "code: k7m2, reading_distance: 0.2, approach_distance: 0.5,"))
    sizes = sheet_of(view)["voices"][0]["sizes"]
    assert (sizes["text"], sizes["band"]) == (8.0, 8.0)


def test_a_missing_optional_part_makes_a_smaller_sign(tmp_path):
    """No address, no accessible form, no statements, no telephone."""
    view, setter = seat(
        tmp_path,
        ("notice_address: https://city.example\n", ""),
        (
            ", statements: [faces, kept-short],\n     accessible_form: {said_by: The clerk reads it to you., call: 555 0101}}",
            "}",
        ),
        ("    - {kind: telephone, value: 555 0100}\n", ""),
    )
    sheet = sheet_of(view)
    assert (sheet["code"], sheet["address"], sheet["voices"][0]["full"]) == (None, None, None)
    assert (sheet["voices"][0]["facts"], sheet["voices"][0]["listen"]) == ([], None)
    assert files(view, setter)["pdf"].data.startswith(b"%PDF")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_every_format_has_its_size_and_one_page(tmp_path, format, orientation):
    near = f"code: k7m2, format: {format}, orientation: {orientation}, approach_distance: 1, reading_distance: 0.4, scan_distance: 0.2,"
    view, setter = seat(tmp_path, ("code: k7m2,", near))
    with pikepdf.open(io.BytesIO(files(view, setter)["pdf"].data)) as pdf:
        assert len(pdf.pages) == 1
        width, height = (float(side) * 25.4 / 72 for side in pdf.pages[0].mediabox[2:])
    assert (round(width, 1), round(height, 1)) == size_of(format, orientation)


def test_a_tent_card_has_both_sides_on_one_sheet_and_is_read_once(tmp_path):
    view, setter = seat(
        tmp_path,
        (
            "code: k7m2,",
            "code: k7m2, format: A5, orientation: landscape, tent: true, approach_distance: 1.5, reading_distance: 0.6,",
        ),
    )
    with pikepdf.open(io.BytesIO(files(view, setter)["pdf"].data)) as pdf:
        width, height = (round(float(side) * 25.4 / 72) for side in pdf.pages[0].mediabox[2:])
        heads = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/H1"]
    assert (width, height, len(heads)) == (210, 296, 1)


def test_a_bleed_leaves_the_trimmed_size_and_room_for_marks(tmp_path):
    view, setter = seat(tmp_path, ("code: k7m2,", "code: k7m2, bleed: 3,"))
    with pikepdf.open(io.BytesIO(files(view, setter)["pdf"].data)) as pdf:
        trim = [round(float(side) * 25.4 / 72) for side in pdf.pages[0].trimbox]
        media = [round(float(side) * 25.4 / 72) for side in pdf.pages[0].mediabox]
    assert (trim, media) == ([8, 8, 218, 305], [0, 0, 226, 313])


def test_two_languages_stand_side_by_side_each_in_its_own_tag(tmp_path):
    (tmp_path / "deployments/desk/locale").mkdir(parents=True)
    (tmp_path / "deployments/desk/locale/ar.po").write_text(ARABIC, "utf-8")
    view, setter = seat(
        tmp_path, ("languages: [en, es]", "languages: [en, ar]"), ("code: k7m2,", "code: k7m2, format: A3,")
    )
    assert [voice["headline"] for voice in sheet_of(view, languages=("en", "ar"))["voices"]] == [
        "AI reads your form",
        "آلة تقرأ نموذجك",
    ]
    with pikepdf.open(io.BytesIO(files(view, setter, ("en", "ar"))["pdf"].data)) as pdf:
        said = {str(element.get("/Lang", "")) for element in elements(pdf.Root.StructTreeRoot)}
        assert (str(pdf.Root.Lang), "ar" in said) == ("en", True)


def test_numbers_and_addresses_in_arabic_are_isolated(tmp_path):
    (tmp_path / "deployments/desk/locale").mkdir(parents=True)
    (tmp_path / "deployments/desk/locale/ar.po").write_text(ARABIC, "utf-8")
    view, _ = seat(tmp_path, ("languages: [en, es]", "languages: [ar]"))
    [voice] = sheet_of(view, languages=("ar",))["voices"]
    assert "\u2066555\u00a00100\u2069" in voice["ask"][1]
    assert "\u2066555\u00a00101\u2069" in voice["listen"]


def test_a_phone_reads_the_code_from_its_distance_tilted_and_out_of_focus(tmp_path):
    view, setter = seat(tmp_path)
    fine = sign.picture(view, view.deployment.signs[0], ("en",), setter, ppi=254)
    photo = phone.photographed(fine, 254, 0.5, tilt=30, blur=2)
    assert phone.read(photo) == ["HTTPS://CITY.EXAMPLE/N/K7M2/"]


def test_the_code_is_a_tenth_of_its_distance_wide_without_its_quiet_zone(tmp_path):
    view, _ = seat(tmp_path)
    code = sheet_of(view)["code"]
    assert (code["bare"], code["modules"]) == (50.0, 25)
    assert round(code["width"], 2) == 66.0  # four light modules on each side


def test_the_picture_shows_the_band_in_the_accent_of_the_organisation(tmp_path):
    view, setter = seat(tmp_path)
    picture = Image.open(io.BytesIO(files(view, setter)["png"].data)).convert("RGB")
    assert picture.getpixel((3, 3)) == (0x0B, 0x4F, 0x6C)
    assert picture.getpixel((3, picture.height - 3)) == (0xE9, 0xF0, 0xF3)


def test_the_same_view_gives_the_same_bytes(tmp_path):
    view, setter = seat(tmp_path)
    again = seat(tmp_path / "again")
    assert [file.data for file in files(view, setter).values()] == [file.data for file in files(*again).values()]


def test_hostile_words_are_text(tmp_path):
    """Nothing that typst, JSON or PDF could read as markup does anything."""
    words = '#panic() $x$ *b* _i_ @r <l> \\\\ //c "q"'
    view, setter = seat(tmp_path, ("lead: It saves you waiting., statements: [f", f"lead: '{words}', statements: [f"))
    each = view.deployment.signs[0]
    assert sheet_of(view)["voices"][0]["lead"] == words
    assert [file.path for file in sign.write(view, each, ("en",), setter)] == [
        "notices/desk/sign-desk.en.pdf",
        "notices/desk/sign-desk.en.png",
    ]
