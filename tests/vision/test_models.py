"""Models that the user brings: read with their manifest, copied, downloaded from this computer, refused."""

from __future__ import annotations

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import tiny_models
from tiny_models import MANIFEST

from toolkit.paths import Project
from toolkit.vision import download
from toolkit.vision.download import DownloadError
from toolkit.vision.models import ModelError, add, model_ids, models, offer, open_model, read_manifest

WEIGHTS = tiny_models.tints()
HASH = hashlib.sha256(WEIGHTS).hexdigest()


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    (tmp_path / "town" / "services").mkdir(parents=True)
    return Project((tmp_path / "town").resolve())


@pytest.fixture
def shelf(tmp_path):
    """A folder outside of the project that holds the weights and their manifest."""
    return tiny_models.put(tmp_path / "shelf", WEIGHTS)


@pytest.fixture
def served():
    """Starts a server on this computer that answers each path as told: status, headers, body. Gives its address."""
    servers = []

    def start(answers):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                status, headers, body = answers[self.path]
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(body)

            do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

            def log_message(self, *told):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def silent(done, of):
    """Nobody watches."""


def left(project):
    """Every file of the project, so that nothing half done is overlooked."""
    return sorted(path.relative_to(project.root).as_posix() for path in project.root.rglob("*") if path.is_file())


def take(project, source, manifest=None):
    """Add a model without asking; http to this computer is allowed."""
    return add(project, offer(project, source, manifest, loopback=True), silent)


def test_copied(project, shelf):
    """Weights and manifest lie in a folder with the id of the model; the steps are told."""
    offered = offer(project, str(shelf / "tints.onnx"))
    assert (offered.manifest.id, offered.manifest.licence, offered.size) == ("tints", "CC0-1.0", len(WEIGHTS))
    assert left(project) == []
    steps = []
    folder = add(project, offered, lambda done, of: steps.append((done, of)))
    assert folder == project.root / "models" / "tints"
    assert left(project) == ["models/tints/tints.onnx", "models/tints/tints.yml"]
    assert steps == [(len(WEIGHTS), len(WEIGHTS))]
    assert open_model(folder)[1:4] == (("reddish", "greenish", "bluish"), WEIGHTS, "tints.onnx")
    assert [(row.id, row.problem) for row in models(project)] == [("tints", "")]


def test_hash_is_written(project, shelf):
    """A manifest without a hash gets the one of what arrived."""
    bare = MANIFEST.replace("sha256: {sha256}\n", "").rstrip("\n")
    tiny_models.put(shelf, WEIGHTS, bare)
    folder = take(project, str(shelf / "tints.onnx"))
    assert (folder / "tints.yml").read_text("utf-8").endswith(f"\nsha256: {HASH}\n")
    assert open_model(folder).manifest.sha256 == HASH


def test_labels_in_a_file(project, shelf):
    """One label a line, in a file that is copied along."""
    tiny_models.put(shelf, WEIGHTS, MANIFEST.replace("[reddish, greenish, bluish]", "tints.txt"))
    (shelf / "tints.txt").write_text("rot\ngrün\n\nblau\n", "utf-8")
    assert open_model(take(project, str(shelf / "tints.onnx"))).labels == ("rot", "grün", "blau")


def test_downloaded(project, shelf, served):
    """From an address, after a redirect, to the same two files."""
    length = {"Content-Length": str(len(WEIGHTS))}
    at = served({"/old": (302, {"Location": "/new"}, b""), "/new": (200, length, WEIGHTS)})
    offered = offer(project, f"{at}/old", shelf / "tints.yml", loopback=True)
    assert offered.size == len(WEIGHTS)
    add(project, offered, silent)
    assert left(project) == ["models/tints/tints.onnx", "models/tints/tints.yml"]


def test_server_that_knows_no_head(project, shelf, served, monkeypatch):
    """Where a server does not tell the size it is unknown, and the limit holds all the same."""
    at = served({"/m": (200, {}, WEIGHTS), "/no": (405, {}, b"")})
    assert offer(project, f"{at}/no", shelf / "tints.yml", loopback=True).size is None
    offered = offer(project, f"{at}/m", shelf / "tints.yml", loopback=True)
    monkeypatch.setattr(download, "MAX_BYTES", len(WEIGHTS) - 1)
    with pytest.raises(DownloadError, match="at most"):
        add(project, offered, silent)
    assert left(project) == []


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((404, {}, b"none"), "the server answers 404"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "the server answers 302"),
        ((302, {"Location": "http://models.example/m"}, b""), "http://models.example/m is not fetched"),
        ((302, {"Location": "ftp://127.0.0.1/m"}, b""), "ftp://127.0.0.1/m is not fetched"),
        ((302, {"Location": "/m"}, b""), "302"),
        ((200, {"Content-Length": "700000000"}, b""), "has 700 MB, and at most 600 MB are taken"),
        ((200, {"Content-Length": "5000"}, b"half"), "broke off after 4 of 5000 bytes"),
        ((200, {"Transfer-Encoding": "chunked"}, b"ff\r\nhalf"), "broke off"),
        ((200, {}, WEIGHTS + b"!"), "the hash of"),
    ],
)
def test_download_leaves_nothing(answer, message, project, shelf, served):
    """Whatever goes wrong on the way is told in a sentence, and no file is left."""
    at = served({"/m": answer})
    with pytest.raises((DownloadError, ModelError)) as caught:
        take(project, f"{at}/m", shelf / "tints.yml")
    assert message in str(caught.value)
    assert caught.value.help
    assert left(project) == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:9/m", "only https:// is"),
        ("http://models.example/m", "only https:// is"),
        ("file:///etc/passwd", "only https:// is"),
        ("https:///m", "only https:// is"),
        ("https://[1/m", "is no address"),
        ("https://name:secret@models.example/m", "a name or password"),
    ],
)
def test_addresses(address, message, project, shelf):
    """Without the word for tests only https is asked at all; a password is not repeated."""
    with pytest.raises(DownloadError) as caught:
        offer(project, address, shelf / "tints.yml")
    assert message in str(caught.value)
    assert "secret" not in str(caught.value)


