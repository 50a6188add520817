"""What tests of pages share: they leave the process as they found it."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def _main_stays():
    """Streamlit puts its script in place of `__main__`; processes that later tests start would run it anew."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
