"""Reading reports every fault at its place, in words that a clerk can act on, and accepts valid records."""

from __future__ import annotations

import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.era import BANGKOK
from generator.model import Consent
from generator.problems import ProblemsFound
from generator.reading import read
from generator.store import Store
from tests.support.small import ORGANISATION, PHOTO, ROUND, WINNERS, Small

ROOT = Path(__file__).resolve().parents[2]


class Break(NamedTuple):
    """One change to valid records, and the message expected: at the place of `at`, in `field`, with all of `words`."""

    file: str
    old: str
    new: str
    at: str
    field: str
    words: tuple[str, ...]


FIRST_SCORES = "{mind: 95, fair: ๙๓.๕}"

BREAKS = {
    "misspelt key": Break(ROUND, "tie_rule:", "tie_rul:", "tie_rul:", "tie_rul", ("tie_rul", "เปลี่ยนเป็น tie_rule")),
    "unknown key": Break(ROUND, "tie_rule:", "zzz: 1\ntie_rule:", "zzz", "zzz", ("zzz", "ลบออก", "tie_rule")),
    "misspelt key below": Break(WINNERS, "alt:", "atl:", "atl:", "winners[0].photo.atl", ("เปลี่ยนเป็น alt",)),
    "key twice": Break(ROUND, "year: ๒๕๖๖\n", "year: ๒๕๖๖\nyear: 2567\n", "year: 2567", "year", ("สองครั้ง", "บรรทัดที่ 2")),
    "missing key": Break(ROUND, "owner: สำนักปลัด\n", "", "sample", "owner", ("ไม่มีช่อง owner", "เพิ่มบรรทัด owner:")),
    "missing key below": Break(WINNERS, "      alt: ภาพวาดผู้หญิง\n", "", "file: ", "winners[0].photo.alt", ("alt",)),
    "empty value": Break(ROUND, "owner: สำนักปลัด", "owner:", "owner:", "owner", ("ยังไม่ได้กรอก",)),
    "null value": Break(ROUND, "owner: สำนักปลัด", "owner: ~", "owner:", "owner", ("ยังไม่ได้กรอก",)),
    "list for text": Break(ROUND, "owner: สำนักปลัด", "owner: [x]", "[x]", "owner", ("ข้อความบรรทัดเดียว", "รายการ")),
    "text for list": Break(ROUND, "  - ยกย่องผู้ให้บริการ", "  ยกย่อง", "ยกย่อง", "objectives", ("รายการ",)),
    "text for group": Break(
        WINNERS, "{percent: 90, replies: 40}", "90", "90\n", "winners[1].satisfaction", ("กลุ่มช่องย่อย",)
    ),
    "empty list": Break(ROUND, "  - เว็บไซต์\n", "", "publicity:\n", "publicity", ("อย่างน้อย 1",)),
    "weights sum to 99": Break(ROUND, "weight: 40", "weight: 39", "criteria:", "criteria", ("รวมได้ 99", "100")),
    "no criterion of the citizens": Break(ROUND, ", citizens: ใช่", "", "criteria:", "criteria", ("0 ข้อ",)),
    "two criteria of the citizens": Break(
        ROUND, "weight: 40", "weight: 40, citizens: ใช่", "ใช่}\ntie", "criteria[2].citizens", ("2 ข้อ",)
    ),
    "satisfaction 108": Break(
        WINNERS, "percent: 90", "percent: 108", "108", "winners[1].satisfaction.percent", ("ไม่เกิน 100", "108")
    ),
    "negative percent": Break(
        WINNERS, "percent: 90", "percent: -1", "-1,", "winners[1].satisfaction.percent", ("ไม่ต่ำกว่า 0",)
    ),
    "percent with a unit": Break(
        WINNERS,
        "percent: 90",
        "percent: ร้อยละ 90",
        "ร้อยละ 90",
        "winners[1].satisfaction.percent",
        ("ตัวเลข", "ร้อยละ 90"),
    ),
    "score above 100": Break(WINNERS, "mind: 95", "mind: 101", "101", "winners[0].scores.mind", ("ไม่เกิน 100",)),
    "score missing": Break(WINNERS, FIRST_SCORES, "{mind: 95}", "{mind: 95}", "winners[0].scores.fair", ("fair",)),
    "score for the citizens' criterion": Break(
        WINNERS, "fair: 91", "fair: 91, people: 90", "people: 90", "winners[1].scores.people", ("ลบบรรทัดนี้",)
    ),
    "score for no criterion": Break(
        WINNERS, "fair: 91", "fair: 91, mood: 9", "mood", "winners[1].scores.mood", ("mood",)
    ),
    "30 February": Break(WINNERS, "2566-03-28", "2566-02-30", "2566-02-30", "winners[0].photo.consent.given", ("30",)),
    "Common Era date": Break(
        ROUND, "opens: 1 มี.ค. 66", "opens: 2023-03-01", "2023-03-01", "survey.opens", ("2023", "2566")
    ),
    "Common Era year": Break(
        ROUND, "{year: 2566, count", "{year: 2023, count", "2023", "outcomes.complaints[1].year", ("2023", "2566")
    ),
    "moment without a time": Break(ROUND, " เวลา 09.00 น.", "", "21 เมษายน", "result_at", ("เวลา",)),
    "year of another folder": Break(ROUND, "year: ๒๕๖๖", "year: 2567", "2567", "year", ("2567", "2566")),
    "result outside its step": Break(
        ROUND, "21 เมษายน 2566", "22 เมษายน 2566", "22 เมษายน", "result_at", ("22 เมษายน 2566", "result")
    ),
    "step ends before it starts": Break(
        ROUND, "ends: 2566-03-03", "ends: 2566-02-28", "2566-02-28", "steps[0].ends", ("มาก่อน",)
    ),
    "step of another decade": Break(
        ROUND, "starts: 2566-03-01", "starts: 2556-03-01", "2556-03-01", "steps[0].starts", ("2565", "2567")
    ),
    "step before the one above it": Break(
        ROUND, "starts: 2566-03-16", "starts: 2566-03-12", "2566-03-12", "steps[3].starts", ("criteria_notice",)
    ),
    "step of no known kind": Break(ROUND, "key: judging", "key: juding", "juding", "steps[4].key", ("judging",)),
    "way of no known kind": Break(
        ROUND,
        "    - name: โทรศัพท์",
        "    - kind: โทรเลข\n      name: โทรศัพท์",
        "โทรเลข",
        "survey.other_ways[0].kind",
        ("โทรศัพท์", "กระดาษ", "กล่อง"),
    ),
    "survey closes too early": Break(
        ROUND, "closes: 30 กันยายน 2570", "closes: 1 เม.ย. 66", "1 เม.ย. 66", "survey.closes", ("มาก่อน",)
    ),
    "counted after the result": Break(
        ROUND, "๑๒/๔/๒๕๖๖", "22/4/2566", "22/4/2566", "survey.counted_until", ("ประกาศผล",)
    ),
    "form without channel": Break(
        ROUND, "entry.1={channel}", "entry.1=x", "https://forms", "survey.form", ("{channel}",)
    ),
    "form without place": Break(ROUND, "entry.2={place}", "entry.2=x", "https://forms", "survey.form", ("{place}",)),
    "form with another mark": Break(
        ROUND, "&entry.2", "&x={name}&entry.2", "https://forms", "survey.form", ("{name}",)
    ),
    "form that is a script": Break(
        ROUND, "https://forms.example/f", "javascript:alert(1)//", "javascript", "survey.form", ("https://",)
    ),
    "years out of order": Break(
        ROUND,
        "{year: 2565, count",
        "{year: 2566, count",
        "2566, count: 2",
        "outcomes.complaints[1].year",
        ("เก่าไปใหม่",),
    ),
    "nominator that does not exist": Break(
        ROUND, "  - works", "  - wroks", "wroks", "nominators[1]", ("wroks", "works")
    ),
    "division that does not exist": Break(
        WINNERS, "division: works", "division: work", "work\n", "winners[1].division", ("palad (สำนักปลัด), works (",)
    ),
    "a group that was meant to be absent": Break(
        ORGANISATION,
        "\nvillages:\n",
        "\nvillages:\n  - {moo: 3, name: ก, board: ข, loudspeaker: ไม่มี}\n",
        "ไม่มี",
        "villages[0].loudspeaker",
        ("kind: times: particle: greeting:", "ถ้าไม่มี ให้ลบบรรทัดนี้"),
    ),
    "category that does not exist": Break(
        WINNERS,
        "category: staff\n    place: 2",
        "category: staf\n    place: 2",
        "staf\n",
        "winners[1].category",
        ("staff",),
    ),
    "more places than there are": Break(
        ROUND, "places: 2", "places: 1", "", "winners[1].place", ("อันดับ 2", "เพียง 1 คน")
    ),
    "gap in the places": Break(WINNERS, "place: 1", "place: 2", "", "winners[0].place", ("อันดับ 2", "0 คน")),
    "better total, worse place": Break(
        WINNERS, "{mind: 90, fair: 91}", "{mind: 99, fair: 99}", "2\n    citation", "winners[1].place", ("winners[0]",)
    ),
    "id twice": Break(WINNERS, "id: second", "id: first", "", "winners[1].id", ("winners[0]",)),
    "id with capitals": Break(WINNERS, "id: second", "id: Second", "Second", "winners[1].id", ("ตัวเล็ก",)),
    "id that Windows reserves": Break(WINNERS, "id: second", "id: con", "con\n", "winners[1].id", ("Windows",)),
    "consent withdrawn before it was given": Break(
        WINNERS,
        "given: 2566-03-28",
        "given: 2566-03-28\n        withdrawn: 27 มี.ค. 66",
        "27 มี.ค. 66",
        "winners[0].photo.consent.withdrawn",
        ("27 มีนาคม 2566", "28 มีนาคม 2566"),
    ),
    "consent for no channel": Break(
        WINNERS, "channels: [site, print]", "channels: []", "[]", "winners[0].photo.consent.channels", ("อย่างน้อย 1",)
    ),
    "consent for an unknown channel": Break(
        WINNERS, "[site, print]", "[site, prnt]", "prnt", "winners[0].photo.consent.channels[1]", ("print",)
    ),
    "suppressed without a reason": Break(
        WINNERS, "      reason: เจ้าตัวขอไม่เผยแพร่\n", "", "since:", "winners[1].name_suppressed.reason", ("reason",)
    ),
    "focus outside the photo": Break(WINNERS, "[0.5, 0.3]", "[0.5, 1.3]", "1.3", "winners[0].photo.focus[1]", ("1",)),
    "focus of one figure": Break(WINNERS, "[0.5, 0.3]", "[0.5]", "[0.5]", "winners[0].photo.focus", ("อย่างน้อย 2",)),
    "replies without anybody": Break(
        WINNERS, "replies: 40", "replies: 0", "90, ", "winners[1].satisfaction.percent", ("ไม่มีผู้ตอบ",)
    ),
    "a flag that is neither": Break(ROUND, "sample: true", "sample: maybe", "maybe", "sample", ("maybe", "ไม่ใช่")),
    "a season that nobody knows": Break(
        ORGANISATION, "colours:\n", "season: สงกราน\ncolours:\n", "สงกราน", "season", ("สงกรานต์",)
    ),
    "a style of our own": Break(ORGANISATION, "colours:\n", "style: หรู\ncolours:\n", "หรู", "style", ("สง่า", "เรียบ")),
    "a weave of our own": Break(
        ORGANISATION, "colours:\n", "weave: ลาย\ncolours:\n", "ลาย", "weave", ("ลูกแก้ว", "ใบยาง")
    ),
    "colour by name": Break(ORGANISATION, '"#0f4c5c"', "teal", "teal", "colours.primary", ("#0b5a5e",)),
    "site with a slash": Break(ORGANISATION, "https://test.example", "https://test.example/", "https", "site", ("/",)),
    "site with a query": Break(ORGANISATION, "https://test.example", "https://test.example?a", "https", "site", ("?",)),
    "site without a scheme": Break(
        ORGANISATION, "https://test.example", "www.test.example", "www", "site", ("https://",)
    ),
    "postcode": Break(ORGANISATION, "๙๒๑๖๐", "9216", "9216", "address.postcode", ("5 หลัก",)),
    "phone in words": Break(ORGANISATION, "071234561", "ไม่มี", "ไม่มี", "phone", ("โทรศัพท์",)),
    "village twice": Break(ORGANISATION, "moo: 2", "moo: 1", "1\n    name: 0012", "villages[1].moo", ("villages[0]",)),
    "particle": Break(ORGANISATION, "particle: ครับ", "particle: คะ", "คะ", "villages[0].loudspeaker.particle", ("ค่ะ",)),
    "curly quotes about a figure": Break(
        ROUND, "target_people: 35", "target_people: “35”", "“35”", "target_people", ("โค้ง",)
    ),
    "curly quotes about a colour": Break(
        ORGANISATION, '"#0f4c5c"', "“#0f4c5c”", "“#0f4c5c”", "colours.primary", ("โค้ง",)
    ),
    "curly quotes about a name": Break(
        WINNERS, "last: น้ำใจดี", "last: “น้ำใจดี”", "“น้ำใจดี”", "winners[1].name.last", ("โค้ง",)
    ),
    "moment that cannot be read": Break(
        ROUND, "เวลา 09.00 น.", "เวลา 9 โมงเช้า", "21 เมษายน 2566 เวลา", "result_at", ("9 โมงเช้า", "เวลา 09.00 น.")
    ),
    "text too long": Break(ROUND, "budget: ไม่ใช้งบประมาณ", f"budget: {'ก' * 301}", "กกก", "budget", ("301", "300")),
    "name on two lines": Break(
        ORGANISATION, "short_name: อบต.ทดสอบ", 'short_name: "อบต.\\nทดสอบ"', '"อบต.', "short_name", ("บรรทัดเดียว",)
    ),
    "bidi override": Break(ROUND, "owner: สำนักปลัด", "owner: สำนัก\u202eปลัด", "\u202e", "owner", ("U+202E",)),
    "escaped control character": Break(ROUND, "owner: สำนักปลัด", 'owner: "สำนัก\\a"', '"สำนัก', "owner", ("U+0007",)),
    "letter of an old font": Break(ROUND, "owner: สำนักปลัด", "owner: สำ\ue000นัก", "\ue000", "owner", ("U+E000",)),
    "emoji": Break(ROUND, "owner: สำนักปลัด", "owner: สำนัก😊ปลัด", "😊", "owner", ("U+1F60A",)),
    "text that YAML would drop": Break(ROUND, "owner: สำนักปลัด", "owner: อันดับ #1", "อันดับ #1", "owner", ("#",)),
    "text that YAML would drop whole": Break(ROUND, "owner: สำนักปลัด", "owner: #import", " #import", "owner", ("#",)),
    "anchor": Break(ROUND, "owner: สำนักปลัด", "owner: &a ข", "&a", "owner", ("&",)),
    "tag": Break(ROUND, "owner: สำนักปลัด", "owner: !a ข", "!a", "owner", ("!",)),
}
"""Every case changes one thing; an empty `at` leaves the place to the field."""


