"""`disclose adopt` and `disclose compare` as people type them."""

from __future__ import annotations

import json

import pytest
import typer
from projects import ROOT, small
from typer.testing import CliRunner

from toolkit.cli_catalogue import adopt, compare
from toolkit.errors import ProjectError, UsageError

app = typer.Typer()
app.command("adopt")(adopt)
app.command("compare")(compare)


def run(*arguments: str) -> str:
    """What a command prints; whatever is raised goes on."""
    return CliRunner().invoke(app, arguments, catch_exceptions=False).stdout


def test_adopt(tmp_path):
    """Files are named, what is there is left alone, and the last lines say what to do."""
    root = small(tmp_path, "example").root
    first = run("adopt", "qna-maker", "-C", str(root))
    assert "wrote services/qna-maker/service.yml\n" in first
    assert "left out links to services that are not here: language-question-answering\n" in first
    assert "next: name who answers for it" in first
    second = run("adopt", "language-question-answering", "-C", str(root))
    assert "there already, not touched: services/suites/language-family.yml\n" in second
    with pytest.raises(ProjectError, match="exists already"):
        run("adopt", "qna-maker", "-C", str(root))


def test_compare_as_a_table():
    """Differences, what is the same, and both names."""
    text = run("compare", "vision-ocr", "custom-vision", "-C", str(ROOT))
    assert text.index("What differs") < text.index("What is the same")
    assert "Custom Vision" in text


def test_compare_for_programs():
    """JSON and nothing else."""
    data = json.loads(run("compare", "vision-ocr", "custom-vision", "--format", "json", "-C", str(ROOT)))
    assert [service["id"] for service in data["services"]] == ["vision-ocr", "custom-vision"]
    assert data["rows"][0]["differs"] is True


def test_compare_as_a_page(tmp_path):
    """A Markdown page in the file that was named; a folder that is not there is an error."""
    file = tmp_path / "page.md"
    run("compare", "vision-ocr", "custom-vision", "--page", str(file), "-C", str(ROOT))
    assert file.read_text("utf-8").startswith("---\ntitle: ")
    with pytest.raises(ProjectError, match="cannot write"):
        run("compare", "vision-ocr", "custom-vision", "--page", str(tmp_path / "no/page.md"), "-C", str(ROOT))


@pytest.mark.parametrize(("one", "other"), [("vision-ocr", "vision-orc"), ("vision-ocr", "vision-ocr")])
def test_compare_what_is_not_there(one, other):
    """An unknown id, and a service with itself."""
    with pytest.raises(UsageError):
        run("compare", one, other, "-C", str(ROOT))
