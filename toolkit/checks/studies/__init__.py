"""Rules for studies: one module per rule, a dict as the registry, errors by the status of the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.rule import Rule, table
from toolkit.checks.studies import (
    study_anonymous,
    study_answers,
    study_arms,
    study_awareness,
    study_consent,
    study_days,
    study_ids,
    study_items,
    study_people,
    study_points,
    study_readability,
    study_skips,
    study_traced,
    study_translation,
    study_waves,
    study_wording,
)

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

__all__ = ["STUDY_FIRM", "STUDY_RULES"]

STUDY_RULES: dict[str, Rule[StudyView]] = table(
    study_ids,
    study_traced,
    study_points,
    study_answers,
    study_wording,
    study_readability,
    study_skips,
    study_awareness,
    study_waves,
    study_consent,
    study_anonymous,
    study_people,
    study_days,
    study_items,
    study_arms,
    study_translation,
)
#: What nobody can accept for those who are asked: what they agree to must be true.
STUDY_FIRM = frozenset({study_anonymous.ID, study_consent.ID, study_days.ID, study_ids.ID})
