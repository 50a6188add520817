"""What hangs where: freezes a sign when it is posted, notes when it is taken down, and lists what to print again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from toolkit import places
from toolkit.errors import ProjectError, UsageError
from toolkit.examine import examine
from toolkit.finding import Finding
from toolkit.label import read_label
from toolkit.load import Content, load
from toolkit.load.posted import posted
from toolkit.load.validate import did_you_mean
from toolkit.model.posted import Hung, Posted, message_hash
from toolkit.model.sign import Sign
from toolkit.paths import Project
from toolkit.render import Artefact
from toolkit.source import HIDDEN
from toolkit.view import cards, house
from toolkit.view.changes import Change
from toolkit.view.place import PlaceView
from toolkit.view.posted import Standing, freeze, frozen, sign_message
from toolkit.view.standing import compared, said_in
from toolkit.write import Writer


class Sheet(NamedTuple):
    """A sheet of paper that hangs, and how it compares with today."""

    record: Posted
    hung: Hung
    standing: Standing

    @property
    def why(self) -> tuple[Change, ...]:
        """What is different on the sheet; empty where it holds."""
        return self.standing.on_sign

    @property
    def due(self) -> bool:
        return self.standing.state in {"changed", "gone"}


class Added(NamedTuple):
    """What `add` did: the version, the sheet, whether it is new, and earlier versions noted as taken down there."""

    record: Posted
    hung: Hung
    new: bool
    replaced: tuple[str, ...] = ()


class Found(NamedTuple):
    """A sign of the project as it is today."""

    view: PlaceView
    sign: Sign

    @property
    def message(self) -> dict[str, Any]:
        """What stands on it."""
        return sign_message(self.view.deployment, self.sign, self.view.base)

    @property
    def versions(self) -> tuple[str, ...]:
        """The languages it is printed in, such as `en` and `en+ar`."""
        return tuple("+".join(languages) for languages in self.view.versions(self.sign))


def add(project: Project, today: dt.date, code: str, place: str, languages: str | None = None) -> Added:
    """Freeze what is posted at *place* today, in one of the sign's versions, the first where none is named.

    An earlier version at the same place and in the same languages is noted as taken down. Raises UsageError for a
    code, a place or languages that cannot be, and where the place is retired, holds errors, or was printed from
    something else than the files say now.
    """
    records = _records(project)
    found = _sign(views(project, load(project), today), code)
    _refuse(project, found.view, today)
    version = languages or found.versions[0]
    if version not in found.versions:
        raise UsageError(f"{code} is not printed in {version!r}", f"choose of: {', '.join(found.versions)}")
    hung = _sheet(project, found, today, _clean(place), version)
    fresh = Posted(**dict(freeze(found.view.deployment, found.sign, found.view.base)), hung=(hung,))
    known = next((each for each in records if each.version == fresh.version), None)
    if known and known.sign_hash != fresh.sign_hash:
        raise ProjectError(f"another version is called {known.version} already", "change a word of the sign")
    same = [sheet for sheet in known.hanging if _same_sheet(sheet, hung)] if known else []
    if known and same:
        return Added(known, same[0], new=False)
    others = [each for each in records if each.code == fresh.code]
    replaced = [each for other in others if (each := _replaced(other, hung, today))]
    grown = next((each for each in replaced if each.version == fresh.version), known)
    grown = _with(grown, (*grown.hung, hung)) if grown else fresh
    _write(project, [grown, *(each for each in replaced if each.version != fresh.version)])
    return Added(grown, hung, new=True, replaced=tuple(each.version for each in replaced))


def remove(project: Project, today: dt.date, code: str, place: str) -> list[Posted]:
    """Note that the sheets with *code*, such as k7m2 or k7m2-9f31ab20, were taken down at *place* today.

    Gives the versions. Nothing is deleted. Raises UsageError where no such sheet hangs.
    """
    asked = code.casefold()
    hanging = [
        (each, hung) for each in _records(project) for hung in each.hanging if asked in (each.code, each.version)
    ]
    if not hanging:
        raise UsageError(f"no sheet with the code {code!r} hangs anywhere", "`disclose posted` lists what hangs")
    spot = _clean(place)
    records = {each.version: each for each, hung in hanging if _at(hung, spot)}
    if not records:
        known = [hung.place for _, hung in hanging]
        raise UsageError(f"no sheet with the code {code!r} hangs at {spot!r}", did_you_mean(spot, known))
    removed = [
        _with(each, tuple(_down(hung, today) if _at(hung, spot) else hung for hung in each.hung))
        for each in records.values()
    ]
    _write(project, removed)
    return removed


def views(project: Project, content: Content, today: dt.date) -> dict[str, PlaceView]:
    """The places of the project that can be read. Raises ProjectError where its organisation cannot."""
    shared = house(content, cards(content), today)
    if shared is None:
        raise ProjectError("services/organisation.yml cannot be read", "run `disclose check` to see why")
    return places.views(project, content, shared)[0]


def signs(known: Mapping[str, PlaceView]) -> dict[str, Found]:
    """Every sign as it is today, by its code."""
    return {view.code(sign): Found(view, sign) for view in known.values() for sign in view.deployment.signs}


def sheets(project: Project, today: dt.date) -> tuple[list[Sheet], list[Finding]]:
    """Every sheet that hangs, those to be printed again or taken down first, and what is wrong with the files."""
    known = views(project, load(project), today)
    records, findings = posted(project)
    hanging = [
        Sheet(record, hung, compare(project, known, record, today, (hung,)))
        for each in records.values()
        for record in each
        for hung in record.hanging
    ]
    return sorted(hanging, key=lambda sheet: not sheet.due), findings


def due(project: Project, today: dt.date) -> list[Sheet]:
    """The sheets to be printed again or taken down."""
    return [sheet for sheet in sheets(project, today)[0] if sheet.due]


def compare(
    project: Project, known: Mapping[str, PlaceView], record: Posted, today: dt.date, hung: Sequence[Hung] = ()
) -> Standing:
    """How sheets of a version compare with the project as it is; `unknown` where their place cannot be read."""
    there = (project.deployments / record.deployment / "deployment.yml").is_file()
    view = known.get(record.deployment)
    return Standing("unknown") if view is None and there else compared(record, view, today, hung)


def file_hash(path: Path) -> str:
    """SHA-256 of a file. Raises ProjectError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError as error:
        raise ProjectError(f"cannot read {path}: {error.strerror}", "check that you may read it") from error


