"""What a page may run."""

from __future__ import annotations

import pytest

from playground.server.policy import hashed, inline, policy

ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def test_hash():
    """The example of MDN's page about Content-Security-Policy hashes is hashed as browsers do."""
    assert hashed("alert(1)") == ALERT


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("<script>alert(1)</script>", ["alert(1)"]),
        ("<SCRIPT type=module>a\nb</SCRIPT>", ["a\nb"]),
        ('<script src="a.js"></script>', []),
        ('<script id="c" type="application/json">{}</script>', []),
        ("<p>no</p>", []),
    ],
)
def test_inline(page, codes):
    """Scripts in the page are found; files and data are none."""
    assert inline(page) == codes


def test_policy():
    """A page runs files of its server and what stood in it, never eval, and asks nobody else."""
    made = policy("<script>alert(1)</script><script>alert(1)</script>")
    parts = dict(part.split(" ", 1) for part in made.split("; "))
    assert parts["script-src"] == f"'self' {ALERT}"
    assert parts["default-src"] == "'none'"
    assert parts["connect-src"] == "'self' data:"
    assert parts["frame-ancestors"] == "'self'"
    assert parts["base-uri"] == "'none'"
    assert "unsafe-eval" not in made
    assert "http" not in made
    assert [name for name, value in parts.items() if "unsafe-inline" in value] == ["style-src"]
