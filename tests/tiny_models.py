"""Small models in ONNX, made in a test: each gives the mean of red, green and blue."""

from __future__ import annotations

import hashlib
from pathlib import Path

import onnx
from onnx import TensorProto, helper

MANIFEST = """\
schema_version: "1.0"
id: tints
name: Mean of each colour
file: tints.onnx
sha256: {sha256}
labels: [reddish, greenish, bluish]
input: {{name: pixels, width: 4, height: 2, layout: NCHW, resize: stretch}}
activation: none
licence: CC0-1.0
source: Made in a test.
people_shown: Nobody; it learned from no pictures.
limits: [It knows nothing but colours.]
"""


def tints(
    *, domain: str = "", external: bool = False, kind: int = TensorProto.FLOAT, shape: tuple[int, ...] = (1, 3, 2, 4)
) -> bytes:
    """A model with the input `pixels` and one operator that can be from another *domain*; *external* adds a tensor
    that says its numbers lie in another file.
    """
    graph = helper.make_graph(
        [helper.make_node("GlobalAveragePool", ["pixels"], ["means"], domain=domain)],
        "tints",
        [helper.make_tensor_value_info("pixels", kind, shape)],
        [helper.make_tensor_value_info("means", kind, (shape[0], shape[1], 1, 1))],
    )
    if external:
        graph.initializer.append(_elsewhere())
    imports = [helper.make_opsetid("", 13), *([helper.make_opsetid(domain, 1)] if domain else [])]
    model: bytes = helper.make_model(graph, opset_imports=imports, ir_version=8).SerializeToString()
    return model


def branching() -> bytes:
    """A model whose pointer to another file hides in a branch."""
    inner = helper.make_node("Constant", [], ["there"], value=_elsewhere())
    branch = helper.make_graph([inner], "branch", [], [helper.make_tensor_value_info("there", TensorProto.FLOAT, (1,))])
    choice = helper.make_node("If", ["asked"], ["out"], then_branch=branch, else_branch=branch)
    asked = helper.make_tensor_value_info("asked", TensorProto.BOOL, ())
    graph = helper.make_graph([choice], "g", [asked], [helper.make_tensor_value_info("out", TensorProto.FLOAT, (1,))])
    model: bytes = helper.make_model(graph, ir_version=8).SerializeToString()
    return model


def _elsewhere() -> onnx.TensorProto:
    tensor = TensorProto(name="secret", data_type=TensorProto.FLOAT, dims=[1], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="../../secret.bin")
    return tensor


def put(folder: Path, weights: bytes, manifest: str = MANIFEST) -> Path:
    """Write a model and its manifest to *folder* as `tints.onnx` and `tints.yml`. Gives *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tints.onnx").write_bytes(weights)
    (folder / "tints.yml").write_text(manifest.format(sha256=hashlib.sha256(weights).hexdigest()), "utf-8")
    return folder
