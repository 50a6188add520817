"""Choosing a picture: where it comes from, where it goes, how it gets worse, why one is refused."""

from __future__ import annotations

from toolkit.vision.degradations import DEGRADATIONS
from toolkit.vision.intake import REASONS, TOLD

PHRASES: dict[str, str] = {
    "picture.goes": (
        "Where does the picture go? Nowhere: the computer that runs this page keeps it in memory while you look at it, "
        "stores nothing and sends nothing on."
    ),
    "picture.other": "Choose a picture",
    "picture.from": "Where from",
    "picture.sample": "Sample",
    "picture.upload": "My device",
    "picture.camera": "Camera",
    "picture.which": "Which sample",
    "picture.no-samples": "This project has no sample pictures. Take one of your own.",
    "picture.none": "No picture is chosen.",
    "picture.none-help": "Open “Choose a picture” and take a sample, a file of your own or the camera.",
    "picture.may": "Use only pictures you may use. Are other people in it?",
    "picture.nobody": "No",
    "picture.agreed": "Yes, and they agree",
    "picture.unasked": "Yes, and nobody asked them",
    "picture.ask-them": "Then please ask them first, or take another picture.",
    "picture.file": "A picture or a PDF, at most 5 MB",
    "picture.browse": "Choose a file",
    "picture.take": "Take a picture",
    "picture.anew": "Take another one",
    "picture.page": "Page",
    "picture.told": "What the file held besides the picture ({count})",
    "picture.refused": "This file is not taken.",
    "picture.about": "The picture. Places that are marked in it: {count}.",
    "picture.places": "The marked places as a list",
    "picture.synthetic": "A program made this sample; it was never printed or photographed.",
    "picture.photograph": "This sample was photographed or scanned.",
    "picture.licence": "Licence and source",
    "picture.kind.form": "Form",
    "picture.kind.label": "Label",
    "picture.kind.letter": "Letter",
    "picture.kind.receipt": "Receipt",
    "picture.kind.street-sign": "Street sign",
    "picture.kind.table": "Table",
    "picture.kind.page": "Photographed page",
    "picture.worse": "Make the picture worse by",
    "picture.more": "More of these",
    "picture.level": "Level {level} of 5: {amount}.",
    "picture.level-none": "Level 0: nothing is done.",
    **{f"picture.told.{key}": sentence for key, sentence in TOLD.items()},
    **{f"picture.reason.{key}": sentence for key, (sentence, _) in REASONS.items()},
    **{f"picture.help.{key}": help for key, (_, help) in REASONS.items()},
    **{f"picture.worse.{id}": each.name for id, each in DEGRADATIONS.items()},
    **{f"picture.happens.{id}": each.sentence for id, each in DEGRADATIONS.items()},
    **{f"picture.amount.{id}": each.unit.replace("{:g}", "{amount}") for id, each in DEGRADATIONS.items()},
}
