"""Days for a telephone's calendar: iCalendar (RFC 5545), times in UTC so that no table of time zones is needed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from generator.piece import Unpictured, unheard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.piece import Tell

FOLD = 75
"""Octets of the longest line (RFC 5545, section 3.1); no letter is divided."""


class Calendar(Unpictured):
    """The view's `name`, and its `events` with ISO days (the last one included) or moments."""

    name = "calendar"

    def materials(self, template: str) -> bytes:
        """Return nothing: the view is all that it depends on."""
        return b""

    def press(self, template: str, view: Mapping[str, Any], pictures: Path, tell: Tell = unheard) -> bytes:
        """Return the calendar; lines end in CRLF."""
        return "".join(f"{part}\r\n" for line in _lines(view) for part in folded(line)).encode()


def _lines(view: Mapping[str, Any]) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tonbaep//tonbaep//TH", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{_text(view['name'])}", "X-WR-TIMEZONE:Asia/Bangkok")
    for event in view["events"]:
        yield from ("BEGIN:VEVENT", f"UID:{event['uid']}", f"DTSTAMP:{_moment(view['stamp'])}")
        yield from _when(event["starts"], event["ends"])
        yield f"SUMMARY;LANGUAGE=th:{_text(event['title'])}"
        yield from (f"{name}:{_text(event[key])}" for name, key in _TEXTS if event[key])
        yield from (f"URL:{event['url']}", "END:VEVENT")
    yield "END:VCALENDAR"


_TEXTS = (("DESCRIPTION;LANGUAGE=th", "text"), ("LOCATION;LANGUAGE=th", "place"))


def _when(starts: str, ends: str) -> Iterator[str]:
    """Yield the lines of a time; whole days do not mark anybody as busy, and end on the day after (section 3.6.1)."""
    if "T" in starts:
        yield from (f"DTSTART:{_moment(starts)}", f"DTEND:{_moment(ends)}")
        return
    after = date.fromordinal(date.fromisoformat(ends).toordinal() + 1)
    yield f"DTSTART;VALUE=DATE:{date.fromisoformat(starts):%Y%m%d}"
    yield from (f"DTEND;VALUE=DATE:{after:%Y%m%d}", "TRANSP:TRANSPARENT")


def _moment(written: str) -> str:
    return f"{datetime.fromisoformat(written).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(said: str) -> str:
    """Return a text with the letters escaped that have a meaning of their own (section 3.3.11)."""
    for mark in ("\\", ";", ","):
        said = said.replace(mark, f"\\{mark}")
    return "\\n".join(said.splitlines())


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most `FOLD` octets, each but the first beginning with a space."""
    part, size = "", 0
    for letter in line:
        more = len(letter.encode())
        if size + more > FOLD:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + more
    yield part


CALENDAR = Calendar()
