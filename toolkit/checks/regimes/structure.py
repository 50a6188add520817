"""A place in, what its parts lack out: checks that need more than one path and no words.

The first line of each docstring says what holds where nothing is lacking, and is shown there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from toolkit.checks.regimes.gap import Gap
from toolkit.checks.regimes.signs import FIRST, first_layer
from toolkit.checks.regimes.wordings import WORDS
from toolkit.model.data import Retention

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

#: Length of each unit in years; months and years as people count them.
YEARS = {
    "minutes": 1 / 525_960,
    "hours": 1 / 8_766,
    "days": 1 / 365.25,
    "weeks": 7 / 365.25,
    "months": 1 / 12,
    "years": 1.0,
}
#: 740 ILCS 14/15(a): three years after the last time the person had to do with the organisation.
MOST_YEARS = 3
#: 2010 ADA Standards, 703.5: letters begin at least this high above the floor.
LEAST_METRES = 1.015


def first_layer_sign(view: PlaceView) -> Iterator[Gap]:
    """A sign tells people before a camera sees them."""
    if not first_layer(view):
        path = ("signs",) if view.deployment.signs else ("place", "cameras")
        advice = "add a sign whose notice is `kind: upfront`, or that names an entrance"
        yield Gap(path, "no sign tells people before a camera sees them", advice)


def sign_per_entrance(view: PlaceView) -> Iterator[Gap]:
    """Each entrance has a sign."""
    entrances = view.deployment.place.entrances
    if not entrances:
        advice = "list the ways in under `place.entrances`, and name them under `entrances:` of the signs"
        yield Gap(("place",), "no entrance is listed, so nobody can tell whether each has a sign", advice)
    told = {id for sign in view.deployment.signs for id in sign.entrances}
    for index, entrance in enumerate(entrances):
        if entrance.id not in told:
            advice = f"add `{entrance.id}` to `entrances:` of the sign that hangs there"
            yield Gap(("place", "entrances", index), f"no sign stands at the entrance `{entrance.id}`", advice)


def officer_reachable(view: PlaceView) -> Iterator[Gap]:
    """There is a number or an address of the person for data protection."""
    contact = view.deployment.controller.privacy_contact or ""
    if not any(character.isdigit() or character == "@" for character in contact):
        message = "nothing says how to reach the person for data protection"
        path = ("controller", "privacy_contact")
        yield Gap(path, message, "add a telephone number, an e-mail or a postal address", at_key=False)


def recipients_named(view: PlaceView) -> Iterator[Gap]:
    """Whoever gets shared data is named."""
    for index, item in enumerate(view.deployment.kept):
        if item.sharing_consent in {"explicit", "contract"} and not item.recipients:
            message = f"{item.name!r} is shared, but nothing says with whom"
            yield Gap(("kept", index), message, "add `recipients:` with `who:` and `why:`")


def biometric_within_three_years(view: PlaceView) -> Iterator[Gap]:
    """Biometric data is gone after three years at most."""
    for index, item in enumerate(view.deployment.kept):
        if item.category == "biometric" and not _ends_in_time(item.retention):
            message = f"{item.name!r} is biometric, and nothing says that it is gone after three years at most"
            advice = "give `retention:` a length of at most 3 years"
            yield Gap(("kept", index, "retention"), message, advice)


def _ends_in_time(kept: Retention | None) -> bool:
    if kept is None:
        return False
    if kept.kind == "none":
        return True
    length = kept.default if kept.kind == "configurable" else kept
    if length is None or length.value is None or length.unit is None:
        return False
    return length.value * YEARS[length.unit] <= MOST_YEARS


def baseline_height(view: PlaceView) -> Iterator[Gap]:
    """No sign begins less than 1.015 m above the floor."""
    for index, sign in enumerate(view.deployment.signs):
        if sign.profile == "ada-703" and sign.baseline_metres < LEAST_METRES:
            message = f"the sign `{sign.id}` hangs at {sign.baseline_metres} m, and 1.015 m is the least"
            path = ("signs", index, "baseline_metres")
            yield Gap(path, message, "hang it higher, and write the height in `baseline_metres:`", sign.id)


def children_told(view: PlaceView) -> Iterator[Gap]:
    """A notice is for children or their guardians."""
    if not any(notice.kind == "guardian" or notice.reading_level for notice in view.deployment.notices):
        advice = "add a notice of `kind: guardian`, or one with a `reading_level:` for children"
        yield Gap(("notices",), "no notice is in a form that children understand", advice)


def workers_told(view: PlaceView) -> Iterator[Gap]:
    """A notice is for the people who work there."""
    staff = {person.id for person in view.deployment.people if person.relation in {"staff", "operator"}}
    if not any(staff.intersection(notice.audience) for notice in view.deployment.notices):
        names = ", ".join(sorted(staff)) or "those with the relation `staff`"
        advice = f"add a notice whose `audience:` holds {names}"
        yield Gap(("notices",), "no notice is for the people who work there", advice)


def no_emotion_at_work(_view: PlaceView) -> Iterator[Gap]:
    """Never: where the conditions of its rule hold, no notice makes up for it."""
    message = "feelings are read where people work, and no notice makes that lawful"
    yield Gap(("law", "biometric"), message, "do not use it here; ask a lawyer about exceptions", at_key=False)


def not_in_terms(view: PlaceView) -> Iterator[Gap]:
    """A notice before use stands somewhere else than in terms, a policy, a manual or a menu (`placement`)."""
    language = view.house.organisation.language
    told = [(i, notice) for i, notice in enumerate(view.deployment.notices) if notice.kind in FIRST]
    hidden = [i for i, n in told if language in WORDS and WORDS[language].terms.search((n.placement or "").lower())]
    if hidden and len(hidden) == len(told):
        message = "people are told only where nobody looks: in terms, a policy, a manual or a menu"
        advice = "add a notice that people meet before it starts"
        yield Gap(("notices", hidden[0], "placement"), message, advice, at_key=False)


STRUCTURE: dict[str, Callable[[PlaceView], Iterator[Gap]]] = {
    check.__name__: check
    for check in (
        first_layer_sign,
        sign_per_entrance,
        officer_reachable,
        recipients_named,
        biometric_within_three_years,
        baseline_height,
        children_told,
        workers_told,
        no_emotion_at_work,
        not_in_terms,
    )
}
