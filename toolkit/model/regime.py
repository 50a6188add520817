"""A regime: what a law, a guidance or a standard asks a notice to hold, as data that was read and dated."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from toolkit.model.base import Address, Day, Id, Name, Record, Text

Layer = Literal["sign", "notice", "design", "process"]
#: Facts of a place that decide whether a rule is asked for; `toolkit/checks/regimes/conditions.py` says when.
Condition = Literal[
    "personal_data",
    "biometric",
    "emotion_or_categorisation",
    "emotion",
    "legitimate_interest",
    "consent",
    "required_by_law_or_contract",
    "transfers",
    "privacy_officer",
    "recipients",
    "children",
    "interacts",
    "synthetic",
    "article_50",
    "automated_decision",
    "decision_about_people",
    "high_risk",
    "sound",
    "workers",
    "observation_device",
    "cameras_see_people",
    "entrances",
    "signs",
    "profile_ada",
    "profile_din",
    "in_use_since_2026_08_02",
    "in_use_before_2026_08_02",
]
#: What a sign can carry; `toolkit/checks/regimes/signs.py` says when it does.
SignElement = Literal["controller", "contact", "privacy_contact", "purpose", "retention", "not_collected", "link"]
#: What cannot be told from a path alone: `structure.py` and `texts.py` in `toolkit/checks/regimes`.
CheckName = Literal[
    "baseline_height",
    "biometric_within_three_years",
    "children_told",
    "first_layer_sign",
    "more_than_a_word",
    "names_biometric",
    "names_generated",
    "names_interest",
    "names_machine",
    "names_rights",
    "names_safeguard",
    "no_emotion_at_work",
    "not_in_terms",
    "officer_reachable",
    "recipients_named",
    "sign_per_entrance",
    "specific_purpose",
    "workers_told",
]
#: Keys of a deployment, parted by dots: `law.authority`. A star is each record of a list: `kept.*.retention`. In a list
#: of choices a step is one of them, `law.rights.erasure`; in a list of records it is a kind, `notices.upfront`. Where
#: several paths stand with `|` between them, one is enough.
FieldPath = Annotated[str, StringConstraints(pattern=r"^[a-z_*]+([.|][a-z_*]+)*$", max_length=200)]


class Clause(Record):
    """Where a rule stands."""

    instrument: Name
    locator: Name
    """Article, section or paragraph."""
    url: Address


class Duty(Record):
    """One thing that must be there, and where it is asked for."""

    id: Id
    layer: Annotated[tuple[Layer, ...], Field(min_length=1)]
    kind: Literal["mandatory", "conditional", "recommended", "scope"]
    """`scope` says what falls in or out, and asks for nothing."""
    when: tuple[Condition, ...] = ()
    """All must hold; always asked for where there are none."""
    requires: tuple[FieldPath, ...] = ()
    on_sign: tuple[SignElement, ...] = ()
    check: CheckName | None = None
    says: Text
    """What must be there, in our own words."""
    source: Clause
    applies_from: Day | None = None
    status: Literal["seen", "2nd"]
    """`seen`: read in the source itself. `2nd`: read in what somebody else says of it; such a rule only warns."""
    second_source: Text | None = None
    """For `2nd`: who says so."""
    checked_on: Day
    note: Text | None = None

    @model_validator(mode="after")
    def _second_source_is_named(self) -> Self:
        if (self.status == "2nd") != (self.second_source is not None):
            raise ValueError("`second_source` goes with `status: 2nd`, and `status: 2nd` needs it")
        return self

    @model_validator(mode="after")
    def _layers_fit(self) -> Self:
        if self.on_sign and "sign" not in self.layer:
            raise ValueError("`on_sign` needs the layer `sign`")
        if self.requires and not set(self.layer) - {"sign"}:
            raise ValueError("`requires` is looked at in the notice, so it needs another layer than `sign`")
        return self


class Regime(Record):
    """A law, a guidance or a standard, with the rules that can be looked at in a deployment."""

    schema_version: Literal["1.0"] = "1.0"
    id: Id
    name: Name
    jurisdiction: Name
    url: Address
    kind: Literal["law", "guidance", "standard"]
    note: Text | None = None
    rules: tuple[Duty, ...]
