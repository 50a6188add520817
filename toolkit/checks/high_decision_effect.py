"""Where a right, a benefit, health or a living hangs on a result, a named person decides and can undo it.

`decision_effect: high` therefore asks for four things under `oversight:`: `level: in_the_loop`, the role of the person
(`who:`), how that person overrules the result (`intervention:`), and how somebody affected gets a wrong result put
right (`correction_path:`).

Pass:

    uses:
      intended: [{id: benefits, title: Benefit forms, description: It reads claims., decision_effect: high}]
    oversight:
      level: in_the_loop
      who: The clerk who handles the claim
      intervention: The clerk can overwrite each field.
      correction_path: A claimant can ask for the form to be read again by a person.

Fail:

    uses:
      intended: [{id: benefits, title: Benefit forms, description: It reads claims., decision_effect: high}]
    oversight:
      level: after_the_fact
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.view import View

ID = "high-decision-effect"
ERROR_IN = ALWAYS
NEEDED = {
    "who": "nothing says which person decides",
    "intervention": "nothing says how a person overrules it",
    "correction_path": "nothing says how a wrong result is put right",
}


def check(view: View) -> Iterator[Problem]:
    """What oversight lacks; said of the first use with a high effect."""
    uses = view.service.uses.intended
    index = next((index for index, use in enumerate(uses) if use.decision_effect == "high"), None)
    if index is None:
        return
    oversight, what = view.service.oversight, f"much hangs on `{uses[index].id}` for a person, but"
    if oversight is None:
        advice = "add `oversight:` with level, who, intervention and correction_path"
        yield Problem(("uses", "intended", index, "decision_effect"), f"{what} nothing says who watches", advice)
        return
    if oversight.level != "in_the_loop":
        advice = "write `level: in_the_loop`, or delete the use"
        yield Problem(("oversight", "level"), f"{what} no person decides each time", advice)
    for field, sentence in NEEDED.items():
        if not getattr(oversight, field):
            yield Problem(("oversight", field), f"{what} {sentence}", f"add `{field}:` to `oversight:`")
