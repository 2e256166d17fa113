"""Make the project's fonts: every Thai cluster is one glyph, so that what a reader copies from a PDF is what was set.

A cluster such as น้ำ is normally drawn as four glyphs moved over each other. A PDF maps glyphs to text one by
one; with a mark that stands for a different text each time, writers fall back on ActualText, which readers apply in
different ways or ignore. Here the shaping is done once, ahead of time: each possible cluster is shaped with the source
font and stored as one composite glyph, and a ligature rule maps the letters to it. One glyph then stands for one text.

The web gets the same fonts, cut down to the letters of a Thai page: what a browser saves as PDF is then exact as well.

Run by hand (`python tools/make_fonts.py`, with the `fonts` dependency group); the results are kept in the repository.
Nothing here is imported by the product.
"""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools import subset
from fontTools.otlLib.builder import LigatureSubstBuilder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from jawi_shapes import jawi_font, names_of
from thai_clusters import clusters, spellings

from generator.jawi import LETTERS, SIGNS, every_shape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "fonts-source"
PRINT = ROOT / "generator" / "fonts"
WEB = ROOT / "overrides" / "assets" / "fonts"

WEB_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))
WEB_SIGNS = tuple("–—‘’“”…•€")
LAYOUT = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "init", "medi", "fina", "rlig")
UNHINTED = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "DSIG", "FFTM")
"""Hinting programs refer to outline points, which composites move; paper and today's screens do without them."""
SMOOTH = {0xFFFF: 0x0F}
"""Grey at every size, in both directions."""


KO_KAI, SARABUN_NEW = 0.586, 0.400
"""The height of ก in em in Sarabun and in TH Sarabun New, measured in the files: the same drawing at two sizes."""

SINGLE = 1.301
"""The line of TH Sarabun New in em, single spacing in Word: 20.8 points at 16."""

JAWI_LARGER = 1.12
"""How much larger Noto Naskh Arabic is drawn, so that it looks as large as the Thai beside it."""

JAWI_LINE = (1.05, 0.35)
"""How far a line of it reaches above and below the baseline, in em."""


FONTLOG = """\
{family} is a changed version of {source}, under the same SIL Open Font License 1.1 (see LICENSE.txt).

Changes, made by tools/make_fonts.py of the project tonbaep:
- the family is renamed;
- hinting is removed;
- each Thai letter with its marks has a composite glyph of its own, drawn where the original's rules draw it, and a ccmp
  ligature leads to it. No outline and no width is changed{but};
{quotes}{size}- in the files for the web (.woff2) letters that a Thai page does not use are left out.
"""


JAWI_FONTLOG = """\
{family} is a changed version of {source}, under the same SIL Open Font License 1.1 (see LICENSE.txt).

Changes, made by tools/make_fonts.py of the project tonbaep:
- the family is renamed, and hinting is removed;
- only the letters of Malay in Arabic script are left, and each of their shapes is one glyph of its own;
- the drawing of lam with alif stands in the glyph of lam, and the alif after it is a blank;
- the em is another, so that letters look as large as the Thai beside them.
"""


SIZED = """\
- the em is larger, so that letters are as large, and lines as far apart, as those of TH Sarabun New at the same size;
"""


QUOTES = "‘’“”"
QUOTES_OF = "sarabun/Sarabun-Bold.ttf"
QUOTED = f"""\
- the quotation marks {QUOTES} are those of Sarabun by Cadson Demak (under the same licence): the original's are two
  ticks, which open and close alike;
"""


@dataclass(frozen=True)
class Face:
    """One of our files and the file it is made from. Typst and browsers know `style` by its `weight`."""

    source: str
    family: str
    style: str
    weight: int
    true_size: bool = False
    """Whether the letters are as large as those of TH Sarabun New at the same size, and its lines equally far apart."""
    quotes: bool = False
    """Whether its quotation marks are those of another face, as its own open and close alike."""
    jawi: bool = False
    """Whether it draws Malay in Arabic script, and nothing else."""

    @property
    def origin(self) -> str:
        """Return whose work the source is."""
        return AUTHORS[Path(self.source).parent.name]

    @property
    def folder(self) -> str:
        """Return the folder of the family, such as `tonbaep-text`."""
        return self.family.lower().replace(" ", "-")

    @property
    def on_the_web(self) -> bool:
        """Return whether the site has it: true sizes are for official papers, and web headings have one weight."""
        return not self.true_size and self.file != "TonbaepDisplay-Bold"

    @property
    def file(self) -> str:
        """Return the file's name without its ending, such as `TonbaepText-Regular`."""
        return f"{self.family.replace(' ', '')}-{self.style}"


