"""The stylesheet with the organisation's accent, and its script."""

from __future__ import annotations

import re

from toolkit import palette
from toolkit.render import look
from toolkit.render.environment import Templates


def written(accent="#7A1FA2"):
    return {artefact.path: artefact.data.decode() for artefact in look.write(accent, Templates())}


def test_the_accent_is_in_it():
    """The accent and all colours that are computed from it stand in the stylesheet."""
    css = written()["assets/disclose.css"]
    found = palette.palette("#7A1FA2")
    assert [name for name, colour in found._asdict().items() if colour not in css] == []


def test_no_template_is_left():
    """Nothing of the template language remains, and every bracket is closed."""
    for text in written().values():
        assert "{{" not in text
        assert "{%" not in text
        assert text.count("{") == text.count("}")


def test_nothing_is_loaded_from_elsewhere():
    """Neither stylesheet nor script names another host."""
    for text in written().values():
        assert (
            re.findall(r"url\(|@import|https?://(?!www\.w3\.org/)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
            == []
        )


def test_same_accent_same_bytes():
    """The same accent, in either case, gives the same bytes."""
    assert written("#7a1fa2") == written("#7A1FA2")