@pytest.mark.parametrize("case", BREAKS.values(), ids=list(BREAKS))
def test_a_fault_is_told_once_at_its_place_with_its_cure(small: Small, case: Break) -> None:
    """A clerk jumps to the place, reads one message, fixes it and is done: consequences are not reported."""
    small.edit(case.file, case.old, case.new)
    problem = small.only_problem()
    told = f"{problem.message.th} {problem.fix.th}"
    assert problem.field == case.field
    assert all(word in told for word in case.words), told
    assert not problem.warning
    assert problem.message.en
    assert problem.fix.en
    if case.at:
        assert problem.file == f"winners/{case.file}"
        assert (problem.line, problem.column) == small.place(case.file, case.at)
    else:
        assert problem.line > 1


def test_all_faults_of_all_files_come_out_in_one_run(small: Small) -> None:
    """A clerk fixes all in one go; rules between values still report while another value of the file is wrong."""
    small.edit(ORGANISATION, "071234561", "ไม่มี")
    small.edit(ROUND, "weight: 40", "weight: 39")
    small.edit(ROUND, "opens: 1 มี.ค. 66", "opens: 30 ก.พ. 66")
    small.edit(ROUND, "tie_rule:", "tie_rul:")
    small.edit(WINNERS, "percent: 90", "percent: 108")
    small.edit(WINNERS, "id: second", "id: first")
    small.edit(WINNERS, "photos/first.jpg", "photos/none.png")
    fields = [(problem.file.rpartition("/")[2], problem.field) for problem in small.problems()]
    assert fields == [
        ("round.yaml", "criteria"),
        ("round.yaml", "tie_rul"),
        ("round.yaml", "survey.opens"),
        ("winners.yaml", "winners[0].photo.file"),
        ("winners.yaml", "winners[1].id"),
        ("winners.yaml", "winners[1].satisfaction.percent"),
        ("organisation.yaml", "phone"),
    ]


