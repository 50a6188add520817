"""What a PDF says of itself."""

from __future__ import annotations

import pikepdf
import pytest
from desk import labelled

from toolkit.errors import UsageError
from toolkit.label import Label, read_label


@pytest.mark.parametrize(
    ("keywords", "label"),
    [
        ("disclose:k7m2:9f31ab20", Label("k7m2", "9f31ab20")),
        ("sign, disclose:k7m2b:9f31ab20, library", Label("k7m2b", "9f31ab20")),
        ("disclose:K7M2:9f31ab20", None),
        ("disclose:k0m2:9f31ab20", None),
        ("disclose:k7m2:9f3", None),
        ("disclose:k7m2", None),
        ("", None),
        (None, None),
    ],
)
def test_labels(tmp_path, keywords, label):
    """Code and short hash stand among the keywords; anything else is no label."""
    assert read_label(labelled(tmp_path / "sign.pdf", keywords)) == label


def test_a_locked_pdf(tmp_path):
    """A PDF that asks for a password is told."""
    path = labelled(tmp_path / "sign.pdf", "disclose:k7m2:9f31ab20")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UsageError, match="cannot be read as a PDF"):
        read_label(path)


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"<<" * 5000])
def test_no_pdf(tmp_path, data):
    """A file that is no PDF is told, whatever it holds."""
    path = tmp_path / "sign.pdf"
    path.write_bytes(data)
    with pytest.raises(UsageError, match="cannot be read as a PDF"):
        read_label(path)


def test_a_large_file(tmp_path):
    """A file of more than 50 MB is not looked into."""
    path = tmp_path / "sign.pdf"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(UsageError, match="larger than 50 MB"):
        read_label(path)
