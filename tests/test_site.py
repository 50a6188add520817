"""The built site: strict, complete, without a request to any other host, and safe from what it shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import ROOT, TODAY, contents, edit, everything, small, views, write
from reading import attributes, pieces, words

from toolkit import site
from toolkit.build import build
from toolkit.errors import ProjectError, SiteError
from toolkit.render import note, overview
from toolkit.render.environment import Templates
from toolkit.write import Writer

#: Elements and the attribute with which they make a browser load something at once.
LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "source": ("src", "srcset"),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
#: Links of the head that a browser follows by itself.
FOLLOWED = {"stylesheet", "preconnect", "dns-prefetch", "preload", "modulepreload", "prefetch", "icon", "manifest"}
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
IN_STYLES = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s;]+)""", re.IGNORECASE)
HOSTILE = (
    '"><script>alert("mark")</script><img src=//evil.example/x onerror=alert(1)> {{ 7*7 }} [x](javascript:alert(1))'
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """The project of this test, built: every kind of document on a page of its own."""
    project = everything(tmp_path_factory.mktemp("rich"))
    report = build(project, TODAY)
    assert (report.errors, report.pages) == (0, 11)
    return project


@pytest.fixture(scope="module")
def pages(rich):
    """Every page of the built site by its path."""
    return {path: data.decode() for path, data in contents(rich.site).items() if path.endswith(".html")}


def promised(folder: Path) -> list[str]:
    """The page of each document that the services promise as their own."""
    services = json.loads((folder / "api/services.json").read_text("utf-8"))
    return [
        f"{document['href']}index.html"
        for service in services
        for document in service["documents"]
        if document["state"] == "own"
    ]


def test_each_promised_page_exists(rich, pages):
    """Every document that a service promises as its own is a page of the site, with its words in it."""
    paths = promised(rich.docs)
    assert len(paths) == 11
    assert [path for path in paths if path not in pages] == []
    assert "It reads imaginary cards for tests." in words(pages["notes/example-reader/transparency-note/index.html"])


def test_another_builder_makes_the_same_pages(tmp_path, rich):
    """What is in docs/ are real files: Zensical, without our code, builds every promised page from them."""
    project = everything(tmp_path)
    build(project, TODAY, site=False)
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--strict", "--clean"]
    run = subprocess.run(command, cwd=project.root, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    made = contents(project.site)
    assert [path for path in promised(project.docs) if path not in made] == []
    for path in promised(project.docs):
        ours = words(article((rich.site / path).read_text("utf-8")))
        assert words(article(made[path].decode())).startswith(ours), path


def article(html: str) -> str:
    """The text of a page without what the builder puts around it."""
    return html.partition("<h1")[2].partition("</article>")[0]


def test_language(pages):
    """Each page names its language."""
    assert {tuple(attributes(html, "lang")[:1]) for html in pages.values()} == {("en",)}


def loaded(html: str) -> Iterator[str]:
    """The addresses that a browser asks for as soon as it opens a page."""
    for tag, values, _ in pieces(html):
        for name in LOADED.get(tag, ()):
            yield from (part.split()[0] for part in values.get(name, "").split(",") if part.strip())
        if tag == "link" and FOLLOWED & set(values.get("rel", "").lower().split()):
            yield values.get("href", "")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            yield values.get("content", "").partition("=")[2]
        yield from IN_STYLES.findall(values.get("style", ""))
    for style in re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL):
        yield from IN_STYLES.findall(style)


def test_no_request_to_other_hosts(rich, pages):
    """Opening a page loads nothing from another host: no script, style, picture, font or connection."""
    found = {path: [address for address in loaded(html) if ELSEWHERE.match(address)] for path, html in pages.items()}
    for path, data in contents(rich.site).items():
        if path.endswith((".css", ".svg")):
            found[path] = IN_STYLES.findall(data.decode())
    assert {path: addresses for path, addresses in found.items() if addresses} == {}
    assert len(found) > 15
    assert sum(1 for html in pages.values() for _ in loaded(html)) > 50


def test_the_theme_is_not_asked_to_fetch(pages):
    """The theme's script fetches from other hosts for drawings and repositories; no page holds what makes it do so."""
    for path, html in pages.items():
        classes = {name for value in attributes(html, "class") for name in value.split()}
        assert classes & {"mermaid", "giscus"} == set(), path
        assert [name for name in attributes(html, "data-md-component") if name in {"source", "consent"}] == [], path


def test_our_own_script_stays_at_home(rich):
    """Our script asks nobody for anything."""
    text = (rich.site / "assets/disclose.js").read_text("utf-8")
    assert re.findall(r"fetch|XMLHttpRequest|sendBeacon|import\s*\(|WebSocket|https?:", text) == []


def test_links_lead_somewhere(rich, pages):
    """Each link inside the site has its page, and its place on that page."""
    ids = {path: set(attributes(html, "id")) | set(attributes(html, "name")) for path, html in pages.items()}
    dead = []
    for path, html in pages.items():
        if path == "404.html":
            continue
        for href in attributes(html, "href"):
            target, _, place = href.partition("#")
            if ELSEWHERE.match(href) or target.startswith(("mailto:", "javascript:")):
                continue
            file = (rich.site / path).parent.joinpath(target).resolve() if target else rich.site / path
            file = file / "index.html" if file.is_dir() else file
            known = ids.get(file.relative_to(rich.site).as_posix(), set())
            if not file.is_file() or (place and file.suffix == ".html" and place not in known):
                dead.append((path, href))
    assert dead == []


def test_no_id_stands_twice(pages):
    """On each page an id stands once, so that every link and every label means one thing."""
    twice = {
        path: [id for id, count in Counter(attributes(html, "id")).items() if count > 1] for path, html in pages.items()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_hostile_names_in_the_whole_site(tmp_path):
    """Names that look like markup, had the checks let them through, are text in title, tags, search and overview."""
    project, name = small(tmp_path / "hostile", "one"), json.dumps(HOSTILE)
    edit(project, "services/one/service.yml", "name: Form reader", f"name: {name}")
    edit(
        project, "services/one/service.yml", 'schema_version: "1.0"', 'schema_version: "1.0"\nextends: suites/city.yml'
    )
    write(
        project.root,
        "services/suites/city.yml",
        f'schema_version: "1.0"\nid: city\nname: {name}\ndescription: {name}\n',
    )
    edit(project, "services/organisation.yml", "name: City of Example", f"name: {name}")
    build(project, TODAY, site=False)
    shown = views(project)["one"]
    Writer(project).put([*note.write(shown, Templates()), *overview.write([shown.card], [HOSTILE], Templates())])
    site.build(project, TODAY, "")
    harmless = small(tmp_path / "harmless", "one")
    build(harmless, TODAY)
    for page in ("notes/index.html", "tags/index.html", "notes/one/transparency-note/index.html"):
        html = (project.site / page).read_text("utf-8")
        usual = Counter(piece.tag for piece in pieces((harmless.site / page).read_text("utf-8")))
        found = Counter(piece.tag for piece in pieces(html))
        assert (found["script"], found["img"]) == (usual["script"], usual["img"]), page
        assert [name for piece in pieces(html) for name in piece.attributes if name.startswith("on")] == [], page
        assert [href for href in attributes(html, "href") if href.startswith("javascript:")] == [], page
    index = json.loads((project.site / "search/search_index.json").read_text("utf-8"))
    assert [entry for entry in index["docs"] if "<script" in entry["text"] + entry["title"]] == []


def test_names_beyond_the_first_plane(tmp_path):
    """A name with an emoji reaches the title of the page."""
    project = small(tmp_path, "one")
    edit(project, "services/one/service.yml", "name: Form reader", "name: Reader 😀")
    build(project, TODAY)
    html = (project.site / "notes/one/transparency-note/index.html").read_text("utf-8")
    assert "Reader 😀" in html.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[gone](gone.md)", "gone.md"),
        ("[gone](notes/index.md#gone)", "#gone"),
        ("[gone](/notes/)", "/notes/"),
    ],
    ids=["page", "place", "absolute"],
)
def test_a_dead_link_in_a_page_written_by_hand(tmp_path, text, named):
    """A link to nowhere stops the site with the names of page and link; the site of before stays."""
    project = small(tmp_path, "one")
    build(project, TODAY)
    before = contents(project.site)
    write(project.root, "docs/own.md", f"# Own\n\n{text}\n")
    edit(project, "mkdocs.yml", "  - Tags: tags.md", "  - Tags: tags.md\n  - Own: own.md")
    with pytest.raises(SiteError) as caught:
        build(project, TODAY)
    assert "own.md" in str(caught.value)
    assert named in str(caught.value)
    assert caught.value.help == "mend the page that is named, then build again"
    assert contents(project.site) == before


