"""Somebody at this place has verified each sentence on each sign, or a measurement backs it.

A sign in force proves itself: who looked, in which role, on which day, and how. An attestation names sentences by
their paths under `of:`: `statements.kept` for title and text of a statement, `signs.desk-sign.headline`,
`signs.desk-sign.lead`. A statement is backed where evidence of this place measures it (`limitation:` names it, or
something in its `of:`); simulated data backs nothing. Never name somebody who did not say so. Nobody can accept this,
and an attestation of something that readers are not told is always an error.

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
from toolkit.model.sign import Sign
from toolkit.view.backing import measured
from toolkit.view.told import message as told

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "attested"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each sign that says what nobody has verified, then attestations of nothing."""
    attested = {path for attestation in view.deployment.attestations for path in attestation.of}
    for index, sign in enumerate(view.deployment.signs):
        unverified = [name for name, paths in _said(view, sign) if not all(attested & _tops(path) for path in paths)]
        left = [name for name in unverified if not measured(view, name)]
        if left:
            message = f"nobody has verified what the sign `{sign.id}` says: {listing(left)}"
            advice = "let somebody here check it, and add to `attestations:` who, on which day and how"
            yield Problem(("signs", index), message, advice, waits=True)
    known = {top for path in told(view.deployment) for top in _tops(path)}
    known |= {f"regimes.{duty.id}" for regime in view.regimes.values() for duty in regime.rules}
    for index, attestation in enumerate(view.deployment.attestations):
        for number, path in enumerate(attestation.of):
            if path not in known:
                advice = hint(path, known, "name a sentence by its path, such as `statements.kept`")
                where = ("attestations", index, "of", number)
                yield Problem(where, f"readers are told nothing at `{path}`", advice, error_in=ALWAYS)


def _said(view: PlaceView, sign: Sign) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What *sign* says: each part with the paths of its sentences."""
    for name in (f"signs.{sign.id}.headline", f"signs.{sign.id}.lead"):
        yield name, (name,)
    for statement in statements_of(view, sign):
        name = f"statements.{statement.id}"
        yield name, (f"{name}.title", f"{name}.text")


def _tops(path: str) -> set[str]:
    """*path*, and the records that it lies in; a whole list is more than anybody verifies at a stroke."""
    steps = path.split(".")
    return {path, *(".".join(steps[:end]) for end in range(2, len(steps)))}
