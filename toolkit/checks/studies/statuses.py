"""The statuses of studies in which a rule is an error; elsewhere it warns, so that a draft lists what is to decide."""

from __future__ import annotations

#: From the first draft on: nothing good comes of such a plan.
ALWAYS = frozenset({"draft", "open"})
#: Before the first person is asked.
OPEN = frozenset({"open"})
#: Never more than a warning.
NEVER: frozenset[str] = frozenset()
