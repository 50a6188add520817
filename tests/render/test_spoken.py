"""The script to read aloud: short enough, and everything in it can be said."""

from __future__ import annotations

import pytest
from notices import seen

from toolkit.render import spoken

LONG = (
    "statements:\n"
    + "".join(
        f"  - {{id: s{n}, item: retention, pictogram: cog, title: Kept for long, text: {'It stays here. ' * 12}}}\n"
        for n in range(9)
    )
    + "signs: [{id: x, notice: at-the-desk, place: On it., pictogram: cog, headline: AI reads, lead: It reads.,"
    f" statements: [{', '.join(f's{n}' for n in range(9))}]}}]"
)


def test_script_says_what_the_sign_says_and_how_to_ask(tmp_path):
    """State, headline, purpose, the statements, who answers, the number digit by digit, the address spelled."""
    assert spoken.script(seen(tmp_path).wording("en")) == [
        "Example: nobody has verified this yet.",
        "AI reads your form",
        "It saves you waiting.",
        "Not recorded: Your face and voice.",
        "Kept 24 hours: Your record stays.",
        "City of Example is responsible",
        "Ask at this desk",
        "Our telephone number is: 5 5 5, 0 1 0 0.",
        "You find the full notice at: city dot example slash n slash k 7 m 2.",
    ]


def test_long_statements_are_left_out_from_the_end(tmp_path):
    """However much there is to say, the script takes less than a minute and keeps the way to ask."""
    script = spoken.script(seen(tmp_path, LONG).wording("en"))

    assert spoken.seconds(script, "en") < 60
    assert 0 < sum(line.startswith("Kept for long") for line in script) < 9
    assert script[-1].startswith("You find the full notice at:")


def test_place_without_an_address_names_none(tmp_path):
    """Nothing is spelled that leads nowhere."""
    script = spoken.script(seen(tmp_path, "notice_address:").wording("en"))

    assert script[-1] == "Our telephone number is: 5 5 5, 0 1 0 0."


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a" * 588, "en", 60),
        ("a b. " * 294, "en", 60),
        ("字" * 170, "zh-Hans", 60),
        ("1 2 3 4", "en", 2),
        ("", "en", 0),
    ],
)
def test_seconds_count_letters_and_digits(text, language, expected):
    """Letters at two thirds of the measured speed of reading aloud, half a second a digit, nothing for the rest."""
    assert spoken.seconds([text], language) == pytest.approx(expected)


def test_file_tells_the_speaker_how_long_it_takes(tmp_path):
    """The first line is for whoever reads it out."""
    (english, _) = spoken.write(seen(tmp_path))

    assert english.path == "notices/desk/spoken.en.txt"
    assert english.data.decode().splitlines()[:3] == [
        "To be read aloud. It takes about 28 seconds.",
        "",
        "Example: nobody has verified this yet.",
    ]
