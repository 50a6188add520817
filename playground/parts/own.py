"""Pictures of one's own, two to twenty for each of two to five tags; they stay in the memory of the session."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from playground.jobs.lesson import small
from playground.parts.figures import image, show
from playground.parts.picture import BUTTONS
from playground.say import say
from toolkit.vision.intake import PictureRefused
from toolkit.vision.intake.guarded import take_guarded
from toolkit.vision.reading import Picture

LEAST, MOST, MOST_TAGS = 2, 20, 5
KEY = "teach.own"
FILES = ["png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff"]


@dataclass
class Tagged:
    """A tag and the pictures that bear it, each made small when it came in."""

    name: str
    pictures: list[Picture] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Why pictures of the last choice were not taken."""
    asked: int = 0
    """How often pictures were chosen; the files of the last choice are let go with it."""


def gather() -> list[Tagged]:
    """Let somebody name tags and bring pictures, one tag at a time; gives all of them."""
    tags: list[Tagged] = st.session_state.setdefault(KEY, [Tagged(""), Tagged("")])
    number = _which(tags)
    tag = tags[number]
    tag.name = st.text_input(say("teach.name"), tag.name, max_chars=40, key=f"{KEY}.name.{number}", width=480).strip()
    st.html(BUTTONS.format(**{key: say(f"picture.{key}") for key in ("browse", "take", "anew")}))
    st.file_uploader(
        say("teach.pictures"),
        FILES,
        accept_multiple_files=True,
        max_upload_size=5,
        help=say("teach.pictures-help"),
        key=_uploader(number, tag),
        width=480,
        on_change=_take,
        args=(number,),
    )
    for sentence in tag.refused:
        st.warning(sentence)
    if tag.pictures:
        show(f'<div class="strip">{"".join(image(small(each, 128), "") for each in tag.pictures)}</div>')
    return tags


def lacking(tags: list[Tagged]) -> tuple[str, ...]:
    """What is still missing before these tags can be taught, in sentences."""
    names = [tag.name.casefold() for tag in tags]
    found = [say("teach.missing-name")] if "" in names else []
    found += [say("teach.same-name")] if len({*names} - {""}) < len([name for name in names if name]) else []
    found += [
        say("teach.missing-pictures", tag=called(number, tag), count=len(tag.pictures))
        for number, tag in enumerate(tags)
        if len(tag.pictures) < LEAST
    ]
    return tuple(found)


def forget() -> None:
    """Let go of every picture and name."""
    for name in [name for name in st.session_state if str(name).startswith(KEY)]:
        del st.session_state[name]


def called(number: int, tag: Tagged) -> str:
    """The name of *tag*, or its number while it has none."""
    return tag.name or say("teach.tag-new", number=number + 1)


def _which(tags: list[Tagged]) -> int:
    """Which tag is being filled; choosing what stands behind the last one adds one."""
    options = list(range(len(tags) + (len(tags) < MOST_TAGS)))

    def name(number: int) -> str:
        if number == len(tags):
            return say("teach.add-tag")
        return say("teach.tag-count", tag=called(number, tags[number]), count=len(tags[number].pictures))

    chosen = st.segmented_control(
        say("teach.tag"), options, format_func=name, default=0, required=True, key=f"{KEY}.which"
    )
    number = int(chosen or 0)
    if number == len(tags):
        tags.append(Tagged(""))
        st.rerun()
    return number


def _uploader(number: int, tag: Tagged) -> str:
    return f"{KEY}.files.{number}.{tag.asked}"


def _take(number: int) -> None:
    """Decode what was chosen behind the wall of the intake, keep it small, and let the files go."""
    tag: Tagged = st.session_state[KEY][number]
    tag.refused = []
    for file in st.session_state[_uploader(number, tag)] or ():
        if len(tag.pictures) >= MOST:
            tag.refused.append(say("teach.twenty"))
            break
        try:
            tag.pictures.append(small(take_guarded(file.getvalue()).pages[0]))
        except PictureRefused as error:
            tag.refused.append(say(f"picture.reason.{error.reason}", **error.values))
    tag.asked += 1