AUTHORS = {
    "chonburi": "Chonburi by Cadson Demak",
    "ibm-plex-sans-thai-looped": "IBM Plex Sans Thai Looped by IBM and Cadson Demak",
    "noto-naskh-arabic": "Noto Naskh Arabic by Google",
    "prompt": "Prompt by Cadson Demak",
    "sarabun": "Sarabun by Cadson Demak",
    "trirong": "Trirong by Cadson Demak",
}

FACES = (
    Face("sarabun/Sarabun-Regular.ttf", "Tonbaep Text", "Regular", 400),
    Face("sarabun/Sarabun-Bold.ttf", "Tonbaep Text", "Bold", 700),
    Face("sarabun/Sarabun-Regular.ttf", "Tonbaep Paper", "Regular", 400, true_size=True),
    Face("sarabun/Sarabun-Bold.ttf", "Tonbaep Paper", "Bold", 700, true_size=True),
    Face("prompt/Prompt-SemiBold.ttf", "Tonbaep Display", "SemiBold", 600, quotes=True),
    Face("prompt/Prompt-Bold.ttf", "Tonbaep Display", "Bold", 700, quotes=True),
    Face("chonburi/Chonburi-Regular.ttf", "Tonbaep Poster", "Regular", 400),
    Face("ibm-plex-sans-thai-looped/IBMPlexSansThaiLooped-Bold.ttf", "Tonbaep Name", "Bold", 700),
    Face("trirong/Trirong-Bold.ttf", "Tonbaep Serif", "Bold", 700),
    Face("noto-naskh-arabic/NotoNaskhArabic-Regular.ttf", "Tonbaep Jawi", "Regular", 400, jawi=True),
    Face("noto-naskh-arabic/NotoNaskhArabic-Bold.ttf", "Tonbaep Jawi", "Bold", 700, jawi=True),
    Face(
        "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf", "Tonbaep Jawi Paper", "Regular", 400, true_size=True, jawi=True
    ),
    Face("noto-naskh-arabic/NotoNaskhArabic-Bold.ttf", "Tonbaep Jawi Paper", "Bold", 700, true_size=True, jawi=True),
)


