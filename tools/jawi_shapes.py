"""A font of Malay in Arabic letters in which every shape of a letter is one glyph and stands for one letter.

An Arabic font normally moves dots over and under letters, swaps shapes by their neighbours' neighbours, and draws ل
with ا as one glyph, which readers of PDFs reverse. Here each shape that `generator.jawi` knows is drawn once, as the
source font draws it; ل before ا carries the drawing of both, and the ا after it is a blank of half the width. So a
text's width is the sum of its shapes, and what is copied is what was set.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Offset
from fontTools.pens.basePen import NullPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from generator.jawi import ALIFS, KASHIDA, LAM, every_shape

if TYPE_CHECKING:
    from fontTools.pens.basePen import AbstractPen
    from fontTools.ttLib.tables._g_l_y_f import Glyph

JOINER = "\u200d"
SIDES = {(False, False): "", (False, True): ".init", (True, True): ".medi", (True, False): ".fina"}


class Drawn(NamedTuple):
    """A glyph: its name, its outline and how far it moves the pen, in the source's units."""

    name: str
    outline: Glyph
    advance: int


def letters_of(shape: str) -> str:
    """Return the letters of a shape without the kashidas that say what it joins."""
    return shape.strip(KASHIDA)


def name_of(shape: str) -> str:
    """Return the name of the glyph of a shape of one letter: `uni0628.medi` for ـبـ."""
    side = SIDES[shape.startswith(KASHIDA), shape.endswith(KASHIDA)]
    return f"uni{ord(letters_of(shape)):04X}{side}"


class Source:
    """The font that shapes are taken from."""

    def __init__(self, data: bytes) -> None:
        """Open the font for drawing and for shaping."""
        self.font = TTFont(io.BytesIO(data))
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(data))
        self._glyphs, self._order = self.font.getGlyphSet(), self.font.getGlyphOrder()

    def draw(self, shape: str, pen: AbstractPen) -> int:
        """Draw a shape by the font's own rules; return how far it moves the pen."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(shape.replace(KASHIDA, JOINER))
        buffer.script, buffer.language, buffer.direction = "Arab", "ms", "rtl"
        uharfbuzz.shape(self._shaper, buffer)
        along = 0
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            outline = DecomposingRecordingPen(self._glyphs)
            self._glyphs[self._order[glyph.codepoint]].draw(outline)
            outline.replay(TransformPen(pen, Offset(along + place.x_offset, place.y_offset)))
            along += place.x_advance
        return along


def drawn(source: Source) -> list[Drawn]:
    """Return every glyph of the font."""
    made = []
    for shape in every_shape():
        letters = letters_of(shape)
        pen = TTGlyphPen(None)
        if len(letters) == 1:
            advance = source.draw(shape, pen)
            made.append(Drawn(name_of(shape), pen.glyph(), advance))
            continue
        lam, alif = pair_names(shape)
        half = source.draw(shape, NullPen()) // 2
        # The pen runs from left to right through what is read from right to left: the blank is left of the drawing.
        advance = source.draw(shape, TransformPen(pen, Offset(-half, 0))) - half
        made += [Drawn(lam, pen.glyph(), advance), Drawn(alif, TTGlyphPen(None).glyph(), half)]
    return made


def pair_names(shape: str) -> tuple[str, str]:
    """Return the names of the two glyphs of ل with ا: the drawing of both, and the blank after it."""
    lam, alif = letters_of(shape)
    side = ".medi" if shape.startswith(KASHIDA) else ".init"
    return f"uni{ord(lam):04X}{side}.{ord(alif):04X}", f"uni{ord(alif):04X}.fina{side}"


def names_of(shape: str) -> tuple[str, ...]:
    """Return the names of the glyphs of any shape."""
    return (name_of(shape),) if len(letters_of(shape)) == 1 else pair_names(shape)


def rules() -> str:
    """Return the font's rules as a feature file."""
    single: dict[str, list[str]] = {"init": [], "medi": [], "fina": []}
    for shape in every_shape():
        if len(letters_of(shape)) == 1 and KASHIDA in shape:
            name = name_of(shape)
            single[name[-4:]].append(f"sub {name[:-5]} by {name};")
    pairs, turned = [], []
    for alif in ALIFS:
        for before in ("", KASHIDA):
            lam, blank = pair_names(before + LAM + alif)
            plain, fina = lam.rpartition(".")[0], name_of(KASHIDA + alif)
            pairs.append(f"sub {plain}' {fina} by {lam};")
            turned.append(f"sub {lam} {fina}' by {blank};")
    features = [f"feature {tag} {{ {' '.join(lines)} }} {tag};" for tag, lines in single.items()]
    lookups = [f"lookup {name} {{ {' '.join(lines)} }} {name};" for name, lines in (("lam", pairs), ("alif", turned))]
    systems = "languagesystem DFLT dflt; languagesystem arab dflt; languagesystem arab MLY;"
    return f"{systems} {' '.join(features)} feature rlig {{ {' '.join(lookups)} }} rlig;"


def jawi_font(data: bytes, em: int, names: dict[str, str], weight: int, line: tuple[float, float]) -> TTFont:
    """Return a font of every shape, drawn by the font `data`, at `em` units to the em.

    `names` are the names that the font carries, `line` how far a line reaches above and below the baseline, in em.
    """
    source = Source(data)
    glyphs = [Drawn(".notdef", TTGlyphPen(None).glyph(), em // 2), *drawn(source)]
    order = [glyph.name for glyph in glyphs]
    build = FontBuilder(em, isTTF=True)
    build.setupGlyphOrder(order)
    build.setupCharacterMap({int(name[3:], 16): name for name in order if name.startswith("uni") and "." not in name})
    build.setupGlyf({glyph.name: glyph.outline for glyph in glyphs})
    table = build.font["glyf"]
    build.setupHorizontalMetrics({glyph.name: (glyph.advance, _left(table, glyph.name)) for glyph in glyphs})
    above, below = (round(part * em) for part in line)
    build.setupHorizontalHeader(ascent=above, descent=-below)
    build.setupNameTable(names)
    high = {"sTypoAscender": above, "sTypoDescender": -below, "usWinAscent": above, "usWinDescent": below}
    build.setupOS2(**high, usWeightClass=weight, fsType=0)
    build.setupPost()
    build.font["head"].created = build.font["head"].modified = source.font["head"].modified
    build.font.recalcTimestamp = False
    addOpenTypeFeaturesFromString(build.font, rules())
    return build.font


def _left(table: dict[str, Glyph], name: str) -> int:
    bounds = BoundsPen(None)
    table[name].draw(bounds, table)
    return bounds.bounds[0] if bounds.bounds else 0