def test_unreachable(project, shelf):
    """Nobody listens."""
    with pytest.raises(DownloadError, match="cannot be reached"):
        offer(project, "http://127.0.0.1:9/m", shelf / "tints.yml", loopback=True)


def test_what_cannot_be_opened_is_not_added(project, tmp_path):
    """A model with a pointer to another file is refused before it is in its place."""
    shelf = tiny_models.put(tmp_path / "shelf", tiny_models.tints(external=True))
    with pytest.raises(ModelError, match="another file"):
        take(project, str(shelf / "tints.onnx"))
    assert left(project) == []


def test_twice(project, shelf):
    """A model is never overwritten."""
    take(project, str(shelf / "tints.onnx"))
    with pytest.raises(ModelError, match="there is a model called `tints` already"):
        offer(project, str(shelf / "tints.onnx"))


def test_leftovers_of_a_killed_run(project, shelf):
    """What a run left that was killed is cleared away by the next."""
    tiny_models.put(project.cache / "models" / "tints", b"half")
    take(project, str(shelf / "tints.onnx"))
    assert left(project) == ["models/tints/tints.onnx", "models/tints/tints.yml"]


def test_no_manifest(project, tmp_path):
    """Weights alone say nothing of what they are."""
    (tmp_path / "bare.onnx").write_bytes(WEIGHTS)
    for source in (str(tmp_path / "bare.onnx"), "https://models.example/bare.onnx"):
        with pytest.raises(ModelError, match="needs a manifest"):
            offer(project, source)
    with pytest.raises(DownloadError, match="there is no file"):
        offer(project, str(tmp_path / "none.onnx"), tiny_models.put(tmp_path / "shelf", WEIGHTS) / "tints.yml")


def test_models_that_leads_out(project, shelf, tmp_path):
    """A link out of the project is not followed."""
    (tmp_path / "elsewhere").mkdir()
    (project.root / "models").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ModelError, match="leads out of the project"):
        offer(project, str(shelf / "tints.onnx"))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("licence: CC0-1.0\n", "", ("1:1", "missing-key", "`licence` is missing in this onnx manifest")),
        (
            "width: 4",
            "width: 0",
            ("7:30", "wrong-value", "`width` is not right: input should be greater than or equal to 1"),
        ),
        ("NCHW", "NCWH", ("7:52", "unknown-value", "`layout` cannot be NCWH")),
        ("tints.onnx", "../tints.onnx", ("4:7", "bad-id", "`file` cannot be ../tints.onnx")),
        ("{sha256}", "1234", ("5:9", "wrong-type", "`sha256` should be text, not the number 1234")),
    ],
)
def test_findings(old, new, found, tmp_path):
    """What is wrong in a manifest has its line and column."""
    path = tmp_path / "tints.yml"
    path.write_text(MANIFEST.replace(old, new).format(sha256=HASH), "utf-8")
    manifest, findings = read_manifest(path, "tints.yml")
    assert manifest is None
    assert [(f.where.removeprefix("tints.yml:"), f.rule, f.message) for f in findings] == [found]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: (folder / "tints.onnx").write_bytes(WEIGHTS + b"!"), "is not the file that its manifest"),
        (lambda folder: (folder / "tints.onnx").unlink(), "there is no file tints.onnx"),
        (lambda folder: (folder / "tints.yml").unlink(), "cannot read the file"),
        (lambda folder: (folder / "tints.yml").write_text("- a list\n"), "the file should hold keys"),
        (lambda folder: _edit(folder, f"sha256: {HASH}\n", ""), "holds no sha256"),
        (lambda folder: _edit(folder, "id: tints", "id: shades"), "is not the name of its folder"),
        (lambda folder: _edit(folder, "bluish", "reddish"), "the label 'reddish' stands twice"),
    ],
)
def test_changed(change, message, tmp_path):
    """The folder is looked at anew each time it is opened."""
    folder = tiny_models.put(tmp_path / "tints", WEIGHTS)
    change(folder)
    with pytest.raises(ModelError) as caught:
        open_model(folder)
    assert message in str(caught.value)


def test_link_out_of_the_folder(tmp_path):
    """Weights that lie elsewhere are not followed, whatever their hash."""
    folder = tiny_models.put(tmp_path / "tints", WEIGHTS)
    (folder / "tints.onnx").rename(tmp_path / "weights")
    (folder / "tints.onnx").symlink_to(tmp_path / "weights")
    with pytest.raises(ModelError, match="there is no file"):
        open_model(folder)


def test_list(project):
    """Each folder with a manifest, also one whose weights were changed."""
    home = project.root / "models"
    tiny_models.put(home / "tints", WEIGHTS)
    (home / "notes").mkdir()
    tiny_models.put(home / "other", WEIGHTS)
    (home / "other" / "tints.yml").rename(home / "other" / "other.yml")
    assert model_ids(project) == ["other", "tints"]
    rows = [(row.id, bool(row.manifest), row.problem != "") for row in models(project)]
    assert rows == [("other", True, True), ("tints", True, False)]


def _edit(folder, old, new):
    path = folder / "tints.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
