"""Whether people understood: counts of answers in, shares with intervals and verdicts out. Pure functions, no store."""
