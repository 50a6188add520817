"""One rule and one place in, its elements out: what is present, what is missing, what is not asked for, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from toolkit import i18n
from toolkit.checks.regimes.conditions import CONDITIONS, OF_THE_LAW
from toolkit.checks.regimes.gap import Gap
from toolkit.checks.regimes.paths import gaps
from toolkit.checks.regimes.signs import PARTS, first_layer, missing_on
from toolkit.checks.regimes.structure import STRUCTURE
from toolkit.checks.regimes.texts import TEXTS, read
from toolkit.model.regime import Duty, Layer
from toolkit.source import Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

State = Literal["present", "missing", "not_applicable", "exempt", "later", "not_checked"]
#: An attestation speaks of a rule as `regimes.<rule>`.
ATTESTED = "regimes."


class Element(NamedTuple):
    """One thing that a rule asks for, on one sign or of the whole place (`sign` is empty), and whether it is there.
    `later`: it is missing, and the rule does not apply yet. `where` is the path of the most helpful line.
    """

    rule: Duty
    regime: str
    layer: Layer
    state: State
    sign: str
    where: Path_
    because: str


class Judged(NamedTuple):
    """An element, and what exactly is missing of it."""

    element: Element
    gaps: tuple[Gap, ...] = ()


class _Verdict(NamedTuple):
    state: State
    where: Path_
    because: str


class _Looked(NamedTuple):
    """What is missing, and in which languages texts were read and not read; both empty where none is looked at."""

    gaps: list[Gap]
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class _Spot(NamedTuple):
    """One element to be: its layer and sign, where it is, what was looked for, and what of it is missing."""

    layer: Layer
    sign: str
    where: Path_
    sought: list[str]
    gaps: tuple[Gap, ...]


def judge(view: PlaceView, regime: str, duty: Duty) -> Iterator[Judged]:
    """The elements of one rule: of the place as a whole, and of each sign that people meet first."""
    apart = _apart(view, duty)
    if apart:
        yield Judged(Element(duty, regime, _own_layer(duty), apart.state, "", apart.where, apart.because))
        return
    looked = _look(view, duty)
    here = ("regimes", view.deployment.regimes.index(regime))
    looked = looked._replace(gaps=[_at_a_line(view, gap, here) for gap in looked.gaps])
    for spot in _spots(view, duty, looked.gaps):
        state, where, because = _verdict(view, duty, spot, looked)
        yield Judged(Element(duty, regime, spot.layer, state, spot.sign, where, because), spot.gaps)


def _own_layer(duty: Duty) -> Layer:
    """The layer of what is looked for in the place as a whole."""
    return next((layer for layer in duty.layer if layer != "sign"), "sign")


def _has_nothing_to_look_at(duty: Duty) -> bool:
    return not (duty.requires or duty.on_sign or duty.check)


def _apart(view: PlaceView, duty: Duty) -> _Verdict | None:
    """Why nothing is looked for: an exemption, a condition that fails, an attestation, or nothing there to see."""
    for index, exemption in enumerate(view.deployment.exemptions):
        if exemption.rule == duty.id:
            return _Verdict("exempt", ("exemptions", index), exemption.because)
    for name in duty.when:
        if not CONDITIONS[name](view):
            return _not_asked_for(view, name)
    if not _has_nothing_to_look_at(duty):
        return None
    for index, attestation in enumerate(view.deployment.attestations):
        if f"{ATTESTED}{duty.id}" in attestation.of:
            because = f"{attestation.by} said so on {i18n.day(attestation.on)}"
            return _Verdict("present", ("attestations", index), because)
    if "process" in duty.layer:
        return None
    return _Verdict("not_checked", (), duty.note or "nothing in the metadata shows it")


def _not_asked_for(view: PlaceView, name: str) -> _Verdict:
    holds = first_line(CONDITIONS[name])
    if view.deployment.law is None and CONDITIONS[name] in OF_THE_LAW:
        return _Verdict("not_checked", (), f"`law` is missing, so nobody can tell whether it holds that {holds}")
    return _Verdict("not_applicable", (), f"it is asked for where {holds}, and nothing says so here")


def first_line(documented: object) -> str:
    """What holds, in the reader's words: the first line of a docstring, to stand inside a sentence."""
    return i18n.lower_first((documented.__doc__ or "").partition("\n")[0]).rstrip(".")


def _at_a_line(view: PlaceView, gap: Gap, here: Path_) -> Gap:
    """*gap*, at the name of the regime where nothing of its path is written."""
    written, _ = view.document.walk(gap.path)
    return gap if written else gap._replace(path=here, at_key=False)


def _look(view: PlaceView, duty: Duty) -> _Looked:
    if _has_nothing_to_look_at(duty):
        advice = f"add an attestation with `of: {ATTESTED}{duty.id}` by who does it, or an exemption with the reason"
        return _Looked([Gap((), "nobody has attested that this is done here", advice)])
    found = [_gap(path, paths) for paths in duty.requires for path in gaps(view.deployment, paths)]
    for index, sign in first_layer(view):
        found += missing_on(view, index, sign, duty.on_sign)
    if duty.check in TEXTS:
        result = read(view, TEXTS[duty.check])
        wanted = [gap for gap in result.gaps if ("sign" if gap.sign else _own_layer(duty)) in duty.layer]
        return _Looked([*found, *wanted], result.languages, result.unread)
    return _Looked([*found, *(STRUCTURE[duty.check](view) if duty.check else ())])


def _gap(path: Path_, paths: str) -> Gap:
    names = f"`{paths.replace('|', '` or `')}`"
    return Gap(path, f"{names} is missing", f"write {names}")


def _spots(view: PlaceView, duty: Duty, found: list[Gap]) -> Iterator[_Spot]:
    """The place as a whole, and each sign that people meet first; whichever the rule looks at."""
    on_signs = "sign" in duty.layer and bool(duty.on_sign or duty.check in TEXTS)
    layer = _own_layer(duty)
    if layer != "sign" or not on_signs:
        mine = tuple(gap for gap in found if not (on_signs and gap.sign))
        sought = [f"`{paths.replace('|', '` or `')}` is there" for paths in duty.requires]
        yield _Spot(layer, "", (), [*sought, *_right(duty)], mine)
    for index, sign in first_layer(view) if on_signs else ():
        mine = tuple(gap for gap in found if gap.sign == sign.id)
        sought = [f"the sign `{sign.id}` says {PARTS[name].what}" for name in duty.on_sign]
        yield _Spot("sign", sign.id, ("signs", index), [*sought, *_right(duty)], mine)


def _right(duty: Duty) -> list[str]:
    """What holds where the check of the rule found nothing missing."""
    if duty.check in TEXTS:
        return [TEXTS[duty.check].right]
    return [first_line(STRUCTURE[duty.check])] if duty.check else []


def _verdict(view: PlaceView, duty: Duty, spot: _Spot, looked: _Looked) -> _Verdict:
    if spot.gaps:
        later = duty.applies_from is not None and duty.applies_from > view.house.today
        because = "; ".join(gap.message for gap in spot.gaps)
        return _Verdict("later" if later else "missing", spot.gaps[0].path, because)
    if looked.unread and not looked.read:
        return _Verdict("not_checked", spot.where, f"not checked in {i18n.listing(looked.unread)}")
    unread = [f"not checked in {i18n.listing(looked.unread)}"] if looked.unread else []
    return _Verdict("present", spot.where, "; ".join([*spot.sought, *unread]))
