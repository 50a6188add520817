"""Both databases, for the tests that take part in a study."""

from __future__ import annotations

import pytest
from databases import file_store, store
from enquiries import studied

from toolkit.study.enquiry import Enquiry

__all__ = ["file_store", "store"]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A place with a study that is open."""
    return studied(tmp_path_factory.mktemp("place"))


@pytest.fixture
def enquiry(store, place):
    """Its study, with an empty database."""
    return Enquiry(store, place)
