"""One sign as a PDF: ours against the same sign by WeasyPrint, and all outputs of this repository's deployments."""

from __future__ import annotations

import base64
import datetime as dt
import html
import logging
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from table import show, spread

from toolkit import places
from toolkit.load import load
from toolkit.paths import Project
from toolkit.render import sign
from toolkit.typeset import Typesetter
from toolkit.view import cards, house

DAY = dt.date(2026, 11, 20)
#: The same words, sizes, colours, pictograms and code as ours; tagged as PDF/UA-1 as ours is.
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><style>
@page {{ size: {width}mm {height}mm; margin: 0 }} body {{ font-family: Inter; margin: 0; color: {ink} }}
header {{ background: {accent}; color: #fff; padding: 12mm 15mm; display: flex; gap: 8mm }}
h1 {{ font-size: {band}pt; margin: 0 }} header img {{ width: 27mm }} main {{ padding: 12mm 15mm }}
main > p {{ font-size: {lead}pt; margin: 0 }} .fact {{ display: flex; gap: 5mm; margin-top: 7mm }}
.fact img {{ width: 14mm }} h2, p {{ font-size: {text}pt; margin: 0 }}
footer {{ background: {tint}; padding: 10mm 15mm; display: flex; gap: 8mm; position: absolute; bottom: 0 }}
footer p {{ font-size: {foot}pt }} footer img {{ width: {code}mm }} small {{ font-size: 6pt }}
</style></head><body><header><img src="{icon}" alt=""><h1>{headline}</h1></header><main><p>{lead_text}</p>{facts}</main>
<footer><div>{ask}</div><img src="{svg}" alt="{alt}"></footer></body></html>"""


def measure(root: Path, rounds: int) -> None:
    """Print how long one sign takes when both are warm, turn by turn, each time with another title."""
    ours, sheet = _ours(root)
    contenders: dict[str, Callable[[int], bytes]] = {"disclose (typst)": ours}
    peer = _weasyprint(sheet)
    if peer:
        contenders["WeasyPrint"] = peer
    for turn in range(3):
        for make in contenders.values():
            make(turn)
    times: dict[str, list[float]] = {name: [] for name in contenders}
    sizes: dict[str, int] = {}
    for turn in range(10 * rounds):
        for name, make in contenders.items():
            start = time.perf_counter()
            sizes[name] = len(make(100 + turn))
            times[name].append(time.perf_counter() - start)
    base = times["disclose (typst)"]
    rows = []
    for name, spent in times.items():
        ratio = statistics.median(theirs / mine for theirs, mine in zip(spent, base, strict=True))
        rows.append((name, spread([1000 * each for each in spent]), f"{ratio:.1f} x", sizes[name] / 1024))
    show(
        "One A4 sign as PDF/UA-1, warm",
        ["made by", "ms", "times ours", "KB"],
        rows,
        "Aim: at most a quarter of WeasyPrint's time. The sizes of type are given to both. Finding them takes us",
        f"another {1000 * _finding(root):.0f} ms, once for each change; WeasyPrint has nothing like it.",
    )


def _view(root: Path) -> tuple[Any, Typesetter]:
    project = Project(root)
    content = load(project)
    shared = house(content, cards(content), DAY)
    assert shared is not None
    return places.views(project, content, shared)[0]["library-desk"], Typesetter(project, DAY)


def _ours(root: Path) -> tuple[Callable[[int], bytes], dict[str, Any]]:
    view, setter = _view(root)
    sheet, _ = sign.fitted(view, view.deployment.signs[0], ("en",), setter)
    fit = setter.fit(sign.TEMPLATE, sheet, grow=True)
    sheet["steps"] = fit.steps
    return lambda turn: setter.pdf(sign.TEMPLATE, {**sheet, "title": f"Sign {turn}"}), {**sheet, "type": fit.type[0]}


def _finding(root: Path) -> float:
    view, setter = _view(root)
    setter.__dict__["_fits"] = {}
    spent = []
    for turn in range(6):
        sheet = sign.sheet(view, view.deployment.signs[0], ("en",))
        sheet["voices"][0]["headline"] = f"AI reads form {turn}"
        start = time.perf_counter()
        setter.fit(sign.TEMPLATE, sheet, grow=True)
        spent.append(time.perf_counter() - start)
    return statistics.median(spent[1:])


def _weasyprint(sheet: dict[str, Any]) -> Callable[[int], bytes] | None:
    try:
        import weasyprint
    except ImportError:
        print("WeasyPrint is not installed: its comparison is left out")
        return None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    page = _page(sheet)
    return lambda turn: weasyprint.HTML(string=page.replace("<title>", f"<title>{turn} ")).write_pdf(
        pdf_variant="pdf/ua-1"
    )


def _page(sheet: dict[str, Any]) -> str:
    voice, kinds, shades = sheet["voices"][0], sheet["type"], sheet["colours"]
    facts = "".join(
        f'<div class="fact"><img src="{_image(fact["icon"])}" alt=""><div><h2>{html.escape(fact["title"])}</h2>'
        f"<p>{html.escape(fact['text'])}</p></div></div>"
        for fact in voice["facts"]
    )
    lines = (voice["responsible"], *voice["ask"], voice["listen"], voice["full"], sheet["address"], voice["status"])
    return PAGE.format(
        title="Sign",
        width=sheet["page"]["width"],
        height=sheet["page"]["height"],
        ink=shades["ink"],
        accent=shades["accent"],
        tint=shades["tint"],
        band=kinds["band"],
        text=kinds["text"],
        lead=1.4 * kinds["text"],
        foot=kinds["foot"],
        code=sheet["code"]["width"],
        icon=_image(sheet["icon"]),
        headline=html.escape(voice["headline"]),
        lead_text=html.escape(voice["lead"]),
        facts=facts,
        ask="".join(f"<p>{html.escape(line)}</p>" for line in lines if line) + f"<small>{sheet['small']}</small>",
        svg=_image(sheet["code"]["svg"]),
        alt=html.escape(sheet["code"]["alt"]),
    )


def _image(svg: str) -> str:
    sized = svg if "width=" in svg[:120] else svg.replace("<svg ", '<svg width="24" height="24" ', 1)
    return "data:image/svg+xml;base64," + base64.b64encode(sized.encode()).decode()
