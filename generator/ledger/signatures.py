"""Which files of a round are signed, as one digest, and how a later build differs from them.

The signature covers what people see: every sheet, text and page. It does not cover what a page needs (fonts, scripts,
search index, feeds), nor proof books and packs, which are made from the signed files.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ledger import places
from generator.problems import Problem, Text
from generator.reading import signed
from generator.reading.folder import ROUND, WINNERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from generator.model import Records, Signed
    from generator.piece import Entry

PAGE = ".html"
UNSEEN = frozenset({"program", "dispatch"})
"""Files for programs repeat what the pages say; files made from finished files repeat what those say."""
MOVING = frozenset({"page", "air", "post"})
"""What changes by itself as a round goes on, because each stage has something different to announce."""
_NAMED = 6
"""How many files a warning names; beyond that it gives a number."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for a round's signed digest: the files are the signed ones, or a warning and the files that differ."""

    year: int
    digest: str
    differing: tuple[str, ...] = ()
    warning: Problem | None = None

    def as_json(self) -> dict[str, object]:
        """Return the verdict for a script."""
        same = self.warning is None
        return {"year": self.year, "digest": self.digest, "same": same, "differing": list(self.differing)}


def files_of(entries: Iterable[Entry], year: int, newest: int) -> list[Entry]:
    """Return the signed files of a round, by path; files that belong to no year are signed with the newest round."""
    return sorted(
        (entry for entry in entries if entry.kind not in UNSEEN and (entry.year or newest) == year),
        key=lambda entry: entry.path,
    )


def listing(files: Iterable[Entry]) -> bytes:
    """Return the list of files whose digest is signed, in the format of `sha256sum`."""
    return "".join(f"{entry.sha256}  {entry.path}\n" for entry in files).encode()


def kept_list(year: int, files: Iterable[Entry]) -> tuple[str, bytes]:
    """Return where the list of a book's files stands among the records, and the list itself.

    With it a later build can say which files differ. It also marks the files that change by themselves as the round
    goes on.
    """
    entries = list(files)
    text = listing(entries)
    moving = signed.marks(entry.path for entry in entries if entry.kind in MOVING)
    return signed.path_of(year, signed.digest_of(text)), text + moving


def verdicts(
    project: Path, records: Records, entries: list[Entry], announced: frozenset[int], *, made: Collection[int]
) -> tuple[Verdict, ...]:
    """Return a verdict for each round whose signed digest was entered.

    `announced` are the years whose result is out; before that, the files of a result do not exist yet. Only of the
    years that are `made` whole every file is there: not after a build of a part, nor of a round that rests. A file that
    is missing for such a reason means nothing.
    """
    newest = max((award_round.programme.year for award_round in records.rounds), default=0)
    results = []
    for award_round in records.rounds:
        if award_round.signed:
            year = award_round.programme.year
            files = files_of(entries, year, newest)
            if signed.digest_of(listing(files)) == award_round.signed.digest:
                results.append(Verdict(year, award_round.signed.digest))
                continue
            then = signed.known(project, year)
            early, old, partial = year not in announced, year != newest, year not in made
            results += _compared(award_round.signed, year, files, then, early=early, partial=partial, old=old)
    return tuple(results)


def damaged(project: Path, records: Records) -> Iterator[Problem]:
    """Yield a warning for each list of a signed book that is no longer what was signed, at every run until mended."""
    for award_round in records.rounds:
        for path in signed.damaged(project, award_round.programme.year):
            yield Problem(path, 0, 0, "", *_DAMAGED, warning=True)


def unknown(project: Path, year: int, typed: str) -> Problem | None:
    """Return a warning on a digest that no proof book of a year has on its cover, as soon as somebody types it."""
    digest, books = signed.as_printed(typed), signed.known(project, year)
    if digest is None or digest in books:
        return None
    message, fix = _near(digest, books) or _UNKNOWN
    return Problem(f"{WINNERS}/{year}/{ROUND}", 0, 0, "proof.digest", message, fix, warning=True)


def _compared(
    by: Signed,
    year: int,
    files: list[Entry],
    books: dict[str, signed.Book],
    *,
    early: bool,
    partial: bool,
    old: bool,
) -> Iterator[Verdict]:
    """Yield a verdict on files whose digest is not the signed one, if there is anything to report.

    The pages of an `old` round share their menu with newer rounds, so they change on their own and are not compared.
    """
    if by.digest not in books:
        if not early and not partial:
            yield Verdict(year, by.digest, warning=_problem(by, year, *_no_list(by.digest, books)))
        return
    book = books[by.digest]
    now = {entry.path: entry.sha256 for entry in files}
    then = _arrived(book.files, now)
    moving = book.moving | {entry.path for entry in files if entry.kind in MOVING}
    if old:
        now, then = (
            {path: digest for path, digest in digests.items() if not path.endswith(PAGE)} for digests in (now, then)
        )
    missing = then.keys() - now.keys()
    if missing and early:
        return
    paths = {*now, *then} - (missing if partial else set())
    differing = tuple(sorted(path for path in paths if now.get(path) != then.get(path)))
    if differing:
        texts = _differ(differing, still=not moving.issuperset(differing))
        yield Verdict(year, by.digest, differing, _problem(by, year, *texts))
    elif not partial:
        yield Verdict(year, by.digest)


