"""The official papers: one view in two files, Thai digits, facts from the record alone, and nothing told too early."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import docx
import pytest

from generator.model import PAPER_NAMES, REGISTERS, CommitteePost, Meeting, Name, Numbered, Papers, Signer, Suppression
from generator.model.surveyed import CountedFigure, CountedSurvey
from generator.papers.official import OFFICIAL
from generator.papers.official.memo import of_office
from generator.papers.official.standing import changed
from generator.thai.dates import parse_moment
from generator.thai.digits import to_thai
from tests.support import official

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Records

BEFORE, AFTER = "2566-04-10 09:00", "2566-05-15 12:00"
SECRET = {"minutes", "result-memo", "result-notice", "survey-report", "final-report", "image-consent"}
NAMES_WINNERS = SECRET - {"survey-report"}


def with_papers(records: Records, **changes: Any) -> Records:
    """Return the records with another decision about their papers."""
    (award_round,) = records.rounds
    programme = award_round.programme
    papers = replace(programme.papers, **changes)
    return replace(records, rounds=(replace(award_round, programme=replace(programme, papers=papers)),))


def with_programme(records: Records, **changes: Any) -> Records:
    """Return the records with another programme."""
    (award_round,) = records.rounds
    return replace(records, rounds=(replace(award_round, programme=replace(award_round.programme, **changes)),))


def said(records: Records, key: str, moment: str = BEFORE) -> str:
    """Return everything that a paper says, without spaces."""
    view = official.of(key).view(official.asked(records, moment))
    return official.bare(json.dumps([view["blocks"], view["notes"]], ensure_ascii=False))


@pytest.fixture(scope="module")
def made(records: Records, tmp_path_factory: pytest.TempPathFactory, builds: None) -> dict[str, official.Made]:
    """Return the files of all papers of the sample."""
    return official.make(official.asked(records), tmp_path_factory.mktemp("pictures"))


def test_every_paper_of_the_steps_is_a_row() -> None:
    """In the order in which they are due, which is that of the year's folder."""
    assert [each.key for each in OFFICIAL] == sorted(PAPER_NAMES, key=[*PAPER_NAMES].index)
    assert {each.key for each in OFFICIAL if each.secret} == SECRET


@pytest.mark.parametrize("key", official.KEYS)
def test_both_files_say_the_same(key: str, made: dict[str, official.Made]) -> None:
    """Whoever signs the PDF and whoever goes on writing in Word must have read one text."""
    word, heads, notes = official.said_in_word(made[key].word)
    assert len(word) > 300
    assert official.said_in_pdf(made[key].pdf, heads, notes) == word


def test_a_text_that_only_one_file_has_is_noticed(
    records: Records, made: dict[str, official.Made], tmp_path: Path
) -> None:
    """A comparison that finds everything alike compares nothing."""
    leaf = next(iter(official.of("order").lay_out(official.asked(records))))
    shorter = {**leaf.view, "blocks": [each for each in leaf.view["blocks"] if "ทั้งนี้" not in each.get("text", "")]}
    assert len(shorter["blocks"]) == len(leaf.view["blocks"]) - 1
    word, heads, notes = official.said_in_word(made["order"].word)
    assert official.said_in_pdf(leaf.press.press(leaf.template, shorter, tmp_path), heads, notes) != word


@pytest.mark.parametrize("key", official.KEYS)
def test_every_digit_is_thai(key: str, made: dict[str, official.Made]) -> None:
    """Papers are sent back for an Arabic digit; only the name of a form of statistics is in Latin letters."""
    word, heads, notes = official.said_in_word(made[key].word)
    assert notes
    assert not re.search("[0-9]", word + "".join(notes))
    assert not re.search("[0-9]", official.said_in_pdf(made[key].pdf, heads, []))


@pytest.mark.parametrize("key", official.KEYS)
def test_thai_in_word_is_a_complex_script_with_face_and_language(key: str, made: dict[str, official.Made]) -> None:
    """Without them Word sets Thai at ten points in the face of its theme; parts of a run have an order."""
    with zipfile.ZipFile(io.BytesIO(made[key].word)) as parts:
        styles, body = parts.read("word/styles.xml").decode(), parts.read("word/document.xml").decode()
    normal = re.search(r'<w:style [^>]*w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    assert normal
    for wanted in ('w:cs="TH Sarabun New"', '<w:szCs w:val="32"/>', '<w:bCs w:val="0"/>', 'w:bidi="th-TH"'):
        assert wanted in normal[0]
    assert "cstheme" not in normal[0]
    assert "<w:txbxContent" not in body
    assert body.count("<w:b/>") == body.count("<w:bCs/>")
    assert body.count("<w:sz ") == body.count("<w:szCs ")
    order = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "bdr", "lang")
    for run in re.findall(r"<w:rPr>(.*?)</w:rPr>", body):
        tags = re.findall(r"<w:(\w+)", run)
        assert tags == sorted(tags, key=order.index)


