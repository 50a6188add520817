"""Sixty damaged and hostile files: each gives pages or a sentence, and none leaves a trace."""

from __future__ import annotations

from hostile_pictures import File, bombs, mutants, strangers, two_in_one, watched

#: Bombs that cost the test little.
LIGHT = ("png-huge", "png-ztxt", "jpeg-huge", "tiff-huge", "tiff-loop", "tiff-many-strips", "bmp-huge", "webp-canvas",
         "pdf-deep", "pdf-huge-page", "pdf-tree-loop", "pdf-laughs-at-itself")  # fmt: skip


def test_sixty_files():
    """No error of the program, nothing written, sent or started, less than half a gigabyte, and soon."""
    files = [File(name, bombs()[name]) for name in LIGHT]
    files += [File(name, data) for name, data in (two_in_one() | strangers()).items()]
    files += mutants(60 - len(files), seed=1)
    assert len({file.name for file in files}) == 60
    done, memory = watched(files)
    assert {name: file.seen for name, file in done.items() if file.seen} == {}
    assert {name for name, file in done.items() if not file.whole} == set()
    assert max(file.seconds for file in done.values()) < 10
    assert memory < 512 * 1024
    assert {done[name].said for name in two_in_one()} == {"polyglot"}
    assert not any(isinstance(done[name].said, int) for name in strangers())
