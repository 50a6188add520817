"""Measuring to the end: killed halfway, on a cluster, and on real scans against an independent count."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import jiwer
import pytest
from projects import ROOT
from samples import ORGANISATION

from toolkit.evaluate.corpus import load_corpus, plain_folder
from toolkit.evaluate.engines import Engine
from toolkit.evaluate.facts import estimate
from toolkit.evaluate.facts_text import RATES
from toolkit.evaluate.machines import machines
from toolkit.evaluate.memo import Memo
from toolkit.evaluate.sweep import CLEAN, Bench, Condition, Grid, sweep
from toolkit.vision.readers import reader

SERVICE = """\
schema_version: "1.0"
identity: {id: reader, name: Reader}
summary: {purpose: It reads text.}
limitations:
  - {id: blurred, category: input_quality, condition: It is blurred., effect: It is missed., demo: {degradation: defocus}}
evaluation: {runs: [{id: pages, corpus: pages, engine: tesserocr, degradations: named}]}
"""
SCANS = os.environ.get("DISCLOSE_SCANS")


def project(root):
    """A project that measures the street signs of the shipped pages."""
    for name, text in {"services/organisation.yml": ORGANISATION, "services/reader/service.yml": SERVICE}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "pages").mkdir()
    shutil.copytree(ROOT / "corpora/pages/street-sign", root / "pages/street-sign")
    text = (ROOT / "corpora/pages/corpus.yml").read_text("utf-8")
    head, _, _ = text.partition("pictures:\n")
    (root / "pages/corpus.yml").write_text(
        f"{head}pictures: [{{files: '*/*.png', truth: hocr, languages: [en, ar]}}]\n"
    )
    return root


def command(root, workers):
    """`disclose evaluate` in *root*."""
    words = [sys.executable, "-m", "toolkit", "evaluate", "reader", "-C", root, "--today", "2026-11-20"]
    return [*words, "--workers", str(workers)]


def measured(root):
    """How many results are kept."""
    try:
        with sqlite3.connect(f"file:{root / '.disclose/measured.db'}?mode=ro", uri=True) as file:
            (count,) = file.execute("SELECT count(*) FROM measured").fetchone()
        file.close()
    except sqlite3.OperationalError:
        return 0
    return count


def evidence(root):
    """Every file of evidence by its name."""
    folder = root / "services/reader/evidence"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_killed_and_started_again(tmp_path):
    """Killed halfway three times and started again with another number of workers: the evidence of one run in peace,
    and nothing that was kept is measured again.
    """
    peaceful, killed = project(tmp_path / "peaceful"), project(tmp_path / "killed")
    subprocess.run(command(peaceful, 2), check=True, capture_output=True, timeout=600)
    kept = 0
    for workers in (1, 2, 1):
        running = subprocess.Popen(command(killed, workers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 120
        while measured(killed) < kept + 8 and running.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert measured(killed) >= kept + 8
        kept = measured(killed)
    assert kept < measured(peaceful)
    assert evidence(killed) == {}
    done = subprocess.run(command(killed, 2), check=True, capture_output=True, text=True, timeout=600)
    assert "files written" in done.stdout
    assert evidence(killed) == evidence(peaceful)
    assert len(evidence(peaceful)) > 10


def test_on_a_cluster(tmp_path):
    """A cluster of dask.distributed gives what processes of this machine give."""
    from distributed import LocalCluster

    items = load_corpus(ROOT / "corpora/pages").items[-8:]
    grid = Grid(Engine("tesserocr"), (CLEAN, Condition("jpeg", 5)))
    with Memo(tmp_path / "here.db") as memo, machines(2) as executor:
        here = sweep(items, grid, Bench(executor, memo, 2))
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50)
    with cluster:
        address = cluster.scheduler_address.removeprefix("tcp://")
        with Memo(tmp_path / "there.db") as memo, machines(2, f"dask://{address}") as executor:
            assert sweep(items, grid, Bench(executor, memo, 2)) == here


@pytest.mark.skipif(not SCANS, reason="no folder of scans is named in DISCLOSE_SCANS; the run of all proofs names one")
def test_real_scans_against_an_independent_count(tmp_path):
    """The library jiwer alone, over the same readings, gives the same error rates to four decimals."""
    folder = Path(SCANS or "")
    items = plain_folder(folder).items
    assert len(items) >= 28
    with Memo(tmp_path / "measured.db") as memo, machines(2) as executor:
        results = sweep(items, Grid(Engine("tesserocr"), (CLEAN,)), Bench(executor, memo, 2))
    found = [(item, results[item.id, CLEAN]) for item in items]
    ours = {id: estimate(found, RATES[id].part, 0) for id in ("cer", "wer")}
    engine = reader("tesserocr")
    there, read = [], []
    for path in sorted(folder.rglob("*.txt")):
        item = next(each for each in items if each.id == path.relative_to(folder).with_suffix("").as_posix())
        there.append(" ".join(unicodedata.normalize("NFC", path.read_text("utf-8")).split()))
        read.append(" ".join(unicodedata.normalize("NFC", engine.read(item.picture(), ("en",)).text).split()))
    assert ours["cer"] is not None
    assert ours["wer"] is not None
    assert round(ours["cer"].value, 4) == round(jiwer.cer(there, read), 4)
    assert round(ours["wer"].value, 4) == round(jiwer.wer(there, read), 4)
