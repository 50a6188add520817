"""`disclose train`: what it prints and writes, and with what it leaves."""

from __future__ import annotations

import numpy as np
import pytest
import typer
from PIL import Image
from projects import ROOT
from typer.testing import CliRunner

from toolkit.cli_train import train
from toolkit.vision.classifier import ClassifierError, TrainingError

app = typer.Typer()
app.command("train")(train)
SURFACES = ROOT / "corpora" / "surfaces"


def run(*arguments):
    """What the command printed and the code it left with."""
    done = CliRunner().invoke(app, [*map(str, arguments), "--today", "2026-11-27"])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout.splitlines()


def test_surfaces(tmp_path):
    """The report says what was counted and what it is worth; the file is the one that is committed."""
    code, lines = run(SURFACES, "-o", tmp_path / "model.json", "--purpose", "demonstration")
    assert code == 0
    assert lines[1:3] == [
        "  for demonstration: To show how a small classifier learns and fails.",
        "  licence of the pictures: CC0 1.0, as the notes on each picture in scikit-image say",
    ]
    assert lines[3] == (
        "Counted: 96 tiles of 3 photographs, from halves that it did not learn from. "
        "Tiles repeat each other, so there is no interval."
    )
    assert lines[4:8] == [
        "  tag     precision        recall",
        "  brick   1.00 (32 of 32)  1.00 (32 of 32)",
        "  grass   1.00 (32 of 32)  1.00 (32 of 32)",
        "  gravel  1.00 (32 of 32)  1.00 (32 of 32)",
    ]
    assert lines[9:13] == [
        "          brick  grass  gravel",
        "  brick   32     0      0",
        "  grass   0      32     0",
        "  gravel  0      0      32",
    ]
    assert "4 warnings" in lines
    assert lines[-1] == f"wrote {tmp_path / 'model.json'} (18 kB)"
    committed = ROOT / "services" / "surface-classifier" / "model.json"
    assert (tmp_path / "model.json").read_bytes() == committed.read_bytes()


def test_other_use(tmp_path):
    """Another use is refused with those that are allowed, and nothing is written."""
    with pytest.raises(TrainingError) as caught:
        run(SURFACES, "-o", tmp_path / "model.json", "--purpose", "judging-roads")
    assert str(caught.value) == "surfaces may not be used for `judging-roads`"
    assert caught.value.help == "allowed are: demonstration (To show how a small classifier learns and fails.)"
    assert list(tmp_path.iterdir()) == []


def test_problems(write_tree):
    """Every problem of `training.yml` is printed with its line and a caret."""
    yaml = (SURFACES / "training.yml").read_text("utf-8")
    folder = write_tree({"training.yml": yaml.replace("sample: grass", "folder: grass")})
    code, lines = run(folder)
    assert code == 1
    assert lines[0] == f"{folder / 'training.yml'}:14:27: error[unknown-value] there is no folder `grass`"
    assert lines[1] == "     14 |   - {name: grass, folder: grass}"
    assert lines[2].endswith("^")
    assert lines[-1] == "1 error, 0 warnings"


def test_nowhere_to_write(tmp_path):
    """A file that cannot be written is told."""
    with pytest.raises(ClassifierError, match="cannot write"):
        run(SURFACES, "-o", tmp_path / "nowhere" / "model.json")


def test_photographs(tmp_path):
    """Own photographs are counted one by one, with an interval; the confused ones are named."""
    for tag, channel in (("red", 0), ("blue", 2)):
        (tmp_path / tag).mkdir()
        for number in range(3):
            noise = np.random.default_rng(number + 50 * channel).integers(0, 30, (30, 30, 3))
            noise[..., channel] += 200
            Image.fromarray(noise.astype(np.uint8)).save(tmp_path / tag / f"{number}.png")
    (tmp_path / "red" / "notes.txt").write_text("taken on a table")
    (tmp_path / "training.yml").write_text(
        "name: colours\nsource: Made for a test\nlicence: CC0 1.0\npeople_shown: false\n"
        "purposes:\n  - {id: trying, text: To try.}\n"
        "labels:\n  - {name: red, folder: red}\n  - {name: blue, folder: blue}\n"
    )
    code, lines = run(tmp_path)
    assert code == 0
    assert lines[3].startswith("Counted: 6 photographs, each held back once in 3 trainings.")
    assert lines[5] == "  red   1.00 (3 of 3, 0.44 to 1.00)  1.00 (3 of 3, 0.44 to 1.00)"
    assert "Calibration: not measured; it takes seven photographs of each tag" in lines
    assert "  not-a-picture: passed over: red/notes.txt" in lines
    assert not any(line.startswith("wrote") for line in lines)