@pytest.mark.parametrize(
    "text",
    [
        "nav: [",
        "theme: {name: gone}\nsite_name: x\n",
        "site_name: x\nplugins: [gone]\n",
        "site_name: x\nnonsense: 1\n",
        "",
    ],
)
def test_broken_settings(tmp_path, text):
    """Whatever is wrong with mkdocs.yml is told in a sentence, and not in a traceback."""
    project = small(tmp_path)
    build(project, TODAY, site=False)
    project.config.write_text(text, "utf-8")
    with pytest.raises(SiteError, match="the site cannot be built"):
        build(project, TODAY)


def test_nothing_changed(tmp_path):
    """A site is not built again where nothing changed, and is where a page, a setting or the day did."""
    project = small(tmp_path, "one")
    build(project, TODAY)

    def rebuilt():
        mark = project.site / "mark"
        mark.write_text("of the site before")
        build(project, TODAY)
        return not mark.exists()

    assert not rebuilt()
    write(project.root, "docs/index.md", "# Another start\n\n[Services](notes/index.md)\n")
    assert rebuilt()
    edit(
        project,
        "mkdocs.yml",
        "City of Example" if "City of Example" in project.config.read_text() else "Test office",
        "Office",
    )
    assert rebuilt()
    shutil.rmtree(project.site)
    assert build(project, TODAY).site == project.site
    assert (project.site / "index.html").is_file()


