"""Prohibitions from above."""

from __future__ import annotations

import pytest

CITY = """\
# services/organisation.yml
schema_version: "1.0"
name: City of Example
boilerplate: {what_is_a_note: A., binding_language: B., legal: C., not_legal_advice: D.}
defaults: {uses: {considerations: [{id: faces, stance: prohibited, use: Finding people., reason: The law.}]}}
# services/suites/city.yml
schema_version: "1.0"
id: city
name: City services
description: What the city runs.
# services/example/service.yml
extends: suites/city.yml
uses:
  considerations: [%s]
"""


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ("{id: other, stance: careful, use: A., reason: B.}", None),
        ("{id: faces, reason: The law and good manners.}", None),
        ("{id: faces, stance: avoid}", "`faces` is prohibited above this service and weaker here"),
        ("{id: faces, use: Finding lost dogs.}", "another use is put in the place of the prohibited `faces`"),
        ("{id: faces, remove: {reason: We like it.}}", "`faces` is prohibited above this service and removed here"),
    ],
)
def test_prohibited(own, message, said):
    """What the organisation prohibits is neither weakened, replaced nor removed, also across a suite."""
    assert said("prohibited-weakened", CITY % own) == ([message] if message else [])


def test_prohibition_weakened_by_a_suite(problems):
    """A suite cannot weaken it either; the finding points at the suite."""
    weaker = "description: What the city runs.\ndefaults: {uses: {considerations: [{id: faces, stance: avoid}]}}"
    fragment = CITY.replace("description: What the city runs.", weaker) % ""
    (found,) = problems("prohibited-weakened", fragment)
    assert (found.place.file, found.place.level) == ("services/suites/city.yml", "suite")


def test_place_of_removal(problems, tmp_path):
    """A removed prohibition is reported where it is removed."""
    (found,) = problems("prohibited-weakened", CITY % "{id: faces, remove: {reason: We like it.}}")
    lines = (tmp_path / found.place.file).read_text("utf-8").split("\n")
    assert '"id": "faces"' in lines[found.place.line]


def test_prohibition_removed_by_a_suite(said):
    """A suite cannot remove it for its services."""
    gone = "description: What the city runs.\ndefaults: {uses: {considerations: [{id: faces, remove: {reason: Old.}}]}}"
    fragment = CITY.replace("description: What the city runs.", gone) % ""
    assert said("prohibited-weakened", fragment) == ["`faces` is prohibited above this service and removed here"]
