"""Where a picture comes from: a sample, a file, the camera; and a picture with boxes drawn over it.

What somebody brings stays in the memory of their session, and goes when they choose something else or press Stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st
from markupsafe import Markup

from playground.parts.overlay import STYLE, Mark, as_jpeg, drawing
from playground.parts.texts import name_of, of
from playground.say import language, say
from playground.theme import said, told
from toolkit.evaluate.corpus import Item
from toolkit.vision.intake import Intake, Limits, PictureRefused
from toolkit.vision.intake.guarded import take_guarded
from toolkit.vision.reading import Picture

__all__ = ["Given", "Mark", "boxes", "choose", "stop", "stopped"]

FILES = ["png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff", "pdf"]
#: Twenty people keep their pages in memory at once: ten sheets of A4 each, at 200 dots per inch.
LIMITS = Limits(pages=10, pixels_in_all=40_000_000)
#: Streamlit says these in English only, so they are said by styles.
BUTTONS = """<style>
[data-testid="stFileUploaderDropzoneInstructions"]{{display:none}}
[data-testid="stFileUploaderDropzone"] button p,[data-testid="stCameraInputButton"]{{font-size:0}}
[data-testid="stFileUploaderDropzone"] button p::after{{content:"{browse}";font-size:1rem}}
[data-testid="stCameraInputButton"]::after{{content:"{take}";font-size:1rem}}
[data-testid="stCameraInput"]:has(img) [data-testid="stCameraInputButton"]::after{{content:"{anew}"}}
</style>"""


class Given(NamedTuple):
    """A picture that somebody chose."""

    picture: Picture
    sample: Item | None
    """None for what somebody brought: nothing of that is kept or shared."""
    told: tuple[str, ...]
    """What was left out of its file: keys of `toolkit.vision.intake.TOLD`."""
    mark: str
    """Tells it from every other picture of this session."""

    @property
    def key(self) -> str | None:
        """For `playground.work.ask`: the content of a sample; None for what somebody brought."""
        return self.sample.pixels if self.sample else None


def choose(page: str, samples: Sequence[Item], first: str = "") -> Given | None:
    """Let somebody choose on *page* among *samples* (the one called *first* to start with), a file and the camera.

    One line says where the picture goes, and a button stops whatever is done with it. None while nothing is chosen.
    """
    with st.container(horizontal=True, gap="small"):
        with st.popover(say("picture.other"), icon=":material/image:"):
            given = _chosen(page, samples, first)
        st.button(say("work.stop"), icon=":material/stop:", key=f"{page}.stop", on_click=stop, args=(page,))
    said('<p class="quiet">{}</p>', say("picture.goes"))
    if given and given.told:
        rows = Markup("").join(Markup("<li>{}</li>").format(say(f"picture.told.{key}")) for key in given.told)
        said("<details><summary>{}</summary><ul>{}</ul></details>", say("picture.told", count=len(given.told)), rows)
    return given


def stop(page: str) -> None:
    """End what is done on *page*, and forget what somebody brought to it."""
    st.session_state[f"{page}.round"] = st.session_state.get(f"{page}.round", 0) + 1
    st.session_state[f"{page}.stopped"] = True
    _forget(page)


def stopped(page: str) -> bool:
    """Whether somebody stopped *page*; says so, with the way to start again."""
    if not st.session_state.get(f"{page}.stopped"):
        return False
    told(say("work.stopped"))
    st.button(say("work.again"), key=f"{page}.again", on_click=_start, args=(page,))
    return True


def boxes(picture: Picture, marks: Sequence[Mark]) -> None:
    """Show *picture* with *marks* over it, and the same as a list for who cannot see it."""
    about = say("picture.about", count=len(marks))
    height, width, _ = picture.shape
    st.html(f"<style>{STYLE}</style>{drawing(as_jpeg(picture), (height, width), marks, about)}")
    if marks:
        rows = Markup("").join(Markup("<li>{} {}</li>").format(mark.sign, mark.says) for mark in marks)
        said("<details><summary>{}</summary><ul>{}</ul></details>", say("picture.places"), rows)


def _chosen(page: str, samples: Sequence[Item], first: str) -> Given | None:
    ways = {"sample": say("picture.sample"), "upload": say("picture.upload"), "camera": say("picture.camera")}
    way = st.segmented_control(
        say("picture.from"),
        list(ways),
        format_func=ways.__getitem__,
        default="sample" if samples else "upload",
        required=True,
        key=f"{page}.from",
        on_change=_start,
        args=(page,),
    )
    if way == "sample":
        _forget(page)
        return _sample(page, samples, first)
    return _brought(page, camera=way == "camera")


def _sample(page: str, samples: Sequence[Item], first: str) -> Given | None:
    if not samples:
        told(say("picture.no-samples"))
        return None
    known = {item.id: item for item in samples}
    asked = next((id for id in known if first and id.replace("/", "-") == first.replace("/", "-")), None)
    own = (item.id for item in samples if item.languages[:1] == (language(),))
    start = asked or next(own, samples[0].id)
    names = _names(samples)
    id = st.selectbox(
        say("picture.which"),
        list(known),
        list(known).index(start),
        format_func=names.__getitem__,
        key=f"{page}.sample.{first}",
        on_change=_start,
        args=(page,),
    )
    item = known[id]
    corpus = of(item)
    if corpus:
        said('<p class="quiet">{}</p>', say("picture.photograph" if corpus.synthetic is False else "picture.synthetic"))
        text = Markup("<p lang=en dir=ltr>{}</p><p lang=en dir=ltr>{}</p>").format(corpus.source, corpus.licence)
        said("<details><summary>{}</summary>{}</details>", say("picture.licence"), text)
    return Given(item.picture(), item, (), item.pixels)


def _names(samples: Sequence[Item]) -> dict[str, str]:
    """What each sample is, in which language; those that are alike are numbered."""
    names: dict[str, str] = {}
    for item in samples:
        kind = item.id.split("/")[0]
        try:
            what = say(f"picture.kind.{kind}")
        except KeyError:
            what = kind
        name = f"{what}, {name_of(item.languages[0])}" if item.languages else what
        alike = sum(known.startswith(name) for known in names.values())
        names[item.id] = f"{name} {alike + 1}" if alike else name
    return names


def _brought(page: str, *, camera: bool) -> Given | None:
    """A picture of somebody's own, after the question that comes before it."""
    turn = st.session_state.get(f"{page}.round", 0)
    answers = {key: say(f"picture.{key}") for key in ("nobody", "agreed", "unasked")}
    key = f"{page}.others.{'camera' if camera else 'file'}.{turn}"
    others = st.radio(say("picture.may"), list(answers), format_func=answers.__getitem__, index=None, key=key)
    if others == "unasked":
        told(say("picture.ask-them"))
    if others not in {"nobody", "agreed"}:
        _forget(page)
        return None
    st.html(BUTTONS.format(**{key: say(f"picture.{key}") for key in ("browse", "take", "anew")}))
    options: dict[str, Any] = {"on_change": _start, "args": (page,)}
    if camera:
        file = st.camera_input(say("picture.take"), key=f"{page}.camera.{turn}", **options)
    else:
        file = st.file_uploader(say("picture.file"), FILES, key=f"{page}.file.{turn}", max_upload_size=5, **options)
    if not file:
        _forget(page)
        return None
    taken = _taken(page, file.file_id, file.getvalue())
    if isinstance(taken, PictureRefused):
        why = say(f"picture.reason.{taken.reason}", **taken.values)
        told(f"{say('picture.refused')} {why}", say(f"picture.help.{taken.reason}"))
        return None
    number = 0
    if len(taken.pages) > 1:
        number = st.selectbox(say("picture.page"), range(len(taken.pages)), format_func=lambda at: str(at + 1))
    return Given(taken.pages[number], None, taken.told, f"{file.file_id} {number}")


def _taken(page: str, id: str, data: bytes) -> Intake | PictureRefused:
    """What the intake made of a file; asked once, since a page runs again with every touch."""
    known: tuple[str, Intake | PictureRefused] | None = st.session_state.get(f"{page}.taken")
    if known and known[0] == id:
        return known[1]
    try:
        taken: Intake | PictureRefused = take_guarded(data, LIMITS)
    except PictureRefused as error:
        taken = error
    st.session_state[f"{page}.taken"] = (id, taken)
    return taken


def _start(page: str) -> None:
    st.session_state.pop(f"{page}.stopped", None)


def _forget(page: str) -> None:
    """Let go of what somebody brought, and of what *page* made of it, which it keeps under `<page>.kept`."""
    st.session_state.pop(f"{page}.taken", None)
    st.session_state.pop(f"{page}.kept", None)
