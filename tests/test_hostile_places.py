"""Places with hostile or broken input, by the command line: a finding with what to do, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
from desk import desk
from PIL import Image
from projects import contents, disclose, write
from seats import seat

from toolkit import fonts, places
from toolkit.errors import ProjectError
from toolkit.inspect.sign import named
from toolkit.render import sign
from toolkit.typeset import TypesetError

DAY = ("--today", "2026-11-20")
LEAD = "lead: It saves you waiting., statements: [f"


def check(root: Path) -> subprocess.CompletedProcess[str]:
    return disclose("check", "--only", "desk", *DAY, cwd=root)


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ('#panic("no")', "sign.typ:1:1: panicked with: no"),
        ("#let x = ", "sign.typ:1:8: expected expression"),
        ('#import "nothing.typ": *', "sign.typ:1:8: file not found"),
        ("Hello", "sign.typ: it does not say how its texts fit"),
        ("#metadata(3) <fact>", "sign.typ: it does not say how its texts fit"),
    ],
)
def test_the_fault_of_a_template_is_a_finding_with_its_line(tmp_path, template, fault):
    desk(tmp_path)
    write(tmp_path, "templates/sign/sign.typ", template)
    done = check(tmp_path)
    assert done.returncode == 1
    assert fault in done.stdout
    assert "error[typeset]" in done.stdout
    assert "mend the file in templates/sign/, or delete it there" in done.stdout
    assert done.stderr == ""


def test_a_template_that_cannot_be_printed_keeps_the_place_back_and_nothing_else(tmp_path):
    desk(tmp_path)
    write(tmp_path, "templates/sign/briefing-card.typ", '#panic("no")')
    done = disclose("build", "--no-site", *DAY, cwd=tmp_path)
    assert done.returncode == 1
    assert "briefing-card.typ:1:1: panicked with: no" in done.stdout
    assert "kept back because of errors: desk" in done.stderr
    made = contents(tmp_path / "docs")
    assert "notes/example/transparency-note.md" in made
    assert "n/k7m2/index.html" in made
    assert not any(name.startswith("notices/desk/") for name in made)


def test_a_letter_that_no_rule_looked_at_is_told_with_the_template(tmp_path):
    view, setter = seat(tmp_path)
    data, _ = sign.fitted(view, view.deployment.signs[0], ("en",), setter)
    data["steps"] = {"band": 0, "text": 0, "foot": 0}
    data["small"] = "\N{PARTY POPPER}"
    with pytest.raises(TypesetError, match=r"sign\.typ: PDF/UA-1 error: the text .* could not be displayed"):
        setter.pdf("sign.typ", data)


def test_what_was_found_out_before_is_found_out_again_where_it_is_no_answer(tmp_path):
    view, setter = seat(tmp_path)
    first = view.deployment.signs[0]
    _, fit = sign.fitted(view, first, ("en",), setter)
    setter.remember()
    memory = tmp_path / ".disclose/fits.json"
    memory.write_text(json.dumps(dict.fromkeys(json.loads(memory.read_text("utf-8")), 5)), "utf-8")
    again, setter = seat(tmp_path)
    assert sign.fitted(again, first, ("en",), setter)[1] == fit


@pytest.fixture
def typefaces(monkeypatch, tmp_path):
    """The only folder in which typefaces are looked for, with a link to the regular weight of Inter."""
    [inter] = [path for path in fonts.paths([fonts.LATIN]) if path.name == "Inter-Regular.otf"]
    there = tmp_path / "typefaces"
    there.mkdir()
    (there / inter.name).symlink_to(inter)
    monkeypatch.setattr(fonts, "FOLDERS", (str(there),))
    for name in ("_installed", "_font", "_letters", "height_ratio"):  # what was found elsewhere is known no more
        monkeypatch.setattr(fonts, name, lru_cache(getattr(fonts, name).__wrapped__))
    return there


@pytest.mark.parametrize("whole", [False, True])
def test_a_typeface_that_is_missing_in_part_or_whole_is_named_with_its_package(tmp_path, typefaces, whole):
    if whole:
        (typefaces / "Inter-Regular.otf").unlink()
    view, setter = seat(tmp_path / "project")
    findings = [found for found in places.examine(view, setter) if found.rule in {"sign-letters", "handout-letters"}]
    assert {found.help for found in findings} == {"apt install fonts-inter, or `make system`"}
    assert {found.message for found in findings} >= {
        "the typeface Inter for 'en' is not installed",
        "the typeface Inter for 'es' is not installed",
        "the leaflet in en: the typeface Inter is not installed",
        "the leaflet in es: the typeface Inter is not installed",
    }


def test_a_broken_typeface_is_named(typefaces):
    (typefaces / "Inter-Regular.otf").unlink()
    (typefaces / "Inter-Regular.otf").write_bytes(b"no typeface")
    with pytest.raises(ProjectError, match=r"Inter-Regular\.otf cannot be read") as caught:
        fonts.height_ratio(fonts.LATIN)
    assert caught.value.help == "apt reinstall fonts-inter"


def test_a_sign_is_set_where_no_memory_can_be_kept(tmp_path):
    desk(tmp_path)
    (tmp_path / ".disclose").write_text("a file where a folder is looked for", "utf-8")
    done = disclose("sign", "desk", "desk", "--lang", "en", "-o", "sign.pdf", *DAY, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "wrote sign.pdf\n", "")
    built = disclose("build", "--no-site", *DAY, cwd=tmp_path)
    assert built.returncode == 2
    assert built.stderr.startswith(f"disclose: cannot write {tmp_path}/.disclose")


def test_a_pipe_in_place_of_a_translation_stops_nobody(tmp_path):
    desk(tmp_path)
    path = tmp_path / "deployments/desk/locale/es.po"
    path.parent.mkdir()
    os.mkfifo(path)
    done = check(tmp_path)
    assert done.returncode == 1
    assert "es.po:1:1: error[unreadable-file] cannot read the file: it is a folder, a device" in done.stdout


def test_a_broken_translation_is_told_when_a_sign_is_set(tmp_path):
    desk(tmp_path)
    write(tmp_path, "deployments/desk/locale/es.po", 'msgid "a')
    done = disclose("sign", "desk", "desk", "--lang", "es", "-o", "sign.pdf", *DAY, cwd=tmp_path)
    assert done.returncode == 1
    assert "deployments/desk/locale/es.po:1:1: error[po-syntax]" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("languages: [en, es]", "languages: []", "error[empty-value] `languages` is empty"),
        ("https://city.example", "mailto:ask@city.example", "the address of a site starts with https:// or http://"),
        ("https://city.example", "https://city.example/?place=desk", "and holds no question mark or #"),
        ("title: Not recorded", f"title: {'word ' * 50}", "error[too-long] `title` is longer than 200 characters"),
        ("file-eye-outline, code", f"{'—' * 150}, code", "error[sign-content] there is no pictogram called"),
        (
            "code: k7m2,",
            "code: k7m2, scan_distance: 2,",
            "a code to be scanned from 2 m is 264 mm wide, and the sheet 210 mm",
        ),
        (
            "https://city.example",
            "https://city.example/\N{PARTY POPPER}",
            "Inter cannot show \N{PARTY POPPER} (U+1F389)",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tmp_path, old, new, told):
    desk(tmp_path, (old, new))
    done = check(tmp_path)
    assert done.returncode == 1
    assert told in done.stdout
    assert done.stderr == ""


def test_a_language_without_typeface_is_told_once_and_at_the_languages(tmp_path):
    desk(tmp_path, ("[en, es]", "[en, th]"))
    done = check(tmp_path)
    assert "deployment.yml:51:17: error[languages] there is no typeface here for the script of 'th'" in done.stdout
    assert "handout-letters" not in done.stdout


def test_a_long_word_keeps_the_type_so_small_that_it_stays_in_its_column(tmp_path):
    """At the least size of type it fits; type that grows only by height would carry it out of the sheet."""
    near = "code: k7m2, format: A6, approach_distance: 0.5, reading_distance: 0.3, scan_distance: 0.2,"
    long = "Kraftfahrzeughaftpflichtversicherungsgesellschaft"
    short, setter = seat(tmp_path / "short", ("code: k7m2,", near))
    grown = sign.fitted(short, short.deployment.signs[0], ("en",), setter, grow=True)[1]
    view, setter = seat(tmp_path / "long", ("code: k7m2,", near), (LEAD, f"lead: {long} reads it., statements: [f"))
    held = sign.fitted(view, view.deployment.signs[0], ("en",), setter, grow=True)[1]
    assert held.good
    assert held.steps["text"] < grown.steps["text"]


def test_a_latin_word_between_han_characters_is_measured(tmp_path):
    view, setter = seat(tmp_path, ("name: City of Example", f"name: {'N' * 100}"), ("[en, es]", "[zh-Hans]"))
    fit = sign.fitted(view, view.deployment.signs[0], ("zh-Hans",), setter)[1]
    assert [word["text"] for word in fit.wide] == ["N" * 100]


def printed(root: Path, *extra: str) -> Image.Image:
    """The desk's sign on A6 with a bleed, drawn from its PDF with five dots a millimetre."""
    near = "format: A6, approach_distance: 0.5, reading_distance: 0.3, scan_distance: 0.2,"
    view, setter = seat(root, ("code: k7m2,", " ".join(["code: k7m2,", near, *extra])))
    made = next(sign.write(view, view.deployment.signs[0], ("en",), setter))
    (root / "sign.pdf").write_bytes(made.data)
    command = ["pdftoppm", "-r", "127", "-gray", "-singlefile", "sign.pdf", "sign"]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    with Image.open(root / "sign.pgm") as drawn:
        return drawn.copy()


