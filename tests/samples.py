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