def test_a_table_beside_the_records_is_the_clerk_s_own(small: Small) -> None:
    """Only where the real file is missing could one be mistaken for the other."""
    small.write("2566/winners.xlsx", "x")
    assert small.read().rounds[0].winners


def test_what_follows_from_one_slip_among_the_places_is_not_told(small: Small) -> None:
    """A mistyped place opens gaps after it, and a lost hyphen merges two winners: each is one thing to fix."""
    good = small.text(WINNERS)
    small.edit(WINNERS, "place: 2", "place: 9")
    assert small.only_problem().field == "winners[1].place"
    small.write(WINNERS, good)
    small.edit(WINNERS, "  - id: second", "    id: second")
    assert {problem.field for problem in small.problems()} <= {"winners[0].id", "winners[0].name"}


def test_a_rival_is_called_by_name(small: Small) -> None:
    """Nobody knows who winners[0] is."""
    small.edit(WINNERS, "place: 2", "place: 1")
    (warning,) = small.read().warnings
    first = small.read().rounds[0].winners[0].name
    assert f"{first.first} {first.last} (winners[0])" in warning.message.th


def test_text_is_kept_as_it_was_written(small: Small) -> None:
    """YAML's own types would turn NO into false, 8:30 into 510 and a telephone number into 15021425."""
    records = small.read()
    office, winner = records.organisation, records.rounds[0].winners[1]
    assert [village.name for village in office.villages] == ["NO", "0012"]
    assert (office.office_hours, office.phone.printed) == ("8:30", "071234561")
    assert (winner.citation, winner.story) == ("1_000", "1.10")
    assert winner.quote == "#import 'x' $ <script> {{ x }} {: onclick= } [x](javascript:)"
    assert records.rounds[0].winners[0].story == "ย่อหน้าหนึ่ง\n\nย่อหน้าสอง"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("โทรศัพท์", "โทรศัพท์"),
        ("โทร. สำนักงาน", "โทรศัพท์"),
        ("สายด่วน", "โทรศัพท์"),
        ("โทรสาร", "อื่น"),
        ("แบบกระดาษ ไม่ใช้โทรศัพท์", "กระดาษ"),
        ("กล่องรับแบบกระดาษ", "กระดาษ"),
        ("ตู้รับความเห็น", "กล่อง"),
        ("ผู้ใหญ่บ้าน", "อื่น"),
    ],
)
def test_another_way_is_of_the_kind_that_name_or_record_tells(small: Small, name: str, kind: str) -> None:
    """Sheets depend on the kind: if a hotline is not recognised as a phone, each sheet gets a second phone number."""
    small.edit(ROUND, "    - name: โทรศัพท์\n", f"    - name: {name}\n")
    assert small.read().rounds[0].programme.survey.other_ways[0].kind == kind
    small.edit(ROUND, f"    - name: {name}\n", f"    - name: {name}\n      kind: กล่อง\n")
    assert small.read().rounds[0].programme.survey.other_ways[0].kind == "กล่อง"


