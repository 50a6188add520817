"""Somebody at this place has verified each sentence on each sign, or a measurement backs it.

A sign in force proves itself: who looked, in which role, on which day, and how. An attestation names sentences by
their paths under `of:`: `statements.kept` for title and text of a statement, `signs.desk-sign.headline`,
`signs.desk-sign.lead`. A statement is backed by evidence where its `of:` names the measurement or the limitation that
it measures; simulated data backs nothing. Never name somebody who did not say so. Nobody can accept this, and an
attestation of something that readers are not told is always an error.

Pass:

    attestations:
      - of: [statements.kept, statements.checked, signs.desk-sign.headline, signs.desk-sign.lead]
        id: desk
        by: Head of the desk
        role: Runs the desk
        on: 2026-10-01
        how: Watched ten forms, and looked for the pictures a day later.

Fail:

    attestations: []
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import statements_of
from toolkit.checks.places.statuses import ALWAYS, IN_FORCE
from toolkit.checks.problem import Problem, hint
from toolkit.i18n import listing
from toolkit.model.evidence import Evidence
from toolkit.model.sign import Sign
from toolkit.view.told import message as told

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "attested"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each sign that says what nobody has verified, then attestations of nothing."""
    attested = {path for attestation in view.deployment.attestations for path in attestation.of}
    for index, sign in enumerate(view.deployment.signs):
        left = [name for name, paths in _sentences(view, sign) if not all(attested & _tops(path) for path in paths)]
        if left:
            message = f"nobody has verified what the sign `{sign.id}` says: {listing(left)}"
            advice = "let somebody here check it, and add to `attestations:` who, on which day and how"
            yield Problem(("signs", index), message, advice)
    known = {top for path in told(view.deployment) for top in _tops(path)}
    for index, attestation in enumerate(view.deployment.attestations):
        for number, path in enumerate(attestation.of):
            if path not in known:
                advice = hint(path, known, "name a sentence by its path, such as `statements.kept`")
                where = ("attestations", index, "of", number)
                yield Problem(where, f"readers are told nothing at `{path}`", advice, error_in=ALWAYS)


def measured(view: PlaceView) -> list[Evidence]:
    """What was measured of this place and of its services; nothing that is simulated."""
    of_services = [fact for service in view.services for fact in view.house.evidence.get(service.identity.id, ())]
    return [fact for fact in (*view.evidence, *of_services) if not fact.simulated]


def _sentences(view: PlaceView, sign: Sign) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What *sign* says and no measurement backs: each with its paths."""
    for name in (f"signs.{sign.id}.headline", f"signs.{sign.id}.lead"):
        yield name, (name,)
    backed = {name for fact in measured(view) for name in (fact.id, fact.limitation)}
    for statement in statements_of(view, sign):
        if not backed.intersection(statement.of):
            name = f"statements.{statement.id}"
            yield name, (f"{name}.title", f"{name}.text")


def _tops(path: str) -> set[str]:
    """*path*, and the records that it lies in; a whole list is more than anybody verifies at a stroke."""
    steps = path.split(".")
    return {path, *(".".join(steps[:end]) for end in range(2, len(steps)))}
