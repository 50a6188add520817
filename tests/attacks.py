"""An attack on published tables, and tables of few people to attack."""

from __future__ import annotations

import random

import numpy as np
from scipy.optimize import LinearConstraint, milp

from toolkit.study.count import Tally
from toolkit.study.publish import Shown


class Attack:
    """What somebody can work out who reads every published table, and knows that everybody was asked everything: an
    integer program over people of each sample, and how many of them were right about each point.
    """

    def __init__(self, found: Shown, points: dict) -> None:
        self.names = sorted({name for table in points.values() for name in table})
        self.points = list(points)
        possible = [LinearConstraint(self.row((name, None), minus=(name, p)), 0, np.inf) for name, p in self.cells()]
        totals = []
        for point, whole in (found.totals or {}).items():
            totals.append(self.told([(name, None) for name in self.names], whole.people))
            totals.append(self.told([(name, point) for name in self.names], whole.right))
        tables = []
        for name, figures in found.samples.items():
            for point, cells in figures.items():
                tables += [self.told([(name, None)], cells.people), self.told([(name, point)], cells.right)]
        self.all = [*possible, *totals, *tables]
        self.anyhow = [*possible, *totals]

    def cells(self):
        return [(name, point) for name in self.names for point in self.points]

    def row(self, *cells, minus=None):
        """A sum of cells; the point None is the people of a sample."""
        row = np.zeros(len(self.names) * (1 + len(self.points)))
        for name, point in cells:
            row[self._at(name, point)] = 1
        if minus:
            row[self._at(*minus)] = -1
        return row

    def _at(self, name, point):
        return self.names.index(name) * (1 + len(self.points)) + (1 + self.points.index(point) if point else 0)

    def told(self, cells, value):
        return LinearConstraint(self.row(*cells), value, value)

    def found(self, held):
        """Each figure of *held* that can be one number only, and that the totals alone do not give away."""
        figures = []
        for name in held:
            figures.append((name, "people", self.row((name, None))))
            figures += [(name, f"{point} right", self.row((name, point))) for point in self.points]
            figures += [(name, f"{p} wrong", self.row((name, None), minus=(name, p))) for p in self.points]
        known = [(name, what) for name, what, goal in figures if self._is_one(goal, self.all)]
        given = {(name, what) for name, what, goal in figures if self._is_one(goal, self.anyhow)}
        return [each for each in known if each not in given]

    def _is_one(self, goal, limits):
        ends = [
            milp(sign * goal, constraints=limits, integrality=np.ones(len(goal)), bounds=(0, 20)) for sign in (1, -1)
        ]
        return round(ends[0].fun) == round(-ends[1].fun)


def drawn(seed):
    """Counts of up to twenty people, each in one sample and right or not about each point."""
    chance = random.Random(seed)
    names = [(arm, "en") for arm in "abcd"[: chance.randint(2, 4)]]
    points = ["p", "q", "r"][: chance.randint(1, 3)]
    easy = {point: chance.choice([0.05, 0.5, 0.9, 1]) for point in points}
    weights = [chance.random() for _ in names]
    people = chance.choices(names, weights, k=chance.randint(8, 20))
    cells = {point: dict.fromkeys(names, Tally()) for point in points}
    for name in people:
        for point in points:
            had = cells[point][name]
            cells[point][name] = Tally(had.people + 1, had.right + (chance.random() < easy[point]))
    return cells