@pytest.mark.parametrize("key", official.KEYS)
def test_a_document_is_the_offices_and_of_the_rounds_moment(
    key: str, made: dict[str, official.Made], records: Records
) -> None:
    """Not of the day on which somebody pressed it, nor of a program."""
    about = docx.Document(io.BytesIO(made[key].word)).core_properties
    assert about.author == records.organisation.name
    assert about.created == about.modified
    assert about.created is not None
    assert about.created.year == records.rounds[0].programme.result_at.year


def test_pages_are_numbered_in_thai_from_the_second(made: dict[str, official.Made]) -> None:
    """The first page of a paper has no number."""
    numbers = {
        key: [line for line in official.lines(each.pdf) if re.fullmatch("-[๐-๙]+-", line.text)]
        for key, each in made.items()
    }
    assert [line.text for line in numbers["minutes"]] == ["-๒-", "-๓-"]
    assert numbers["agenda"] == []
    with zipfile.ZipFile(io.BytesIO(made["minutes"].word)) as parts:
        assert '<w:pgNumType w:fmt="thaiNumbers"/>' in parts.read("word/document.xml").decode()


def test_a_font_is_a_setting(records: Records, tmp_path: Path) -> None:
    """Offices differ in which of the thirteen faces they have."""
    source = official.asked(with_papers(records, font="TH SarabunIT๙"))
    (made,) = official.make(source, tmp_path, ["order"]).values()
    with zipfile.ZipFile(io.BytesIO(made.word)) as parts:
        styles = parts.read("word/styles.xml").decode()
    assert 'w:cs="TH SarabunIT๙"' in styles
    assert "TH Sarabun New" not in styles


@pytest.mark.parametrize(
    ("changed", "shown_in"),
    [
        (
            {"award_name": "ผู้ให้บริการดีเด่น", "title": "โครงการเชิดชูคนทำงาน"},
            {"order", "nominations-memo", "invitation-letter", "image-consent"},
        ),
        ({"owner": "กองสวัสดิการสังคมแห่งใหม่"}, {"project", "nominations-memo", "nomination-form", "image-consent"}),
        ({"tie_rule": "ให้จับสลากต่อหน้าคณะกรรมการ"}, {"criteria-notice"}),
        ({"budget": "10,000 บาท"}, {"project", "final-report"}),
    ],
)
def test_a_fact_of_the_record_changes_in_every_paper_that_shows_it(
    records: Records, changed: dict[str, str], shown_in: set[str]
) -> None:
    """A name that is typed in two places contradicts itself one day."""
    plain = with_papers(records, section="")
    other = with_programme(plain, **changed)
    for fact, new in changed.items():
        shown = "when_equal" if fact == "tie_rule" else fact  # behind a heading that says when it holds
        old = official.bare(to_thai(getattr(records.rounds[0].programme, shown)))
        there = {key for key in official.KEYS if old in said(plain, key)}
        assert there >= shown_in
        assert {key for key in official.KEYS if official.bare(to_thai(new)) in said(other, key)} >= shown_in
        assert [key for key in official.KEYS if old in said(other, key)] == []


def test_days_follow_the_schedule(records: Records) -> None:
    """The day of the result is typed once."""
    programme = records.rounds[0].programme
    later = with_programme(records, result_at=programme.result_at.replace(day=25))
    shown = {key for key in official.KEYS if "๒๑เมษายน๒๕๖๖" in said(records, key)}
    assert shown >= {"order", "criteria-notice", "result-memo", "agenda"}
    for key in shown - {"project", "final-report"}:  # which list the step besides
        assert "๒๕เมษายน๒๕๖๖" in said(later, key)
        assert "๒๑เมษายน๒๕๖๖" not in said(later, key)


