"""Whatever people change at places, and whichever they build alone in between, a build makes what a first one would."""

from __future__ import annotations

import random

import pytest
from desk import DESK
from projects import TODAY, contents, small, write

from toolkit.build import build

IDS = ("desk", "room", "hall")
STEPS = 7
#: The rule `unsafe-text` refuses the one, the loader the other.
FAULTS = {
    "check": ("You wait less.", "You <b>wait</b> less."),
    "load": ("status: example", "status: example\nnonsense: 1"),
}


class Draft:
    """A place that changes in the course of a project's life."""

    def __init__(self, number: int) -> None:
        self.id = IDS[number]
        self.code = f"k7m{number + 2}"
        self.headline, self.kept, self.language = "AI reads your form", "24 hours", "en"
        self.there, self.fault, self.service = True, "", "one"

    def change(self, chance: random.Random) -> None:
        """One of the things that people do."""
        what = chance.choice(["headline", "kept", "language", "there", "fault", "mend", "service"])
        if what == "headline":
            self.headline = chance.choice(["AI reads your form", "AI reads forms", "A machine reads here"])
        elif what == "kept":
            self.kept = chance.choice(["24 hours", "48 hours"])
        elif what == "language":
            self.language = chance.choice(["en", "es", "en, ar"])
        elif what == "there":
            self.there = not self.there
        elif what == "fault":
            self.fault = chance.choice(list(FAULTS))
        elif what == "mend":
            self.fault = ""
        else:
            self.service = chance.choice(["one", "two"])

    def write(self, root) -> None:
        path = root / f"deployments/{self.id}/deployment.yml"
        if not self.there:
            path.unlink(missing_ok=True)
            return
        text = DESK.replace("id: desk\nname: Front desk", f"id: {self.id}\nname: Our {self.id}", 1)
        text = text.replace("code: k7m2", f"code: {self.code}").replace("[en, es]", f"[{self.language}]")
        text = text.replace("headline: AI reads your form", f"headline: {self.headline}")
        text = text.replace("24 hours", self.kept).replace("value: 24,", f"value: {self.kept[:2]},")
        text = text.replace("services: [example]", f"services: [{self.service}]")
        text = text.replace("title: Kept 24", f"title: Kept {self.kept[:2]}")
        if self.fault:
            text = text.replace(*FAULTS[self.fault])
        write(root, f"deployments/{self.id}/deployment.yml", text)


def seen(project, drafts):
    """What is published. Behind the codes of a place that cannot be read stands what stood there before, which a first
    build cannot know.
    """
    unread = any(draft.there and draft.fault == "load" for draft in drafts)
    files = contents(project.docs)
    return {path: data for path, data in files.items() if not (unread and path.startswith(("n/", "N/")))}


@pytest.mark.parametrize("seed", range(3))
def test_places_that_live(tmp_path, seed):
    """The same files, findings and places kept back as a first build; and a second build does nothing."""
    chance = random.Random(seed)
    project, drafts = small(tmp_path / "old", "one", "two"), [Draft(number) for number in range(len(IDS))]
    for step in range(STEPS):
        for draft in drafts:
            if step and chance.random() < 0.6:
                draft.change(chance)
            draft.write(project.root)
        alone = chance.choice([draft for draft in drafts if draft.there] or [None])
        if alone and chance.random() < 0.4:
            build(project, TODAY, only=alone.id, site=False)
        report = build(project, TODAY, site=False)
        fresh = small(tmp_path / f"new-{step}", "one", "two")
        for draft in drafts:
            draft.write(fresh.root)
        first = build(fresh, TODAY, site=False)
        mine, theirs = seen(project, drafts), seen(fresh, drafts)
        assert {path for path in mine | theirs if mine.get(path) != theirs.get(path)} == set(), step
        assert (report.findings, report.refused, report.places) == (first.findings, first.refused, first.places), step
        assert build(project, TODAY, site=False).written == 0, step
