"""Our statistics against those of statsmodels, on tables that are drawn anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats import contingency_tables, inter_rater, proportion

from toolkit.study.agreement import fleiss, kappa
from toolkit.study.proportion import clopper_pearson, difference, wilson
from toolkit.study.tables import cochran_q, mcnemar

SHARES = st.integers(1, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
CELL = st.integers(0, 40)
TWO_BY_TWO = st.tuples(st.tuples(CELL, CELL), st.tuples(CELL, CELL))
CODES = st.integers(2, 4).flatmap(
    lambda size: st.lists(st.lists(CELL, min_size=size, max_size=size), min_size=size, max_size=size)
)
PEOPLE = st.integers(2, 4).flatmap(
    lambda times: st.lists(st.lists(st.integers(0, 1), min_size=times, max_size=times), min_size=2, max_size=20)
)
FEWER = settings(max_examples=50)


@FEWER
@given(SHARES)
def test_intervals(pair):
    """Wilson, and Clopper and Pearson."""
    count, of = pair
    assert wilson(count, of) == pytest.approx(proportion.proportion_confint(count, of, method="wilson"), abs=1e-9)
    assert clopper_pearson(count, of) == pytest.approx(proportion.proportion_confint(count, of, method="beta"))


@FEWER
@given(SHARES, SHARES)
def test_differences(one, other):
    """Newcombe."""
    theirs = proportion.confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    assert difference(one, other) == pytest.approx(theirs, abs=1e-9)


@FEWER
@given(TWO_BY_TWO)
def test_same_people_twice(table):
    """McNemar, exact and as a chi square; mid-p lies below the exact value by what is as likely as what was seen."""
    (_, lost), (won, _) = table
    assume(lost + won)
    ours = mcnemar(table)
    theirs = contingency_tables.mcnemar(np.array(table), exact=True)
    assert ours.exact == pytest.approx(min(1, theirs.pvalue))
    assert ours.statistic == pytest.approx(contingency_tables.mcnemar(table, exact=False, correction=False).statistic)
    assert ours.mid_p <= ours.exact


@FEWER
@given(PEOPLE)
def test_same_people_often(people):
    """Cochran's Q."""
    assume(any(len(set(row)) > 1 for row in people))
    theirs = contingency_tables.cochrans_q(np.array(people))
    found = cochran_q(people)
    assert (found.q, found.p) == (pytest.approx(theirs.statistic), pytest.approx(theirs.pvalue))


@FEWER
@given(CODES)
def test_two_coders(table):
    """Cohen's kappa with its standard error."""
    ours = kappa(table)
    assume(ours is not None)
    theirs = inter_rater.cohens_kappa(np.array(table))
    assert (ours.value, ours.error) == (
        pytest.approx(theirs.kappa, abs=1e-9),
        pytest.approx(theirs.std_kappa, abs=1e-6),
    )


@FEWER
@given(PEOPLE)
def test_many_coders(codings):
    """Fleiss' kappa, of answers that as many coders as there are columns took for right or wrong."""
    table = [[sum(row), len(row) - sum(row)] for row in codings]
    ours = fleiss(table)
    assume(ours is not None)
    assert ours == pytest.approx(inter_rater.fleiss_kappa(np.array(table)), abs=1e-9)
