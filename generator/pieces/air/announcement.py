"""The loudspeaker scripts of each village: a sheet in large type to read from, and the same as plain text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, get_args

from generator.disclosure import together
from generator.model import Slot
from generator.piece import Piece, Sheet
from generator.pieces.air import labels, occasions
from generator.pieces.air.script import GREETED, Scene, framed, written
from generator.pieces.parts import asking, frame, speech, standing, uses
from generator.pieces.parts.speech import called, honours
from generator.press.picture import PICTURE
from generator.press.ssml import SSML
from generator.press.text import OLD, TEXT
from generator.press.typeset import TYPESET
from generator.thai.dates import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.disclosure import Publication, PublicRound, PublicWinner, Standing
    from generator.model import OutputSet
    from generator.piece import Code, Press, View
    from generator.pieces.air.script import Occasion
    from generator.pieces.parts.speech import Paragraph, Run

    LayOut = Callable[[Publication], Iterable[Sheet]]

LENGTHS = get_args(Slot)
"""The lengths, in seconds of one reading, to which scripts are cut."""

LEAST = 0.75
"""The share of its time that a reading fills, if there is enough to say."""

PHONE_PIXELS = 1080
"""The width of a picture that fits on a phone screen as a whole."""

TEXT_WIDTH = 56
"""Letters per line of the text file: an old Notepad at its usual size shows them without wrapping."""

NAMING = 60
"""Seconds from which a reading of the result is expected to name everybody."""


class Script(NamedTuple):
    """One script: the name of its files, whether its village hears it in this length, and what its forms show.

    Its recorded voice is found by its `key`; `news` is what it announces, `once` the paragraphs of one reading.
    """

    scene: Scene
    key: str
    occasion: str
    seconds: int
    own: bool
    view: View
    news: str
    once: tuple[str, ...]
    standing: Standing
    look: str = ""
    """The sheet of the same news that represents the look of all: another village's, or one of another length."""

    def facts(self, said: str = "", *, paper: str = "") -> frame.Facts:
        """Return the facts that each of its files carries: all scripts of one occasion are one design."""
        way = labels.SCRIPT_WAY.format(village=self.scene.village.number, seconds=self.seconds, form=said).rstrip()
        called = labels.SCRIPT.format(news=self.news)
        return frame.Facts(
            called=called,
            design=f"script-{self.occasion}",
            way=way,
            paper=paper,
            standing=self.standing,
            moo=self.scene.village.moo,
        )

    @property
    def path(self) -> str:
        """The path of its sheet and its text, without an ending."""
        folder = "" if self.own else "other/"
        return f"loudspeaker/{self.scene.award_round.year}/{folder}{self.key}"


def _sheets(publication: Publication, *, own: bool) -> Iterator[Sheet]:
    for script in _scripts(publication, own=own):
        award_round, village, _ = script.scene
        link = award_round.link("loudspeaker", village)
        is_closed = award_round.survey_state == "closed"
        label = (
            labels.CODE_OF_CLOSED.format(closed=asking.CLOSED)
            if is_closed
            else labels.CODE.format(village=village.number)
        )
        code = {
            **frame.code(link),
            "label": label,
            "call": labels.CODE_CALL.format(phone=award_round.organisation.phone.printed),
        }
        view = {**script.view, "code": code, "labels": labels.ON_SCRIPT}
        yield frame.sheet(
            award_round, f"{script.path}.pdf", view, (link,), look=script.look, **script.facts(paper="A4")
        )


def _texts(publication: Publication, *, own: bool, ending: str = ".txt", said: str = labels.TEXT) -> Iterator[Sheet]:
    for script in _scripts(publication, own=own):
        title, year = f"{script.view['title']} ({said})", script.scene.award_round.year
        view = {**script.view, "labels": labels.ON_SCRIPT_AS_TEXT}
        yield Sheet(f"{script.path}{ending}", title, view, year=year, look=script.look, **script.facts(said))


def _old_texts(publication: Publication) -> Iterator[Sheet]:
    if publication.organisation.old_computers:
        yield from _texts(publication, own=True, ending="-874.txt", said=labels.OLD_TEXT)


def _spoken_by_machines(publication: Publication) -> Iterator[Sheet]:
    for script in _scripts(publication, own=True):
        path = f"loudspeaker/{script.scene.award_round.year}/ssml/{script.key}.ssml"
        title, year = f"{script.view['title']} ({labels.MARKED_UP})", script.scene.award_round.year
        yield Sheet(path, title, script.view, year=year, look=script.look, **script.facts(labels.MARKED_UP))