def test_dates_and_figures_are_read_in_every_way_people_write_them(small: Small) -> None:
    """Offices write Thai digits, short months and commas for thousands."""
    award_round = small.read().rounds[0]
    survey = award_round.programme.survey
    assert (survey.opens, survey.closes, survey.counted_until) == (
        date(2023, 3, 1),
        date(2027, 9, 30),
        date(2023, 4, 12),
    )
    assert award_round.programme.year == 2566
    assert award_round.programme.result_at == datetime(2023, 4, 21, 9, 0, tzinfo=BANGKOK)
    assert award_round.outcomes.satisfaction[1].replies == 1200
    assert award_round.winners[0].scores == {"mind": Decimal(95), "fair": Decimal("93.5")}
    assert award_round.winners[0].photo is not None
    assert award_round.winners[0].photo.consent == Consent(frozenset({"site", "print"}), date(2023, 3, 28), None)
    assert award_round.winners[1].suppressed is not None


def test_what_nobody_sees_is_dropped_from_text(small: Small) -> None:
    """Text from a word processor contains zero-width joiners and split vowels, and cannot be found by a search."""
    small.edit(ROUND, "owner: สำนักปลัด", "owner: \u200bน\u0e4d\u0e49\u0e32ใจ\u00a0ของ\ufeff เเม่\u00ad")
    assert small.read().rounds[0].programme.owner == "น้ำใจ ของ แม่"


