"""A process of its own in which somebody opens a sample again and again: `python -m looking ADDRESS`.

It prints `ready` once it has seen the sample, looks until its input closes, then prints the seconds of each look.
"""

from __future__ import annotations

import json
import select
import sys
import time

from visitors import visitor

#: Seconds between two looks.
PAUSE = 0.1


def look(url: str) -> float:
    """Seconds in which somebody who comes anew has the sample with what was read in it."""
    began = time.monotonic()
    with visitor(url) as one:
        one.open("read")
    took = time.monotonic() - began
    assert "as either object or background" in one.text()
    return took


if __name__ == "__main__":
    look(sys.argv[1])
    print("ready", flush=True)
    took = []
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        took.append(look(sys.argv[1]))
    print(json.dumps(took))
