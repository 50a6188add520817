"""What was measured before."""

from __future__ import annotations

import pytest

from toolkit.errors import ProjectError
from toolkit.evaluate.memo import Memo


def test_it_remembers(tmp_path):
    """Results are there when the file is opened again; what was never measured is not."""
    with Memo(tmp_path / "a/measured.db") as memo:
        memo.put({"one": [1, [0.5, True]], "two": {"text": 0.25}})
    with Memo(tmp_path / "a/measured.db") as memo:
        assert memo.get(["one", "two", "three"]) == {"one": [1, [0.5, True]], "two": {"text": 0.25}}


def test_many_at_once(tmp_path):
    """More keys than one statement takes."""
    with Memo(tmp_path / "measured.db") as memo:
        memo.put({str(number): number for number in range(1_201)})
        assert memo.get(str(number) for number in range(1_201)) == {str(number): number for number in range(1_201)}


def test_a_file_that_is_none(tmp_path):
    """A file that is no memory is told with what to do."""
    (tmp_path / "measured.db").write_text("something else, long enough to be no database at all" * 20)
    with pytest.raises(ProjectError, match="cannot keep what was measured") as caught:
        Memo(tmp_path / "measured.db")
    assert caught.value.help == "delete the file, or make room on the disk"
