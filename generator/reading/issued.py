"""What a numbered certificate says against what the records say now: who holds one must not be made a liar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.disclosure import public_round
from generator.reading.tree import Fault
from generator.reading.wording import say
from generator.thai.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator import model
    from generator.reading import schema
    from generator.reading.tree import Loc, Saying


class _Difference(NamedTuple):
    """One fact in two forms: its key in the file, what it is called, as it was numbered and as it is recorded now."""

    key: tuple[str, ...]
    called: str
    called_en: str
    was: str
    now: str


OF_THE_OFFICE = frozenset({"office", "division"})
"""What also stands on all other sheets of the year: rewritten there, it would be false of a signed year."""


def differences(
    organisation: model.Organisation, award_round: model.AwardRound, written: schema.Certificates
) -> Iterator[Fault]:
    """Yield where the records say something else than certificates that were numbered; each difference once.

    A certificate goes on saying what was signed. An office or division of another name is an error, since the other
    sheets of a signed year would be rewritten; in a sample, where nothing was signed, all are warnings.
    """
    public = public_round(organisation, award_round, award_round.programme.result_at, "print")
    winners = {winner.id: winner for winner in public.winners}
    told: dict[_Difference, list[tuple[int, schema.Certificate]]] = {}
    for index, each in enumerate(written.certificates):
        winner = winners.get(each.winner)
        frozen = winner.certificate.issued if winner and winner.certificate else None
        now = public.now_issued(winner) if winner else None
        if frozen and now:
            for difference in _between(frozen, now):
                told.setdefault(difference, []).append((index, each))
    for difference, certificates in told.items():
        loc: Loc = ("certificates", certificates[0][0], "issued", *difference.key)
        numbers = [f"{each.number}/{award_round.programme.year}" for _, each in certificates]
        of_office = difference.key[0] in OF_THE_OFFICE
        again = f"--year {award_round.programme.year} --again {' '.join(each.winner for _, each in certificates)}"
        saying = _saying(difference, ", ".join(numbers), f"tonbaep freeze {again}", of_office=of_office)
        yield Fault(loc, saying, warning=not of_office or public.sample)


def _between(frozen: model.Issued, now: model.Issued) -> Iterator[_Difference]:
    pairs = (
        _Difference(("office",), "หน่วยงาน", "the office", frozen.office, now.office),
        _Difference(("division",), "สังกัด", "the division", frozen.division, now.division),
        _Difference(("award",), "ชื่อเรียกผู้ได้รับการคัดเลือก", "the award", frozen.award, now.award),
        _Difference(("name",), "ชื่อ", "the name", _whole(frozen.name), _whole(now.name)),
        _Difference(("position",), "ตำแหน่ง", "the post", frozen.position, now.position),
        _Difference(("category",), "ประเภท", "the category", frozen.category, now.category),
        _Difference(("day",), "ลงวันที่", "the date", long_date(frozen.day), long_date(now.day)),
        _Difference(("signer", "name"), "ผู้ลงนาม", "the signer", _whole(frozen.signer.name), _whole(now.signer.name)),
        _Difference(("signer", "post"), "ตำแหน่งผู้ลงนาม", "the signer's post", frozen.signer.post, now.signer.post),
    )
    return (pair for pair in pairs if pair.was != pair.now)


def _whole(name: model.Name) -> str:
    """Return a name as it stood; that somebody has died since is no other name."""
    return f"{name.written} {name.jawi}" if name.jawi else name.written


def _saying(difference: _Difference, many: str, again: str, *, of_office: bool) -> Saying:
    called, was, now = difference.called, difference.was, difference.now
    return say(
        f"ประกาศเกียรติคุณเลขที่ {many} ออกไว้ว่า {called} {was} แต่ข้อมูลของรอบนั้นตอนนี้เป็น {now}",
        f"certificate {many} says of {difference.called_en} {was}, but the records of that round now say {now}",
        f"ถ้าเปลี่ยนชื่อภายหลัง ให้เขียนชื่อเดิมกับวันสุดท้ายที่ใช้ไว้ใน formerly ของ organisation.yaml ถ้าใบเดิมผิดและจะออกใบใหม่ สั่ง {again}"
        if of_office
        else f"ใบเดิมยังพิมพ์และตรวจสอบได้ตามที่ลงนาม ถ้าจะออกใบใหม่ สั่ง {again} ถ้าแก้ข้อมูลผิด ให้แก้กลับ",
        f"write a former name into formerly of organisation.yaml, or issue it again: {again}"
        if of_office
        else f"it goes on saying so; issue it again with {again}, or fix the records",
    )