def test_what_the_record_does_not_say_is_a_dotted_line(records: Records) -> None:
    """Nothing is made up: no power, no number, no day, no place, no name."""
    empty = with_programme(records, papers=Papers(), ceremony=None)
    assert "มาตรา............แห่งพระราชบัญญัติ" in said(empty, "order")
    assert "ที่................/๒๕๖๖" in said(empty, "order")
    assert "สั่งณวันที่........มีนาคมพ.ศ.๒๕๖๖" in said(empty, "order")
    assert "(........................................)" in said(empty, "order")
    assert "เวลา............น." in said(empty, "agenda")
    assert "ลงวันที่........................" in said(empty, "nominations-memo")
    assert "เวลา............น.ณ...." in said(empty, "invitation-letter")


@pytest.mark.parametrize(
    ("section", "office", "written"),
    [
        ("สำนักปลัด", "องค์การบริหารส่วนตำบลควนเมา", "สำนักปลัด องค์การบริหารส่วนตำบลควนเมา"),
        ("สำนักปลัดองค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบลควนเมา", "สำนักปลัดองค์การบริหารส่วนตำบลควนเมา"),
        ("สำนักปลัดองค์การบริหารส่วนตำบลควนเมา", "องค์การบริหารส่วนตำบลควนเมา", "สำนักปลัดองค์การบริหารส่วนตำบลควนเมา"),
        ("สำนักปลัดเทศบาล", "เทศบาลตำบลควนเมา", "สำนักปลัดเทศบาลตำบลควนเมา"),
        ("กองคลัง", "เทศบาลตำบลควนเมา", "กองคลัง เทศบาลตำบลควนเมา"),
    ],
)
def test_a_part_of_an_office_has_the_offices_name_once(section: str, office: str, written: str) -> None:
    """Departments are called with their office's name, with its kind alone, or with neither."""
    assert of_office(section, office) == written


def test_nobody_reports_the_result_to_themselves(records: Records) -> None:
    """The head approves below; above signs whom the record names for it, or else the chair, by hand."""
    head = official.asked(records).award_round.programme.papers.head
    assert head is not None
    unnamed = said(with_papers(records, signers=()), "result-memo")
    assert unnamed.count(official.bare(head.name.bare)) == 1
    chair = records.rounds[0].programme.committee[0]
    assert f'"{chair.post}","{chair.role}"' in unnamed
    assert "สมมุติใจซื่อ" in said(records, "result-memo")


def test_a_power_is_only_assumed_of_the_kind_of_office_that_has_it(records: Records) -> None:
    """A municipality appoints by another act; which one, nobody guesses."""
    town = replace(
        with_programme(records, papers=Papers()), organisation=replace(records.organisation, name="เทศบาลตำบลควนเมา")
    )
    assert "สภาตำบล" not in said(town, "order")
    assert "อาศัยอำนาจตามความใน....." in said(town, "order")


def test_references_resolve_to_number_and_day(records: Records) -> None:
    """The notice names the order, the memos name both."""
    numbered = (
        Numbered("order", "45", date(2023, 3, 2), ""),
        Numbered("criteria-notice", "", date(2023, 3, 13), ""),
    )
    other = with_papers(records, numbered=numbered)
    assert "ที่๔๕/๒๕๖๖ลงวันที่๒มีนาคม๒๕๖๖แต่งตั้ง" in said(other, "criteria-notice")
    assert "ลงวันที่๑๓มีนาคม๒๕๖๖" in said(other, "nominations-memo")
    assert {"๔๕/๒๕๖๖", "๑๓มีนาคม๒๕๖๖"} <= {
        each for each in ("๔๕/๒๕๖๖", "๑๓มีนาคม๒๕๖๖") if each in said(other, "result-memo")
    }
    assert "สั่งณวันที่๒มีนาคมพ.ศ.๒๕๖๖" in said(other, "order")


@pytest.mark.parametrize("key", sorted(REGISTERS))
def test_a_paper_whose_facts_changed_after_its_number_is_a_draft_that_says_so(key: str, records: Records) -> None:
    """A second text under one number would be a forgery; what refers to the number still does."""
    paper = official.of(key)
    number = Numbered(paper.key, "45", date(2023, 3, 2), paper.facts(official.asked(records)))
    numbered = with_papers(records, numbered=(number,))
    assert paper.standing(official.asked(numbered)) == number
    assert "ร่างข้อมูลเปลี่ยน" not in said(numbered, key)
    renamed = with_programme(numbered, award_name="ผู้ให้บริการดีเด่น")
    assert paper.standing(official.asked(renamed)) is None
    assert "ร่างข้อมูลเปลี่ยนหลังออก" in said(renamed, key)
    assert paper.draft(official.asked(renamed)).case.number == ""