def _sign(known: Mapping[str, PlaceView], code: str) -> Found:
    found, asked = signs(known), code.casefold()
    if asked not in found:
        advice = "`disclose check` names places that cannot be read"
        raise UsageError(f"no sign has the code {code!r}", did_you_mean(asked, found) or advice)
    return found[asked]


def _records(project: Project) -> list[Posted]:
    """All posted versions. Raises ProjectError where one of the files cannot be relied on."""
    records, findings = posted(project)
    for finding in findings:
        raise ProjectError(f"{finding.where}: {finding.message}", finding.help)
    return [record for each in records.values() for record in each]


def _refuse(project: Project, view: PlaceView, today: dt.date) -> None:
    """Nothing is posted of a place that is retired or holds errors."""
    if view.deployment.status == "retired":
        raise UsageError(
            f"{view.id} is retired; no sign of it should hang", "change its `status:` if it is in use again"
        )
    folder = f"deployments/{view.id}/"
    for finding in examine(project, today, view.id):
        if finding.severity == "error" and finding.place.file.startswith(folder):
            message = f"{view.id} holds errors, the first in {finding.where}: {finding.message}"
            raise UsageError(message, "mend what `disclose check` names, build, print, and then add it")


def _clean(place: str) -> str:
    spot = " ".join(place.split())
    if not spot or HIDDEN.search(spot):
        raise UsageError(f"{place!r} names no place", "say in words where it hangs, such as: front desk, left side")
    return spot


def _sheet(project: Project, found: Found, today: dt.date, place: str, languages: str) -> Hung:
    file = project.docs / f"notices/{found.view.id}/sign-{found.sign.id}.{languages}.pdf"
    digest = file_hash(file) if file.is_file() else None
    label = read_label(file) if digest else None
    if label and not message_hash(found.message).startswith(label.short):
        now = found.view.version(found.sign)
        message = f"{project.name_of(file)} is {label.code}-{label.short}, but the files now say {now}"
        raise UsageError(message, "run `disclose build`, print that sheet, hang it, and then add it")
    source = found.view.house.organisation.language
    told = {each: said_in(found.view, frozen(found.message), each) for each in languages.split("+") if each != source}
    size = found.sign.format
    try:
        return Hung(place=place, posted_on=today, languages=languages, format=size, file=digest, translated=told)
    except ValidationError:
        raise UsageError("the name of the place is too long", "say it in a short sentence") from None


def _at(hung: Hung, place: str) -> bool:
    return hung.taken_down is None and hung.place.casefold() == place.casefold()


def _same_spot(one: Hung, other: Hung) -> bool:
    return _at(one, other.place) and one.languages == other.languages


def _same_sheet(one: Hung, other: Hung) -> bool:
    return _same_spot(one, other) and one.translated == other.translated


def _with(record: Posted, hung: tuple[Hung, ...]) -> Posted:
    return record.model_copy(update={"hung": hung})


def _down(hung: Hung, today: dt.date) -> Hung:
    return hung.model_copy(update={"taken_down": today})


def _replaced(record: Posted, now: Hung, today: dt.date) -> Posted | None:
    """*record* with the sheet that *now* replaces noted as taken down; None where there is none."""
    hung = tuple(_down(sheet, today) if _same_spot(sheet, now) else sheet for sheet in record.hung)
    return _with(record, hung) if hung != record.hung else None


def _write(project: Project, records: Iterable[Posted]) -> None:
    Writer(project, project.deployments).put(
        Artefact(f"{record.deployment}/posted/{record.version}.json", _text(record)) for record in records
    )


def _text(record: Posted) -> bytes:
    data: dict[str, Any] = record.model_dump(mode="json", exclude_none=True)
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