@pytest.mark.parametrize("written", ["", "winners:\n", "winners: []\n", "# ยังไม่มี\n", None])
def test_no_winners_yet_is_a_stage(small: Small, written: str | None) -> None:
    """Before the result the file is empty or missing, and the site of that day is built all the same."""
    if written is None:
        small.path(WINNERS).unlink()
    else:
        small.write(WINNERS, written)
    assert small.read().rounds[0].winners == ()


def test_a_sample_organisation_or_winner_makes_the_round_a_sample(small: Small) -> None:
    """If anything in any of the files is made up, everything must be marked."""
    for file in (ORGANISATION, ROUND, WINNERS):
        small.edit(file, "sample: true", "sample: ไม่ใช่")
    assert not small.read().rounds[0].programme.sample
    small.edit(WINNERS, "sample: ไม่ใช่", "sample: ใช่")
    assert small.read().rounds[0].programme.sample


def test_tied_winners_may_share_a_place(small: Small) -> None:
    """Equal totals share a place; unequal ones that do deserve a look, and a place that is skipped is a fault."""
    small.edit(WINNERS, "place: 2", "place: 1")
    assert [warning.field for warning in small.read().warnings] == ["winners[1].place"]
    small.edit(WINNERS, "{percent: 90, replies: 40}", "{percent: 95.4, replies: 40}")
    small.edit(WINNERS, "{mind: 90, fair: 91}", "{mind: 95, fair: 93.5}")
    assert small.read().warnings == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "words"),
    [
        (WINNERS, "replies: 68", "replies: 9", "winners[0].satisfaction.replies", ("9 คน",)),
        (WINNERS, "{title: นางสาว, first: ปิยะนุช", "{title: นาง, first: นางนวล", "winners[0].name.first", ("นวล",)),
        (ORGANISATION, "test.example", f"{'a' * 45}.example", "site", ("ไบต์", "4.0 ซม.")),
    ],
)
def test_what_is_only_doubtful_is_a_warning(
    small: Small, file: str, old: str, new: str, field: str, words: tuple[str, ...]
) -> None:
    """A warning shows the place like a problem does, and lets the work go on."""
    small.edit(file, old, new)
    (warning,) = small.read().warnings
    assert warning.warning
    assert (warning.file, warning.field) == (f"winners/{file}", field)
    assert all(word in warning.say() for word in words), warning.say()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2566", "๒๕๖๖", ("๒๕๖๖", "winners/2566")),
        ("2566", "2023", ("2023", "winners/2566")),
        ("2566/round.yaml", "2566/roud.yaml", ("round.yaml",)),
        ("2566/winners.yaml", "2566/winner.yaml", ("winners.yaml",)),
        ("organisation.yaml", "organization.yaml", ("organisation.yaml",)),
        ("2566/winners.yaml", "2566/winners.yaml.txt", ("winners.yaml.txt", "เปลี่ยนชื่อเป็น winners.yaml")),
        ("2566/winners.yaml", "2566/winners.xlsx", ("winners.xlsx", "เขียนลงใน winners.yaml")),
    ],
)
def test_a_misnamed_file_or_folder_is_not_passed_over(small: Small, old: str, new: str, words: tuple[str, ...]) -> None:
    """A file that is silently ignored is the worst fault of all: `winner.yaml` would mean "no winners yet"."""
    small.path(old).rename(small.path(new))
    told = "\n".join(problem.say() for problem in small.problems())
    assert all(word in told for word in words), told


