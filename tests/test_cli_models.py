"""`disclose models`: what is shown before anything is taken, and how it ends."""

from __future__ import annotations

import pytest
import tiny_models
from tiny_models import MANIFEST
from typer.testing import CliRunner

from toolkit.cli_models import models
from toolkit.vision.download import DownloadError
from toolkit.vision.models import ModelError

OFFER = """\
Mean of each colour (tints)
  from:     {source}
  size:     0.0 MB
  licence:  CC0-1.0
  made by:  Made in a test.
  people:   Nobody; it learned from no pictures.
  limit:    It knows nothing but colours.
"""


@pytest.fixture
def root(tmp_path):
    """A project without models."""
    (tmp_path / "town" / "services").mkdir(parents=True)
    return tmp_path / "town"


@pytest.fixture
def weights(tmp_path):
    """A model on a shelf outside of it."""
    return tiny_models.put(tmp_path / "shelf", tiny_models.tints()) / "tints.onnx"


def run(root, *arguments, answer=""):
    """Exit code and what is printed."""
    result = CliRunner().invoke(models, [*arguments, "-C", str(root)], input=answer, catch_exceptions=False)
    return result.exit_code, result.stdout


def test_yes(root, weights):
    """The offer is shown even where nobody is asked."""
    shown = OFFER.format(source=weights)
    assert run(root, "add", str(weights), "--yes") == (0, f"{shown}added models/tints\n")
    assert (root / "models/tints/tints.onnx").is_file()
    assert run(root, "list") == (0, "tints: Mean of each colour, licence CC0-1.0\n")


@pytest.mark.parametrize(("answer", "taken"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_question(answer, taken, root, weights):
    """Only the explicit word takes it."""
    code, shown = run(root, "add", str(weights), answer=answer)
    assert code == 0
    assert shown.startswith(OFFER.format(source=weights) + "Take it? [y/N]:")
    assert shown.endswith("added models/tints\n" if taken else "nothing was added\n")
    assert (root / "models").exists() == taken


def test_nobody_answers(root, weights):
    """Where there is nobody to ask, nothing is taken."""
    assert run(root, "add", str(weights))[0] == 1
    assert not (root / "models").exists()


def test_findings(root, weights):
    """Every problem of a manifest, with the line it stands in."""
    broken = MANIFEST.replace("licence: CC0-1.0\n", "").replace("NCHW", "NCWH")
    tiny_models.put(weights.parent, tiny_models.tints(), broken)
    code, shown = run(root, "add", str(weights), "--yes")
    assert code == 1
    assert "tints.yml:1:1: error[missing-key] `licence` is missing" in shown
    assert "tints.yml:7:52: error[unknown-value] `layout` cannot be NCWH" in shown
    assert "2 errors, 0 warnings" in shown


def test_http(root, weights):
    """The command line fetches nothing over http, from this computer neither."""
    with pytest.raises(DownloadError, match="only https:// is"):
        run(root, "add", "http://127.0.0.1:9/tints.onnx", "--manifest", str(weights.with_suffix(".yml")), "--yes")


def test_no_manifest(root, tmp_path):
    """Weights without a manifest."""
    with pytest.raises(ModelError, match="needs a manifest"):
        run(root, "add", str(tmp_path / "bare.onnx"), "--yes")


def test_list(root, weights):
    """Nothing at first; a changed model is named, and the exit code is 1."""
    assert run(root, "list") == (0, "no model is here; `disclose models add` brings one\n")
    run(root, "add", str(weights), "--yes")
    (root / "models/tints/tints.onnx").write_bytes(b"other")
    code, shown = run(root, "list")
    assert code == 1
    assert shown.splitlines()[1].startswith("  cannot be used: tints.onnx of the model `tints` is not the file")
