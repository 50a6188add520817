"""`disclose study new`, `check` and `plan`, as people type them."""

from __future__ import annotations

from desk import desk
from projects import disclose, write
from studies import STUDY


def test_from_a_draft_to_a_plan(tmp_path):
    """A study is drafted, checked and planned."""
    desk(tmp_path)
    made = disclose("study", "new", "desk", "--today", "2026-11-20", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[-1] == 'next: decide what is marked "Decide:"; disclose study check desk'
    checked = disclose("study", "check", "desk", "--today", "2026-11-20", cwd=tmp_path)
    assert checked.returncode == 0
    assert "study.yml:31:3: warning[study-people]" in checked.stdout
    assert checked.stdout.endswith("0 errors, 1 warning\n")
    assert disclose("study", "check", "desk", "--strict", "--today", "2026-11-20", cwd=tmp_path).returncode == 1
    planned = disclose("study", "plan", "desk", "--n", "8", cwd=tmp_path)
    assert planned.stdout.splitlines()[:2] == [
        "8 people, target 80 % (eu-leaflet)",
        "Below 10 people this is a trial, and not a study result.",
    ]
    again = disclose("study", "new", "desk", cwd=tmp_path)
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


def test_what_cannot_be_planned(tmp_path):
    """Bad input is told in a sentence."""
    desk(tmp_path)
    none = disclose("study", "plan", "desk", cwd=tmp_path)
    assert (none.returncode, none.stderr) == (
        2,
        "disclose: desk has no study\n  write one with `disclose study new desk`\n",
    )
    write(tmp_path, "deployments/desk/study.yml", STUDY.replace("share: 0.8", "share: 8"))
    broken = disclose("study", "plan", "desk", cwd=tmp_path)
    assert broken.returncode == 1
    assert "deployments/desk/study.yml:11:38: error[wrong-value]" in broken.stdout
    arms = "arms: [{id: one, exposure: {form: wall}}, {id: two, exposure: {form: wall}}]"
    write(tmp_path, "deployments/desk/study.yml", STUDY.replace("arms: [{id: sign, exposure: {form: wall}}]", arms))
    few = disclose("study", "plan", "desk", "--n", "1", cwd=tmp_path)
    assert (few.returncode, few.stderr) == (
        2,
        "disclose: 1 people cannot be spread over 2 arms\n  plan more people, or fewer arms\n",
    )
    wrong = disclose("study", "check", "dusk", cwd=tmp_path)
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "disclose: there is no service or deployment called 'dusk'\n  did you mean `desk`?\n",
    )
