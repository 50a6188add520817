"""Choosing a picture: where it comes from, where it goes, what was left out of its file, why one is refused."""

from __future__ import annotations

from toolkit.vision.intake import REASONS, TOLD

PHRASES: dict[str, str] = {
    "picture.goes": "Where does the picture go? Nowhere. It stays in the memory of this computer while you look at it.",
    "picture.goes-server": (
        "Where does the picture go? Nowhere beyond the computer that runs this page. It stays in its memory while you "
        "look at it and is never stored."
    ),
    "picture.from": "Picture",
    "picture.sample": "Sample",
    "picture.upload": "From my device",
    "picture.camera": "Camera",
    "picture.which": "Which sample",
    "picture.sample-name": "{kind}, {language}, {number}",
    "picture.sample-plain": "{kind}, {number}",
    "picture.no-samples": "This project has no sample pictures. Take one of your own.",
    "picture.may": "Use only pictures you may use. Are other people in it?",
    "picture.nobody": "No",
    "picture.agreed": "Yes, and they agree",
    "picture.unasked": "Yes, and they do not know",
    "picture.ask-them": "Then please ask them first, or take another picture.",
    "picture.choose": "Choose a picture or a PDF, at most 5 MB",
    "picture.kinds": "PNG, JPEG, WebP, BMP, TIFF or PDF. A file is opened apart from everything else.",
    "picture.button": "Choose a file",
    "picture.take": "Take a picture",
    "picture.page": "Page",
    "picture.told": "Left out of the file",
    "picture.refused": "This picture is not taken.",
    "picture.about": "The picture with {count} marked places",
    "picture.synthetic": "This sample is synthetic: it was laid out by a program and never printed.",
    **{f"picture.told.{key}": sentence for key, sentence in TOLD.items()},
    **{f"picture.reason.{key}": sentence for key, (sentence, _) in REASONS.items()},
    **{f"picture.help.{key}": help for key, (_, help) in REASONS.items()},
}
