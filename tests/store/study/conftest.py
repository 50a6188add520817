"""A study with its answers, in both databases."""

from __future__ import annotations

import pytest
from enquiries import studied

from toolkit.study.enquiry import Enquiry


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A place with a study that is open."""
    return studied(tmp_path_factory.mktemp("place"))


@pytest.fixture
def enquiry(store, place):
    """Its study, with an empty database."""
    return Enquiry(store, place)


@pytest.fixture
def file_enquiry(file_store, place):
    """Its study, with an empty SQLite database."""
    return Enquiry(file_store, place)
