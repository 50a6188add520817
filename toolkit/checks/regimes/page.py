"""The shipped regimes in, their page in Markdown out: each rule with its clause, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit import i18n
from toolkit.checks.regimes.conditions import CONDITIONS
from toolkit.checks.regimes.judge import first_line
from toolkit.load.regimes import shipped_regimes
from toolkit.model.regime import Duty, Regime

INTRODUCTION = """\
---
title: Regimes
---

# Regimes

This is not legal advice. A regime is a law, a guidance or a standard, written down as rules that a program can look
at. A deployment names under `regimes:` those it is held against. The answer is never that a place complies: it is
which of these elements are present, which are missing, and which are not asked for, and because of what.

A rule was **seen** where its source itself was read, on the day given. It is **second-hand** where only somebody else's
account of it was read; such a rule warns and is never an error. What was read nowhere is not here. A seen rule that the
source makes a duty is an error in the statuses `pilot` and `in_force` from the day on which it applies; before that
day, and in other statuses, it warns. What is only recommended warns. After a year a warning asks to look again.

A rule that does not hold for a place is named there with the reason:

```yaml
exemptions:
  - rule: aia-50-1-interaction
    because: Nobody talks or writes with the system; a clerk uses it.
```

What no file can show, such as a promise not to sell data, is attested by the person who keeps it, under
`attestations:` with `of: regimes.il-bipa-15c`.

Texts are searched for words in English, German, Spanish and French; in other languages they are reported as not
checked. The lists of words are short, so a person still reads the text.

A project can add a regime, or change a rule, in `services/regimes/<id>.yml`.

| Regime | Where | Kind | Rules |
|---|---|---|---|
"""

LAYERS = {"sign": "sign", "notice": "full notice", "design": "form", "process": "what people do"}
KINDS = {"mandatory": "always", "recommended": "recommended", "scope": "asks for nothing"}
HEADER = "| Rule | What must be there | On | Asked for | Clause | Applies from | Read |\n|---|---|---|---|---|---|---|"


def page() -> str:
    """All shipped regimes and their rules, in Markdown."""
    known = shipped_regimes()
    return "\n\n".join([INTRODUCTION + _overview(known), *map(_section, known.values())]) + "\n"


def _overview(known: Mapping[str, Regime]) -> str:
    rows = [f"| [`{r.id}`](#{r.id}) {r.name} | {r.jurisdiction} | {r.kind} | {len(r.rules)} |" for r in known.values()]
    return "\n".join(rows)


def _section(regime: Regime) -> str:
    parts = [f"## `{regime.id}`", f"**[{regime.name}]({regime.url})**, {regime.jurisdiction}."]
    if regime.note:
        parts.append(regime.note)
    return "\n\n".join([*parts, "\n".join([HEADER, *map(_row, regime.rules)])])


def _row(duty: Duty) -> str:
    cells = (
        f"`{duty.id}`",
        " ".join(filter(None, (duty.says, duty.note))),
        i18n.listing([LAYERS[layer] for layer in duty.layer]),
        _asked_for(duty),
        f"[{duty.source.instrument}, {duty.source.locator}]({duty.source.url})",
        i18n.day(duty.applies_from) if duty.applies_from else "",
        _read(duty),
    )
    return f"| {' | '.join(cells)} |"


def _asked_for(duty: Duty) -> str:
    where = [first_line(CONDITIONS[name]) for name in duty.when]
    only = f"where {i18n.listing(where)}" if where else ""
    if duty.kind == "recommended":
        return ", ".join(filter(None, (KINDS["recommended"], only)))
    return only if duty.kind != "scope" and only else KINDS.get(duty.kind, "always")


def _read(duty: Duty) -> str:
    how = f"second-hand, from {duty.second_source}" if duty.second_source else "seen"
    return f"{how}, {i18n.day(duty.checked_on)}"
