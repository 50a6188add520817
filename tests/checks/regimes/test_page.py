"""The page of regimes."""

from __future__ import annotations

from toolkit.checks.regimes.page import page
from toolkit.load.regimes import shipped_regimes


def test_page():
    """Every regime has its section, every rule its row."""
    text = page()
    assert "This is not legal advice." in text
    for regime in shipped_regimes().values():
        assert f"\n## `{regime.id}`\n" in text
        assert f"](#{regime.id}) {regime.name} |" in text
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) == sum(len(regime.rules) for regime in shipped_regimes().values())
    assert all(line.count("|") == 8 for line in rows)


def test_a_row():
    """A row gives the rule in words, the layer, when it is asked for, the clause with a link, the day, and how it was
    read.
    """
    assert (
        "| `gdpr-13-1-d` | Which legitimate interest it rests on, where that is the ground. | full notice"
        " | where personal data is used (`law.personal_data`) and the ground in law is a legitimate interest"
        " (`law.basis`) | [GDPR, Regulation (EU) 2016/679, Article 13(1)(d)]"
        "(https://eur-lex.europa.eu/eli/reg/2016/679/oj) | 25 May 2018 | seen, 20 November 2026 |\n"
    ) in page()


def test_other_rows():
    """Second-hand rules name whose account it is, scope asks for nothing, and advice says so."""
    text = page()
    assert "| second-hand, from a summary of section 7.1.2 at biconsult.hr, 20 November 2026 |" in text
    assert "| sign and full notice | asks for nothing | [Commission guidelines" in text
    assert "| recommended, where a sign is measured by DIN 4844-1 (`profile: din-4844-1`) |" in text


def test_the_page_is_the_same_every_time():
    """The page ends with one line end and does not depend on when it is made."""
    assert page() == page()
    assert page().endswith("|\n")
