"""An empty canary goes first: whether a host keeps a sealed tree shut, and opens it, is tried and never assumed.

In a folder of its own stand a page, another page in a folder that is to be shut, and the very rules that would guard a
result. Only what the host answers counts. A rule that it does not understand breaks this folder alone.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs, urlsplit

from generator.era import BANGKOK
from generator.problems import Text
from generator.publishing import hosts, sealed, state, visiting
from generator.publishing.sealed import Ground, Seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.publishing.hosts import Host
    from generator.publishing.visiting import Answer, Visitor

_BEFORE, _AFTER = b"tonbaep: before", b"tonbaep: after"
_PAGE, _NEW = "page.html", "new.html"
_OFF = timedelta(seconds=30)
"""By how much the clocks of the host and of this computer may differ."""
_STEP = timedelta(seconds=2)
"""By how much two readings of one clock may differ."""
_PAST, _FUTURE = datetime(2000, 1, 1, tzinfo=BANGKOK), datetime(2999, 1, 1, tzinfo=BANGKOK)
_OURS = timedelta(hours=7)


class Unfit(Exception):
    """A host cannot keep a result shut until its minute; `why` says so in a sentence."""

    def __init__(self, why: Text) -> None:
        """Keep why."""
        super().__init__(why.en)
        self.why = why


class _Canary(NamedTuple):
    """Where the canary stands: the folder of the trial, and the shut folder in it."""

    room: str
    shut: str


def probe(host: Host, visitor: Visitor, token: Callable[[], str], clock: Callable[[], datetime]) -> Ground:
    """Return where the site's folder is on its server; raises `Unfit` where a sealed tree would not be safe there."""
    canary = _Canary(token(), token())
    with _placed(host, canary):
        if visitor.ask(f"{canary.room}/{_PAGE}").body != _BEFORE:
            raise Unfit(_ELSEWHERE)
        ground = _ground(host, visitor, canary, clock)
        inner = Ground(f"{ground.disk}{canary.room}/", f"{ground.address}{canary.room}/")
        _try_shut(host, visitor, canary, inner)
        _try_open(host, visitor, canary, inner)
    return ground


@contextmanager
def _placed(host: Host, canary: _Canary) -> Iterator[None]:
    shut = f"{canary.room}/{canary.shut}"
    files = {
        f"{canary.room}/{_PAGE}": _BEFORE,
        f"{shut}/{_PAGE}": _AFTER,
        f"{shut}/{_NEW}": _AFTER,
    }
    host.make_folder(canary.room)
    host.make_folder(shut)
    try:
        for name, value in files.items():
            host.write(name, value)
        yield
    finally:
        hosts.empty(host, shut)
        hosts.empty(host, canary.room)