@pytest.mark.parametrize(
    "copy", ["winners - Copy.yaml", "winners - สำเนา.yaml", "winners (1).yaml", "winners.yaml.txt"]
)
def test_a_copy_is_never_to_be_given_the_name_of_the_records(small: Small, copy: str) -> None:
    """Whoever obeyed would write an old copy over the records."""
    small.write(f"2566/{copy}", small.text(WINNERS))
    (problem,) = small.problems()
    assert problem.file == f"winners/2566/{copy}"
    assert "มี winners.yaml อยู่แล้ว" in problem.fix.th
    assert "เปลี่ยนชื่อ" not in problem.fix.th


def test_a_project_without_records_says_so(tmp_path: Path) -> None:
    """The command started in the wrong folder must not look like an empty publication."""
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, Store(tmp_path / "store"))
    assert "--project" in found.value.problems[0].fix.th


def test_a_photo_without_consent_is_read_but_not_agreed_to(small: Small) -> None:
    """Whether it is shown is decided later, in one place; the record is valid."""
    text = small.text(WINNERS)
    start = text.index("      consent:")
    small.write(WINNERS, text[:start] + text[text.index("  - id: second") :])
    photo = small.read().rounds[0].winners[0].photo
    assert photo is not None
    assert photo.consent is None


def test_a_withdrawn_consent_is_kept_with_its_day(small: Small) -> None:
    """It is a fact that it was given once and withdrawn; what follows from it is decided later."""
    small.edit(WINNERS, "given: 2566-03-28", "given: 2566-03-28\n        withdrawn: ๑ มิ.ย. ๖๖")
    photo = small.read().rounds[0].winners[0].photo
    assert photo is not None
    assert photo.consent == Consent(frozenset({"site", "print"}), date(2023, 3, 28), date(2023, 6, 1))


