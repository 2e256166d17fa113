"""Options that more than one command takes."""

from __future__ import annotations

from pathlib import Path

from generator.cli import values
from generator.cli.command import Option
from generator.problems import Text

SHARED = (
    Option("--project", Text("โฟลเดอร์ของโครงการ", "project folder"), Path, "DIR", default=Path()),
    Option("--lang", Text("ภาษาของข้อความ", "language of messages"), values.lang, "{th,en}", default="th"),
    Option("--json", Text("แสดงผลเป็น JSON", "print the answer as JSON"), is_switch=True),
)
"""What every command takes."""

NO_OPEN = Option("--no-open", Text("ไม่ต้องเปิดเบราว์เซอร์ให้", "do not open a browser"), is_switch=True)
SHARED_STORE = Option(
    "--shared",
    Text("ที่เก็บร่วมของหลายเครื่อง โฟลเดอร์แชร์หรือ s3://…", "store shared by machines: a folder or s3://…"),
    metavar="ADDRESS",
)
YEAR = Option("--year", Text("เฉพาะปี พ.ศ. นี้", "Buddhist-era year to build"), values.year, "Y")


def as_of(help_text: Text) -> Option:
    """Return the option for a moment, with what that moment means to one command."""
    return Option("--as-of", help_text, values.moment, "T")


AS_OF_PUBLIC = as_of(
    Text(
        'สร้างตามที่เปิดเผยได้ ณ เวลานี้ เช่น "2566-04-20 09:00"',
        'show what may be public at this time, e.g. "2566-04-20 09:00"',
    )
)
AS_OF_SCRIPT = as_of(
    Text('บทที่อ่าน ณ เวลานี้ เช่น "2566-05-10 09:00"', 'use the script as it is at this time, e.g. "2566-05-10 09:00"')
)