def _ground(host: Host, visitor: Visitor, canary: _Canary, clock: Callable[[], datetime]) -> Ground:
    """Return where the site's folder is, after the host has told its clock; raises `Unfit` for a wrong one."""
    room = f"{visitor.path}{canary.room}/"
    rules = f'RewriteEngine On\nRewriteRule ^clock$ "{room}?t=%{{TIME}}&f=%{{REQUEST_FILENAME}}" [R=302,L]\n'
    host.write(f"{canary.room}/{sealed.RULES}", rules.encode())
    answer = visitor.ask(f"{canary.room}/clock")
    now = clock()
    told = parse_qs(urlsplit(answer.headers.get("location", "")).query)
    if answer.status != visiting.FOUND or "t" not in told or "f" not in told:
        raise Unfit(_no_rules(answer))
    theirs = datetime.strptime(told["t"][0], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    date = parsedate_to_datetime(answer.headers["date"]) if "date" in answer.headers else now
    zone = theirs - date
    if abs(zone - _OURS) > _STEP:
        raise Unfit(_wrong_zone(zone))
    if abs(date - now) > _OFF:
        raise Unfit(_wrong_clock(date, now))
    place = told["f"][0].replace("\\", "/")
    suffix = f"/{canary.room}/clock"
    if not place.endswith(suffix):
        raise Unfit(_no_rules(answer))
    return Ground(place.removesuffix(suffix) + "/", visitor.path)


def _try_shut(host: Host, visitor: Visitor, canary: _Canary, ground: Ground) -> None:
    """Raise `Unfit` where anything of the shut folder comes out before its moment."""
    _rule(host, canary, Seal(canary.shut, _FUTURE, "timed"), ground)
    if visitor.ask(f"{canary.room}/{_PAGE}").body != _BEFORE:
        raise Unfit(NOT_SHUT)
    _try_straight(visitor, canary)
    for path in (f"{canary.room}/{_NEW}", f"{canary.room}/{canary.shut}/", state.STATE):
        answer = visitor.ask(path)
        if answer.status == visiting.OK or _AFTER in answer.body:
            raise Unfit(_OPEN_ROOM if path == state.STATE else NOT_SHUT)


def _try_open(host: Host, visitor: Visitor, canary: _Canary, ground: Ground) -> None:
    """Raise `Unfit` where the shut folder is not led to after its moment, or is open by its own name."""
    _rule(host, canary, Seal(canary.shut, _PAST, "timed"), ground)
    for name in (_PAGE, _NEW):
        if visitor.ask(f"{canary.room}/{name}").body != _AFTER:
            raise Unfit(_NOT_OPENED)
    _try_straight(visitor, canary)


def _rule(host: Host, canary: _Canary, seal: Seal, ground: Ground) -> None:
    host.write(f"{canary.room}/{sealed.RULES}", sealed.rules(seal, ground).encode())


def _try_straight(visitor: Visitor, canary: _Canary) -> None:
    base = f"{visitor.path}{canary.room}/"
    for path, method, headers in tricks(base, canary.shut, _PAGE):
        answer = visitor.ask_exactly(path, method, headers)
        let_in = path != base and answer.status in range(200, 300)
        if let_in or _AFTER in answer.body or "content-range" in answer.headers:
            raise Unfit(NOT_SHUT)


def tricks(base: str, folder: str, name: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield requests by which somebody may try to get at a file of a shut folder: path, method, headers."""
    encoded = "".join(f"%{ord(letter):02x}" for letter in folder)
    paths = (
        f"{base}{folder}/{name}",
        f"{base}{folder}",
        f"{base}{folder}/",
        f"{base}/{folder}/{name}",
        f"{base}{folder}//{name}",
        f"{base}./{folder}/{name}",
        f"{base}{folder}/./{name}",
        f"{base}x/../{folder}/{name}",
        f"{base}{folder}/../{folder}/{name}",
        f"{base}%2e/{folder}/{name}",
        f"{base}{encoded}/{name}",
        f"{base}%25{encoded[1:]}/{name}",
        f"{base}{folder.upper()}/{name}",
        f"{base}{folder.capitalize()}/{name}",
        f"{base}{folder}%2f{name}",
        f"{base}{folder}%5c{name}",
        f"{base}{folder}/{name}?x=1",
        f"{base}{folder}/{name}/",
        f"{base}{folder}/{name}%00",
        f"{base}{folder};x/{name}",
        f"{base}{folder}./{name}",
    )
    for path in paths:
        yield path, "GET", {}
    first = paths[0]
    yield first, "HEAD", {}
    yield first, "POST", {"Content-Length": "0"}
    yield first, "OPTIONS", {}
    yield first, "GET", {"Range": "bytes=0-3"}
    yield first, "GET", {"X-Original-URL": first, "X-Rewrite-URL": first}
    yield base, "GET", {"X-Original-URL": first, "X-Rewrite-URL": first}
    yield first, "GET", {"REDIRECT_STATUS": "200", "Redirect-Status": "200"}


_ELSEWHERE = Text(
    "โฟลเดอร์ในช่อง publish ไม่ใช่โฟลเดอร์ของที่อยู่ในช่อง site หรือเปิดเว็บไซต์จากเครื่องนี้ไม่ได้",
    "the folder in publish is not the one behind the address in site, or that address does not answer",
)
NOT_SHUT = Text(
    "เครื่องแม่ข่ายยังเปิดโฟลเดอร์ที่ปิดไว้ให้คนนอกได้ทางใดทางหนึ่ง",
    "the host lets visitors into a folder that is shut, in one way or another",
)
_NOT_OPENED = Text("เครื่องแม่ข่ายไม่สลับไปหาผลเมื่อถึงเวลา", "the host does not lead to the result when its moment has come")
_OPEN_ROOM = Text("โฟลเดอร์ .tonbaep บนเครื่องแม่ข่ายเปิดดูจากเว็บได้", "the folder .tonbaep on the host is open to visitors")


def _no_rules(answer: Answer) -> Text:
    return Text(
        f"เครื่องแม่ข่ายไม่ทำตามกฎใน .htaccess (ตอบ {answer.status}) อาจไม่ใช่ Apache หรือ LiteSpeed หรือไม่ได้เปิด mod_rewrite",
        f"the host does not obey the rules of .htaccess (it answers {answer.status}): no Apache or LiteSpeed, "
        "or mod_rewrite is off",
    )


def _wrong_zone(zone: timedelta) -> Text:
    hours = round(zone.total_seconds() / 3600, 1)
    return Text(
        f"เครื่องแม่ข่ายใช้เวลาของที่อื่น (ห่างจากเวลาสากล {hours:+g} ชั่วโมง ไม่ใช่ +7)",
        f"the host keeps another zone's time (UTC{hours:+g}, not +7)",
    )


def _wrong_clock(theirs: datetime, ours: datetime) -> Text:
    seconds = round((theirs - ours).total_seconds())
    return Text(
        f"นาฬิกาของเครื่องแม่ข่ายกับเครื่องนี้ต่างกัน {abs(seconds)} วินาที",
        f"the clocks of the host and of this computer differ by {abs(seconds)} seconds",
    )
