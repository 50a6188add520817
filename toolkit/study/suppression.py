"""Which counts of small groups may be shown beside their total, so that nobody can be worked out.

A count below the threshold is held back, and so are as many others, the smallest first, as it takes that the total less
what is shown does not give it away. Five is our choice; offices use 5 to 10.
"""

from __future__ import annotations

from collections.abc import Mapping

THRESHOLD = 5


def shown(counts: Mapping[str, int], threshold: int = THRESHOLD) -> dict[str, int | None]:
    """*counts* of groups that make up a total which is published; None is held back. That a group has nobody is no
    secret by itself, but it is held back first where it takes more to hide a small one.
    """
    small = {name for name, count in counts.items() if 0 < count < threshold}
    held = set(small)
    others = sorted((count, name) for name, count in counts.items() if name not in small)
    for _, name in others:
        if not _can_be_found(counts, held, threshold):
            break
        held.add(name)
    return {name: None if name in held else count for name, count in counts.items()}


def _can_be_found(counts: Mapping[str, int], held: set[str], threshold: int) -> bool:
    """Whether the total less what is shown says something of a small group: one group alone, or so few people in all
    the groups held back that they are a small group themselves.
    """
    return bool(held) and (len(held) == 1 or sum(counts[name] for name in held) < threshold)