def _on_phones(publication: Publication) -> Iterator[Sheet]:
    for script in _scripts(publication, own=True):
        award_round = script.scene.award_round
        view = {
            **script.view,
            "pixels": {"width": PHONE_PIXELS, "format": "png"},
            "labels": labels.ON_SCRIPT_ON_PHONE,
            "brief": labels.PHONE_HEAD.format(news=script.news, seconds=script.seconds),
        }
        path = f"loudspeaker/{award_round.year}/phone/{script.key}.png"
        view["title"] = labels.PHONE_TITLE.format(title=view["title"])
        yield frame.sheet(award_round, path, view, look=script.look, **script.facts(labels.PHONE_WAY))


def scripts(publication: Publication) -> Iterator[Script]:
    """Return every script that may be read out now, in every length that can hold it."""
    return (script for award_round in publication.rounds for script in scripts_of(award_round))


def scripts_of(award_round: PublicRound) -> Iterator[Script]:
    """Yield a round's scripts that may be read out now."""
    for occasion in occasions.due(award_round):
        variants = [variant for scene in scenes(award_round) for variant in in_all_lengths(occasion, scene)]
        usual = [variant for variant in variants if variant.own] or variants
        yield from (variant._replace(look=f"{usual[0].path}.pdf") for variant in variants)


@lru_cache(maxsize=256)  # here, since to hash a scene, which holds a whole round, costs as much as a short script
def in_all_lengths(occasion: Occasion, scene: Scene) -> tuple[Script, ...]:
    """Return what there is to read in a village, in every length that can hold it.

    Its own is that of the village's slot, or the next longer one if the news cannot be read that fast: of a result,
    with the names of everybody. Half a minute is no more than a notice that there is one. The sheet, the text and their
    twins on the site share the scripts.
    """
    variants = [variant for seconds in LENGTHS for variant in script(occasion, scene, seconds)]
    enough = [variant for variant in variants if variant.seconds >= scene.horn.slot]
    if occasion is occasions.RESULT and scene.horn.slot >= NAMING:
        everybody = len(standing.named(scene.award_round.winners).named)
        enough = [one for one in enough if len(one.standing.named) == everybody] or enough
    own = enough[0].seconds if enough else 0
    return tuple(variant._replace(own=variant.seconds == own) for variant in variants)


def _scripts(publication: Publication, *, own: bool) -> Iterator[Script]:
    """Yield the scripts in the length in which their village hears them, or those in other lengths."""
    return (script for script in scripts(publication) if script.own == own)


def scenes(award_round: PublicRound) -> list[Scene]:
    """Return each village with a working loudspeaker."""
    horns = [(village, village.loudspeaker) for village in award_round.organisation.villages]
    return [Scene(award_round, village, horn) for village, horn in horns if horn and horn.out_of_order is None]


def script(occasion: Occasion, scene: Scene, seconds: int) -> tuple[Script, ...]:
    """Return the script, or nothing if it cannot be that short."""
    award_round, village, horn = scene
    cut = written(occasion, scene, seconds)
    if cut is None:
        return ()
    files = occasions.files_of(award_round, occasion.name)
    news = occasion.title if files == occasion.name else labels.FIXED.format(news=occasion.title)
    title = labels.SCRIPT_TITLE.format(
        kind=horn.kind, village=village.number, news=news, seconds=seconds, year=award_round.year
    )
    paragraphs = framed(horn, cut.said)
    runs = [run for paragraph in cut.said for run in paragraph.runs]
    differing = {run.written: run.say for run in runs if run.written and not run.unsure}
    hours = labels.HOUR_AND_HOUR.join(map(clock, horn.times))
    lasts = round(speech.seconds(cut.lasts, horn.pace))
    view = {
        **frame.frame(award_round, title),
        "release": frame.release(award_round),
        "village": {"moo": village.moo, "name": village.name, "heading": village.full},
        "horn": {"kind": horn.kind, "hours": labels.SCRIPT_HOURS.format(hours=hours)},
        "length": labels.SCRIPT_LENGTH.format(lasts=lasts, seconds=seconds, pace=horn.pace),
        "short": labels.SHORTER if cut.whole and lasts < seconds * LEAST else "",
        "paragraphs": list(_numbered(paragraphs, horn.pace)),
        "again": [GREETED + 1, len(cut.said)],
        "ask": list(dict.fromkeys(run.written for run in runs if run.unsure)),
        "unheard": [
            called(award_round, winner.name).say
            for winner in award_round.winners
            if _unheard(award_round, winner, cut.said)
        ],
        "readings": [{"written": text, "say": say} for text, say in differing.items()],
    }
    return (
        Script(
            scene,
            f"{files}-m{village.moo}-{seconds}",
            occasion=occasion.name,
            seconds=seconds,
            own=False,
            view=view,
            news=news,
            once=tuple(paragraph.spoken for paragraph in cut.said),
            standing=_standing(award_round, occasion, cut.said),
        ),
    )


