"""`python -m watched`: `disclose`, which tells on its error channel of every file that it opens to write.

A hook of the interpreter sees files too that have no name and are gone before anybody could look into their folder.
"""

from __future__ import annotations

import os
import sys
import tempfile

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
SAID = "opened to write: "


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """The hook: `open` has the path, the mode and the flags (docs.python.org/3/library/audit_events.html)."""
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & WRITING and path != os.devnull:
            os.write(2, f"{SAID}{path!r}\n".encode())


def main() -> None:
    """Watch, show that even a file without a name is seen, and start."""
    sys.addaudithook(watch)
    with tempfile.SpooledTemporaryFile(max_size=1) as file:
        file.write(b"seen")
    from toolkit.cli import main as start

    start()


if __name__ == "__main__":
    main()