def test_a_paper_that_says_other_words_is_told_with_both_causes(records: Records) -> None:
    """Whoever changed no fact looks for one in vain: a later version of the program may have other words."""
    papers = (("criteria-notice", ""), ("result-memo", "12"))
    issued = tuple(Numbered(official.of(key).key, number, date(2023, 3, 13), "0" * 64) for key, number in papers)
    told = changed(with_papers(records, numbered=issued), parse_moment(AFTER))
    notice, memo = (problem.message for problem in told)
    assert notice.th.startswith("ข้อความเปลี่ยนหลังออกประกาศหลักเกณฑ์การคัดเลือกแล้ว ")
    assert memo.th.startswith("ข้อความเปลี่ยนหลังออกบันทึกข้อความรายงานผลและขออนุมัติประกาศ เลขที่ 12 แล้ว ")
    assert all("หรือโปรแกรมรุ่นใหม่ใช้ถ้อยคำอื่น" in each.th for each in (notice, memo))
    assert notice.en.startswith("criteria-notice says ")


def test_a_new_number_of_an_order_repeals_the_old_one(records: Records) -> None:
    """Two orders would stand beside each other otherwise; numbered, the new text is no draft any more."""
    order = official.of("order")
    first = Numbered("order", "45", date(2023, 3, 2), order.facts(official.asked(records)))
    renamed = with_programme(with_papers(records, numbered=(first,)), award_name="ผู้ให้บริการดีเด่น")
    second = Numbered("order", "51", date(2023, 3, 9), order.facts(official.asked(renamed)))
    both = with_papers(renamed, numbered=(first, second))
    assert "ให้ยกเลิกคำสั่งที่๔๕/๒๕๖๖ลงวันที่๒มีนาคม๒๕๖๖" in said(both, "order")
    assert "ที่๕๑/๒๕๖๖" in said(both, "order")
    assert "ร่างข้อมูล" not in said(both, "order")


def test_a_meeting_moved_after_the_memo_went_out_is_told(records: Records) -> None:
    """The signed memo names the day on which nobody met."""
    memo = official.of("result-memo")
    number = Numbered("result-memo", "12", date(2023, 4, 20), memo.facts(official.asked(records)))
    moved = with_papers(records, numbered=(number,), meeting=Meeting(date(2023, 4, 19), time(10), "ห้องประชุม"))
    assert "ร่างข้อมูลเปลี่ยนหลังออกบันทึกข้อความที่ตง๙๙๙๐๑/๑๒" in said(moved, "result-memo")


def test_a_signer_replaced_between_two_papers_signs_the_later_one_alone(records: Records) -> None:
    """What was signed keeps its signer by being told; the next paper has the new one."""
    notice = official.of("criteria-notice")
    number = Numbered("criteria-notice", "", date(2023, 3, 13), notice.facts(official.asked(records)))
    new = Signer(Name("ร้อยตรี", "สมชาย", "แทนคนเดิม"), "รองนายกองค์การบริหารส่วนตำบล รักษาราชการแทน", "")
    changed = with_papers(records, numbered=(number,), signers=(("result-notice", new),))
    assert "ร่างข้อมูลเปลี่ยน" not in said(changed, "criteria-notice")
    assert "(สมชายแทนคนเดิม)" in said(changed, "result-notice")
    assert "ร้อยตรี" in said(changed, "result-notice")  # a rank stands before the signature, never in the brackets
    assert "สมชาย" not in said(changed, "criteria-notice")


@pytest.mark.parametrize("members", [3, 25])
def test_a_committee_of_any_size_with_long_posts_fits(members: int, records: Records, tmp_path: Path) -> None:
    """Posts of ninety letters go on in their column, and the roles stay beside them."""
    post = "ผู้อำนวยการกองส่งเสริมคุณภาพชีวิตและสวัสดิการสังคมขององค์การบริหารส่วนตำบลควนเมาเหนือใต้"
    assert len(post) >= 85
    seats = tuple(CommitteePost(f"{post} {n}", "กรรมการและผู้ช่วยเลขานุการ") for n in range(members))
    (made,) = official.make(official.asked(with_programme(records, committee=seats)), tmp_path, ["order"]).values()
    word, heads, notes = official.said_in_word(made.word)
    assert official.said_in_pdf(made.pdf, heads, notes) == word
    roles = [line for line in official.lines(made.pdf) if "ผู้ช่วยเลขานุการ" in line.text]
    assert len(roles) == members
    assert {round(line.size) for line in official.lines(made.pdf)} <= {10, 16, 20}


