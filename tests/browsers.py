"""The system's Chromium."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_here() -> str:
    """Where it is. AssertionError where there is none."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine; `make system` installs it"
    return path
