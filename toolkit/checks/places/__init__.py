"""Rules for places: one module per rule, a dict as the registry, errors by the status of the deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.places import (
    accessible_form,
    adoption,
    attested,
    choices,
    code_unique,
    consultation,
    contact,
    dead_link,
    duplicate_id,
    feedback_channels,
    feedback_tested,
    happened,
    in_force_review,
    in_force_study,
    languages,
    leftovers,
    legal_review,
    more_to_learn,
    not_collected_here,
    notices_kinds,
    original_and_extract_here,
    pilot_end,
    protected_place,
    public_space,
    readability_here,
    retention_here,
    retention_words,
    retired_service,
    secondary_use_here,
    sign_before_view,
    sign_content,
    sign_per_entrance,
    street_without_mask,
    tagging_choice,
    ten_items,
    tested_here,
    translation,
    translation_figures,
    translation_text,
    unknown_service_limits,
    unsafe_text,
    unwelcome_place,
)
from toolkit.checks.rule import Rule, table

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["PLACE_FIRM", "PLACE_RULES"]

PLACE_RULES: dict[str, Rule[PlaceView]] = table(
    unsafe_text,
    leftovers,
    readability_here,
    duplicate_id,
    dead_link,
    protected_place,
    street_without_mask,
    unwelcome_place,
    public_space,
    sign_before_view,
    sign_per_entrance,
    sign_content,
    code_unique,
    accessible_form,
    more_to_learn,
    unknown_service_limits,
    tagging_choice,
    languages,
    translation,
    translation_text,
    translation_figures,
    ten_items,
    not_collected_here,
    notices_kinds,
    original_and_extract_here,
    retention_here,
    retention_words,
    secondary_use_here,
    choices,
    contact,
    feedback_channels,
    feedback_tested,
    adoption,
    retired_service,
    pilot_end,
    happened,
    attested,
    in_force_review,
    in_force_study,
    tested_here,
    legal_review,
    consultation,
)
#: What cannot be accepted by those who answer for a place: where a camera looks, and what would be untrue, unsafe
#: or lead to another place.
PLACE_FIRM = frozenset(
    {
        attested.ID,
        code_unique.ID,
        happened.ID,
        protected_place.ID,
        retention_words.ID,
        street_without_mask.ID,
        translation_figures.ID,
        translation_text.ID,
        unsafe_text.ID,
    }
)
