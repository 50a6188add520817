"""What the tagger `opencv` can say and what each of its detectors is known to get wrong; free of heavy imports.

The limits stand in the note of the service `opencv-tags` too. Figures come from runs of this code on the photographs
and the 100 face cut-outs that scikit-image ships.
"""

from __future__ import annotations

from typing import NamedTuple

#: The detectors look at a picture whose long side has at most so many pixels; codes are looked for in a larger one.
LONG_SIDE = 1024
LONG_SIDE_OF_CODES = 2048
#: The eleven basic colour terms of English (Berlin and Kay, Basic Color Terms, 1969).
COLOURS = ("black", "white", "grey", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown")


class Detector(NamedTuple):
    """One label, what answers with it, and its known limits in plain sentences."""

    label: str
    name: str
    limits: tuple[str, ...]


REDUCED = f"A picture with a side above {LONG_SIDE} pixels is made smaller first, and small things with it."
UPRIGHT = "It expects the head upright: one that is tilted or lies on its side can be missed."
WHOM = "The file does not say whose pictures it learned from, and nobody has measured here whom it misses."
COVERED = "A mask, a veil, glasses, hair or a hand over part of the face can hide it."
BODY = (
    "It was made for people seen from the front or from behind; it does not handle the side.",
    "Things with a like outline and busy ground give false alarms; its authors say to expect less than of faces.",
    "The box takes in some ground beside the body.",
    "People who sit, lie or use a wheelchair can be missed.",
)
MEASURED = "It measures the whole picture and knows nothing of what is shown."

DETECTORS = (
    Detector(
        "face",
        "Cascade for faces from the front",
        (
            "It says that a face is there and where. It does not know whose.",
            "It is made for faces from the front: one that looks down, up or aside can be missed.",
            UPRIGHT,
            "A face smaller than 24 by 24 pixels is not found.",
            REDUCED,
            COVERED,
            "Round things with dark spots, such as a dial or a cell, can be taken for a face.",
            WHOM,
        ),
    ),
    Detector(
        "face in profile",
        "Cascade for faces from the side, which looks at the picture and at its mirror image",
        (
            "It says that a face is there and where. It does not know whose.",
            UPRIGHT,
            "A face smaller than 20 by 20 pixels is not found.",
            REDUCED,
            "It answers to faces from the front too, so one face can get both tags.",
            COVERED,
            WHOM,
        ),
    ),
    Detector(
        "eye",
        "Cascade for eyes, which looks everywhere and not only inside faces",
        (
            "It is made for eyes seen from the front.",
            "An eye smaller than 20 by 20 pixels is not found.",
            REDUCED,
            "Small dark spots with a lighter rim, such as buttons and craters, are often taken for an eye.",
            "It is one answer for each eye, so eyes do not count people.",
            WHOM,
        ),
    ),
    Detector(
        "cat face",
        "Cascade for faces of cats from the front",
        (
            "It takes people for cats, which insults them. Block it wherever people are shown.",
            "Of 100 small cut-outs of people's faces, enlarged four times, 23 got this tag.",
            "It is made for upright cats that look into the camera; others can be missed.",
            "A face smaller than 24 by 24 pixels is not found.",
            REDUCED,
        ),
    ),
    Detector(
        "full body",
        "Cascade for whole bodies",
        (*BODY, "A body smaller than 14 by 28 pixels is not found.", REDUCED, WHOM),
    ),
    Detector(
        "upper body",
        "Cascade for heads with shoulders",
        (*BODY, "What is smaller than 22 by 18 pixels is not found.", REDUCED, WHOM),
    ),
    Detector(
        "person",
        "Edge pattern of a standing person (HOG)",
        (
            "It is made for people who stand or walk upright, in full view.",
            "People who sit, crouch, lie or use a wheelchair can be missed.",
            "A person is not found in a picture under 64 by 128 pixels, nor where they are smaller than that.",
            REDUCED,
            "Poles, towers and other upright things can be taken for a person.",
            "The box is larger than the person.",
            WHOM,
        ),
    ),
    Detector(
        "QR code",
        "OpenCV's reader of QR codes",
        (
            "The score is 1 where the code was read, 0 where only its corners were found, and nothing in between.",
            "Blur, stains, shine and a slanting view can make a code unreadable.",
            "Whether an address in a code is safe was not checked.",
        ),
    ),
    Detector(
        "bar code",
        "OpenCV's reader of bar codes of goods",
        (
            "The score is 1 where the code was read, 0 where only its bars were found, and nothing in between.",
            "It reads EAN-8, EAN-13, UPC-A and UPC-E; codes on parcels and tickets are not read.",
            "A clean code is missed at some sizes, above all where it fills much of the picture.",
            "Blur, stains, shine and a slanting view can make a code unreadable.",
        ),
    ),
    Detector(
        "black and white",
        "Colourfulness",
        (
            MEASURED,
            "A print that went brown or was toned counts as coloured.",
            "A coloured scene with little colour, such as fog, can count as black and white.",
        ),
    ),
    Detector(
        "drawing",
        "Share of even areas",
        (
            MEASURED,
            "It looks for areas of exactly one colour. A drawing that was photographed has none.",
            "A photograph with a blank background or a blown-out sky can count as a drawing.",
            "A page counts as a drawing where its paper is evenly white, as in most scans.",
            "It cannot tell a picture made by a machine from a photograph.",
        ),
    ),
    Detector(
        "photograph",
        "Share of uneven areas, the opposite of drawing",
        (
            MEASURED,
            "A drawing or a page that was photographed counts as a photograph.",
            "It cannot tell a picture made by a machine from a photograph.",
        ),
    ),
    Detector(
        "blurred",
        "Blur effect",
        (
            MEASURED,
            "Fog, a soft background and smooth things count as blurred.",
            "Blur that is smaller than a pixel of the reduced picture is not seen.",
            "Noise makes a blurred picture look sharp.",
        ),
    ),
    Detector("dark", "Mean lightness", (MEASURED, "A night scene that is as it should be counts as dark.")),
    Detector("bright", "Mean lightness", (MEASURED, "A white page or a field of snow counts as bright.")),
    Detector(
        "contains text",
        "Share of shapes that stand in straight lines like letters",
        (
            "It does not read. It looks for many small shapes of like height in straight, level lines.",
            "A few words on a photograph, such as a shop sign, are missed.",
            "Handwriting, slanting lines and letters under 7 pixels are missed.",
            "Rows of like things, such as coins or windows, can be taken for text.",
        ),
    ),
    *(
        Detector(
            f"colour {colour}",
            "Nearest of eleven basic colours",
            (
                "It is the colour of pixels, not of things: light and shadow change it.",
                "The score is the area beside that of the most frequent colour, which has 1.",
                "Skin is called brown, orange or pink; the name says nothing of a person.",
            ),
        )
        for colour in COLOURS
    ),
)
#: Every label that the tagger `opencv` can give.
LABELS = tuple(detector.label for detector in DETECTORS)
