"""How an office's sheets and pages look besides its colours: the faces of headlines and names, the woven band."""

from __future__ import annotations

from typing import Literal, NamedTuple

Style = Literal["ร่วมสมัย", "สง่า", "เรียบ"]
Weave = Literal["ลูกแก้ว", "ขอ", "ขิด", "ตาหมากรุก", "คลื่น", "ใบยาง"]


WEAVES: dict[Weave, str] = {
    "ลูกแก้ว": "bead",
    "ขอ": "hook",
    "ขิด": "step",
    "ตาหมากรุก": "check",
    "คลื่น": "wave",
    "ใบยาง": "rubber-leaf",
}
"""What a template calls each weave (`press/typst/motif.typ`)."""


class Faces(NamedTuple):
    """The faces of a style, each by family and weight: headlines, names, and the small headings between them."""

    headline: str
    name: str
    heading: str


def family(face: str) -> str:
    """Return the family of a face."""
    return face.rpartition(" ")[0]


FACES: dict[Style, Faces] = {
    "ร่วมสมัย": Faces("Tonbaep Poster 400", "Tonbaep Name 700", "Tonbaep Display 700"),
    "สง่า": Faces("Tonbaep Serif 700", "Tonbaep Serif 700", "Tonbaep Serif 700"),
    "เรียบ": Faces("Tonbaep Display 700", "Tonbaep Display 700", "Tonbaep Display 700"),
}
USUAL_STYLE: Style = "ร่วมสมัย"
