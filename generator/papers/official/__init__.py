"""The official papers of a round, in the order in which they are due: each a row here, and a module that writes it."""

from __future__ import annotations

from generator.papers.official import forms, letter, meeting, memo, order, project, report, survey
from generator.papers.official.official import Official
from generator.pieces.parts import notice
from generator.pieces.parts.official import KRUT, KRUT_SMALL
from generator.problems import Text

OFFICIAL = (
    Official("project", Text("เอกสารโครงการ พร้อมที่ลงนาม", "the programme's own document"), project.blocks_of),
    Official("order", Text("ขั้นตอนที่ 1", "step 1: the order that appoints the committee"), order.blocks_of, KRUT),
    Official("criteria-notice", Text("ขั้นตอนที่ 3", "step 3: the notice of the criteria"), notice.criteria, KRUT),
    Official(
        "nominations-memo",
        Text("ขั้นตอนที่ 4 ถึงหัวหน้าส่วนราชการ", "step 4: the memo that invites divisions to propose"),
        memo.nominations,
        KRUT_SMALL,
    ),
    Official("nomination-form", Text("ขั้นตอนที่ 4 แนบบันทึก", "step 4: the form to propose on"), forms.nomination),
    Official("agenda", Text("ขั้นตอนที่ 5", "step 5: the agenda of the meeting"), meeting.agenda),
    Official(
        "minutes", Text("ขั้นตอนที่ 5 บอกผลการคัดเลือก", "step 5: the minutes, with the result"), meeting.minutes, secret=True
    ),
    Official(
        "result-memo",
        Text("ขั้นตอนที่ 5 บอกผลการคัดเลือก ถึงหัวหน้าหน่วยงาน", "step 5: the memo that reports the result"),
        memo.result,
        KRUT_SMALL,
        secret=True,
    ),
    Official(
        "result-notice",
        Text("ขั้นตอนที่ 6 บอกผลการคัดเลือก", "step 6: the notice of the result"),
        notice.result,
        KRUT,
        secret=True,
    ),
    Official(
        "invitation-letter",
        Text("ขั้นตอนที่ 7 ถึงแขก", "step 7: the letter to guests of the ceremony"),
        letter.blocks_of,
        KRUT,
        room=23,
    ),
    Official(
        "survey-report",
        Text("ตารางรายด้านและรายกลุ่ม", "the survey's figures by aspect and group, with a sentence below each"),
        survey.blocks_of,
        secret=True,
    ),
    Official(
        "final-report",
        Text("ขั้นตอนที่ 8 เป้าหมายกับผลจริง", "step 8: targets against results, with the list of papers"),
        report.blocks_of,
        secret=True,
        pictured=True,
    ),
    Official(
        "image-consent",
        Text("ผู้ได้รับการคัดเลือกคนละหนึ่งหน้า", "a page for each who was chosen: consent to be shown"),
        forms.consents,
        secret=True,
    ),
)
