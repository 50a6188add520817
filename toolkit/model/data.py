"""What happens to data: items, retention, flows, places, controls, duties."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.model.base import Fact, Id, Ids, Name, Names, Plain, Record, Text

Unit = Literal["minutes", "hours", "days", "weeks", "months", "years"]


class Duration(Record):
    """A length of time."""

    value: int | float
    unit: Unit


class Retention(Fact):
    """How long something is kept."""

    kind: Literal["none", "duration", "until_event", "configurable", "customer_controlled"]
    value: int | float | None = None
    unit: Unit | None = None
    default: Duration | None = None
    """For `configurable`: what holds if nobody changes it."""
    starts: Text | None = None
    """From when the time counts."""
    event: Text | None = None
    """For `until_event`: what ends it."""
    condition: Text | None = None


class Sharing(Fact):
    """Somebody else who gets the data."""

    who: Name
    why: Text


class Control(Fact):
    """What the customer or the person can do about the data."""

    action: Literal["view", "export", "delete", "shorten", "opt_out"]
    how: Text
    by: Literal["customer", "person", "provider"] = "customer"
    latency: Text | None = None


class Encryption(Fact):
    """How data is protected on the way and at rest."""

    transit: Text | None = None
    rest: Text | None = None
    customer_key: bool | None = None


class DataItem(Fact):
    """One kind of data, from where it comes to when it goes."""

    id: Id
    name: Name
    category: Literal["ordinary", "personal", "sensitive", "health", "biometric"]
    purpose: Text
    retention: Retention | None = None
    form: Literal["original", "extract", "template", "model", "label", "log", "credential"] | None = None
    """`original`: what was handed in. `extract`: what was read out of it."""
    derived_from: Id | None = None
    collected_from: Name | None = None
    processed_at: Text | None = None
    stored_at: Text | None = None
    encryption: Encryption | None = None
    access: Names = ()
    trains_models: Literal["no", "customer_only", "yes"] | None = None
    secondary_use: Text | None = None
    """What else it is used for; the word `none` where there is nothing else."""
    recipients: tuple[Sharing, ...] = ()
    sharing_consent: Literal["explicit", "contract", "none_shared"] | None = None
    """On what ground it is shared."""
    controls: tuple[Control, ...] = ()


class Flow(Fact):
    """Data on its way from one place to another; `diagram_text` says it in words."""

    id: Id
    from_: Name = Field(alias="from")
    to: Name
    items: Ids
    place: Name | None = None
    diagram_text: Plain


class Geography(Fact):
    """Where data is processed."""

    default: Text
    exceptions: tuple[Text, ...] = ()


class Safeguard(Fact):
    """A security control, and who shares the work."""

    control: Text
    shared_with: Name | None = None


class Roles(Fact):
    """Who is who, in the words of data protection."""

    provider: Text | None = None
    customer: Text | None = None


class Duty(Fact):
    """Something the customer must do."""

    id: Id
    do: Text


class Statement(Fact):
    """A text that customers can hand to the people affected."""

    text_template: Plain
    variables: Names = ()


class Data(Record):
    """Everything about data."""

    roles: Roles | None = None
    items: tuple[DataItem, ...] = ()
    flows: tuple[Flow, ...] = ()
    geography: Geography | None = None
    security: tuple[Safeguard, ...] = ()
    customer_duties: tuple[Duty, ...] = ()
    privacy_recommendations: tuple[Duty, ...] = ()
    end_user_statement: Statement | None = None
