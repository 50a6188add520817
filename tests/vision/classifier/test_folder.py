"""`training.yml`: what it must say, where it is wrong, and which uses it refuses."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.vision.classifier import TrainingError
from toolkit.vision.classifier.folder import open_folder


def problems(folder):
    """Line, column, rule and sentence of everything that is wrong."""
    with pytest.raises(TrainingError) as caught:
        open_folder(folder)
    return [(each.place.line, each.place.column, each.rule, each.message) for each in caught.value.findings]


def test_good(make_folder):
    """Pictures are found by name; other files are passed over and told, hidden ones not."""
    folder = make_folder()
    (folder / "striped" / "notes.txt").write_text("later")
    (folder / "striped" / ".DS_Store").write_text("x")
    opened = open_folder(folder)
    assert [path.name for path in opened.files[0]] == [f"{n}.png" for n in range(5)]
    assert opened.passed_over == ("striped/notes.txt",)
    assert [each.name for each in opened.photographs()][:2] == ["striped/0.png", "striped/1.png"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("licence: CC0 1.0\n", "", (1, 1, "missing-key", "`licence` is missing in this training")),
        ("people_shown: false\n", "people_shown: true\n", (4, 15, "consent-missing", "people are shown, and nothing says that they agreed")),
        ("people_shown: false\n", "people_shown: no\n", (4, 15, "wrong-type", "`people_shown` should be true or false, not no")),
        ("people_shown: false\n", "people_shown: true\nconsent: {how: They signed.}\n", (5, 10, "missing-key", "`obtained_by` is missing in this consent")),
        ("folder: dotted", "folder: doted", (10, 28, "unknown-value", "there is no folder `doted`")),
        ("folder: dotted", "folder: ../..", (10, 28, "outside-project", "this folder lies outside of the training folder")),
        ("folder: dotted", "folder: striped", (10, 28, "duplicate-id", "the folder `striped` stands twice")),
        ("name: dotted", "name: striped", (10, 12, "duplicate-id", "the name `striped` stands twice")),
        ("folder: dotted", "sample: astronaut", (10, 28, "unknown-value", "`sample` cannot be astronaut")),
        ("  - {name: dotted, folder: dotted}\n", "", (9, 3, "wrong-value", "one label cannot be told from anything")),
        ("labels:\n", "mask: [[[0, 0], [2, 1]]]\nlabels:\n", (8, 18, "wrong-value", "`mask` is not right: input should be less than or equal to 1")),
        ("labels:\n", "mask: [[[0, 0]]]\nlabels:\n", (8, 8, "wrong-value", "`mask` is not right: a shape has two points or more")),
        ("labels:\n", "mask: [[[0, 0], [1, 1]]]\ntiles: {rows: 2, columns: 2}\nlabels:\n", (8, 7, "wrong-value", "a mask is for whole pictures of one camera, and tiles are parts of pictures")),
    ],
)  # fmt: skip
def test_wrong(make_folder, patterns_yaml, old, new, found):
    """Each problem has its line, its column and a sentence."""
    assert old in patterns_yaml
    assert problems(make_folder(patterns_yaml.replace(old, new))) == [found]


def test_no_keys(make_folder):
    """A file that holds a list, and a folder without the file."""
    folder = make_folder("- a\n")
    assert problems(folder) == [(1, 1, "wrong-type", "the file should hold keys, such as `name:`")]
    (folder / "training.yml").unlink()
    with pytest.raises(TrainingError, match=r"there is no training\.yml in"):
        open_folder(folder)


def test_empty_folder(make_folder):
    """A label without a picture."""
    assert problems(make_folder(dotted_ones=0)) == [(10, 28, "empty-value", "the folder `dotted` holds no pictures")]


def test_link_that_leads_away(make_folder, tmp_path):
    """A picture is not read from outside of the folder."""
    folder = make_folder()
    (tmp_path / "private.png").write_bytes((folder / "dotted" / "0.png").read_bytes())
    (folder / "dotted" / "9.png").symlink_to(tmp_path / "private.png")
    assert problems(folder) == [(10, 28, "outside-project", "`9.png` leads out of the training folder")]


def test_broken_picture(make_folder):
    """A file that only ends like a picture is named."""
    folder = make_folder()
    (folder / "dotted" / "3.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    with pytest.raises(TrainingError) as caught:
        list(open_folder(folder).photographs())
    assert "dotted/3.png" in str(caught.value)
    assert "take it out of the folder" in caught.value.help


def test_purposes(make_folder):
    """An allowed use by id or sentence; another is refused with those that are allowed."""
    opened = open_folder(make_folder())
    assert opened.purpose("trying").id == "trying"
    assert opened.purpose("To teach.").id == "teaching"
    with pytest.raises(TrainingError) as caught:
        opened.purpose("watching-staff")
    assert str(caught.value) == "patterns may not be used for `watching-staff`"
    assert caught.value.help == "allowed are: teaching (To teach.); trying (To try.)"
    with pytest.raises(TrainingError, match="the purpose is not named"):
        opened.purpose(None)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_text(make_folder, tmp_path, patterns_yaml, data):
    """Whatever the file says, there is an answer: a folder, or a sentence."""
    folder = tmp_path / "patterns"
    if not folder.exists():
        make_folder()
    lines = patterns_yaml.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(st.sampled_from(["", "- ", "  ", "mask: ", "labels: ", "tiles: ", "consent: "])) + data.draw(
        st.one_of(st.text(), st.sampled_from(["[]", "{}", "[[[0, 0], [1]]]", "{rows: -1}", "[[0]]", "~", "1e99"]))
    )
    (folder / "training.yml").write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    said = None
    try:
        opened = open_folder(folder)
    except TrainingError as error:
        said = str(error)
    assert said or len(opened.files) >= 2
