"""The types of single values: written text becomes a date, number, code, address or colour, or a saying why not."""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator import jawi, model, palette
from generator.disclosure import CHANNEL_NAMES, OCCASION_NAMES, REPLY_CHANNELS
from generator.era import BUDDHIST_ERA
from generator.model import Channel as Shown
from generator.model import OccasionKey, StepKey, Telephone, look
from generator.model import Particle as Polite
from generator.model import Slot as Length
from generator.reading import citizen_id, colours, labelled, links, signed, targets, wording
from generator.reading.limits import Limit, Limited, takes
from generator.reading.tree import Saying
from generator.thai.dates import DateFault, parse_clock, parse_date, parse_moment
from generator.thai.digits import to_arabic
from generator.thai.telephones import TelephoneFault, read_telephone

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = "said"
"""The type of an error that brings its own saying, under the context's key `saying`."""

_YEARS, _COMMON_ERA = range(2480, 2700), range(1900, 2200)
_LONGEST_VALUE, _CURLY = 2000, "“”„‘’"
_WHOLE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,9})")
_DECIMAL = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
_TOKEN = re.compile(r"[a-z2-7]{16,40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_IN_WORDS = re.compile(r"(?:ถึงแก่(?:กรรม|อนิจกรรม|อสัญกรรม|มรณภาพ|มรณกรรม)|มรณภาพ|เสียชีวิต|ล่วงลับ|ผู้ล่วงลับ|ตาย)(?:แล้ว)?")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def wrong(saying: Saying) -> PydanticCustomError:
    """Return the error that carries a saying through pydantic."""
    return PydanticCustomError(SAID, "see the saying", {"saying": saying})


def _text(value: object) -> str:
    """Return the written text of one value, or say that it is missing or has another shape."""
    if value is None:
        raise wrong(wording.empty())
    if not isinstance(value, str):
        raise wrong(wording.wrong_shape("text", "list" if isinstance(value, list) else "group"))
    return value


def _bare(value: object) -> str:
    """Return a short value, in which quotation marks do not belong: curly ones are a word processor's."""
    text = _text(value)
    if len(text) > _LONGEST_VALUE:
        raise wrong(wording.too_long(len(text), _LONGEST_VALUE))
    if number := next(citizen_id.found(text), None):  # before any other message would print it
        raise wrong(wording.citizens_number(text[slice(*number)]))
    if text[0] in _CURLY:
        raise wrong(wording.curly_quotes(text))
    return text


def _figures(value: object) -> str:
    return to_arabic(_bare(value))


def _line(limit: int) -> Limited[str]:
    @takes(Limit(letters=limit))
    def read(value: object) -> str:
        text = _prose(limit)(value)
        if "\n" in text:
            raise wrong(wording.more_than_one_line())
        return " ".join(text.split())

    return read


def _file_name(value: object) -> str:
    """Return a name as it was typed: what would be a slip in a sentence may be how the file is called."""
    text = _prose(300)(value)
    if "\n" in text:
        raise wrong(wording.more_than_one_line())
    return text


@takes(Limit(letters=120))
def _part(value: object) -> str:
    return _bare(_line(120)(value))


def _unlabelled(labels: str, reader: Limited[str]) -> Limited[str]:
    return Limited(reader.limit, lambda value: labelled.without(labels, reader(value)))


def _place_name(labels: str, key: str) -> Limited[str]:
    @takes(_part.limit)
    def read(value: object) -> str:
        text = labelled.without(labels, _part(value))
        saying = labelled.several(text, key)
        if saying:
            raise wrong(saying)
        return text

    return read


@takes(_part.limit)
def _jawi(value: object) -> str:
    text = _part(value)
    other = next((letter for letter in text if letter not in jawi.LETTERS + " "), None)
    if other:
        raise wrong(wording.not_jawi(text, other))
    return text


def _prose(limit: int) -> Limited[str]:
    @takes(Limit(letters=limit, lines=True))
    def read(value: object) -> str:
        text = _text(value)
        if len(text) > limit:
            raise wrong(wording.too_long(len(text), limit))
        return text

    return read


def _flag(value: object) -> bool:
    text = _bare(value)
    known = {"true": True, "ใช่": True, "false": False, "ไม่ใช่": False}
    if (word := text.lower()) in known:
        return known[word]
    raise wrong(wording.not_flag(text))


def whole(least: int, most: int) -> Limited[int]:
    """Return a reader of a whole number."""

    @takes(Limit(least, most))
    def read(value: object) -> int:
        text = _figures(value)
        if not _WHOLE.fullmatch(text):
            raise wrong(wording.not_whole(text))
        number = int(text.replace(",", ""))
        if not least <= number <= most:
            raise wrong(wording.out_of_range(text, least, most, above=number > most))
        return number

    return read


def decimal_of(least: int, most: int) -> Limited[Decimal]:
    """Return a reader of a decimal."""

    @takes(Limit(least, most))
    def read(value: object) -> Decimal:
        text = _figures(value)
        if not _DECIMAL.fullmatch(text):
            raise wrong(wording.not_decimal(text))
        number = Decimal(text)
        if not least <= number <= most:
            raise wrong(wording.out_of_range(text, least, most, above=number > most))
        return number

    return read


def _moo(value: object) -> int:
    return whole(1, 100)(labelled.without(labelled.MOO, _figures(value)))


def _year(value: object) -> int:
    text = _figures(value)
    written = re.fullmatch(r"(?:พ\.?\s?ศ\.?\s*)?(\d{4})", text)
    year = int(written.group(1)) if written else 0
    if year in _COMMON_ERA:
        raise wrong(wording.common_era_year(year, year + BUDDHIST_ERA))
    if year not in _YEARS:
        raise wrong(wording.not_year(text))
    return year


def _day(value: object) -> date:
    try:
        return parse_date(_short(value))
    except DateFault as fault:
        raise wrong(Saying(fault.message, fault.fix)) from None


def _died(value: object) -> date | Literal["unknown"] | None:
    """Return the day of somebody's death; `unknown` where the record only says that the person has died."""
    if (text := _bare(value)).lower() in {"false", "ไม่ใช่"}:
        return None
    if text.lower() in {"true", "ใช่"} or _IN_WORDS.fullmatch(text):
        return "unknown"
    return _day(value)


def _moment(value: object) -> datetime:
    try:
        return parse_moment(_short(value))
    except DateFault as fault:
        raise wrong(Saying(fault.message, fault.fix)) from None


def _clock(value: object, *, ends: bool = False) -> time:
    try:
        return parse_clock(_short(value), ends=ends)
    except DateFault as fault:
        raise wrong(Saying(fault.message, fault.fix)) from None


def _clock_of_end(value: object) -> time:
    return _clock(value, ends=True)


def _short(value: object) -> str:
    """Return a value as written, once it is known to be short enough for the patterns of dates."""
    _figures(value)
    return _line(120)(value)


def _key(value: object) -> str:
    text = _bare(value)
    if not _KEY.fullmatch(text):
        raise wrong(wording.not_key(text))
    if _DEVICES.fullmatch(text):
        raise wrong(wording.reserved_key(text))
    return text


def _token(value: object) -> str:
    text = _bare(value)
    if not _TOKEN.fullmatch(text):
        raise wrong(wording.not_token(text))
    return text


def _slot(value: object) -> int:
    seconds = whole(1, 1000)(value)
    if seconds not in get_args(Length):
        raise wrong(wording.not_slot(str(seconds), get_args(Length)))
    return seconds


def _digest(value: object) -> str:
    text = _bare(value)
    digest = signed.as_printed(text)
    if digest is None:
        raise wrong(wording.not_digest(text))
    return digest


def _sha256(value: object) -> str:
    text = _bare(value)
    if not _SHA256.fullmatch(text):
        raise wrong(wording.not_sha256(text))
    return text


_OTHER_WORDS = {
    "เว็บ": "เว็บไซต์", "เวบไซต์": "เว็บไซต์", "เว็บไซท์": "เว็บไซต์", "หน้าเว็บ": "เว็บไซต์",
    "ป้ายประกาศ": "สิ่งพิมพ์", "โปสเตอร์": "สิ่งพิมพ์", "ป้าย": "สิ่งพิมพ์", "จดหมายข่าว": "สิ่งพิมพ์", "แผ่นพับ": "สิ่งพิมพ์",
    "เฟซบุ๊ก": "สื่อสังคมออนไลน์", "เฟสบุ๊ค": "สื่อสังคมออนไลน์", "ไลน์": "สื่อสังคมออนไลน์", "สื่อสังคม": "สื่อสังคมออนไลน์",
    "โซเชียล": "สื่อสังคมออนไลน์", "โซเชียลมีเดีย": "สื่อสังคมออนไลน์", "สื่อออนไลน์": "สื่อสังคมออนไลน์",
}  # fmt: skip
"""What offices write, by the name that it stands for."""


def one_of(*words: str, **meant: str) -> Limited[str]:
    """Return a reader of one of several words; those that stand for Thai ones come with these, which will do."""
    known = (*words, *meant)
    codes = {thai: word for word, thai in meant.items()}

    @takes(Limit(words={**dict.fromkeys(words, ""), **meant}))
    def read(value: object) -> str:
        text = _bare(value)
        text = codes.get(text, codes.get(_OTHER_WORDS.get(text, ""), text))
        if text not in known:
            near = difflib.get_close_matches(text, known, n=1) or difflib.get_close_matches(text, codes, n=1)
            raise wrong(wording.not_one_of(text, known, near[0] if near else None, meant))
        return text

    return read


def _phone(value: object) -> Telephone:
    try:
        return read_telephone(labelled.without(labelled.PHONE, _part(value)))
    except TelephoneFault as fault:
        raise wrong(Saying(fault.message, fault.fix)) from None


def _postcode(value: object) -> str:
    if not re.fullmatch(r"\d{5}", text := _figures(value)):
        raise wrong(wording.not_postcode(text))
    return text


def _colour(value: object) -> str:
    text = _bare(value)
    if not _COLOUR.fullmatch(text):
        raise wrong(colours.unknown(text))
    return text.lower()


def _link(read: Callable[[str], Any]) -> Callable[[object], Any]:
    """Return a reader of an address."""

    def value_of(value: object) -> Any:  # noqa: ANN401
        found = read(_bare(_prose(_LONGEST_VALUE)(value)))
        if isinstance(found, Saying):
            raise wrong(found)
        return found

    return value_of


def _facebook(value: object) -> str:
    """Return the page's name or its address: a name is shown, an address must be safe to link to."""
    text = _bare(_line(300)(value))
    return str(_link(links.page)(text)) if ":" in text else text


def _listed(value: object) -> object:
    """Take a missing value for an empty list: `winners:` with nothing below it is how a list begins."""
    return [] if value is None else value


Flag = Annotated[bool, BeforeValidator(_flag)]
Key = Annotated[str, BeforeValidator(_key)]
Token = Annotated[str, BeforeValidator(_token)]
Sha256 = Annotated[str, BeforeValidator(_sha256)]
Digest = Annotated[str, BeforeValidator(_digest)]
Reference = Annotated[str, BeforeValidator(_bare)]
Jawi = Annotated[str, BeforeValidator(_jawi)]
NamePart = Annotated[str, BeforeValidator(_part)]
Line = Annotated[str, BeforeValidator(_line(300))]
FileName = Annotated[str, BeforeValidator(_file_name)]
Subdistrict = Annotated[str, BeforeValidator(_place_name(labelled.SUBDISTRICT, "subdistrict"))]
District = Annotated[str, BeforeValidator(_place_name(labelled.DISTRICT, "district"))]
Province = Annotated[str, BeforeValidator(_place_name(labelled.PROVINCE, "province"))]
Townspeople = Annotated[str, BeforeValidator(_unlabelled(labelled.PEOPLE, _part))]
Post = Annotated[str, BeforeValidator(_unlabelled(labelled.POST, _line(300)))]
Venue = Annotated[str, BeforeValidator(_unlabelled(labelled.VENUE, _line(300)))]
Brief = Annotated[str, BeforeValidator(_line(160))]
Prose = Annotated[str, BeforeValidator(_prose(4000))]
TEXTS = (NamePart, Line, Brief, Subdistrict, District, Province, Townspeople, Post, Venue, Prose)
"""The types of what is published in words."""
Day = Annotated[date, BeforeValidator(_day)]
Died = Annotated[date | Literal["unknown"] | None, BeforeValidator(_died)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Clock = Annotated[time, BeforeValidator(_clock)]
ClockOfEnd = Annotated[time, BeforeValidator(_clock_of_end)]
Year = Annotated[int, BeforeValidator(_year)]
Count = Annotated[int, BeforeValidator(whole(0, 1_000_000))]
Place = Annotated[int, BeforeValidator(whole(1, 100))]
Moo = Annotated[int, BeforeValidator(_moo)]
People = Annotated[int, BeforeValidator(whole(1, 100_000))]
Minutes = Annotated[int, BeforeValidator(whole(1, 120))]
Days = Annotated[int, BeforeValidator(whole(1, 60))]
PrepareDays = Annotated[int, BeforeValidator(whole(0, 30))]
Seconds = Annotated[int, BeforeValidator(whole(1, 900))]
Pace = Annotated[int, BeforeValidator(whole(80, 320))]
Weight = Annotated[int, BeforeValidator(whole(1, 100))]
Percent = Annotated[Decimal, BeforeValidator(decimal_of(0, 100))]
Share = Annotated[Decimal, BeforeValidator(decimal_of(0, 1))]
Phone = Annotated[Telephone, BeforeValidator(_phone)]
Postcode = Annotated[str, BeforeValidator(_postcode)]
Colour = Annotated[str, BeforeValidator(_colour)]
Style = Annotated[look.Style, BeforeValidator(one_of(*get_args(look.Style)))]
Weave = Annotated[look.Weave, BeforeValidator(one_of(*get_args(look.Weave)))]
Season = Annotated[palette.Season, BeforeValidator(one_of(*get_args(palette.Season)))]
Site = Annotated[str, BeforeValidator(_link(links.site))]
FormLink = Annotated[str, BeforeValidator(_link(links.form))]
Target = Annotated[model.Target, BeforeValidator(_link(targets.target))]
Facebook = Annotated[str, BeforeValidator(_facebook)]
Listed: Any = BeforeValidator(_listed)
Channel = Annotated[Shown, BeforeValidator(one_of(**{each: CHANNEL_NAMES[each] for each in get_args(Shown)}))]
ReplyChannel = Annotated[str, BeforeValidator(one_of(**REPLY_CHANNELS))]
Horn = Literal["เสียงตามสาย", "หอกระจายข่าว"]
LoudspeakerKind = Annotated[Horn, BeforeValidator(one_of(*get_args(Horn)))]
WayKind = Annotated[model.WayKind, BeforeValidator(one_of(*get_args(model.WayKind)))]
Slot = Annotated[Length, BeforeValidator(_slot)]
Particle = Annotated[Polite, BeforeValidator(one_of("ครับ", "ค่ะ"))]
Occasion = Annotated[OccasionKey, BeforeValidator(one_of(**OCCASION_NAMES))]
STEP_KEYS: tuple[StepKey, ...] = (
    "committee", "criteria", "criteria_notice", "nominations", "judging", "result", "ceremony", "publicity",
)  # fmt: skip
Step = Annotated[StepKey, BeforeValidator(one_of(*STEP_KEYS))]