def test_what_was_there_goes(tmp_path):
    """The new site takes the place of the old one as a whole; nothing of the old one stays."""
    project = small(tmp_path, "one")
    write(project.root, "site/old.html", "old")
    build(project, TODAY)
    assert not (project.site / "old.html").exists()
    assert {path.name for path in project.cache.iterdir()} & {"site", "site-before"} == set()


def test_a_site_that_cannot_be_replaced(tmp_path):
    """A file in the place of the site is told, not crashed into."""
    project = small(tmp_path, "one")
    build(project, TODAY, site=False)
    (project.cache / "site-before").write_text("a file where a folder should be")
    write(project.root, "site/old.html", "old")
    with pytest.raises(ProjectError, match=r"cannot write .*/site"):
        build(project, TODAY)
    assert (project.site / "old.html").read_text() == "old"


def test_the_environment_is_left_as_it_was(tmp_path, monkeypatch):
    """Building a site changes no environment of whoever called it."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project = small(tmp_path)
    build(project, TODAY)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_preview_without_settings(tmp_path):
    """Without mkdocs.yml there is nothing to preview."""
    project = small(tmp_path)
    project.config.unlink()
    with pytest.raises(SiteError, match=r"there is no mkdocs\.yml"):
        site.preview(project, 8000)


def test_settings_of_starter_and_project_agree():
    """The settings of a new project are those of this repository, but for names and navigation."""

    def core(text):
        start = text.index("theme:")
        return text[start : text.index("nav:", text.index("not_in_nav"))]

    starter = (ROOT / "templates/project/mkdocs.yml.j2").read_text("utf-8")
    assert core(starter) == core((ROOT / "mkdocs.yml").read_text("utf-8"))