@pytest.mark.parametrize("key", official.KEYS)
def test_winners_are_only_on_papers_that_say_until_when_they_are_secret(key: str, records: Records) -> None:
    """Committee and head see the result days before anybody else."""
    before, after = said(records, key, BEFORE), said(records, key, AFTER)
    named = [winner for winner in records.rounds[0].winners if official.bare(winner.name.written) in before]
    assert (len(named) == len(records.rounds[0].winners)) == (key in NAMES_WINNERS)
    assert bool(named) == (key in NAMES_WINNERS)
    assert ("ห้ามเผยแพร่ก่อน๒๑เมษายน๒๕๖๖เวลา๐๙.๐๐น." in before) == (key in SECRET)
    assert "ห้ามเผยแพร่ก่อน" not in after


def test_before_the_committee_has_chosen_rows_are_empty(records: Records) -> None:
    """The minutes are printed for the meeting, and filled in there."""
    (award_round,) = records.rounds
    open_round = replace(records, rounds=(replace(award_round, winners=(), unawarded=()),))
    view = official.of("minutes").view(official.asked(open_round))
    tables = [block for block in view["blocks"] if block["kind"] == "table"]
    assert [len(table["rows"]) for table in tables] == [each.places for each in award_round.programme.categories]
    assert all(cells[1:] == ["", "", ""] for table in tables for cells in table["rows"])


def test_whoever_must_not_be_named_is_on_no_paper(records: Records) -> None:
    """Nothing of a suppressed winner may be read anywhere."""
    (award_round,) = records.rounds
    first, *others = award_round.winners
    hidden = replace(first, suppressed=Suppression("ขอไม่เปิดเผยชื่อ", date(2023, 4, 1)))
    other = replace(records, rounds=(replace(award_round, winners=(hidden, *others)),))
    assert first.name.first in said(records, "result-notice")
    assert [key for key in official.KEYS if first.name.first in said(other, key, AFTER)] == []


def _figure(name: str, mean: str, band: str = "มาก") -> CountedFigure:
    return CountedFigure(name, 40, 160, Decimal(mean), Decimal("0.51"), Decimal(mean) * 20, band)


def _surveyed(records: Records) -> Records:
    counted = CountedSurvey(
        counted=40,
        percent="ค่าเฉลี่ย",
        bands="บุญชม",
        population=1154,
        whole=_figure("", "4.31"),
        aspects=(_figure("เจ้าหน้าที่", "4.52", "มากที่สุด"), _figure("ขั้นตอน", "4.20"), _figure("สถานที่", "4.10")),
        items=(("เจ้าหน้าที่", _figure("สุภาพ", "4.60", "มากที่สุด")), ("เจ้าหน้าที่", _figure("อธิบายชัด", "4.44"))),
        divisions=(_figure("สำนักปลัด", "4.40"), _figure("กองช่าง", "4.22")),
        services=(),
        channels=(),
        places=(_figure("หมู่ที่ 1", "4.31"), _figure("อื่น ๆ", "4.99")),
    )
    (award_round,) = records.rounds
    return replace(records, rounds=(replace(award_round, counted=counted),))


def test_the_report_of_the_survey_says_below_each_table_what_it_shows(records: Records) -> None:
    """The sentence is made of the table's own figures; what is put together is never called best."""
    report = said(_surveyed(records), "survey-report")
    assert "โดยรวมอยู่ในระดับมาก(ค่าเฉลี่ย๔.๓๑ส่วนเบี่ยงเบนมาตรฐาน๐.๕๑)คิดเป็นร้อยละ๘๖.๒๐" in report
    assert "ด้านที่มีค่าเฉลี่ยสูงสุดคือเจ้าหน้าที่(ค่าเฉลี่ย๔.๕๒)รองลงมาคือขั้นตอน(ค่าเฉลี่ย๔.๒๐)และต่ำสุดคือสถานที่" in report
    assert "สูงสุดคืออื่น" not in report
    assert report.count("พบว่า") == 4
    assert "ผู้รับบริการ๑,๑๕๔คน" in report
    assert "๔.๕๑–๕.๐๐มากที่สุด" in report