def test_a_name_of_ninety_letters_comes_through_whole(small: Small) -> None:
    """Long surnames are real, and cutting one is an insult."""
    last = "ณ" * 90
    small.edit(WINNERS, "last: น้ำใจดี", f"last: {last}")
    assert small.read().rounds[0].winners[1].name.last == last


def test_rounds_come_newest_first(small: Small) -> None:
    """The home page shows the first of them."""
    small.add_year()
    assert [award_round.programme.year for award_round in small.read().rounds] == [2567, 2566]


def test_the_repository_s_own_records_are_sound(tmp_path: Path) -> None:
    """The records that an office starts from must pass the check without a single warning."""
    records = read(ROOT, Store(tmp_path))
    assert records.rounds
    assert records.rounds[0].winners
    assert records.warnings == ()


def test_the_small_records_are_drawn_with_a_photo_of_their_own(small: Small) -> None:
    """The cases above mean nothing if the records that they break are not valid."""
    records = small.read()
    assert records.warnings == ()
    photo = records.rounds[0].winners[0].photo
    assert photo is not None
    assert (photo.picture.width, photo.picture.height) == (800, 1000)
    assert small.store.get(photo.picture.digest) is not None
    assert small.path(PHOTO).is_file()


@pytest.mark.parametrize(
    ("written", "old", "whose"),
    [
        ("[first]", "first", "ของคนนี้เอง"),
        ("[second]", "second", "ของคนที่ 2"),
        ("[before, before]", "before", "ของคนนี้เอง"),
    ],
)
def test_a_former_id_that_leads_to_two_pages_is_told_where_it_stands(
    small: Small, written: str, old: str, whose: str
) -> None:
    """One address cannot lead to two pages, and only the clerk knows which one was meant."""
    small.edit(WINNERS, "  - id: first\n", f"  - id: first\n    formerly: {written}\n")
    problem = small.only_problem()
    assert (problem.file, problem.line) == ("winners/2566/winners.yaml", 3)
    assert problem.column == len("    formerly: ") + written.rindex(old) + 1
    assert old in problem.message.th
    assert whose in problem.message.th


