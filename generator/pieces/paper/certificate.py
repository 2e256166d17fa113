"""ประกาศเกียรติคุณ, A4 landscape: two designs, each for all winners in one file and one file each; only for the office.

The wording is that used by offices (domain notes, section 1.4), with Thai digits and without abbreviations. A
certificate is made once its number and token are stored (`tonbaep freeze`); its code leads to a page that confirms what
it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.piece import Piece, each_round
from generator.pieces.parts import frame, standing, uses
from generator.press.typeset import TYPESET
from generator.thai.dates import formal_date, year_text
from generator.thai.digits import to_thai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.disclosure import PublicRound, PublicWinner
    from generator.model import Certificate, Programme, Signer
    from generator.piece import Sheet, View

DESIGNS = {"formal": "แบบทางการ", "modern": "แบบร่วมสมัย"}

SEAL_PIXELS = 400
"""The seal is 28 mm wide: 360 dots per inch."""

OPENING = "ขอมอบประกาศเกียรติคุณฉบับนี้ให้ไว้เพื่อแสดงว่า"
WISH = "ขอให้รักษาคุณความดีนี้ไว้เป็นแบบอย่างที่ดี และมีความสุขความเจริญสืบไป"


def given_on(programme: Programme) -> date:
    """Return the date on certificates: that of the ceremony or, if none is planned, of the result."""
    days = {step.key: step.starts for step in programme.steps}
    return days.get("ceremony", programme.result_at.date())


def number_text(award_round: PublicRound, certificate: Certificate) -> str:
    """Return a certificate's number in the form of office papers: running number / year."""
    return to_thai(f"เลขที่ {certificate.number}/{award_round.year}")


CALLED = "ประกาศเกียรติคุณ"
ALL = "all"
"""The ending of the name of the file with all certificates; each certificate also has a file of its own."""


def honoured(winner: PublicWinner) -> str:
    """Return the category of staff and, if it has several places, the place in it."""
    return to_thai(f"ประเภท{winner.ranked}")


def of_year(award_round: PublicRound) -> str:
    """Return the award's year in the words of a certificate."""
    return to_thai(f"ประจำปี {year_text(award_round.year)}")


def _lay_out(award_round: PublicRound) -> Iterator[Sheet]:
    frozen = [(winner, winner.certificate) for winner in award_round.winners if winner.certificate]
    signer = award_round.award_signer
    if not frozen or signer is None:
        return
    for design, design_name in DESIGNS.items():
        whole = f"{CALLED}ทั้งหมด"
        yield _sheet(award_round, signer, design, ALL, whole, design_name, frozen)
        for pair in frozen:
            yield _sheet(award_round, signer, design, pair[0].id, f"{CALLED} {pair[0].name.full}", design_name, [pair])


def _sheet(
    award_round: PublicRound,
    signer: Signer,
    design: str,
    name: str,
    called: str,
    design_name: str,
    frozen: list[tuple[PublicWinner, Certificate]],
) -> Sheet:
    programme = award_round.programme
    seal, renditions = frame.seal(award_round, SEAL_PIXELS)
    links = tuple(award_round.verify_link(certificate) for _, certificate in frozen)
    title = f"{called} ปี {award_round.year} {design_name}" if name == ALL else f"{called} {design_name}"
    view = {
        **frame.frame(award_round, title),
        "design": design,
        "office": award_round.organisation.name,
        "opening": OPENING,
        "heading": CALLED,
        "chosen": "ได้รับการคัดเลือกเป็น",
        "award_lines": frame.award_lines(programme.award_name),
        "award_heading": programme.award_name,
        "of_year": of_year(award_round),
        "wish": WISH,
        "day": formal_date(given_on(programme)),
        "signer": {"name": f"({signer.name.full})", "post": signer.post},
        "seal": seal,
        "people": [_person(award_round, *pair) for pair in frozen],
    }
    path = f"print/{award_round.year}/certificate/{design}-{name}.pdf"
    who = standing.named(winner for winner, _ in frozen)
    facts = frame.Facts(called=called, design=f"certificate-{name}", way=design_name, paper="A4", standing=who)
    return frame.sheet(award_round, path, view, links, renditions, **facts)


def _person(award_round: PublicRound, winner: PublicWinner, certificate: Certificate) -> View:
    return {
        "name": winner.name.full,
        "name_lines": frame.name_lines(winner.name),
        "jawi": winner.name.jawi or "",
        "post": to_thai(f"ตำแหน่ง {winner.position}  สังกัด {winner.division.name}"),
        "honoured": honoured(winner),
        "as_what": f"{of_year(award_round)}  {honoured(winner)}",
        "number": number_text(award_round, certificate),
        "code": frame.code(award_round.verify_link(certificate), "หน้าตรวจสอบประกาศเกียรติคุณ"),
    }


PIECE = Piece(
    "certificate", CALLED, each_round(_lay_out), TYPESET, "certificate.typ", "verify", audience="internal",
    use=uses.HANDOVER,
)  # fmt: skip