def test_the_report_of_the_survey_counts_people_and_keeps_its_decimals(records: Records) -> None:
    """Seventeen people who answered ten questions are not 170; 83.90 stands as long as 85.28."""
    surveyed = _surveyed(records)
    view = official.of("survey-report").view(official.asked(surveyed))
    tables = [block for block in view["blocks"] if block["kind"] == "table"]
    assert tables
    counted = surveyed.rounds[0].counted
    assert counted is not None
    assert counted.whole.replies != counted.whole.answers
    for block in tables:
        assert block["head"][1] == "จำนวน (คน)"
        assert block["whole"]
        assert {row[1] for row in block["rows"]} == {to_thai(str(counted.whole.replies))}
        assert all(len(row[4].partition(".")[2]) == 2 for row in block["rows"])
    assert all(len(value.partition(".")[2]) == 2 for block in view["blocks"] for value in block.get("values", ()))


def test_the_final_report_lists_what_is_filed_and_what_is_missing(records: Records) -> None:
    """An annex that is missing is seen in the list, not found out by the inspector."""
    numbered = (
        Numbered("order", "45", date(2023, 3, 2), "", "papers/order.pdf"),
        Numbered("minutes", "", date(2023, 4, 20), ""),
    )
    view = official.of("final-report").view(official.asked(with_papers(records, numbered=numbered)))
    annexes = [block for block in view["blocks"] if block["kind"] == "table"][-1]["rows"]
    listed = [row[:3] for row in annexes] + [row[3:] for row in annexes if row[3]]
    by_paper = {name: said for _, name, said in listed}
    assert [name for _, name, _ in listed] == [name for key, name in PAPER_NAMES.items() if key != "final-report"]
    assert by_paper[PAPER_NAMES["order"]] == "ที่ ๔๕/๒๕๖๖ ลงวันที่ ๒ มีนาคม ๒๕๖๖ มีสำเนา"
    assert by_paper[PAPER_NAMES["result-memo"]] == "ยังไม่มีสำเนา"
    assert by_paper[PAPER_NAMES["minutes"]] == "ลงวันที่ ๒๐ เมษายน ๒๕๖๖ ยังไม่มีสำเนา"


def test_targets_stand_beside_results(records: Records) -> None:
    """Eighty percent was promised, and fewer complaints."""
    view = official.of("final-report").view(official.asked(records, AFTER))
    results = [block for block in view["blocks"] if block["kind"] == "table"][1]["rows"]
    assert [row[1:] for row in results] == [
        ["๕ คน", "๕ คน"],
        ["ไม่น้อยกว่าร้อยละ ๘๐", "ร้อยละ ๘๘.๖ (ผู้ตอบ ๔๑๒ คน)"],
        ["น้อยกว่าปี พ.ศ. ๒๕๖๕ (๗ เรื่อง)", "๓ เรื่อง"],
    ]


@pytest.mark.parametrize("text", ['#panic("x")', "=HYPERLINK(1)", "<script>alert(1)</script>", "\\ $x$ _*`@[]"])
def test_what_a_record_says_is_text_and_nothing_else(text: str, records: Records, tmp_path: Path) -> None:
    """A place with signs in its name is printed, and runs in neither program."""
    meeting = replace(records.rounds[0].programme.papers.meeting, place=text)
    (made,) = official.make(official.asked(with_papers(records, meeting=meeting)), tmp_path, ["agenda"]).values()
    word, heads, notes = official.said_in_word(made.word)
    assert official.bare(to_thai(text)) in word
    assert official.said_in_pdf(made.pdf, heads, notes) == word


def test_the_final_report_shows_faces_only_once_the_public_may_see_them(records: Records) -> None:
    """It is written before the result, too; a picture needs the moment as well as the consent."""

    def shown(*moment: str) -> list[Any]:
        view = official.of("final-report").view(official.asked(records, *moment))
        return [person for block in view["blocks"] if block["kind"] == "faces" for person in block["people"]]

    assert shown() == []
    assert [person["portrait"] is None for person in shown(AFTER)] == [False, False, False, False, True]