def _unheard(award_round: PublicRound, winner: PublicWinner, said: tuple[Paragraph, ...]) -> bool:
    """Return whether a name is read out in a way that its owner has not heard and agreed to."""
    return not winner.name.confirmed and _is_named(award_round, winner, said)


def _is_named(award_round: PublicRound, winner: PublicWinner, said: tuple[Paragraph, ...]) -> bool:
    name = called(award_round, winner.name).say
    return any(run.kind == "name" and run.say == name for paragraph in said for run in paragraph.runs)


def _standing(award_round: PublicRound, occasion: Occasion, said: tuple[Paragraph, ...]) -> Standing:
    """Declare whose names are read out, and who is described by what the award honours."""
    names = standing.named(winner for winner in award_round.winners if _is_named(award_round, winner, said))
    drawn = standing.shown(
        winner for winner in award_round.winners if winner.citation and honours(award_round, winner) in said
    )
    corrected = (correction.right for correction in award_round.corrections) if occasion is occasions.CORRECTION else ()
    return together(names, drawn, standing.quoted(award_round, *corrected))


def _numbered(paragraphs: tuple[Paragraph, ...], pace: int) -> Iterator[View]:
    """Yield the paragraphs with the numbers that cues refer to, their seconds, and their lines for the text file."""
    number = 0
    for paragraph in paragraphs:
        number += not paragraph.cue
        yield {
            **paragraph.view(),
            "number": None if paragraph.cue else number,
            "seconds": None if paragraph.cue else round(speech.seconds(paragraph.lasts, pace)),
            "lines": _lines(paragraph.runs),
        }


def _lines(runs: tuple[Run, ...]) -> list[str]:
    """Return the spoken words in lines of `TEXT_WIDTH` letters.

    A line ends at a pause, never within a name or a telephone number.
    """
    pieces: list[str] = [""]
    for run in runs:
        text = (labels.GAP.format(written=run.written) if run.unsure else run.say).replace("\u00a0", " ") + run.tail
        if run.kind == "breath":
            pieces[-1] += text
            continue
        first, *rest = [text] if run.kind in ("name", "number") else text.split(" ")
        pieces[-1] += first
        pieces += rest
    lines: list[str] = []
    filled = TEXT_WIDTH
    for piece in filter(None, pieces):
        broad = _breadth(piece)
        if filled + 1 + broad <= TEXT_WIDTH:
            lines[-1] += " " + piece
            filled += 1 + broad
        else:
            lines.append(piece)
            filled = broad
    return lines


@lru_cache(maxsize=4096)
def _breadth(text: str) -> int:
    """Return how many columns a text takes on a line; vowels and tone marks above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _piece(
    name: str, title: str, lay_out: LayOut, press: Press, template: str, *sets: OutputSet, code: Code = "none"
) -> Piece[Publication]:
    use = uses.ANNOUNCER if press is TYPESET else uses.ANNOUNCERS_COMPUTER
    return Piece(name, title, lay_out, press, template, code, audience="internal", use=use, kind="air", sets=sets)


SHEET = Piece(
    "announcement", "บทประกาศเสียง (แผ่นอ่าน)", partial(_sheets, own=True), TYPESET, "announcement.typ", "survey",
    use=uses.ANNOUNCER, kind="air", sets=("แผ่นอ่าน",),
)  # fmt: skip
TEXT_FILE = Piece(
    "announcement_text", "บทประกาศเสียง (ข้อความ)", partial(_texts, own=True), TEXT, "announcement.txt.j2", "none",
    use=uses.ANNOUNCERS_COMPUTER, kind="air", sets=("ข้อความ",),
)  # fmt: skip
OTHER = _piece(
    "announcement_other",
    "บทประกาศเสียง ความยาวอื่น",
    partial(_sheets, own=False),
    TYPESET,
    "announcement.typ",
    "ความยาวอื่น",
    code="survey",
)
OTHER_TEXT = _piece(
    "announcement_other_text",
    "บทประกาศเสียง ความยาวอื่น (ข้อความ)",
    partial(_texts, own=False),
    TEXT,
    "announcement.txt.j2",
    "ความยาวอื่น",
    "ข้อความ",
)
OLD_TEXT = _piece("announcement_874", "บทประกาศเสียง (Windows-874)", _old_texts, OLD, "announcement.txt.j2")
MACHINE = _piece("announcement_ssml", "บทประกาศเสียง (SSML)", _spoken_by_machines, SSML, "", "SSML")
PHONE = _piece(
    "announcement_phone", "บทประกาศเสียง สำหรับโทรศัพท์", _on_phones, PICTURE, "announcement_phone.typ", "ภาพสำหรับโทรศัพท์"
)
PIECES = (SHEET, TEXT_FILE, OTHER, OTHER_TEXT, OLD_TEXT, MACHINE, PHONE)
