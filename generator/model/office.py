"""The local government itself: its address, divisions, villages with their loudspeakers; and how it was before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.model.look import USUAL_STYLE
from generator.model.outputs import EVERYTHING
from generator.model.telephone import Telephone
from generator.palette import MOURNING, palette

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from generator.model.look import Style, Weave
    from generator.model.outputs import Chosen, OutputSet
    from generator.model.people import Particle, Picture, Readings
    from generator.model.target import Target
    from generator.palette import Palette, Season


@dataclass(frozen=True, slots=True)
class Colours:
    """The organisation's two colours as `#rrggbb`, any that it likes."""

    primary: str
    accent: str


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in the parts that Thai addresses have; `line` is house number, village and road."""

    line: str
    subdistrict: str
    district: str
    province: str
    postcode: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The address in the parts that stay whole when a line ends, with the long forms ตำบล อำเภอ จังหวัด."""
        return (self.line, f"ตำบล{self.subdistrict}", f"อำเภอ{self.district}", f"จังหวัด{self.province} {self.postcode}")

    @property
    def full(self) -> str:
        """The address on one line."""
        return " ".join(self.parts)

    @property
    def area(self) -> str:
        """Where in the country it is, for readers from elsewhere: district and province."""
        return f"อำเภอ{self.district} จังหวัด{self.province}"