def test_two_who_had_one_id_are_told(small: Small) -> None:
    """The second one is at fault, as with ids."""
    small.edit(WINNERS, "  - id: first\n", "  - id: first\n    formerly: [before]\n")
    small.edit(WINNERS, "  - id: second\n", "  - id: second\n    formerly: [older, before]\n")
    assert small.only_problem().field == "winners[1].formerly[1]"


@pytest.mark.parametrize("name", [WINNERS, ROUND, ORGANISATION, "2566/certificates.yaml", "2566/recordings.yaml"])
@pytest.mark.parametrize("kind", ["folder", "dangling link", "pipe"])
def test_what_stands_in_a_records_place_and_is_none_is_an_error(small: Small, name: str, kind: str) -> None:
    """Passed over, it looked as if there were no winner yet: the public site was emptied, and numbers given twice."""
    file = small.path(name)
    file.unlink(missing_ok=True)
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/nowhere/at/all")
    problem = small.only_problem()
    assert problem.file == f"winners/{name}"
    assert ("ทางลัด" if kind == "dangling link" else "ไม่ใช่ไฟล์") in problem.message.th


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_what_stands_in_a_years_place_and_is_no_folder_is_an_error(small: Small, kind: str) -> None:
    """A whole round would go without a word."""
    place = small.path("2565")
    if kind == "file":
        place.touch()
    else:
        place.symlink_to("/nowhere/at/all")
    assert small.only_problem().file == "winners/2565"


@pytest.mark.parametrize("name", ["released.json", "released.json.unreadable"])
def test_a_folder_in_the_place_of_the_programs_own_list_is_no_year(small: Small, name: str) -> None:
    """The list is told of by whoever reads it; the records are as sound as before."""
    small.path(name).mkdir()
    assert small.read().rounds
