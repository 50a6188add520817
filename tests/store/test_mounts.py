"""A folder on another machine is known by the list of what is mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.paths import Project
from toolkit.store.engine import StoreError, open_store
from toolkit.store.mounts import network

MOUNTS = """\
overlay / overlay rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda1 /home/local ext4 rw 0 0
//server/share /mnt/a\\040share cifs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/store.db", ""),
        ("/home/me/store.db", "nfs4"),
        ("/home/local/store.db", ""),
        ("/homes/store.db", ""),
        ("/mnt/a share/store.db", "cifs"),
    ],
)
def test_network(tmp_path, path, kind):
    """The innermost mount decides."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network(Path(path), mounts) == kind


def test_nobody_can_tell(tmp_path):
    """Where there is no list, nothing is refused."""
    assert network(Path("/home/me/store.db"), tmp_path / "none") == ""


def test_refused(tmp_path, monkeypatch):
    """SQLite is not opened there, and no file is made."""
    monkeypatch.setattr("toolkit.store.engine.network", lambda _: "nfs4")
    with pytest.raises(StoreError, match=r"^store\.db lies on a network file system \(nfs4\)"):
        open_store(None, Project(tmp_path))
    assert list(tmp_path.iterdir()) == []
