"""Consent and questions are plain: school grade 10 at most, and no sentence over 30 words.

A hard question tests school, and not the notice. The formulas are those of the rule `readability`; each paragraph is
looked at by itself. Let a speaker look at the translations.

Pass:

    purpose: To find out whether the sign at the desk is understood by those who read it.

Fail:

    purpose: Determining comprehension of organisational transparency documentation among heterogeneous populations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.readability import hard
from toolkit.checks.readability_formulas import primary
from toolkit.checks.studies.statuses import NEVER
from toolkit.view.study import sentences

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-readability"
ERROR_IN = NEVER


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each text with a paragraph that is hard to read."""
    language = primary(view.language)
    for path, text in sentences(view.study):
        found = next((wrong for part in text.split("\n\n") if (wrong := hard(part, language))), None)
        if found:
            yield Problem(view.texts[path], *found)
