"""Keeps the .po files of deployments, studies and fixed phrases in step with what is told now; counts what is left.

A translation belongs to a path and to the exact sentence it was made of. Where the sentence changes, the old
translation is offered to the translator as fuzzy, and is never shown to a reader. Old and new are paired by their path;
pairing by likeness takes "24 hours" for "48 hours".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from toolkit.errors import ProjectError, UsageError
from toolkit.load import Content, load
from toolkit.load.validate import did_you_mean
from toolkit.model.base import Language
from toolkit.paths import Project
from toolkit.po import Entry, write
from toolkit.render import Artefact
from toolkit.translations import State, entries_of, file_of, read, study_file_of
from toolkit.view.study import sentences as study_sentences
from toolkit.view.told import Sentence, sentences
from toolkit.words import LOCALES, SOURCE, is_review, locale_of, plural_rule, sources, words
from toolkit.write import Writer

#: Where a sentence continues one of ours, the translator must know which.
CONTINUES = {
    "kept.*.retention.event": "retention.event",
    "kept.*.retention.starts": "join.clause",
    "kept.*.retention.condition": "join.clause",
}
HEADER = ("", "")
HOW_TO = """\
{title}
Write each translation into msgstr. Leave figures, names, telephone numbers and addresses as they are.
When a speaker has checked an entry, a comment above it says so: reviewed: NAME, YEAR-MONTH-DAY
Who changes a translation deletes that comment."""
ABOUT = """\
Language: {language}
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
Plural-Forms: {plurals}
"""


class Extracted(NamedTuple):
    """What came of one file: how many sentences it has, how many are new in it, changed and gone."""

    file: str
    sentences: int
    new: int
    changed: int
    gone: int


class Row(NamedTuple):
    """How far the translation of one deployment, or of its study, into one language is; the four add up to all
    sentences.
    """

    deployment: str
    language: str
    reviewed: int
    unreviewed: int
    stale: int
    missing: int


class _Telling(NamedTuple):
    """What has sentences of its own: a deployment, or its study."""

    id: str
    name: str
    about: str
    languages: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    file: Callable[[Project, str, str], Path]


def extract(project: Project, id: str | None = None, language: str | None = None) -> list[Extracted]:
    """Bring the .po files of all deployments that can be read (or of *id*) up to date, in all their languages (or in
    *language*).

    Raises UsageError for an unknown id or language, ProjectError where a file cannot be read or written.
    """
    if language is not None:
        _is_language(language)
    content = load(project, ())
    source = _source(content)
    if id is not None and id not in content.deployments:
        raise _unknown(project, id)
    return [
        _extract(project, telling, target)
        for telling in _tellings(content)
        if id in {None, telling.id}
        for target in ([language] if language else telling.languages)
        if target != source
    ]


def status(project: Project) -> list[Row]:
    """How far each deployment and each study is in each of its languages."""
    content = load(project, ())
    source = _source(content)
    return [
        _row(project, telling, language, source)
        for telling in _tellings(content)
        for language in telling.languages
        if language != source
    ]


def _tellings(content: Content) -> Iterator[_Telling]:
    for id, (place, _) in content.deployments.items():
        yield _Telling(id, id, f"What {id} tells its readers", place.languages, sentences(place), file_of)
        if id in content.studies:
            study = content.studies[id].record
            told = study_sentences(study)
            yield _Telling(id, f"{id} (study)", f"The study of {id}", study.languages, told, study_file_of)


def phrases(language: str) -> Extracted:
    """Bring the fixed phrases in *language* up to date, in a checkout of the toolkit.

    Raises UsageError for an unknown language or without a checkout, ProjectError where the file cannot be read or
    written.
    """
    _is_language(language)
    checkout = Project(LOCALES.parents[1])
    if not (checkout.root / "pyproject.toml").is_file():
        raise UsageError("the fixed phrases belong to the toolkit", "clone its repository and run this there")
    forms = plural_rule(language).forms
    told = [Entry(key, text, ("",) * (forms if more else 1), more) for key, text, more in sources()]
    title = f"The fixed phrases of disclose in {words(language).own_name}."
    return _update(checkout, LOCALES / f"{language}.po", language, told, title)


def merged(entries: Sequence[Entry], told: Sequence[Entry]) -> list[Entry]:
    """*entries* in step with what is *told*: in its order, what is gone at the end, no translation lost."""
    live = {_source_of(entry): entry for entry in entries if not entry.obsolete}
    old = [entry for entry in entries if entry.obsolete]
    wanted = {HEADER, *(_source_of(entry) for entry in told)}
    left = [entry for source, entry in live.items() if source not in wanted]
    made = [live[HEADER]] if HEADER in live else []
    for new in told:
        source = _source_of(new)
        known = live.get(source) or next((entry for entry in reversed(old) if _source_of(entry) == source), None)
        before = next((entry for entry in left if entry.context == new.context), None)
        if known is not None:
            old = [entry for entry in old if entry is not known]
            made.append(known._replace(hints=new.hints, obsolete=False))
        elif before is not None:
            left.remove(before)
            old += [] if _is_copy(before) else [_put_away(before)]
            made.append(_changed(before, new))
        else:
            made.append(new)
    return [*made, *old, *(_put_away(entry) for entry in left if not _is_kept(entry, [*made, *old]))]


def _source_of(entry: Entry) -> tuple[str, ...]:
    """What an entry translates."""
    return (*entry.key, entry.plural) if entry.plural else entry.key


def _changed(before: Entry, new: Entry) -> Entry:
    """The entry for a sentence that read differently *before*: its translation is a start, its review has ended."""
    comments = tuple(comment for comment in before.comments if not is_review(comment))
    if not any(before.texts) or len(before.texts) != len(new.texts):
        return new._replace(comments=comments)
    return new._replace(
        texts=before.texts,
        comments=comments,
        flags=tuple(dict.fromkeys((*before.flags, "fuzzy"))),
        previous=before.previous if before.fuzzy and before.previous else before.id,
    )


def _is_copy(entry: Entry) -> bool:
    """Whether an entry holds no translation, or one that was carried over from another sentence."""
    return not any(entry.texts) or (entry.fuzzy and not any(is_review(comment) for comment in entry.comments))


def _is_kept(entry: Entry, others: Iterable[Entry]) -> bool:
    """Whether nothing is lost without *entry*, which no sentence asks for any more."""
    if not (any(entry.texts) or entry.comments):
        return True
    return _is_copy(entry) and any(
        other.context == entry.context and other.texts == entry.texts and {*entry.comments} <= {*other.comments}
        for other in others
    )


def _put_away(entry: Entry) -> Entry:
    return entry._replace(obsolete=True, hints=())


def _extract(project: Project, telling: _Telling, language: str) -> Extracted:
    told = [Entry(path, text, hints=_hints(path, language)) for path, text in telling.sentences]
    title = f"{telling.about}, in {words(language).own_name}."
    return _update(project, telling.file(project, telling.id, language), language, told, title)


def _update(project: Project, path: Path, language: str, told: Sequence[Entry], title: str) -> Extracted:
    """Merge what is *told* into the file at *path* and write it where it differs."""
    entries, findings = entries_of(project, path, language)
    if findings:
        first = findings[0]
        raise ProjectError(f"{first.where}: {first.message}", f"{first.help}; nothing of this file was changed")
    made = merged(entries or [_header(language, title)], told)
    Writer(project, path.parent).put([Artefact(path.name, write(made))])
    counted = _counts(entries, made)
    return Extracted(project.name_of(path), len(told), counted["new"], counted["changed"], counted["gone"])


def _counts(entries: Iterable[Entry], made: Iterable[Entry]) -> Counter[str]:
    """How many sentences of *made* are not in *entries*, with and without an older translation, and how many went."""
    before = {_source_of(entry) for entry in entries if not entry.obsolete}
    after = {_source_of(entry): entry for entry in made if not entry.obsolete}
    fresh = [entry for source, entry in after.items() if source not in before and source != HEADER]
    changed = sum(entry.fuzzy for entry in fresh)
    return Counter(new=len(fresh) - changed, changed=changed, gone=max(0, len(before - after.keys()) - changed))


def _header(language: str, title: str) -> Entry:
    plurals = plural_rule(language)
    rule = f"nplurals={plurals.forms}; plural={plurals.rule};"
    about = ABOUT.format(language=language, plurals=rule)
    return Entry(*HEADER, (about,), comments=tuple(HOW_TO.format(title=title).split("\n")))


def _hints(path: str, language: str) -> tuple[str, ...]:
    """What a translator must know of the sentence that the text at *path* continues."""
    key = next((key for pattern, key in CONTINUES.items() if fnmatchcase(path, pattern)), "")
    return (f"Continues: {words(language).phrase(key)}",) if key else ()


def _row(project: Project, telling: _Telling, language: str, source: str) -> Row:
    translations, _ = read(project, telling.file(project, telling.id, language), language, source)
    states: Counter[State] = Counter(translations.of(*sentence).state for sentence in telling.sentences)
    return Row(telling.name, language, states["reviewed"], states["unreviewed"], states["stale"], states["missing"])


def _source(content: Content) -> str:
    return content.organisation.record.language if content.organisation else SOURCE


def _is_language(tag: str) -> None:
    try:
        TypeAdapter(Language).validate_python(tag)
    except ValidationError:
        tag = ""
    if not locale_of(tag):
        raise UsageError("there is no such language", "write a language tag such as de, pt-BR or zh-Hans")


def _unknown(project: Project, id: str) -> UsageError:
    folders = [path.parent.name for path in project.deployments.glob("*/deployment.yml")]
    if id in folders:
        return UsageError(f"{id} holds an error", "`disclose check` shows it; put it right, then extract again")
    return UsageError(f"there is no deployment called {id!r}", did_you_mean(id, folders))
