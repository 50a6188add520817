"""The further steps of teaching: mistakes as pictures, a picture of one's own, a mask, and something else entirely."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from playground.facts import content
from playground.jobs.lesson import Grid, answer, borne, exam, given, own_grid
from playground.jobs.proof import Proof, prove
from playground.parts import mask as masks
from playground.parts import own
from playground.parts.doubts import explained
from playground.parts.figures import answers, bars, confusion, covered, even, hero, show
from playground.parts.learned import BEHIND, SURFACES, Lesson, surfaces, teach
from playground.parts.picture import choose, stopped
from playground.parts.report import report
from playground.parts.shipped import photograph, photographs
from playground.parts.waiting import wait
from playground.say import say
from playground.work import ask
from toolkit.model.training import Mask
from toolkit.vision.classifier import Classifier
from toolkit.vision.reading import Picture, Tagging

#: The service that the samples make, and the place that the playground is.
SERVICE, HERE = "surface-classifier", "this-toolkit"
#: Photographs that no surface is like.
ELSE = ("coffee", "chelsea")


def mistakes(found: Lesson) -> None:
    """What was kept back and what it was called, as pictures and in words."""
    labels = found.trained.classifier.labels
    if found.pictures:
        grid = own_grid(found.trained, found.pictures)
        show(confusion(grid, labels, say("teach.test-lead-own")))
        _in_words(grid, labels, found)
        return
    level = st.slider(say("teach.worse"), 0, 5, width=480, key="teach.level")
    examined = wait(lambda: ask(exam, surfaces(), found.trained.classifier, level, key=level))
    if examined:
        show(confusion(examined, labels, say("teach.test-lead")))
        wrong = any(cell.number for true, row in enumerate(examined) for at, cell in enumerate(row) if at != true)
        st.markdown(f"**{say('teach.sharp-only' if wrong else 'teach.all-right')}** {say('teach.samples-caution')}")
        _in_words(examined, labels, found)
        _doubts(found, "like-itself", *(["out-of-focus"] if level else []))


def _in_words(grid: Grid, labels: Sequence[str], found: Lesson) -> None:
    """Recall, precision and how far chance reaches, each as a sentence."""
    lines = []
    for index, (label, figures) in enumerate(zip(labels, found.trained.measured.tags, strict=True)):
        recall, precision = borne(grid, index), given(grid, index)
        said = [say("teach.recall", of=recall.of, tag=label, right=recall.right)]
        key = "teach.precision" if precision.of else "teach.never-given"
        said.append(say(key, of=precision.of, tag=label, right=precision.right))
        if found.pictures and figures.recall.interval:
            low, high = (round(100 * each) for each in figures.recall.interval)
            said.append(say("teach.interval", tag=label, low=low, high=high))
        lines.append(f"- {' '.join(said)}")
    st.markdown("\n".join(lines))


def trial(found: Lesson) -> None:
    """What it says of a picture that somebody chooses."""
    st.markdown(say("teach.try-lead"))
    chosen = choose("teach-try", photographs(), "coins")
    if stopped("teach-try") or not chosen:
        return
    shown, said = st.columns([3, 2], gap="large")
    with shown:
        show(hero(chosen.picture, say("teach.tried-alt")))
    with said:
        tagging = wait(lambda: ask(answer, found.trained.classifier, chosen.picture))
        if tagging:
            _says(found.trained.classifier, tagging)
            if not found.pictures:
                report(HERE, SERVICE, "teach", chosen.picture)
    _doubts(found, "three-photographs", "no-other-name", "distance")


def _says(classifier: Classifier, tagging: Tagging) -> None:
    best = tagging.tags[0]
    st.header(say("teach.says", tag=best.label, score=round(best.score, 2)), anchor=False)
    show(bars(tagging.tags))
    meaning = "teach.calibrated" if classifier.calibrated else "teach.not-calibrated"
    st.markdown(f"{say('teach.had-to', tags=', '.join(classifier.labels))} {say(meaning)}")


def cover(found: Lesson) -> None:
    """Draw a mask, see it grey, and read the numbers that show that nothing under it has an effect."""
    st.markdown(say("teach.cover-lead"))
    shown, drawn = st.columns([3, 2], gap="large")
    with drawn:
        picture = _to_cover(found)
        mask = masks.draw("teach")
    with shown:
        show(covered(picture, mask, say("teach.masked-alt")))
    if not mask:
        st.info(say("teach.nothing-covered"))
        return
    if proof := wait(lambda: ask(prove, found.trained.classifier, picture, mask)):
        _proof(proof)
    _again(found, mask)


def _to_cover(found: Lesson) -> Picture:
    """One of the pictures that taught, or something else."""
    if found.pictures:
        tags = [found.trained.classifier.labels[piece.label] for piece in found.trained.pieces]
        names = {
            say("teach.picture-of", tag=tag, number=number): picture
            for number, (tag, picture) in enumerate(zip(tags, found.pictures, strict=True), 1)
        }
    else:
        names = {say(f"picture.kind.{name}"): photograph(name) for name in (*ELSE, *SURFACES)}
    return names[st.selectbox(say("teach.cover-picture"), list(names), key=f"teach.covered.{len(names)}")]


def _proof(proof: Proof) -> None:
    best = proof.bare.tags[0]
    after = next(tag.score for tag in proof.covered.tags if tag.label == best.label)
    told = {"tag": best.label, "before": round(best.score, 2), "after": round(after, 2)}
    st.header(say("teach.gone", share=round(100 * proof.share)) if proof.gone else say("teach.not-gone"), anchor=False)
    st.markdown(say("teach.gone-change", **told, change=round(proof.change(best.label), 2)))
    if proof.gone:
        names = ("original", "opposite", "noise")
        show(
            answers(
                [
                    (picture, say(f"teach.proof-{name}"), after)
                    for picture, name in zip(proof.pictures, names, strict=True)
                ]
            )
        )
        st.markdown(say("teach.gone-proof", **told))


def _again(found: Lesson, mask: Mask) -> None:
    """Own pictures can teach behind the mask, the samples cannot: they are pieces of pictures."""
    if not found.pictures:
        st.markdown(say("teach.mask-samples"))
    elif found.trained.classifier.mask == mask:
        st.markdown(f"**{say('teach.mask-learned')}**")
    elif st.button(say("teach.mask-again")):
        st.session_state[BEHIND] = mask
        teach(st.session_state[own.KEY], mask)
        st.rerun()


def other(found: Lesson) -> None:
    """Two pictures that are like nothing it was taught, and why it is confident all the same."""
    classifier = found.trained.classifier
    st.markdown(f"**{say('teach.else-lead')}**")
    for column, name in zip(st.columns(len(ELSE), gap="large"), ELSE, strict=True):
        with column:
            _stranger(classifier, photograph(name), say(f"picture.kind.{name}"))
    st.markdown(say("teach.else-why", tags=", ".join(classifier.labels)))
    st.markdown(say("teach.else-help"))
    _doubts(found, "no-other-name")


def _stranger(classifier: Classifier, picture: Picture, called: str) -> None:
    show(even(picture, called))
    tagging = wait(lambda: ask(answer, classifier, picture))
    if tagging:
        best = tagging.tags[0]
        st.header(say("teach.says", tag=best.label, score=round(best.score, 2)), anchor=False)
        show(bars(tagging.tags))
        st.markdown(say("teach.else-means", tag=best.label))


def _doubts(found: Lesson, *ids: str) -> None:
    """What the note says of the classifier of the samples; nobody has written a note about one's own."""
    service = content().services.get(SERVICE)
    if found.pictures or not service:
        return
    st.header(say("tag.why"), anchor=False)
    show(explained(service.record, [each for each in service.record.limitations if each.id in ids]))