def compose(font: TTFont, shaper: uharfbuzz.Font, cluster: str, name: str) -> None:
    """Add the glyph `name`, which is `cluster` as the source font's own rules draw it."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(cluster)
    buffer.script, buffer.language, buffer.direction = "Thai", "th", "ltr"
    uharfbuzz.shape(shaper, buffer)
    order, pen, along = font.getGlyphOrder(), TTGlyphPen(font["glyf"]), 0
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        shift = (1, 0, 0, 1, along + place.x_offset, place.y_offset)
        pen.addComponent(order[glyph.codepoint], shift)
        along += place.x_advance
    drawn = pen.glyph()
    drawn.recalcBounds(font["glyf"])
    font["glyf"].glyphs[name] = drawn
    font["hmtx"].metrics[name] = (along, drawn.xMin)


def add_clusters(font: TTFont, source: bytes) -> dict[tuple[str, ...], str]:
    """Add a glyph for every cluster; return which glyphs it replaces."""
    shaper = uharfbuzz.Font(uharfbuzz.Face(source))
    letters, names, ligatures = font.getBestCmap(), list(font.getGlyphOrder()), {}
    for cluster in clusters():
        name = "cluster" + "".join(f"{ord(letter):04X}" for letter in cluster)
        compose(font, shaper, cluster, name)
        names.append(name)
        for spelling in spellings(cluster):
            ligatures[tuple(letters[ord(letter)] for letter in spelling)] = name
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    font.setGlyphOrder(names)
    font["glyf"].glyphOrder = names
    return ligatures


def add_ligatures(font: TTFont, ligatures: dict[tuple[str, ...], str]) -> None:
    """Put the ligatures before every other rule of the font.

    They stand under `ccmp`, which neither letter-spacing nor a template's `ligatures: false` turns off.
    """
    table = font["GSUB"].table
    _make_room_for_first_lookup(table)
    builder = LigatureSubstBuilder(font, None)
    builder.ligatures = ligatures
    table.LookupList.Lookup.insert(0, builder.build())
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.insert(0, 0)
    _lead_every_language_to_it(table)


def _make_room_for_first_lookup(node: Any, seen: set[int] | None = None) -> None:  # noqa: ANN401 - any node of the table's tree
    """Raise every lookup number below `node` by one."""
    seen = set() if seen is None else seen
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, otTables.Feature):
        node.LookupListIndex = [place + 1 for place in node.LookupListIndex]
    if isinstance(node, otTables.SubstLookupRecord):
        node.LookupListIndex += 1
    for below in node.iterSubTables():
        _make_room_for_first_lookup(below.value, seen)


def _lead_every_language_to_it(table: otTables.GSUB) -> None:
    """Give each language system without a `ccmp` feature one, and sort the features again, as the format requires."""
    records = table.FeatureList.FeatureRecord
    languages = [
        language
        for script in table.ScriptList.ScriptRecord
        for language in (script.Script.DefaultLangSys, *(extra.LangSys for extra in script.Script.LangSysRecord))
        if language is not None
    ]
    for language in languages:
        if not any(records[place].FeatureTag == "ccmp" for place in language.FeatureIndex):
            records.append(_ccmp())
            language.FeatureIndex.append(len(records) - 1)
    order = sorted(range(len(records)), key=lambda place: records[place].FeatureTag)
    table.FeatureList.FeatureRecord = [records[place] for place in order]
    for language in languages:
        language.FeatureIndex = sorted(order.index(place) for place in language.FeatureIndex)


def _ccmp() -> otTables.FeatureRecord:
    record = otTables.FeatureRecord()
    record.FeatureTag = "ccmp"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [0]
    return record


def rename(font: TTFont, face: Face) -> None:
    """Write our family name, as the licence requires of a changed font; the author's name stays."""
    names = font["name"]
    plain = face.style in {"Regular", "Bold"}
    for number in (3, 4, 5, 6, 16, 17, 18, 21, 22, 25):
        names.removeNames(nameID=number)
    values = {
        1: face.family if plain else f"{face.family} {face.style}",
        2: face.style if plain else "Regular",
        3: f"tonbaep;{face.file}",
        4: f"{face.family} {face.style}",
        5: "Version 1.000",
        6: face.file,
        16: face.family,
        17: face.style,
    }
    for number, value in values.items():
        names.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight


def lend_quotes(font: TTFont) -> None:
    """Draw quotation marks as another face does, as high as the letters of this one, and kern no letter with them."""
    other = TTFont(SOURCES / QUOTES_OF)
    theirs = other.getBestCmap()
    share = font["head"].unitsPerEm / other["head"].unitsPerEm
    lift = font["OS/2"].sCapHeight - share * other["OS/2"].sCapHeight
    for mark in QUOTES:
        pen = TTGlyphPen(None)
        other.getGlyphSet()[theirs[ord(mark)]].draw(TransformPen(pen, (share, 0, 0, share, 0, lift)))
        name = f"lent{ord(mark):04X}"
        drawn = pen.glyph()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = drawn
        drawn.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (round(share * other["hmtx"].metrics[theirs[ord(mark)]][0]), drawn.xMin)
        for table in font["cmap"].tables:
            if ord(mark) in table.cmap:
                table.cmap[ord(mark)] = name


def plain_outlines(font: TTFont) -> None:
    """Drop the hinting programs and the tables that only they need."""
    for tag in UNHINTED:
        if tag in font:
            del font[tag]
    font["glyf"].removeHinting()
    font["gasp"] = newTable("gasp")
    font["gasp"].gaspRange = SMOOTH


