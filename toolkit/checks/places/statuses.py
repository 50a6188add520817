"""The statuses of deployments in which a rule is an error; elsewhere it warns, so that a notice lists its gaps."""

from __future__ import annotations

#: As long as anybody is told anything.
ALWAYS = frozenset({"example", "draft", "pilot", "in_force"})
#: As soon as others may take it for a pattern; a draft may wait.
BUT_DRAFT = ALWAYS - {"draft"}
#: Real people stand before it.
BINDING = frozenset({"pilot", "in_force"})
#: Nobody is told any more that it is a test.
IN_FORCE = frozenset({"in_force"})
#: Only while it is tested.
PILOT = frozenset({"pilot"})
#: Never more than a warning.
NEVER: frozenset[str] = frozenset()
