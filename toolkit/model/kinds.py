"""The ten kinds of document: id, title, what the reader finds there, its sections and what it needs."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

KindId = Literal[
    "transparency-note",
    "characteristics-and-limitations",
    "integration-and-responsible-use",
    "data-privacy-security",
    "limited-access",
    "disclosure-design-guidelines",
    "disclosure-design-patterns",
    "research-insights",
    "voice-talent-disclosure",
    "code-of-conduct",
]


class Kind(NamedTuple):
    """One kind of document.

    `sections` are names of partial templates in reading order; `needs` are paths of the service that must hold
    something before the kind can be promised (research: coverage matrix of the documents that exist in public).
    """

    title: str
    answers: str
    sections: tuple[str, ...]
    needs: tuple[str, ...]


KINDS: dict[str, Kind] = {
    "transparency-note": Kind(
        "Transparency note",
        "What it is, what it is for, and where it should not be used",
        ("introduction", "terms", "capabilities", "uses", "limits-in-brief"),
        ("summary.purpose", "uses.intended", "uses.considerations", "limitations"),
    ),
    "characteristics-and-limitations": Kind(
        "Characteristics and limitations",
        "How accuracy is understood, and when it fails",
        ("inputs", "outputs", "accuracy", "tradeoffs", "limitations", "practices", "fairness", "evaluation"),
        ("limitations", "outputs", "metrics"),
    ),
    "integration-and-responsible-use": Kind(
        "Integration and responsible use",
        "What to do before and while using it",
        ("principles", "guidelines", "oversight", "people", "duties", "feedback"),
        ("guidelines", "oversight"),
    ),
    "data-privacy-security": Kind(
        "Data, privacy and security",
        "What happens to data, for how long, and who controls it",
        ("data-items", "data-flow", "retention", "controls", "security", "duties", "statement"),
        ("data.items", "data.flows"),
    ),
    "limited-access": Kind(
        "Limited access",
        "Who may use it, for what, and how to apply",
        ("access", "approved-uses", "access-help"),
        ("access.why", "access.eligibility"),
    ),
    "disclosure-design-guidelines": Kind(
        "Disclosure design guidelines",
        "What to tell the people affected, when, and by which means",
        ("disclosure-items", "notices", "consent", "people", "study"),
        ("disclosure.items", "disclosure.notices", "people"),
    ),
    "disclosure-design-patterns": Kind(
        "Disclosure design patterns",
        "Which patterns fit which situation",
        ("disclosure-level", "patterns", "pattern-moments"),
        ("disclosure.level", "disclosure.notices"),
    ),
    "research-insights": Kind(
        "Research insights",
        "What research says about the people affected",
        ("research",),
        ("research",),
    ),
    "voice-talent-disclosure": Kind(
        "Disclosure for contributors",
        "What the people whose voice or likeness is used should know",
        ("terms", "steps", "contributor", "data-items", "retention", "conduct"),
        ("disclosure.consent.contributor_terms", "data.items"),
    ),
    "code-of-conduct": Kind(
        "Code of conduct",
        "What users of the service must and must not do",
        ("conduct", "access-help"),
        ("conduct.scope", "conduct.must", "conduct.must_not"),
    ),
}

if tuple(KINDS) != get_args(KindId):  # the two lists above must not drift apart
    raise AssertionError("KINDS and KindId differ")
