"""Whether a file lies on this machine: SQLite's log needs memory that all who use it share (sqlite.org/wal.html)."""

from __future__ import annotations

import os
from pathlib import Path

#: What Linux calls file systems that lie on another machine.
NETWORK = {"afs", "ceph", "cifs", "fuse.glusterfs", "fuse.sshfs", "glusterfs", "lustre", "nfs", "nfs4", "smb3", "smbfs"}
#: Where Linux lists what is mounted; elsewhere nothing can be told.
MOUNTS = Path("/proc/self/mounts")


def network(path: Path, mounts: Path = MOUNTS) -> str:
    """The kind of network file system that *path* lies on; empty where it lies on this machine or nobody can tell."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    real = Path(os.path.realpath(path))
    found = [line.split(" ") for line in lines if line.count(" ") >= 2]
    around = [(len(_plain(each[1])), each[2]) for each in found if real.is_relative_to(_plain(each[1]))]
    kind = max(around, key=lambda pair: pair[0])[1] if around else ""  # of two on one folder the later one is seen
    return kind if kind in NETWORK else ""


def _plain(folder: str) -> str:
    r"""A folder as it is called: the list writes a space as \040."""
    return folder.encode("latin-1", "backslashreplace").decode("unicode_escape")