@dataclass(frozen=True, slots=True)
class Division:
    """A สำนัก or กอง; `key` is what the records refer to it by.

    `joined` is the key of the division that does its work since it was dissolved, empty where nothing of it is known.
    """

    key: str
    name: str
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A time at which nothing is announced, and why: every day, or from the day `first` to the day `last`."""

    starts: time
    ends: time
    why: str
    first: date | None = None
    last: date | None = None

    def covers(self, day: date, hour: time) -> bool:
        """Return whether a moment lies in it; what ends at six leaves six free."""
        among = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return among and self.starts <= hour < self.ends


Slot = Literal[30, 60, 120]
"""Seconds of one reading of an announcement."""

PACE = 170
"""Syllables a minute out of doors, pauses included, where nobody has been timed; usual are 150 to 200."""


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """How news is announced in a village: at which hours, by whom, and how fast.

    `particle` is the announcer's polite word, `pace` the announcer's syllables per minute, `slot` the seconds for one
    reading. It has been out of order since the day `out_of_order`.
    """

    kind: Literal["เสียงตามสาย", "หอกระจายข่าว"]
    times: tuple[time, ...]
    particle: Particle
    greeting: str
    pace: int = PACE
    slot: Slot = 60
    quiet: tuple[Quiet, ...] = ()
    out_of_order: date | None = None


@dataclass(frozen=True, slots=True)
class Village:
    """A หมู่: its number, its name, where its notice board stands, and its loudspeaker if it has one.

    `later` is the number of the same people's village today, where they were renumbered or joined another; else 0.
    """

    moo: int
    name: str
    board: str
    loudspeaker: Loudspeaker | None
    later: int = 0

    @property
    def number(self) -> str:
        """The village by its number: หมู่ที่ 1."""
        return f"หมู่ที่ {self.moo}"

    @property
    def full(self) -> str:
        """The village by its number and name: หมู่ที่ 1 บ้านควนเมา."""
        return f"{self.number} {self.name}"


@dataclass(frozen=True, slots=True)
class Instance:
    """An office above this one that takes complaints, with the number to call."""

    name: str
    phone: Telephone
    detail: str


@dataclass(frozen=True, slots=True)
class Complaints:
    """Who takes complaints, within how many days each is answered, where a box stands, and who is above the office.

    The instances are open to everybody in the country. `receiver` is empty where the programme's owner takes them;
    `note` is what the office adds in its own words. What it promises is in its own words too, and empty where it
    promises nothing: how a complaint without a name is treated, what is kept secret, what receipt is given, who
    inquires, and how a result can be reviewed. `days` is 0 where no time for the answer is promised.
    """

    receiver: str = ""
    days: int = 0
    box: str = ""
    note: str = ""
    instances: tuple[Instance, ...] = (
        Instance("ศูนย์ดำรงธรรม", Telephone("1567", "1567", "หนึ่งห้าหกเจ็ด"), "กระทรวงมหาดไทย รับเรื่องทุกวัน ตลอด 24 ชั่วโมง"),
        Instance(
            "ผู้ตรวจการแผ่นดิน",
            Telephone("1676", "1676", "หนึ่งหกเจ็ดหก"),
            "เมื่อเห็นว่าหน่วยงานของรัฐไม่ทำตามหน้าที่ หรือไม่เป็นธรรม",
        ),
        Instance("ป.ป.ช.", Telephone("1205", "1205", "หนึ่งโทศูนย์ห้า"), "เมื่อสงสัยว่ามีการทุจริตหรือเรียกรับผลประโยชน์"),
    )
    nameless: str = ""
    secret: str = ""
    receipt: str = ""
    inquiry: str = ""
    appeal: str = ""


PREPARE_DAYS = 7
"""How many days before a step its posters, scripts and posts are made, unless the office says otherwise."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The local government itself: the only place with its name, address and colours.

    `earlier` is how it was before, oldest first, each up to its day `until`; of an earlier one, whatever is a way to
    reach the office is today's. `newsletter_name` is what its paper is called, empty where it has no name of its own;
    `prepare_days` is how many days before a step its posters, scripts and posts are made;
    `outputs` are the sets of sheets that each helper gets; `readings` are how its own short forms are read aloud.
    `style`, `weave` and `season` say how everything looks besides the two colours; without a `weave` each piece has the
    one that it was drawn with.

    `old_computers` asks for scripts for machines that know Windows-874 and no Unicode;
    `rehearsal_voice` is the command, word by word, of a program that speaks a script for a rehearsal, if there is one.
    `target` is where the site is put, if the program puts it there.
    Without web space `site` is "": then codes lead straight to the form, and nothing names a page.
    """

    name: str
    short_name: str
    english_name: str
    people: str
    address: Address
    phone: Telephone
    office_hours: str
    site: str
    facebook: str | None
    line_account: str | None
    colours: Colours
    seal: Picture | None
    divisions: tuple[Division, ...]
    villages: tuple[Village, ...]
    sample: bool
    old_computers: bool = False
    rehearsal_voice: tuple[str, ...] = ()
    complaints: Complaints = Complaints()
    newsletter_name: str = ""
    prepare_days: int = PREPARE_DAYS
    outputs: Chosen = EVERYTHING
    readings: Readings = ()
    style: Style = USUAL_STYLE
    weave: Weave | None = None
    season: Season = "ปกติ"
    target: Target | None = None
    until: date | None = None
    earlier: tuple[Organisation, ...] = ()

    def on(self, day: date) -> Organisation:
        """Return the office as it was on a day: its name, address, seal, divisions and villages."""
        return next((was for was in self.earlier if was.until is not None and day <= was.until), self)

    @property
    def for_good(self) -> Organisation:
        """The office as it looks on what people keep: no feast, but mourning is."""
        return self if self.season == MOURNING else replace(self, season="ปกติ")

    @property
    def woven(self) -> Weave | None:
        """The weave at the edge of sheets: the chosen one, and at a feast one in any case."""
        return self.weave or ("ลูกแก้ว" if self.season not in {"ปกติ", MOURNING} else None)

    @property
    def palette(self) -> Palette:
        """All the colours that sheets and pages are drawn in."""
        return palette(self.colours.primary, self.colours.accent, self.season)

    def wants(self, helper: str, sets: Iterable[OutputSet]) -> bool:
        """Return whether the office has sheets made that belong to all these sets of a helper."""
        return all((helper, each) in self.outputs for each in sets)

    def between(self, first: date, last: date) -> tuple[Organisation, ...]:
        """Return the office as it was from the day `first` to the day `last`, once for each time it changed."""
        since = [was for was in self.earlier if was.until is not None and first <= was.until < last]
        return (*since, self.on(last))

    def page(self, href: str) -> str:
        """Return the whole address of a page of the site, or "" where there is no site."""
        return f"{self.site}/{href}" if self.site else ""