def as_large_as_sarabun_new(font: TTFont) -> None:
    """Make this font's point as large as that of official papers: the em grows, outlines and their tables stay.

    Papers say "16 points" and mean TH Sarabun New, which draws ก 0.400 em high where Sarabun draws it 0.586.
    """
    em = round(font["head"].unitsPerEm * KO_KAI / SARABUN_NEW)
    font["head"].unitsPerEm = em
    line, ascent = round(SINGLE * em), font["hhea"].ascent
    above = round(line * ascent / (ascent - font["hhea"].descent))
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = above
    font["hhea"].descent = font["OS/2"].sTypoDescender = above - line
    font["OS/2"].usWinDescent = line - above
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0


def for_print(face: Face, source: bytes) -> bytes:
    """Return the TrueType file with a glyph for each cluster."""
    if face.jawi:
        return _written(_jawi(face, source))
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    plain_outlines(font)
    if face.quotes:
        lend_quotes(font)
    add_ligatures(font, add_clusters(font, source))
    if face.true_size:
        as_large_as_sarabun_new(font)
    rename(font, face)
    return _written(font)


def _jawi(face: Face, source: bytes) -> TTFont:
    """Return the font of Malay in Arabic script."""
    origin = TTFont(io.BytesIO(source))
    em = origin["head"].unitsPerEm / JAWI_LARGER * (KO_KAI / SARABUN_NEW if face.true_size else 1)
    font = jawi_font(source, round(em), {"familyName": face.family, "styleName": face.style}, face.weight, JAWI_LINE)
    for number in (0, 13, 14):
        font["name"].setName(origin["name"].getDebugName(number), number, 3, 1, 0x409)
    rename(font, face)
    return font


def for_web(made: bytes) -> bytes:
    """Return the print file `made` as WOFF2, with the letters of a Thai page only."""
    options = subset.Options(notdef_outline=True, layout_features=[*LAYOUT])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*WEB_LETTERS, *map(ord, WEB_SIGNS), *map(ord, LETTERS + SIGNS)])
    font = TTFont(io.BytesIO(made), recalcTimestamp=False)
    subsetter.subset(font)
    font.flavor = "woff2"
    return _written(font)


def _written(font: TTFont) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def advances(made: bytes, *, jawi: bool) -> dict[str, int]:
    """Return how far each letter of a print file moves the pen, in 1/1000 em; marks above and below letters do not.

    A cluster is as wide as its letters, and Thai is not kerned here, so these add up to the width of a text. In Arabic
    script it is each shape of a letter.
    """
    font = TTFont(io.BytesIO(made))
    widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
    if jawi:
        return {shape: round(sum(widths[name][0] for name in names_of(shape)) * 1000 / em) for shape in every_shape()}
    return {
        chr(code): 0 if unicodedata.category(chr(code)) == "Mn" else round(widths[glyph][0] * 1000 / em)
        for code, glyph in sorted(font.getBestCmap().items())
        if code >= ord(" ")
    }


def keep_licence(face: Face, licence: str) -> None:
    """Put the licence, and the note of changes that it requires, beside both kinds of files."""
    size = SIZED if face.true_size else ""
    quotes, but = (QUOTED, " but those of quotation marks") if face.quotes else ("", "")
    told = {"family": face.family, "source": face.origin, "size": size, "quotes": quotes, "but": but}
    note = (JAWI_FONTLOG if face.jawi else FONTLOG).format(**told)
    places = ((PRINT / face.folder, ""), *(((WEB, f"{face.folder}-"),) if face.on_the_web else ()))
    for folder, prefix in places:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{prefix}LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")
        (folder / f"{prefix}FONTLOG.txt").write_text(note, encoding="utf-8", newline="\n")


def main() -> None:
    """Write every face, for print and for the web, and the licences beside them."""
    widths = {}
    for face in FACES:
        origin = SOURCES / face.source
        keep_licence(face, origin.with_name("LICENSE.txt").read_text(encoding="utf-8"))
        made = for_print(face, origin.read_bytes())
        widths[f"{face.family} {face.weight}"] = advances(made, jawi=face.jawi)
        files = {PRINT / face.folder / f"{face.file}.ttf": made}
        if face.on_the_web:
            files[WEB / f"{face.file}.woff2"] = for_web(made)
        for path, file in files.items():
            path.write_bytes(file)
            print(f"{path.relative_to(ROOT)}: {len(file):,} bytes")
    (PRINT / "advances.json").write_text(f"{json.dumps(widths, ensure_ascii=False)}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