def darkest(picture: Image.Image, x: float, y: float) -> int:
    """How dark it is within a millimetre of a place in millimetres; 255 is white."""
    left, top = round(5 * x), round(5 * y)
    return min(picture.crop((left - 5, top - 5, left + 5, top + 5)).tobytes())


def test_crop_marks_stand_at_the_corners_outside_the_bleed(tmp_path):
    """With 3 mm of bleed and 5 mm for the marks, A6 is cut 8 mm inside the edge."""
    picture = printed(tmp_path, "bleed: 3,")
    assert picture.size == (606, 821)
    upright = [(x, y) for x in (8, 113) for y in (2.5, 161.5)]
    level = [(x, y) for x in (2.5, 118.5) for y in (8, 156)]
    assert [place for place in upright + level if darkest(picture, *place) > 230] == []
    assert [darkest(picture, *place) for place in ((2.5, 2.5), (60, 2.5), (2.5, 80), (118.5, 80))] == [255] * 4


def test_no_bleed_of_a_tent_covers_the_headline_of_its_other_side(tmp_path):
    """Both sides meet at the fold, one upside down; their bands are as light as each other."""
    picture = printed(tmp_path, "bleed: 10, tent: true,")
    fold = picture.height // 2
    light = [
        sum(dot > 200 for dot in picture.crop((80, top, picture.width - 80, top + 60)).tobytes())
        for top in (fold - 60, fold)
    ]
    assert light[0] > 500
    assert light[0] == pytest.approx(light[1], rel=0.05)


def test_a_word_is_named_by_its_beginning_and_without_steering_marks():
    assert named("\u2068word\u00a0word\u2069") == "word word"
    assert named("a" * 101) == f"{'a' * 100}..."
