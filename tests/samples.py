"""Small files that tests start from."""

from __future__ import annotations

from toolkit.checks.reference import SMALLEST

MINIMAL = SMALLEST

ORGANISATION = """\
schema_version: "1.0"
name: City of Example
boilerplate:
  what_is_a_note: It says what a service does and where it fails.
  binding_language: The English text counts.
  legal: Find out which laws apply to your use.
  not_legal_advice: This is not legal advice.
"""

#: A suite with a source and two practices, and the start of a service that extends it.
SUITE = """\
# services/suites/city.yml
schema_version: "1.0"
id: city
name: City services
description: What the city runs.
defaults:
  sources: [{id: city-rules, title: Rules of the city, as_of: 2020-01-01}]
  practices:
    - {id: scan-well, stage: data, do: Scan well.}
    - {id: light, stage: data, do: Use light., source: city-rules}
# services/example/service.yml
extends: suites/city.yml
"""

#: A measurement of the limitation `a`, and a service with that limitation.
EVIDENCE = """\
# services/example/evidence/ink.json
{"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
 "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "limitation": "a", "date": "2026-05-01",
 "method": "trial with clerks"}
# services/example/service.yml
limitations: [{id: a, category: language, condition: 12 % are pale., effect: B.}]
"""

#: A retention of one day.
DAY = "kind: duration, value: 24, unit: hours"


def item(retention, more="", id="scan", name="Scan"):
    """A data item; *more* are further fields."""
    return f"{{id: {id}, name: {name}, category: personal, purpose: To read it., retention: {{{retention}}}{more}}}"


def data(*items):
    """A block of data items."""
    return f"data: {{items: [{', '.join(items)}]}}\n"


def documents(*rows):
    """Promised documents."""
    return f"identity: {{documents: [{', '.join(f'{{{row}}}' for row in rows)}]}}\n"