def _arrived(then: dict[str, str], now: Collection[str]) -> dict[str, str]:
    """Return the signed files where they stand now: what was prepared for a later day has moved to its place on it."""
    waited = {path for path in then if path.startswith(f"{places.BUILD}/{places.COMING}/") and path not in now}
    stayed = {path: digest for path, digest in then.items() if path not in waited}
    return stayed | {f"{places.BUILD}/{places.prepared(path)}": then[path] for path in sorted(waited)}


def _problem(by: Signed, year: int, message: Text, fix: Text) -> Problem:
    return Problem(f"{WINNERS}/{year}/{ROUND}", by.line, by.column, "proof.digest", message, fix, warning=True)


def _differ(paths: tuple[str, ...], *, still: bool) -> tuple[Text, Text]:
    """Return which files differ, and what to do; if none of them is `still`, the round may simply have moved on."""
    names, more = ", ".join(paths[:_NAMED]), len(paths) - _NAMED
    th, en = (f" และอีก {more} ไฟล์", f" and {more} more") if more > 0 else ("", "")
    if not still:
        return (
            Text(
                f"สื่อสิ่งพิมพ์ทุกไฟล์ตรงกับฉบับที่ลงนาม แต่หน้าเว็บ บทประกาศ หรือโพสต์ต่างไป {len(paths)} ไฟล์: {names}{th}",
                f"every sheet is as it was signed, but {len(paths)} page(s), script(s) or post(s) differ: {names}{en}",
            ),
            Text(
                "สามอย่างนี้เปลี่ยนเองเมื่อรอบเข้าขั้นใหม่ ถ้าไม่ได้แก้ข้อมูลก็ไม่ต้องทำอะไร ถ้าแก้ ให้สั่ง tonbaep proof แล้วลงนามใหม่",
                "these change by themselves with the stage; after a change of yours, have a new proof signed",
            ),
        )
    return (
        Text(
            f"ไฟล์ต่างจากฉบับที่ลงนาม {len(paths)} ไฟล์: {names}{th}",
            f"{len(paths)} file(s) differ from those that were signed: {names}{en}",
        ),
        Text(
            "ถ้าตั้งใจแก้ ให้สั่ง tonbaep proof ลงนามฉบับใหม่ แล้วใส่รหัสชุดไฟล์ใหม่ ถ้าไม่ได้ตั้งใจ ให้แก้ข้อมูลกลับแล้วสร้างใหม่",
            "if it was meant, run tonbaep proof, have it signed and enter the new digest; if not, undo the change",
        ),
    )


_DAMAGED = (
    Text(
        "บัญชีไฟล์ของฉบับตรวจนี้เสียหรือถูกแก้ จึงใช้เทียบกับฉบับที่ลงนามไม่ได้",
        "this list of a proof book's files is damaged or was changed, so nothing can be compared with what was signed",
    ),
    Text(
        "กู้ไฟล์นี้จากสำเนาสำรอง ถ้าฉบับนั้นไม่ได้ใช้แล้ว ลบได้",
        "restore it from a copy; delete it if its book was never signed",
    ),
)


_UNKNOWN = (
    Text("ไม่พบฉบับตรวจที่มีรหัสชุดไฟล์นี้", "no proof book with this digest is known"),
    Text(
        "ดูรหัสชุดไฟล์ที่หน้าปกของฉบับที่ลงนามอีกครั้ง ถ้าปีนี้ยังไม่มีฉบับตรวจ ทำก่อน",
        "read it again from the signed cover; if this year has no proof book yet, make one first",
    ),
)


def _no_list(digest: str, books: Iterable[str]) -> tuple[Text, Text]:
    """Return that files differ but not which; a digest close to that of a book was probably mistyped."""
    near = _near(digest, books)
    if near:
        return near
    return (
        Text(
            f"ไฟล์ไม่ตรงกับฉบับที่ลงนาม รหัสชุดไฟล์ {digest} และไม่พบบัญชีไฟล์ของฉบับนั้น จึงบอกไม่ได้ว่าไฟล์ไหนต่าง",
            f"the files are not those signed as {digest}, and that book's list is not here, so none can be named",
        ),
        Text(
            f"ตรวจรหัสชุดไฟล์กับหน้าปก หรือนำไฟล์ {digest}{signed.SUFFIX} กลับมาไว้ในโฟลเดอร์ {signed.FOLDER} ของปีนั้น",
            f"check it against the cover, or put {digest}{signed.SUFFIX} back into the year's folder {signed.FOLDER}",
        ),
    )


def _near(digest: str, books: Iterable[str]) -> tuple[Text, Text] | None:
    """Return what to say of a digest that is nearly one of a book; None where it is not."""
    near = next(iter(difflib.get_close_matches(digest, list(books), n=1, cutoff=0.8)), None)
    if near is None:
        return None
    return (
        Text(f"ไม่มีฉบับตรวจที่มีรหัสชุดไฟล์ {digest}", f"there is no proof book with the digest {digest}"),
        Text(f"หมายถึง {near} ใช่หรือไม่ ดูที่หน้าปกของฉบับที่ลงนาม", f"did you mean {near}? See the signed cover"),
    )
